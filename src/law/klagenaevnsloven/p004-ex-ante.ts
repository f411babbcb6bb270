import { judgeProposed, type Proposal } from '../dates/judging.ts';
import { periodOn, type Period } from '../dates/period.ts';
import type { Finding } from '../finding.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const KN004 = {
  id: 'klagenaevnsloven-4',
  paragraph: 'Klagenævnsloven § 4',
  title: said('Profylaksebekendtgørelse', 'Ex-ante transparency notice'),
  sentence: said(
    'Mener ordregiveren, at en kontrakt ikke skal udbydes, kan den offentliggøre det med begrundelse og vente mindst 10 dage fra dagen efter offentliggørelsen. Så kan kontrakten ikke kendes uden virkning.',
    'A buyer that holds that a contract needs no tender may publish so with its reasons and wait at least 10 days from the day after the publication. The contract can then not be declared ineffective.'),
  grade: 'P',
  source: 'lov om Klagenævnet for Udbud § 4; GWB § 135(3)',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Ordlyden af § 4 og de 10 dage.', 'The wording of § 4 and the 10 days.'),
} as const satisfies Rule;

/** null: the law of that day is not known. @param from ISO date of the publication */
export function exAnteWait(from: string): Period | null {
  return periodOn('ex-ante-wait', from);
}

/** The proposed day is that on which the contract is to be concluded. */
export function judgeExAnteWait(facts: Proposal): Finding {
  return judgeProposed(KN004, 'after', exAnteWait(facts.from), facts);
}
