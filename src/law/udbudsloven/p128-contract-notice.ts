import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P128 = {
  id: 'udbudsloven-128',
  paragraph: 'Udbudsloven § 128',
  title: said('Udbudsbekendtgørelse', 'Contract notice'),
  sentence: said(
    'Udbuddet offentliggøres med standardformularen, der sendes til EU’s Publikationskontor; det gælder alle procedurer undtagen dem i §§ 80-83.',
    'The tender is published by the standard form that is sent to the Publications Office of the EU; that holds for all procedures but those of §§ 80-83.'),
  grade: 'V',
  source: 'Udbudsloven § 128',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;
