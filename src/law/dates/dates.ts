import { COUNTING, endsOf, type Ends } from '../regulation1182/a003-counting.ts';
import { weakest } from '../grade.ts';
import { tell } from './telling.ts';
import { colophon } from '../version.ts';
import { lastStartOf } from './backwards.ts';
import { known, type DatesFacts, type KnownFacts } from './dates.facts.ts';
import type { DatesResult, Warning } from './dates.result.ts';
import { dayOf, isoOf, type Day } from './days.ts';
import { findingsOf } from './findings.ts';
import { checkHolidays, type HolidayAnswer } from './holiday-check.ts';
import { keeps, momentOf } from './judging.ts';
import { missingDates } from './missing.ts';
import type { Period } from './period.ts';
import { startOf, stepOf, type Step } from './steps.ts';

/**
 * When a step of a procedure ends: the period by law, its last day by Regulation 1182/71 and the Danish public holidays, and whether a day
 * that somebody has in mind keeps it. Dates are those of Denmark. Never throws for facts that the schema lets through.
 */
export function judgeDates(given: DatesFacts): DatesResult {
  const all = known(given);
  const facts = { ...all, from: startOf(all) };
  const step = stepOf(facts);
  const period = step.period(facts);
  const ends = period === null ? null : endsOf(period, dayOf(facts.from));
  const findings = findingsOf(step, facts, period, ends);
  const holidays = holidaysOf(step, facts, ends);
  return {
    ...lengthOf(facts, period),
    last: iso(ends?.last),
    lastIfClosed: ends === null || ends.lastIfClosed === ends.last ? null : isoOf(ends.lastIfClosed),
    earliestAct: facts.step === 'standstill' && ends !== null ? isoOf(ends.last + 1) : null,
    proposedIsLawful: facts.proposed === null || period === null ? null : keeps(step.bound, period, { from: facts.from, proposed: facts.proposed }),
    paragraph: step.rule.paragraph,
    grade: gradeOf(step, facts, period),
    workingDays: holidays?.workingDays ?? null,
    effectiveWorkingDays: holidays?.effectiveWorkingDays ?? null,
    ...startsOf(all),
    findings,
    warnings: [...ownWarnings(step, facts, period), ...(holidays?.warnings ?? [])],
    missing: missingDates(step, facts, ends?.last ?? null),
    ...colophon([...findings, COUNTING]),
  };
}

function lengthOf({ step }: KnownFacts, period: Period | null): Pick<DatesResult, 'days' | 'months' | 'counting'> {
  const isWorking = period === null ? step === 'dis-decision' : period.unit === 'working days';
  const isMonths = period?.unit === 'months';
  return { days: isMonths ? null : (period?.length ?? null), months: isMonths ? period.length : null, counting: isWorking ? 'working' : 'calendar' };
}

/** Without a period the law of the day is missing, save for a complaint, where only the fact is. */
function gradeOf({ rule }: Step, { step, case: kind }: KnownFacts, period: Period | null): DatesResult['grade'] {
  if (period !== null) return weakest([rule.grade, period.grade]);
  return step === 'complaint' && kind === null ? rule.grade : 'M';
}

function startsOf(facts: KnownFacts): Pick<DatesResult, 'lastStart' | 'lastStartIfClosed'> {
  if (facts.mustRunBy === null) return { lastStart: null, lastStartIfClosed: null };
  const { lastStart, lastStartIfClosed } = lastStartOf(facts, dayOf(facts.mustRunBy));
  return { lastStart: iso(lastStart), lastStartIfClosed: lastStartIfClosed === lastStart ? null : iso(lastStartIfClosed) };
}

function holidaysOf({ bound }: Step, { from, proposed }: KnownFacts, ends: Ends | null): HolidayAnswer | null {
  const last = ends === null ? null : bound === 'most' ? ends.last : ends.lastIfClosed + (bound === 'after' && proposed !== null ? 1 : 0);
  const end = proposed === null ? (ends === null ? null : { day: ends.last, minute: null }) : momentOf(proposed);
  if (end === null) return null;
  const start = dayOf(from);
  return checkHolidays({ from: start, end, bound, last, length: ends === null ? end.day - start : ends.counted - start });
}

function ownWarnings({ levers, rule }: Step, { agreedDays, from, proposed }: KnownFacts, period: Period | null): Warning[] {
  const least = levers.includes('agreedDays') && period !== null ? period.length : 0;
  return [
    ...(agreedDays !== null && agreedDays < least ? [{
      kind: 'agreed-too-short', date: null,
      detail: tell('Der er aftalt {agreedDays} dage; der regnes med {least} ({paragraph}).', '{agreedDays} days were agreed; {least} are reckoned with ({paragraph}).', { agreedDays, least, paragraph: rule.paragraph }),
    } as const] : []),
    ...(proposed !== null && momentOf(proposed).day <= dayOf(from) ? [{
      kind: 'before-start', date: proposed.slice(0, 10),
      detail: tell('Den foreslåede dag ligger ikke efter den dag, fristen løber fra.', 'The proposed day does not lie after the day from which the period runs.'),
    } as const] : []),
  ];
}

function iso(day: Day | null | undefined): string | null {
  return day === null || day === undefined ? null : isoOf(day);
}
