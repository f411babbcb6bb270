import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P132 = {
  id: 'udbudsloven-132',
  paragraph: 'Udbudsloven § 132',
  title: said('Udbudsmaterialet frit på nettet', 'Documents free online'),
  sentence: said(
    'Udbudsmaterialet ligger frit og fuldt ud på nettet fra den dag, bekendtgørelsen offentliggøres.',
    'The tender documents are online, free and in full, from the day on which the notice is published.'),
  grade: 'V',
  source: 'Udbudsloven § 59, stk. 6, which refers to § 132',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;
