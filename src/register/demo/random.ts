/** Chance that is the same on every machine and every day: whole-number arithmetic from a text as seed. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from the first to the second, both included. */
  readonly between: (from: number, to: number) => number;
  /** True in that many of 100 cases. */
  readonly percent: (share: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** So many different ones, in the order of the list. */
  readonly some: <T>(list: readonly T[], count: number) => readonly T[];
}

/** Each seed gives its own row of numbers, so that a change in one process does not disturb the others. */
export function chance(seed: string): Chance {
  let state = fnv1a(seed);
  const next = (): number => {
    // mulberry32: a published 32-bit mixing step, good enough for made-up data.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    const one = list[between(0, list.length - 1)];
    if (one === undefined) throw new Error('There is nothing to choose from.');
    return one;
  };
  const some = <T>(list: readonly T[], count: number): readonly T[] => {
    const left = list.map((_one, i) => i);
    while (left.length > count) left.splice(between(0, left.length - 1), 1);
    return left.flatMap((i) => list.slice(i, i + 1));
  };
  return { next, between, percent: (share) => next() * 100 < share, pick, some };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
