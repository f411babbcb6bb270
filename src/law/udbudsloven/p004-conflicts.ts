import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P004 = {
  id: 'udbudsloven-4',
  paragraph: 'Udbudsloven § 4',
  title: said('Interessekonflikter', 'Conflicts of interest'),
  sentence: said(
    'Ordregiveren skal finde, forebygge og afhjælpe interessekonflikter hos dem, der arbejder med indkøbet.',
    'The buyer must find, prevent and remedy conflicts of interest among those who work on the purchase.'),
  grade: 'V',
  source: 'Udbudsloven § 4',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;
