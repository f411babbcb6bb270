import { judgeProposed, type Proposal } from '../dates/judging.ts';
import { periodOn, type Period } from '../dates/period.ts';
import type { Finding } from '../finding.ts';
import { said, type Rule } from '../rule.ts';

/** The standstill of fifteen days has been the law since then. */
const STANDSTILL_FROM = '2010-07-01';

export const KN003 = {
  id: 'klagenaevnsloven-3',
  paragraph: 'Klagenævnsloven § 3',
  title: said('Standstill', 'Standstill'),
  sentence: said(
    'Kontrakten må ikke indgås før 10 dage er gået fra dagen efter, at underretningen om tildelingen er sendt elektronisk, ellers 15 dage. Ordregiveren kan sætte en længere periode, og underretningen siger, hvilken dag den udløber.',
    'The contract may not be concluded before 10 days have passed from the day after the notification of the award was sent electronically, otherwise 15 days. The buyer may set a longer period, and the notification says on which day it ends.'),
  grade: 'V',
  source: 'lov om Klagenævnet for Udbud § 3(1)-(2); statensindkob.dk, 16.09.2022; udbudsportalen.dk, standstill-perioden',
  validFrom: STANDSTILL_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

interface StandstillFacts {
  /** ISO date on which the notification was sent. */
  readonly from: string;
  readonly electronic: boolean;
}

/** null: before the standstill of today. */
export function standstill({ from, electronic }: StandstillFacts): Period | null {
  return electronic
    ? periodOn('standstill-electronic', from, said('underretning sendt elektronisk', 'notification sent electronically'))
    : periodOn('standstill-otherwise', from, said('underretning ikke sendt elektronisk', 'notification not sent electronically'));
}

/** The proposed day is that on which the contract is to be concluded. */
export function judgeStandstill(facts: StandstillFacts & Proposal): Finding {
  return judgeProposed(KN003, 'after', standstill(facts), facts);
}
