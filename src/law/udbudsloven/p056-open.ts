import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P056 = {
  id: 'udbudsloven-56',
  paragraph: 'Udbudsloven §§ 56-57',
  title: said('Offentligt udbud', 'Open procedure'),
  sentence: said(
    'Offentligt udbud kan altid bruges: alle kan give tilbud.',
    'The open procedure may always be used: everybody may tender.'),
  grade: 'P',
  source: 'Directive 2014/24/EU, article 26(2)',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens nummer og ordlyd i den danske lov.', 'The number and wording of the paragraph in the Danish law.'),
} as const satisfies Rule;
