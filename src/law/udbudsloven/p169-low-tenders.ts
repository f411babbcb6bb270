import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P169 = {
  id: 'udbudsloven-169',
  paragraph: 'Udbudsloven § 169',
  title: said('Unormalt lave tilbud', 'Abnormally low tenders'),
  sentence: said(
    'Er et tilbud unormalt lavt, beder ordregiveren om en forklaring, før det afvises.',
    'Where a tender is abnormally low, the buyer asks for an explanation before it is rejected.'),
  grade: 'U',
  source: 'general knowledge; not verified',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens nummer og ordlyd i den danske lov.', 'The number and wording of the paragraph in the Danish law.'),
} as const satisfies Rule;
