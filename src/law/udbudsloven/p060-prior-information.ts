import { dayOf, monthsAfter } from '../dates/days.ts';
import { dayText, tell } from '../dates/telling.ts';
import { met, notMet, type Finding } from '../finding.ts';
import { limit } from '../parameters/limits.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P060_PRIOR_INFORMATION = {
  id: 'udbudsloven-60-3',
  paragraph: 'Udbudsloven § 60, stk. 3',
  title: said('Forhåndsmeddelelse, der forkorter fristen for tilbud', 'Prior information notice that shortens the time for tenders'),
  sentence: said(
    'En forhåndsmeddelelse forkorter fristen for tilbud, når den er sendt mindst 35 dage og højst 12 måneder før udbudsbekendtgørelsen og indeholdt alle de oplysninger, der da fandtes.',
    'A prior information notice shortens the time for tenders when it was sent at least 35 days and at most 12 months before the contract notice and held all the information that there was then.'),
  grade: 'V',
  source: 'elov.dk, Udbudsloven § 60(3)',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('At de samme betingelser gælder ved offentligt udbud og udbud med forhandling.', 'That the same conditions hold for the open and the negotiated procedure.'),
} as const satisfies Rule;

export interface PriorInformationFacts {
  /** ISO date on which the prior information notice was sent. */
  readonly sent: string;
  /** ISO date on which the contract notice was sent. */
  readonly notice: string;
}

// Twelve months after the dispatch has the last word, so that 29 February never lends a day.
export function isInTime({ sent, notice }: PriorInformationFacts): boolean {
  const [first, then] = [dayOf(sent), dayOf(notice)];
  return first + limit('prior-information-earliest').value <= then && then <= monthsAfter(first, limit('prior-information-latest').value);
}

export function judgePriorInformation(facts: PriorInformationFacts): Finding {
  const values = {
    sent: dayText(dayOf(facts.sent)), notice: dayText(dayOf(facts.notice)), days: limit('prior-information-earliest').value, months: limit('prior-information-latest').value,
  };
  return isInTime(facts)
    ? met(P060_PRIOR_INFORMATION, tell('Forhåndsmeddelelsen af {sent} er sendt mindst {days} dage og højst {months} måneder før {notice}.', 'The prior information notice of {sent} was sent at least {days} days and at most {months} months before {notice}.', values))
    : notMet(P060_PRIOR_INFORMATION, tell('Forhåndsmeddelelsen af {sent} er ikke sendt mindst {days} dage og højst {months} måneder før {notice}, så den forkorter ikke fristen.', 'The prior information notice of {sent} was not sent at least {days} days and at most {months} months before {notice}, so it does not shorten the period.', values));
}
