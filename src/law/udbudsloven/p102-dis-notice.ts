import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P102 = {
  id: 'udbudsloven-102',
  paragraph: 'Udbudsloven § 102',
  title: said('DIS: hvad bekendtgørelsen siger', 'DIS: what the notice says'),
  sentence: said(
    'Bekendtgørelsen siger, hvor længe systemet varer, hvilke mindstekrav til egnethed der gælder, og efter hvilke kriterier der tildeles. Er systemet delt i kategorier, er de beskrevet objektivt, og egnethedskravene gælder for hver.',
    'The notice says how long the system lasts, the minimum requirements of suitability and the award criteria. Where the system has categories they are described objectively, and the requirements of suitability are set for each.'),
  grade: 'V',
  source: 'elov.dk, Udbudsloven § 102(1)-(3)',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;
