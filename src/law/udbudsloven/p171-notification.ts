import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P171 = {
  id: 'udbudsloven-171',
  paragraph: 'Udbudsloven § 171, stk. 2 og 4',
  title: said('Underretning', 'Notification'),
  sentence: said(
    'Ansøgere og tilbudsgivere får besked om afgørelsen med begrundelse og om den dag, standstill slutter.',
    'Candidates and tenderers are told of the decision, with reasons and the day on which the standstill ends.'),
  grade: 'V',
  source: 'Udbudsloven § 171, stk. 2 og 4; lov om Klagenævnet for Udbud § 2',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;
