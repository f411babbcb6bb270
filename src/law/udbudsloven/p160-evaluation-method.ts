import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P160 = {
  id: 'udbudsloven-160',
  paragraph: 'Udbudsloven § 160, stk. 1',
  title: said('Evalueringsmetoden', 'The evaluation method'),
  sentence: said(
    'Udbudsmaterialet nævner kriterierne, beskriver evalueringsmetoden og beskriver, hvad der lægges vægt på.',
    'The tender documents state the criteria, describe the evaluation method, and describe what is given weight.'),
  grade: 'V',
  source: 'dahllaw.dk, Udbudsloven § 160',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

export const P160_SLOPE = {
  id: 'udbudsloven-160-slope',
  paragraph: 'Udbudsloven § 160',
  title: said('Prislinjens hældning', 'The slope of the price line'),
  sentence: said(
    'Prismodellens hældning behøver ikke at ligge fast på forhånd, når det er beskrevet, hvordan den bliver fastlagt.',
    'The slope of the price line need not be fixed in advance when it is described how it will be fixed.'),
  grade: 'V',
  source: 'Klagenævnet for Udbud, 08.08.2017, KFST v. Region Midtjylland',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;
