/** What the law asks of a dynamic purchasing system while it runs. Dates are ISO dates in Copenhagen. */
import { disRenewalEnds, judgeDates } from '#law';
import { forbids, warns, type MarketFinding } from '../findings.ts';

export interface DecisionFacts {
  /** Day of receipt, or of the receipt of what was missing. */
  readonly receivedOn: string;
  /** Why it takes longer in this one case; null: it does not. */
  readonly extendedBecause: string | null;
  /** Last day for the first applications as the documents prolong it; null: they do not. */
  readonly prolongedTo: string | null;
  /** Day of the first invitation to tender in the system; null: none went out yet. */
  readonly firstInvitationOn: string | null;
  /** Null: undecided. */
  readonly decidedOn: string | null;
}

export interface DecisionLimit {
  /** Last day on which the decision is in time. */
  readonly last: string;
  /** The same if 5 June, 24 and 31 December were public holidays; null: no difference. */
  readonly lastIfClosed: string | null;
  readonly why: 'ordinary' | 'extended' | 'prolonged';
  /** First day on which it is or was late; null: it is not. */
  readonly overdueSince: string | null;
}

/** When an application must be decided, and whether it is late. It is never decided by itself. @param today ISO date */
export function decisionLimit(facts: DecisionFacts, today: string): DecisionLimit {
  const { receivedOn, extendedBecause, prolongedTo, firstInvitationOn, decidedOn } = facts;
  const isExtended = extendedBecause !== null && extendedBecause.trim() !== '';
  const { last: counted, lastIfClosed } = judgeDates({ step: 'dis-decision', from: receivedOn, extended: isExtended });
  if (counted === null) throw new RangeError(`No time limit is known for an application of ${receivedOn}.`);
  // Prolonged only as long as no invitation goes out meanwhile.
  const isProlonged = prolongedTo !== null && prolongedTo > counted && (firstInvitationOn === null || firstInvitationOn > prolongedTo);
  const last = isProlonged ? prolongedTo : counted;
  const ended = decidedOn ?? today;
  return {
    last,
    lastIfClosed: isProlonged ? null : lastIfClosed,
    why: isProlonged ? 'prolonged' : isExtended ? 'extended' : 'ordinary',
    overdueSince: ended > last ? Temporal.PlainDate.from(last).add({ days: 1 }).toString() : null,
  };
}

/** The last day for a renewed ESPD. @param askedOn day of the request */
export function renewalLimit(askedOn: string): { readonly last: string; readonly lastIfClosed: string } {
  const ends = disRenewalEnds(askedOn);
  if (ends === null) throw new RangeError(`No time limit is known for a renewal of ${askedOn}.`);
  return ends;
}

export interface QuarterDue {
  /** "2026-Q3" */
  readonly quarter: string;
  readonly contracts: number;
  /** Last day for the notice. */
  readonly due: string;
  readonly state: 'running' | 'due' | 'overdue' | 'sent' | 'sent-late';
}

/** The award notices of a system, quarter by quarter; quarters without a contract need none. @param sent quarter to the day of its notice */
export function quarterlyNotices(contractDays: readonly string[], sent: Readonly<Record<string, string>>, today: string): readonly QuarterDue[] {
  const quarters = Map.groupBy(contractDays, quarterOf);
  return [...quarters].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([quarter, days]) => {
    const due = judgeDates({ step: 'dis-quarterly-notice', from: days[0] ?? '' }).last;
    if (due === null) throw new RangeError(`No time limit is known for the notice of ${quarter}.`);
    return { quarter, contracts: days.length, due, state: noticeState(quarter, due, sent[quarter] ?? null, today) };
  });
}

export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

function noticeState(quarter: string, due: string, sentOn: string | null, today: string): QuarterDue['state'] {
  if (sentOn !== null) return sentOn > due ? 'sent-late' : 'sent';
  if (quarterOf(today) === quarter) return 'running';
  return today > due ? 'overdue' : 'due';
}

export interface Hearing {
  /** A ground of exclusion by its rule ("udbudsloven-136"), or that the suitability is lost; null: none was given. */
  readonly ground: string | null;
  readonly heardOn: string | null;
  /** Last day for the answer. */
  readonly answerBy: string | null;
  readonly answeredOn: string | null;
  /** Proof that it is reliable again; assessed: the reasoned assessment of the proof, null: not yet. */
  readonly selfCleaning: { readonly offered: boolean; readonly assessed: string | null };
}

/** The ground that lost suitability is: DIS_ADMISSION asks for it as long as the supplier is in. */
export const SUITABILITY_LOST = 'udbudsloven-101-admission';

/** For what a supplier can be removed; nothing else. */
export const REMOVAL_GROUNDS = ['udbudsloven-134a', 'udbudsloven-135-1', 'udbudsloven-135-3', 'udbudsloven-136', 'udbudsloven-137', SUITABILITY_LOST] as const;
const GROUNDS: ReadonlySet<string> = new Set(REMOVAL_GROUNDS);

/** Grounds that no proof clears. */
const NOT_CLEARED: ReadonlySet<string> = new Set(['udbudsloven-134a']);

const SELF_CLEANING = 'udbudsloven-138';

/** What stands against removing a supplier from the system today; without a blocking finding it may be done. */
export function removalFindings({ ground, heardOn, answerBy, answeredOn, selfCleaning }: Hearing, today: string): readonly MarketFinding[] {
  const heard: readonly MarketFinding[] = heardOn === null ? [forbids(SELF_CLEANING, 'not-heard')] : answerTime(heardOn, answerBy, answeredOn, today);
  if (ground === null || !GROUNDS.has(ground)) return [forbids(SUITABILITY_LOST, 'no-ground'), ...heard];
  const isOpen = selfCleaning.offered && !NOT_CLEARED.has(ground) && (selfCleaning.assessed ?? '').trim() === '';
  return [
    ...heard,
    ...(isOpen ? [forbids(SELF_CLEANING, 'self-cleaning-not-assessed')] : []),
    ...(ground === 'udbudsloven-137' ? [warns(ground, 'ground-named-in-notice')] : []),
  ];
}

function answerTime(heardOn: string, answerBy: string | null, answeredOn: string | null, today: string): readonly MarketFinding[] {
  if (answeredOn !== null) return [];
  if (answerBy === null || answerBy <= heardOn) return [forbids(SELF_CLEANING, 'no-time-to-answer')];
  return today > answerBy ? [] : [forbids(SELF_CLEANING, 'answer-time-runs', { answerBy })];
}
