import { judgeProposed, type Proposal } from '../dates/judging.ts';
import { periodOn, type Period } from '../dates/period.ts';
import type { Finding } from '../finding.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P059 = {
  id: 'udbudsloven-59',
  paragraph: 'Udbudsloven § 59',
  title: said('Begrænset udbud: fristen for ansøgninger', 'Restricted procedure: time for applications'),
  sentence: said(
    'Ved begrænset udbud er fristen for ansøgninger mindst 30 dage fra dagen efter, at bekendtgørelsen er sendt, og mindst 15 dage, når det haster. Elektroniske ansøgninger og forhåndsmeddelelser forkorter den ikke.',
    'In a restricted procedure the time for applications is at least 30 days from the day after the notice was sent, and at least 15 days in urgency. Neither electronic applications nor prior information notices make it shorter.'),
  grade: 'V',
  source: 'elov.dk, Udbudsloven § 59(2)-(3)',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

interface ApplicationFacts {
  /** ISO date of the dispatch of the notice. */
  readonly from: string;
  readonly urgent: boolean;
}

/** null: before Udbudsloven. */
export function restrictedApplications({ from, urgent }: ApplicationFacts): Period | null {
  return urgent ? periodOn('restricted-applications-urgent', from, said('hastende', 'urgency')) : periodOn('restricted-applications', from);
}

export function judgeRestrictedApplications(facts: ApplicationFacts & Proposal): Finding {
  return judgeProposed(P059, 'least', restrictedApplications(facts), facts);
}
