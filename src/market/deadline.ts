/** Moving the deadline of an announced purchase, what makes it necessary (§ 93), and what is to happen in the hours before it. */
import { copenhagenDate, fail, ok, refuse, type Failure, type Result } from '#base';
import { judgeDates, judgeExtension, type DateStep } from '#law';
import { forbids, warns, type MarketFinding } from './findings.ts';
import { localMinute } from './publication-check.ts';

/** Something that the buyer tells all after the announcement. */
export interface LateChange {
  /** information: an answer or a supplement; significant: the documents are changed so that bidders need more time; basic: another purchase. */
  readonly kind: 'information' | 'significant' | 'basic';
  /** Of information: whether it was asked for in time, and whether it matters for a bid. Null: not judged yet. */
  readonly askedInTime: boolean | null;
  readonly important: boolean | null;
  readonly urgent: boolean;
}

const RULE = 'udbudsloven-93-4';

/** What stands against telling it now with that deadline. A new deadline is one later than the present; null: the deadline stays. */
export function checkLateChange(change: LateChange, { now, deadline, newDeadline }: { readonly now: Temporal.Instant; readonly deadline: Temporal.Instant; readonly newDeadline: Temporal.Instant | null }): readonly MarketFinding[] {
  if (change.kind === 'basic') return [forbids('udbudsloven-93-basic', 'basic-element')];
  const until = newDeadline ?? deadline;
  const isLater = newDeadline !== null && Temporal.Instant.compare(newDeadline, deadline) > 0;
  if (change.kind === 'significant') return isLater ? [] : [forbids(RULE, 'significant-needs-time', { deadline: localMinute(deadline) })];
  const { result } = judgeExtension({
    limit: localMinute(until), urgent: change.urgent, answered: copenhagenDate(now).toString(), askedInTime: change.askedInTime, important: change.important,
    significantChanges: false, documentsFree: true, documentsSentAfter: null,
  });
  const rule = change.urgent ? `${RULE}-urgent` : RULE;
  if (result === 'met') return [forbids(rule, 'information-too-late', { deadline: localMinute(until), leastDeadline: leastDeadline(change, now, until) })];
  return result === 'unknown' ? [warns(rule, 'information-maybe-too-late', { deadline: localMinute(until), leastDeadline: leastDeadline(change, now, until) })] : [];
}

/** The first day, at the same hour, that leaves the bidders their full days. Local minute, "2026-05-20T12:00". */
function leastDeadline({ urgent }: LateChange, now: Temporal.Instant, deadline: Temporal.Instant): string {
  const limit = (day: Temporal.PlainDate): string => `${day.toString()}${localMinute(deadline).slice(10)}`;
  const answered = copenhagenDate(now).toString();
  const isTooSoon = (day: Temporal.PlainDate): boolean => judgeExtension({
    limit: limit(day), urgent, answered, askedInTime: true, important: true, significantChanges: false, documentsFree: true, documentsSentAfter: null,
  }).result === 'met';
  let day = copenhagenDate(now);
  while (isTooSoon(day)) day = day.add({ days: 1 });
  return limit(day);
}

/** A deadline as it was, kept when it is moved. Instants as ISO text, so that it can be stored as it is. */
export interface PastDeadline {
  readonly deadline: string;
  readonly movedAt: string;
  readonly reason: string;
}

export interface DeadlineMove {
  readonly deadline: Temporal.Instant;
  readonly past: readonly PastDeadline[];
  readonly warnings: readonly MarketFinding[];
}

export interface MoveFacts {
  readonly now: Temporal.Instant;
  /** ISO date in Copenhagen of the announcement. */
  readonly announcedOn: string;
  readonly deadline: Temporal.Instant;
  readonly past: readonly PastDeadline[];
  /** The period that the deadline must keep; null: the law sets none (mini-competition). */
  readonly step: Extract<DateStep, 'dis-tenders' | 'dis-first-applications'> | null;
  readonly agreedDays: number | null;
  /** Torvet could not take bids up to the deadline: then it may be moved although it has passed, as long as nothing is opened. */
  readonly outage: boolean;
}

/** A new deadline for all. The old one is kept with the reason. Fails when it is over, the new one is not ahead, or it would be shorter than the law allows. */
export function moveDeadline(facts: MoveFacts, to: Temporal.Instant, reason: string): Result<DeadlineMove> {
  const wrong = moveFailure(facts, to, reason);
  if (wrong !== null) return fail(wrong);
  const { now, deadline, past } = facts;
  return ok({
    deadline: to,
    past: [...past, { deadline: deadline.toString(), movedAt: now.toString(), reason: reason.trim() }],
    warnings: Temporal.Instant.compare(to, deadline) < 0 ? [warns('udbudsloven-93-1', 'moved-earlier', { from: localMinute(deadline), to: localMinute(to) })] : [],
  });
}

function moveFailure({ now, announcedOn, deadline, step, agreedDays, outage }: MoveFacts, to: Temporal.Instant, reason: string): Failure | null {
  const place = 'deadline';
  if (reason.trim() === '') return refuse('invalid', { da: ['En frist flyttes ikke uden en begrundelse.', 'Skriv begrundelsen; den bliver offentliggjort.'], en: ['A deadline is not moved without a reason.', 'Write the reason; it is published.'] }, 'reason');
  if (Temporal.Instant.compare(now, deadline) > 0 && !outage) return refuse('conflict', { da: ['Fristen er gået.', 'Kun når Torvet har været ude af drift, kan en frist flyttes bagefter, og kun før noget er åbnet.'], en: ['The deadline has passed.', 'Only an outage of Torvet lets a deadline be moved afterwards, and only before anything is opened.'] }, place);
  if (Temporal.Instant.compare(to, now) <= 0) return refuse('invalid', { da: ['Den nye frist ligger ikke ude i fremtiden.', 'Vælg et senere tidspunkt.'], en: ['The new deadline is not ahead.', 'Choose a later instant.'] }, place);
  if (to.equals(deadline)) return refuse('invalid', { da: ['Det er allerede fristen.', 'Vælg et andet tidspunkt.'], en: ['That is the deadline already.', 'Choose another instant.'] }, place);
  if (step === null) return null;
  const { proposedIsLawful, last, paragraph } = judgeDates({ step, from: announcedOn, proposed: localMinute(to), agreedDays });
  return proposedIsLawful === false ? refuse('conflict', { da: [`Den nye frist er kortere, end loven tillader: perioden varer til og med ${last}. (${paragraph})`, 'Vælg en senere dag.'], en: [`The new deadline is shorter than the law allows: the period lasts to the end of ${last}. (${paragraph})`, 'Choose a later day.'] }, place) : null;
}

export const REMINDER_HOURS = [72, 24, 2] as const;
/** Holders of keys prove 7 days and 24 hours before the deadline that they still have them. */
export const POSSESSION_HOURS = [168, 24] as const;

export interface Coming {
  readonly what: 'reminder' | 'possession-check' | 'deadline';
  readonly hours: number;
  readonly at: Temporal.Instant;
}

/** What comes before the deadline, and the deadline itself, in order; only what lies after an instant. Hours are real ones, also when the clocks change. */
export function comingBefore(deadline: Temporal.Instant, after: Temporal.Instant): readonly Coming[] {
  const before = (what: Coming['what'], hours: number): Coming => ({ what, hours, at: deadline.subtract({ hours }) });
  return [...POSSESSION_HOURS.map((hours) => before('possession-check', hours)), ...REMINDER_HOURS.map((hours) => before('reminder', hours)), before('deadline', 0)]
    .filter(({ at }) => Temporal.Instant.compare(at, after) > 0)
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || (a.what < b.what ? -1 : 1));
}
