import { judgeProposed, type Proposal } from '../dates/judging.ts';
import { tenderPeriod, type Period, type TenderFacts } from '../dates/period.ts';
import type { Finding } from '../finding.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P060 = {
  id: 'udbudsloven-60',
  paragraph: 'Udbudsloven § 60',
  title: said('Begrænset udbud: fristen for tilbud', 'Restricted procedure: time for tenders'),
  sentence: said(
    'Ved begrænset udbud er fristen for tilbud mindst 30 dage fra dagen efter, at opfordringen er sendt. Den er 25 dage, når tilbud afgives elektronisk, og 10 dage efter en forhåndsmeddelelse i rette tid eller når det haster. Forkortelserne lægges ikke sammen.',
    'In a restricted procedure the time for tenders is at least 30 days from the day after the invitation was sent. It is 25 days when tenders are submitted electronically, and 10 days after a prior information notice in time or in urgency. The reductions do not add up.'),
  grade: 'V',
  source: 'elov.dk, Udbudsloven § 60(2)-(4) and (6)',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('At forkortelserne ikke lægges sammen, er læst i direktivets gennemførelse andre steder.', 'That the reductions do not add up was read in other transpositions of the directive.'),
} as const satisfies Rule;

/** null: before Udbudsloven. */
export function restrictedTenders(facts: TenderFacts): Period | null {
  return tenderPeriod({
    normal: 'restricted-tenders', priorInformation: 'restricted-tenders-prior-information', urgent: 'restricted-tenders-urgent', electronicReduction: 'restricted-electronic-reduction',
  }, facts);
}

export function judgeRestrictedTenders(facts: TenderFacts & Proposal): Finding {
  return judgeProposed(P060, 'least', restrictedTenders(facts), facts);
}
