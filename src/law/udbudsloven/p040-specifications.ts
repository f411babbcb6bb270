import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P040 = {
  id: 'udbudsloven-40',
  paragraph: 'Udbudsloven §§ 40-48',
  title: said('Krav til det, der købes', 'Requirements to what is bought'),
  sentence: said(
    'Kravene stilles som funktion og ydeevne eller ved standarder "eller tilsvarende"; et bestemt fabrikat må ikke nævnes, når det kan undgås, og mærker gælder med tilsvarende mærker.',
    'Requirements are set as function and performance, or by standards "or equivalent"; no make is named where it can be avoided, and labels go with equivalent labels.'),
  grade: 'U',
  source: 'general knowledge; not verified',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens nummer og ordlyd i den danske lov.', 'The number and wording of the paragraph in the Danish law.'),
} as const satisfies Rule;
