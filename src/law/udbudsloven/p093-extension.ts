import { dayOf } from '../dates/days.ts';
import { momentOf } from '../dates/judging.ts';
import { tell } from '../dates/telling.ts';
import { met, review, unknown, type Finding } from '../finding.ts';
import { limit } from '../parameters/limits.ts';
import { said, UDBUDSLOVEN_FROM, type FirmRule, type Rule } from '../rule.ts';
import { all, any, not, type Truth } from '../truth.ts';

export const P093_EXTENSION = {
  id: 'udbudsloven-93-4',
  paragraph: 'Udbudsloven § 93, stk. 4',
  title: said('Hvornår fristen skal forlænges', 'When the time must be extended'),
  sentence: said(
    'Fristen skal forlænges, når svar på spørgsmål, der er stillet i tide og betyder noget, kommer senere end 6 dage før den; når udbudsmaterialet ændres væsentligt; og når bilag, der ikke ligger frit på nettet, ikke er sendt inden 5 dage.',
    'The time must be extended when the answer to a question that was asked in time and matters comes later than 6 days before it; when the documents are changed significantly; and when documents that are not freely online are not sent within 5 days.'),
  grade: 'V',
  source: 'elov.dk, Udbudsloven §§ 93(4) and 134(1) (supplementary information); statensindkob.dk, 29.10.2020',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Listen i § 93, stk. 4, er kun læst til og med nr. 3.', 'The list in § 93(4) was only read up to no. 3.'),
} as const satisfies Rule;

export const P093_EXTENSION_URGENT = {
  ...P093_EXTENSION,
  id: 'udbudsloven-93-4-urgent',
  title: said('Hvornår fristen skal forlænges, når det haster', 'When the time must be extended, in urgency'),
  sentence: said('Når det haster, er de 6 dage 4 dage.', 'In urgency the 6 days are 4 days.'),
  grade: 'P',
  source: 'VgV § 20(3)',
} as const satisfies Rule;

export interface ExtensionFacts {
  /** The time limit: an ISO date, with an hour or without. */
  readonly limit: string;
  readonly urgent: boolean;
  /** ISO date on which supplementary information was sent; null: none was. */
  readonly answered: string | null;
  readonly askedInTime: Truth;
  readonly important: Truth;
  readonly significantChanges: Truth;
  readonly documentsFree: Truth;
  /** Days from a request to the dispatch of documents that are not free; null: nobody asked. */
  readonly documentsSentAfter: number | null;
}

// The bidder has so many full days: that of the dispatch is none, nor is the last one when the limit falls before its end.
function isLate(answered: string, text: string, days: number): boolean {
  const { day, minute } = momentOf(text);
  const full = day - dayOf(answered) - (minute === null ? 0 : 1);
  return full < days;
}

export function judgeExtension(facts: ExtensionFacts): Finding {
  const rule: FirmRule = facts.urgent ? P093_EXTENSION_URGENT : P093_EXTENSION;
  const days = limit(facts.urgent ? 'supplementary-information-urgent' : 'supplementary-information').value;
  const onRequest = limit('documents-on-request').value;
  const late = facts.answered === null ? false : all(isLate(facts.answered, facts.limit, days), facts.askedInTime, facts.important);
  const unsent = all(not(facts.documentsFree), facts.documentsSentAfter !== null && facts.documentsSentAfter > onRequest);
  if (facts.significantChanges === true) return met(P093_EXTENSION, tell('Udbudsmaterialet er ændret væsentligt, så fristen skal forlænges.', 'The documents were changed significantly, so the time must be extended.'));
  if (late === true) return met(rule, tell('Svaret giver ikke {days} fulde dage før fristen, så den skal forlænges.', 'The answer does not leave {days} full days before the limit, so it must be extended.', { days }));
  if (unsent === true) return met(P093_EXTENSION, tell('Bilag, der ikke ligger frit på nettet, er sendt senere end {onRequest} dage efter anmodningen, så fristen skal forlænges.', 'Documents that are not freely online were sent later than {onRequest} days after the request, so the time must be extended.', { onRequest }));
  if (any(late, unsent, facts.significantChanges) === null) return unknown(rule, tell('Det er ikke oplyst, om en af grundene gælder.', 'It is not said whether one of the grounds holds.'));
  return review(rule, tell(
    'Ingen af de tre grunde, vi har læst, er oplyst at gælde. Loven kan have flere.',
    'None of the three grounds that we have read is said to hold. The law may have more.'));
}
