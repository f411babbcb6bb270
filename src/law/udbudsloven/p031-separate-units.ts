import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P031 = {
  id: 'udbudsloven-31',
  paragraph: 'Udbudsloven § 31',
  title: said('Selvstændige enheder', 'Separate units'),
  sentence: said(
    'En selvstændig enheds indkøb opgøres for sig selv, kun når enheden selv har ansvaret for sine indkøb.',
    'The purchases of a separate unit are valued by themselves only when the unit itself is responsible for its procurement.'),
  grade: 'V',
  source: 'elov.dk, Udbudsloven § 31; Directive 2014/24/EU, article 5(2)',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;
