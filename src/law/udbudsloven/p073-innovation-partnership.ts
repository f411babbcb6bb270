import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P073 = {
  id: 'udbudsloven-73',
  paragraph: 'Udbudsloven § 73 ff.',
  title: said('Innovationspartnerskab', 'Innovation partnership'),
  sentence: said(
    'Innovationspartnerskab kan bruges, når det, der er brug for, ikke findes på markedet.',
    'The innovation partnership may be used when what is needed is not on the market.'),
  grade: 'U',
  source: 'general knowledge; not verified',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens nummer og ordlyd i den danske lov.', 'The number and wording of the paragraph in the Danish law.'),
} as const satisfies Rule;
