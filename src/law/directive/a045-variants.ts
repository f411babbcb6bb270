import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const VARIANTS = {
  id: 'directive-45',
  paragraph: 'Direktiv 2014/24/EU, artikel 45',
  title: said('Alternative tilbud', 'Variants'),
  sentence: said('Bekendtgørelsen kan tillade alternative tilbud, som løser opgaven på en anden måde og opfylder de mindstekrav, der er sat for dem.', 'The notice may allow variants, which solve the task in another way and meet the minimum requirements set for them.'),
  grade: 'U',
  source: 'general knowledge; not verified',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffen i den danske lov og dens ordlyd.', 'The paragraph in the Danish law and its wording.'),
} as const satisfies Rule;
