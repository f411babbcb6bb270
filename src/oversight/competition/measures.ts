/** The figures of competition, each from counts alone. Pure; none of them depends on the order of what it is given. */

export interface Concentration {
  readonly winners: number;
  /** Share of the largest, and of the four largest: 0 to 1. */
  readonly cr1: number;
  readonly cr4: number;
  /** Herfindahl-Hirschman index, the sum of the squared shares: between 1 / winners and 1. */
  readonly hhi: number;
}

/** So many have a part of this size each. */
export interface Part {
  readonly part: number;
  readonly winners: number;
}

const LARGEST = 4;

/** How the whole is divided. @param parts of those with nothing none is counted. @returns null when there is nothing to divide */
export function concentration(parts: readonly Part[]): Concentration | null {
  const sorted = parts.filter(({ part, winners }) => part > 0 && winners > 0).toSorted((one, other) => other.part - one.part);
  const [largest] = sorted;
  if (largest === undefined) return null;
  const winners = sum(sorted, (own) => own.winners);
  const total = sum(sorted, (own) => own.part * own.winners);
  return {
    winners,
    cr1: Math.min(1, largest.part / total),
    cr4: winners <= LARGEST ? 1 : Math.min(1, ofFirst(sorted, LARGEST) / total),
    hhi: Math.min(1, Math.max(1 / winners, sum(sorted, (own) => own.winners * (own.part / total) ** 2))),
  };
}

/** What the first so many have together. @param sorted the largest first */
function ofFirst(sorted: readonly Part[], most: number): number {
  let left = most;
  return sum(sorted, ({ part, winners }) => {
    const counted = Math.min(left, winners);
    left -= counted;
    return part * counted;
  });
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((all, item) => all + of(item), 0);
}

export interface BidFigures {
  /** Lots with a stated number of bids, at least one. */
  readonly lots: number;
  readonly single: number;
  readonly mean: number | null;
  readonly median: number | null;
}

/** @param counts how many lots (`lots`) had so many bids (`bids`) */
export function bidFigures(counts: readonly { readonly bids: number; readonly lots: number }[]): BidFigures {
  const lots = counts.reduce((sum, count) => sum + count.lots, 0);
  const single = counts.reduce((sum, count) => (count.bids === 1 ? sum + count.lots : sum), 0);
  if (lots === 0) return { lots, single, mean: null, median: null };
  const bids = counts.reduce((sum, count) => sum + count.bids * count.lots, 0);
  const [low, high] = [at(counts, Math.floor((lots - 1) / 2)), at(counts, Math.floor(lots / 2))];
  return { lots, single, mean: bids / lots, median: (low + high) / 2 };
}

/** The bids of the lot at this place, counted from 0, in the order of their bids. */
function at(counts: readonly { readonly bids: number; readonly lots: number }[], place: number): number {
  let passed = 0;
  for (const { bids, lots } of counts.toSorted((one, other) => one.bids - other.bids)) {
    passed += lots;
    if (place < passed) return bids;
  }
  return 0;
}

export interface WinnerYear {
  readonly year: number;
  /** Organisations that won in it. */
  readonly winners: number;
  /** Those of them that won nothing in an earlier year that is known. */
  readonly fresh: number;
}

export interface NewWinners {
  readonly year: number;
  /** First-time winners; null where the years before are too few to tell. */
  readonly first: number | null;
}

/** With fewer years behind it nearly everybody would look new. */
export const LOOK_BACK_YEARS = 3;

/** First-time winners by year, oldest year first. A year is told when something was awarded in each of the `LOOK_BACK_YEARS` years before it. */
export function newWinners(years: readonly WinnerYear[]): readonly NewWinners[] {
  const known = new Set(years.filter(({ winners }) => winners > 0).map(({ year }) => year));
  const isTold = (year: number): boolean => Array.from({ length: LOOK_BACK_YEARS }, (_none, back) => year - back - 1).every((before) => known.has(before));
  return years.toSorted((one, other) => one.year - other.year).map(({ year, fresh }) => ({ year, first: isTold(year) ? fresh : null }));
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Standard score of a range that holds the true share 95 times of 100. */
const Z = 1.96;

/**
 * The range that a share of so few may stand for, as if they were drawn from many more alike. null of none.
 * @see Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference
 */
export function shareRange(count: number, of: number): Range | null {
  if (of === 0) return null;
  const share = count / of;
  const square = (Z * Z) / of;
  const middle = (share + square / 2) / (1 + square);
  const half = (Z / (1 + square)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of));
  return { low: count === 0 ? 0 : Math.max(0, middle - half), high: count === of ? 1 : Math.min(1, middle + half) };
}
