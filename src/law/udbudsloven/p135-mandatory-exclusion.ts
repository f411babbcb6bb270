import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P135_1 = {
  id: 'udbudsloven-135-1',
  paragraph: 'Udbudsloven § 135, stk. 1',
  title: said('Obligatorisk udelukkelse', 'Mandatory exclusion'),
  sentence: said(
    'Den, der er dømt for deltagelse i en kriminel organisation, bestikkelse, svig, terror, hvidvask eller finansiering af terror, børnearbejde eller menneskehandel, skal udelukkes.',
    'Whoever is convicted of taking part in a criminal organisation, of corruption, fraud, terrorism, money laundering or financing of terrorism, child labour or trafficking must be excluded.'),
  grade: 'P',
  source: 'Directive 2014/24/EU, article 57(1); elov.dk, Udbudsloven § 135',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens ordlyd i den danske lov.', 'The wording of the paragraph in the Danish law.'),
} as const satisfies Rule;

export const P135_3 = {
  id: 'udbudsloven-135-3',
  paragraph: 'Udbudsloven § 135, stk. 3',
  title: said('Gæld til det offentlige', 'Public debt'),
  sentence: said(
    'Den, der har forfalden ubetalt gæld til det offentlige på 100.000 kr. eller mere, skal udelukkes.',
    'Whoever has unpaid due public debt of DKK 100,000 or more must be excluded.'),
  grade: 'V',
  source: 'info.skat.dk, oid 2062177; a notice of 2023',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Om reglen står i stk. 2 eller stk. 3, og hvad der gælder, når gælden er sikret eller afdrages.', 'Whether the rule stands in subsection 2 or 3, and what holds where the debt is secured or paid off by instalments.'),
} as const satisfies Rule;
