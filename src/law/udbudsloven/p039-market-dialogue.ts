import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P039 = {
  id: 'udbudsloven-39',
  paragraph: 'Udbudsloven §§ 39, 41',
  title: said('Markedsdialog', 'Market dialogue'),
  sentence: said(
    'Ordregiveren må tale med markedet før udbuddet; det, som deltagerne har fået at vide, deles med alle, der gives tid nok, og ingen udelukkes, før andet er prøvet, og virksomheden er hørt.',
    'The buyer may talk with the market before the tender; what those who took part were told is shared with all, enough time is given, and nobody is excluded before all else is tried and the company is heard.'),
  grade: 'U',
  source: 'general knowledge; not verified',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens nummer og ordlyd i den danske lov.', 'The number and wording of the paragraph in the Danish law.'),
} as const satisfies Rule;
