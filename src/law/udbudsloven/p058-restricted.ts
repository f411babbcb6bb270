import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P058 = {
  id: 'udbudsloven-58',
  paragraph: 'Udbudsloven §§ 58-60',
  title: said('Begrænset udbud', 'Restricted procedure'),
  sentence: said(
    'Begrænset udbud kan altid bruges: alle kan søge, og mindst fem opfordres til at give tilbud, færre kun når færre er egnede.',
    'The restricted procedure may always be used: everybody may apply, and at least five are invited to tender, fewer only where fewer qualify.'),
  grade: 'V',
  source: 'Udbudsloven § 59, stk. 4',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;
