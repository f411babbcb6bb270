/** How a proposed day is held against a period of the law; the paragraphs with a time limit share it. */
import { met, notMet, review, type Finding } from '../finding.ts';
import { endsOf } from '../regulation1182/a003-counting.ts';
import type { FirmRule } from '../rule.ts';
import type { Truth } from '../truth.ts';
import { dayOf, type Day } from './days.ts';
import type { Period } from './period.ts';
import { dayText, tell } from './telling.ts';

/** A day, or an hour of it in Danish local time. */
export interface Moment {
  readonly day: Day;
  /** Minutes after midnight; null: the whole day, to its end. */
  readonly minute: number | null;
}

/** @param text "2026-05-04" or "2026-05-04T12:00" */
export function momentOf(text: string): Moment {
  const [date = '', time] = text.split('T');
  if (time === undefined) return { day: dayOf(date), minute: null };
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { day: dayOf(date), minute: hours * 60 + minutes };
}

const LAST_MINUTE = 24 * 60 - 1;

/** A period lasts to the end of its last day, so an hour before that is too early. */
function holdsWhole(last: Day, { day, minute }: Moment): boolean {
  return day > last || (day === last && (minute === null || minute >= LAST_MINUTE));
}

export interface Proposal {
  /** ISO date from which the period is counted; that day itself is not counted. */
  readonly from: string;
  /** ISO date, with an hour or without. */
  readonly proposed: string;
}

/** What a period asks of a proposed day: to be its end or later, to be no later than its end, or to lie after it, as the day of signature does. */
export type Bound = 'least' | 'most' | 'after';

/** Whether a proposed day keeps the period; null: it turns on days that are closed by custom only. */
export function keeps(bound: Bound, period: Period, { from, proposed }: Proposal): Truth {
  const moment = momentOf(proposed);
  const { last, lastIfClosed } = endsOf(period, dayOf(from));
  const holds = (end: Day): boolean => {
    if (bound === 'least') return holdsWhole(end, moment);
    return bound === 'most' ? moment.day <= end : moment.day > end;
  };
  return holds(last) === holds(lastIfClosed) ? holds(last) : null;
}

/** The finding on a proposed day. @param period null: the law of that day is not known */
export function judgeProposed(rule: FirmRule, bound: Bound, period: Period | null, proposal: Proposal): Finding {
  if (period === null) return notKnown(rule);
  const { last } = endsOf(period, dayOf(proposal.from));
  const values = { proposed: dayText(momentOf(proposal.proposed).day), last: dayText(last) };
  const verdict = keeps(bound, period, proposal);
  if (verdict === null) {
    return review(rule, tell(
      'Om {proposed} holder fristen, der udløber {last}, afhænger af en dag, hvor de fleste har lukket, men som ikke er helligdag efter nogen lov, vi har læst.',
      'Whether {proposed} keeps the period that ends on {last} turns on a day on which most are closed but that no law we have read makes a public holiday.', values));
  }
  if (bound === 'most') {
    return verdict ? met(rule, tell('{proposed} er ikke efter fristens sidste dag, {last}.', '{proposed} is not after the last day of the period, {last}.', values))
      : notMet(rule, tell('{proposed} er efter fristens sidste dag, {last}.', '{proposed} is after the last day of the period, {last}.', values));
  }
  if (bound === 'after') {
    return verdict ? met(rule, tell('{proposed} ligger efter perioden, der løber til udgangen af {last}.', '{proposed} lies after the period, which lasts to the end of {last}.', values))
      : notMet(rule, tell('{proposed} er for tidligt: kontrakten kan tidligst indgås dagen efter periodens sidste dag, {last}.', '{proposed} is too early: the contract can be concluded on the day after the last day of the period, {last}, at the earliest.', values));
  }
  return verdict ? met(rule, tell('{proposed} holder mindstefristen, der løber til udgangen af {last}.', '{proposed} keeps the minimum period, which lasts to the end of {last}.', values))
    : notMet(rule, tell('{proposed} er for tidligt: mindstefristen løber til udgangen af {last}.', '{proposed} is too early: the minimum period lasts to the end of {last}.', values));
}

export function notKnown(rule: FirmRule): Finding {
  return review(rule, tell('Reglerne på den dag er ældre end dem, vi kender, så vi sætter ingen frist.', 'The rules of that day are older than those we know, so we set no time limit.'));
}
