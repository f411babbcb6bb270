import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const KN001 = {
  id: 'klagenaevnsloven-1',
  paragraph: 'Klagenævnsloven § 1, stk. 4',
  title: said('Hvad Klagenævnet ikke behandler', 'What the board does not hear'),
  sentence: said(
    'Klagenævnet for Udbud behandler ikke klager over udbudslovens § 1 og § 193.',
    'Klagenævnet for Udbud hears no complaints about §§ 1 and 193 of Udbudsloven.'),
  grade: 'V',
  source: 'elov.dk, lov om Klagenævnet for Udbud',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;
