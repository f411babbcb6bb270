import { said, type Rule } from '../rule.ts';

export const OLD_RULES = {
  id: 'directive-2004-18',
  paragraph: 'Direktiv 2004/18/EF',
  title: said('Reglerne før udbudsloven', 'The rules before Udbudsloven'),
  sentence: said(
    'Køb, der blev sat i gang før 2016, følger de ældre regler, som ikke er læst her; kun tærskelværdier og annonceringspligten er kendt.',
    'Purchases begun before 2016 follow the older rules, which were not read here; only thresholds and the duty to advertise are known.'),
  grade: 'U',
  source: 'general knowledge; not verified',
  validFrom: '2006-01-31',
  validTo: '2015-12-31',
  confirm: said('Hvad der gjaldt på købets dag.', 'What held on the day of the purchase.'),
} as const satisfies Rule;
