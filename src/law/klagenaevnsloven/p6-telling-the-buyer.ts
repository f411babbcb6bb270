import { said, type Rule } from '../rule.ts';

export const P6_TELLING = {
  id: 'klagenaevnsloven-6-4',
  paragraph: 'Klagenævnsloven § 6, stk. 4',
  title: said('Ordregiveren skal have besked om klagen', 'The buyer is told of the complaint'),
  sentence: said(
    'Den, der klager, giver senest samtidig med klagen ordregiveren skriftlig besked og siger, om klagen er indgivet i standstillperioden.',
    'Whoever complains tells the buyer in writing no later than with the complaint, and says whether it was made in the standstill.'),
  grade: 'V',
  source: 'lov om Klagenævnet for Udbud § 6(4), as quoted in notices',
  validFrom: '2010-07-01',
  validTo: null,
  confirm: null,
} as const satisfies Rule;
