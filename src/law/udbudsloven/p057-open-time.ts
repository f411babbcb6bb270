import { tenderPeriod, type Period, type TenderFacts } from '../dates/period.ts';
import { judgeProposed, type Proposal } from '../dates/judging.ts';
import type { Finding } from '../finding.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P057 = {
  id: 'udbudsloven-57',
  paragraph: 'Udbudsloven § 57',
  title: said('Offentligt udbud: fristen for tilbud', 'Open procedure: time for tenders'),
  sentence: said(
    'Ved offentligt udbud er fristen for tilbud mindst 35 dage fra dagen efter, at bekendtgørelsen er sendt. Den er 30 dage, når tilbud afgives elektronisk, og 15 dage efter en forhåndsmeddelelse i rette tid eller ved hastende behov. Forkortelserne lægges ikke sammen.',
    'In an open procedure the time for tenders is at least 35 days from the day after the notice was sent. It is 30 days when tenders are submitted electronically, and 15 days after a prior information notice in time or in urgency. The reductions do not add up.'),
  grade: 'P',
  source: 'Directive 2014/24/EU, article 27; VgV §§ 15 and 38(3)',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens nummer og ordlyd: tallene er læst i direktivet og den tyske gennemførelse.', 'Number and wording of the paragraph: the figures were read in the directive and its German transposition.'),
} as const satisfies Rule;

/** null: before Udbudsloven. */
export function openTenders(facts: TenderFacts): Period | null {
  return tenderPeriod({ normal: 'open-normal', priorInformation: 'open-prior-information', urgent: 'open-urgent', electronicReduction: 'electronic-reduction' }, facts);
}

export function judgeOpenTenders(facts: TenderFacts & Proposal): Finding {
  return judgeProposed(P057, 'least', openTenders(facts), facts);
}
