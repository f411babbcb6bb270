import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P138 = {
  id: 'udbudsloven-138',
  paragraph: 'Udbudsloven § 138',
  title: said('Self-cleaning', 'Self-cleaning'),
  sentence: said(
    'Den, der kan udelukkes, må vise, at den er pålidelig igen; ordregiveren skal vurdere beviset, og Konkurrence- og Forbrugerstyrelsens enhed udtaler sig om det.',
    'Whoever may be excluded may prove that it is reliable again; the buyer must assess the proof, and the unit of the competition authority gives an opinion on it.'),
  grade: 'P',
  source: 'GWB § 126',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Fremgangsmåden, og hvor længe en virksomhed højst kan udelukkes.', 'The procedure, and for how long a company can be excluded at most.'),
} as const satisfies Rule;
