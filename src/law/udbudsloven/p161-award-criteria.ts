import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P161 = {
  id: 'udbudsloven-161',
  paragraph: 'Udbudsloven §§ 161-164',
  title: said('Tildelingskriteriet', 'The award criterion'),
  sentence: said(
    'Kontrakten tildeles efter bedste forhold mellem pris og kvalitet, efter pris eller efter omkostninger.',
    'The contract is awarded by best price-quality ratio, by price or by cost.'),
  grade: 'U',
  source: 'general knowledge; not verified',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens ordlyd i den danske lov.', 'The wording of the paragraph in the Danish law.'),
} as const satisfies Rule;

export const P165 = {
  id: 'udbudsloven-165',
  paragraph: 'Udbudsloven § 165',
  title: said('Vægt', 'Weights'),
  sentence: said(
    'Underkriterierne til tildelingskriteriet får en vægt.',
    'The sub-criteria of the award criterion are weighted.'),
  grade: 'V',
  source: 'elov.dk, Udbudsloven § 165',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;
