/** The steps that have a time limit: the rule of each, whether it is a least or a most, and how long it is with the facts given. */
import { KN003, standstill } from '../klagenaevnsloven/p003-standstill.ts';
import { exAnteWait, KN004 } from '../klagenaevnsloven/p004-ex-ante.ts';
import { complaintPeriod, KN007 } from '../klagenaevnsloven/p007-complaint.ts';
import type { FirmRule } from '../rule.ts';
import { disPeriod } from '../udbudsloven/p101-dis-time.ts';
import { DIS_APPLICATIONS, DIS_DECISION, DIS_TENDERS } from '../udbudsloven/p101-dynamic-purchasing.ts';
import { awardNotice, P129_1, P129_4, quarterlyNotice } from '../udbudsloven/p129-award-notice.ts';
import { openTenders, P057 } from '../udbudsloven/p057-open-time.ts';
import { P059, restrictedApplications } from '../udbudsloven/p059-applications.ts';
import { agreedTenders } from '../udbudsloven/p060-agreed.ts';
import { isInTime } from '../udbudsloven/p060-prior-information.ts';
import { P060, restrictedTenders } from '../udbudsloven/p060-tenders.ts';
import { negotiated, P061_TIME } from '../udbudsloven/p061-negotiated-time.ts';
import type { DateStep, KnownFacts } from './dates.facts.ts';
import { dayOf, isoOf, quarterEnd } from './days.ts';
import type { Bound } from './judging.ts';
import type { Period, TenderFacts } from './period.ts';

/** A fact that can make a period longer or shorter. */
export type Lever = 'electronic' | 'priorInformationNotice' | 'urgent' | 'extended' | 'agreedDays' | 'case';

export interface Step {
  readonly rule: FirmRule;
  readonly bound: Bound;
  /** The facts that this step listens to; the others say nothing here. */
  readonly levers: readonly Lever[];
  /** null: the law of that day, or the case, is not known. @param facts with the day that the period runs from, see startOf */
  readonly period: (facts: KnownFacts) => Period | null;
}

/** ISO date of the contract notice: without one of its own the step starts with it. */
export function noticeOf({ noticeSent, from }: KnownFacts): string {
  return noticeSent ?? from;
}

function tenderFacts(facts: KnownFacts): TenderFacts {
  const sent = facts.priorInformationNotice?.sent ?? null;
  return {
    from: facts.from,
    electronic: facts.electronic === true,
    urgent: facts.urgent === true,
    priorInformation: sent !== null && isInTime({ sent, notice: noticeOf(facts) }),
  };
}

function disFacts({ from, extended, agreedDays }: KnownFacts) {
  return { from, extended: extended === true, agreedDays };
}

const TENDER_LEVERS = ['electronic', 'priorInformationNotice', 'urgent'] as const;

const STEPS: Readonly<Record<DateStep, Step>> = {
  'open': { rule: P057, bound: 'least', levers: TENDER_LEVERS, period: (facts) => openTenders(tenderFacts(facts)) },
  'restricted-applications': { rule: P059, bound: 'least', levers: ['urgent'], period: (facts) => restrictedApplications(tenderFacts(facts)) },
  'restricted-tenders': {
    rule: P060, bound: 'least', levers: [...TENDER_LEVERS, 'agreedDays'],
    period: (facts) => (facts.agreedDays === null ? restrictedTenders(tenderFacts(facts)) : agreedTenders({ agreedDays: facts.agreedDays }, facts.from)),
  },
  'negotiated-applications': { rule: P061_TIME, bound: 'least', levers: ['urgent'], period: (facts) => negotiated({ step: 'applications', ...tenderFacts(facts) }) },
  'negotiated-tenders': { rule: P061_TIME, bound: 'least', levers: TENDER_LEVERS, period: (facts) => negotiated({ step: 'tenders', ...tenderFacts(facts) }) },
  'dis-first-applications': { rule: DIS_APPLICATIONS, bound: 'least', levers: [], period: (facts) => disPeriod({ step: 'applications', ...disFacts(facts) }) },
  'dis-decision': { rule: DIS_DECISION, bound: 'most', levers: ['extended'], period: (facts) => disPeriod({ step: 'decision', ...disFacts(facts) }) },
  'dis-tenders': { rule: DIS_TENDERS, bound: 'least', levers: ['agreedDays'], period: (facts) => disPeriod({ step: 'tenders', ...disFacts(facts) }) },
  'standstill': { rule: KN003, bound: 'after', levers: ['electronic'], period: ({ from, electronic }) => standstill({ from, electronic: electronic === true }) },
  'award-notice': { rule: P129_1, bound: 'most', levers: [], period: ({ from }) => awardNotice(from) },
  'dis-quarterly-notice': { rule: P129_4, bound: 'most', levers: [], period: ({ from }) => quarterlyNotice(from) },
  'complaint': { rule: KN007, bound: 'most', levers: ['case'], period: ({ case: kind, from }) => (kind === null ? null : complaintPeriod(kind, from)) },
};

/** An ex-ante notice has a wait of its own, which does not ask how anything was sent. */
const EX_ANTE: Step = { rule: KN004, bound: 'after', levers: [], period: ({ from }) => exAnteWait(from) };

export function stepOf({ step, case: kind }: Pick<KnownFacts, 'step' | 'case'>): Step {
  return step === 'standstill' && kind === 'ex-ante' ? EX_ANTE : STEPS[step];
}

/** ISO date that the period is counted from: for the quarterly notice the end of the quarter. */
export function startOf({ step, from }: KnownFacts): string {
  return step === 'dis-quarterly-notice' ? isoOf(quarterEnd(dayOf(from))) : from;
}
