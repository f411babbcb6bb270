import { said, type Rule } from '../rule.ts';

export const KN006 = {
  id: 'klagenaevnsloven-6',
  paragraph: 'Klagenævnsloven § 6, stk. 4',
  title: said('Besked om klagen', 'Notice of the complaint'),
  sentence: said(
    'Den, der klager, giver ordregiveren skriftlig besked senest samtidig med klagen og siger, om der klages i standstill.',
    'Whoever complains tells the buyer in writing no later than the complaint, and says whether it is made in the standstill.'),
  grade: 'V',
  source: 'lov om Klagenævnet for Udbud § 6, stk. 4',
  validFrom: '2010-07-01',
  validTo: null,
  confirm: null,
} as const satisfies Rule;
