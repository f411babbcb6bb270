import { said, type Rule } from '../rule.ts';

export const TILBUDSLOVEN_ADVERTISING = {
  id: 'tilbudsloven-advertising',
  paragraph: 'Tilbudsloven',
  title: said('Annonceringspligt før 2016', 'Duty to advertise before 2016'),
  sentence: said(
    'Til og med 2015 skulle køb af varer og tjenester over 500.000 kr. annonceres.',
    'Until the end of 2015 purchases of goods and services above DKK 500,000 had to be advertised.'),
  grade: 'V',
  source: 'brugertjenesten.dk/side3442',
  validFrom: '2007-01-01',
  validTo: '2015-12-31',
  confirm: said('Hvornår pligten begyndte.', 'When the duty began.'),
} as const satisfies Rule;
