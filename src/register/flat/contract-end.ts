/** When a contract ends, and where that stands. */
import type { JsonObject } from '#base';
import { count, object, text } from '../dirty.ts';
import { dayOf } from './reading.ts';

/**
 * `contract`: in the contract itself. `award`, `lot`, `tender`: in the award, its lots, or the tender as a whole.
 * `computed`: from a start and a duration, so about right and no more: notices give durations in months or days.
 */
export const END_BASES = ['contract', 'award', 'lot', 'tender', 'computed'] as const;
export type EndBasis = (typeof END_BASES)[number];

export interface ContractEnd {
  /** ISO 8601 day. */
  readonly ends: string;
  readonly basis: EndBasis;
}

export interface ContractParts {
  readonly contract: JsonObject;
  readonly award: JsonObject;
  readonly lots: readonly JsonObject[];
  readonly tender: JsonObject;
  /** True when a notice of change tells of it. */
  readonly changed: boolean;
}

/** The stated end nearest to the contract; without one, start and duration; without those, null. Lots that disagree say nothing. */
export function contractEnd({ contract, award, lots, tender, changed }: ContractParts): ContractEnd | null {
  const own = object(contract['period']);
  const tendered: readonly (readonly [EndBasis, readonly JsonObject[]])[] = [
    ['lot', lots.map((lot) => object(lot['contractPeriod']))],
    ['tender', [object(tender['contractPeriod'])]],
  ];
  const places: readonly (readonly [EndBasis, readonly JsonObject[]])[] = [
    ['contract', [own]],
    ['award', [object(award['contractPeriod'])]],
    // A change is often of the end: what was tendered then says nothing any more.
    ...(changed ? [] : tendered),
  ];
  for (const [basis, periods] of places) {
    const ends = agreed(periods.map((period) => dayOf(text(period['endDate']))));
    if (ends !== null) return { ends, basis };
  }
  const starts = dayOf(text(own['startDate'])) ?? dayOf(text(contract['dateSigned']));
  const days = places.map(([, periods]) => agreed(periods.map((period) => count(period['durationInDays'])))).find((found) => found !== null) ?? null;
  return starts === null || days === null ? null : computed(starts, Number(days));
}

function agreed(values: readonly (string | null)[]): string | null {
  const distinct = new Set(values);
  return distinct.size === 1 ? ([...distinct][0] ?? null) : null;
}

const DAYS_OF_YEAR = 365;
const DAYS_OF_MONTH = 30;
const LONGEST_DAYS = 36_500;
/** Later years are no longer written with four digits. */
const LAST_YEAR = 9999;

function computed(starts: string, days: number): ContractEnd | null {
  if (days === 0 || days > LONGEST_DAYS) return null;
  const ends = Temporal.PlainDate.from(starts).add(durationOf(days)).subtract({ days: 1 });
  return ends.year > LAST_YEAR ? null : { ends: ends.toString(), basis: 'computed' };
}

/** "OCDS for eForms" writes a year as 365 days and a month as 30; whole ones are counted by the calendar again. */
function durationOf(days: number): Temporal.DurationLike {
  if (days % DAYS_OF_YEAR === 0) return { years: days / DAYS_OF_YEAR };
  return days % DAYS_OF_MONTH === 0 ? { months: days / DAYS_OF_MONTH } : { days };
}
