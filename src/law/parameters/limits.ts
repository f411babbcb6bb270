import type { Grade } from '../grade.ts';
import { readYaml } from '../data.ts';

/** A number of the law that is no threshold. */
export interface Limit {
  readonly id: string;
  readonly value: number;
  readonly unit: 'days' | 'working days' | 'months' | 'years' | 'per cent' | 'DKK' | 'DKK per EUR' | 'candidates';
  /** First and last day on which it holds, inclusive ISO dates; to null: not known to have ended. */
  readonly from: string;
  readonly to: string | null;
  readonly grade: Grade;
  readonly source: string;
  readonly note?: string;
}

/** Every limit, in the order of the file. */
export const LIMITS = readYaml('parameters/limits.yaml') as readonly Limit[];

const BY_ID = Map.groupBy(LIMITS, ({ id }) => id);

/** The limit on a day; null when the law of that day is not known here. @param on ISO date @throws Error for a name that no limit has */
export function limitOn(id: string, on: string): Limit | null {
  const rows = BY_ID.get(id);
  if (rows === undefined) throw new Error(`No limit is called "${id}".`);
  return rows.find(({ from, to }) => on >= from && (to === null || on <= to)) ?? null;
}

/** The value of a limit that has held since Udbudsloven, as it is now: for a rule that judges only what that law covers. */
export function limit(id: string): Limit {
  const rows = BY_ID.get(id);
  const last = rows?.at(-1);
  if (last === undefined) throw new Error(`No limit is called "${id}".`);
  return last;
}
