import { said, type Rule } from '../rule.ts';

export const P136 = {
  id: 'udbudsloven-136',
  paragraph: 'Udbudsloven § 136, nr. 4',
  title: said('Alvorlig forsømmelse', 'Grave professional misconduct'),
  sentence: said(
    'Den, der har begået en alvorlig forsømmelse i sit erhverv, skal udelukkes.',
    'Whoever is guilty of grave professional misconduct must be excluded.'),
  grade: 'P',
  source: 'elov.dk, Udbudsloven § 136',
  validFrom: '2022-07-01',
  validTo: null,
  confirm: said('Paragraffens ordlyd i den danske lov.', 'The wording of the paragraph in the Danish law.'),
} as const satisfies Rule;
