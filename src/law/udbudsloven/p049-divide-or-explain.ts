import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P049 = {
  id: 'udbudsloven-49',
  paragraph: 'Udbudsloven § 49',
  title: said('Opdel eller forklar', 'Divide or explain'),
  sentence: said(
    'Kontrakten deles i delkontrakter, eller udbudsmaterialet forklarer, hvorfor den ikke er delt.',
    'The contract is divided into lots, or the tender documents explain why it is not.'),
  grade: 'V',
  source: 'danskeark.dk, 15.06.2022; forsyning2100.nu',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

export const P049_2022 = {
  id: 'udbudsloven-49-2022',
  paragraph: 'Udbudsloven § 49',
  title: said('En manglende forklaring kan koste', 'A missing explanation may cost'),
  sentence: said(
    'Mangler forklaringen på, at kontrakten ikke er delt, kan det give en økonomisk sanktion.',
    'Where the explanation for not dividing the contract is missing, there may be an economic sanction.'),
  grade: 'V',
  source: 'danskeark.dk, 15.06.2022; forsyning2100.nu',
  validFrom: '2022-07-01',
  validTo: null,
  confirm: null,
} as const satisfies Rule;
