import { judgeProposed, type Proposal } from '../dates/judging.ts';
import { periodOn, tenderPeriod, type Period, type TenderFacts } from '../dates/period.ts';
import type { Finding } from '../finding.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P061_TIME = {
  id: 'udbudsloven-61-time',
  paragraph: 'Udbudsloven § 61 ff.',
  title: said('Udbud med forhandling: fristerne', 'Negotiated procedure: the time limits'),
  sentence: said(
    'Ved udbud med forhandling er fristen for ansøgninger mindst 30 dage (15, når det haster) og fristen for de første tilbud mindst 30 dage: 25, når tilbud afgives elektronisk, og 10 efter en forhåndsmeddelelse i rette tid eller når det haster.',
    'In a negotiated procedure the time for applications is at least 30 days (15 in urgency) and that for the first tenders at least 30 days: 25 when tenders are submitted electronically, and 10 after a prior information notice in time or in urgency.'),
  grade: 'P',
  source: 'Directive 2014/24/EU, article 29; VgV § 17',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffernes numre og ordlyd, og om fristen for tilbud kan aftales som ved begrænset udbud.', 'Number and wording of the paragraphs, and whether the time for tenders can be agreed as in the restricted procedure.'),
} as const satisfies Rule;

export interface NegotiatedFacts extends TenderFacts {
  readonly step: 'applications' | 'tenders';
}

/** null: before Udbudsloven. */
export function negotiated({ step, ...facts }: NegotiatedFacts): Period | null {
  if (step === 'tenders') {
    return tenderPeriod({
      normal: 'negotiated-tenders', priorInformation: 'negotiated-tenders-prior-information', urgent: 'negotiated-tenders-urgent', electronicReduction: 'electronic-reduction',
    }, facts);
  }
  return facts.urgent ? periodOn('negotiated-applications-urgent', facts.from, said('hastende', 'urgency')) : periodOn('negotiated-applications', facts.from);
}

export function judgeNegotiated(facts: NegotiatedFacts & Proposal): Finding {
  return judgeProposed(P061_TIME, 'least', negotiated(facts), facts);
}
