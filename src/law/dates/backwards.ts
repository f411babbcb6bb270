import { endsOf } from '../regulation1182/a003-counting.ts';
import { startOf, stepOf } from './steps.ts';
import type { KnownFacts } from './dates.facts.ts';
import { dayOf, isoOf, type Day } from './days.ts';

/** Longer than any period with its holidays, and the quarter that a day may lie before the end of. */
const FURTHEST = 4000;

export interface LastStart {
  readonly lastStart: Day | null;
  /** The same with 5 June, 24 and 31 December as public holidays: never later. */
  readonly lastStartIfClosed: Day | null;
}

/**
 * The latest start with which a step is over by a day; the standstill is over when the contract may be signed. It is looked for from the
 * day backwards, so that whatever makes periods jump (a notice that grows too old, a holiday) no later start is overlooked.
 */
export function lastStartOf(facts: KnownFacts, by: Day): LastStart {
  const lastStart = search(facts, by, by, 'last');
  return { lastStart, lastStartIfClosed: lastStart === null ? null : search(facts, by, lastStart, 'lastIfClosed') };
}

function search(facts: KnownFacts, by: Day, latest: Day, which: 'last' | 'lastIfClosed'): Day | null {
  const least = facts.step === 'standstill' ? by - 1 : by;
  const step = stepOf(facts);
  for (let from = latest; from > latest - FURTHEST; from -= 1) {
    const given = { ...facts, from: isoOf(from) };
    const timed = { ...given, from: startOf(given) };
    const period = step.period(timed);
    if (period === null) return null;
    const start = dayOf(timed.from);
    // Counting never ends before the length in days, so most starts need no calendar at all.
    if (start + leastDays(period.length, period.unit) <= least && endsOf(period, start)[which] <= least) return from;
  }
  return null;
}

function leastDays(length: number, unit: 'days' | 'working days' | 'months'): number {
  return unit === 'months' ? length * 30 - 2 : length;
}
