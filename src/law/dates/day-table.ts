/** The days of some years, one by one, as a table for whoever counts in SQL. */
import { dayOf, isoOf, isQuiet, isOpen } from './days.ts';

export interface TabledDay {
  /** ISO date. */
  readonly day: string;
  /** Neither Saturday, Sunday nor public holiday. */
  readonly isWorkingDay: boolean;
  /** A working day that is open by custom too, and in nobody's holidays. */
  readonly isEffective: boolean;
}

/** @param from first and last year */
export function tabledDays(from: number, to: number): readonly TabledDay[] {
  const [first, last] = [dayOf(`${from}-01-01`), dayOf(`${to}-12-31`)];
  return Array.from({ length: last - first + 1 }, (_, at) => ({ day: isoOf(first + at), isWorkingDay: isOpen(first + at, false), isEffective: isQuiet(first + at) }));
}
