/** The procedures of a search as the parts of a whole, each with the search that lists just what it counts. */
import { UNKNOWN, type ProcessQuery } from './list.view.ts';

/** A procedure of the EU list; a method of OCDS where there is none; or neither. */
export interface Way {
  readonly code: string | null;
  readonly method: string | null;
}

export interface WayCount extends Way {
  readonly processes: number;
}

/**
 * The most frequent ways one by one, then the rest: those with a procedure together, and those without one together, since no
 * search finds some of both and nothing else.
 * @param ways most frequent first
 * @param most parts that can be told apart, 4 or more
 */
export function procedureParts(ways: readonly WayCount[], most: number): readonly (readonly WayCount[])[] {
  const alone = ways.length <= most ? ways.length : isOneSearch(ways.slice(most - 1)) ? most - 1 : most - 2;
  const rest = ways.slice(alone);
  const together = [rest.filter(({ code }) => code !== null), rest.filter(({ code }) => code === null)];
  return [...ways.slice(0, alone).map((way) => [way]), ...together.filter((part) => part.length > 0)];
}

/** The search for those of its processes that were made in one of these ways; null: no search finds just them. */
export function searchOfWays(query: ProcessQuery, ways: readonly Way[]): ProcessQuery | null {
  if (ways.length === 0 || !isOneSearch(ways)) return null;
  const codes = ways.flatMap(({ code }) => (code === null ? [] : [code]));
  if (codes.length > 0) return { ...query, procedure: codes };
  return { ...query, procedure: [UNKNOWN], filters: { ...query.filters, method: ways.map(({ method }) => method ?? UNKNOWN) } };
}

function isOneSearch(ways: readonly Way[]): boolean {
  return ways.every(({ code }) => code !== null) || ways.every(({ code }) => code === null);
}
