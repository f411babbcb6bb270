/** Chance for worlds that are too large for fast-check to shrink: drawn from its seed, so that `TEST_SEED` brings a failure back. */
import * as fc from 'fast-check';

export interface Dice {
  readonly seed: number;
  /** From 0 to below `sides`. */
  roll(sides: number): number;
  /** True so often of a hundred times. */
  chance(percent: number): boolean;
  /** @throws when there is nothing to draw from. */
  pick<T>(list: readonly T[]): T;
  /** Each member with this chance, in the order of the list. */
  some<T>(list: readonly T[], percent: number): readonly T[];
  shuffled<T>(list: readonly T[]): readonly T[];
  uuid(): string;
  hex(bytes: number): string;
}

/** @param seed left out: another one each time, as far as fast-check's own seed lets it */
export function dice(seed = drawSeed()): Dice {
  let state = seed >>> 0;
  // mulberry32, public domain.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const roll = (sides: number): number => Math.floor(next() * sides);
  const chance = (percent: number): boolean => roll(100) < percent;
  const hex = (bytes: number): string => Array.from({ length: bytes }, () => roll(256).toString(16).padStart(2, '0')).join('');
  return {
    seed, roll, chance, hex,
    pick: (list) => {
      if (list.length === 0) throw new Error('There is nothing to draw from.');
      return list[roll(list.length)] as (typeof list)[number];
    },
    some: (list, percent) => list.filter(() => chance(percent)),
    shuffled: (list) => list.map((one) => [next(), one] as const).toSorted(([a], [b]) => a - b).map(([, one]) => one),
    uuid: () => `${hex(4)}-${hex(2)}-7${hex(2).slice(1)}-8${hex(2).slice(1)}-${hex(6)}`,
  };
}

const SEEDS = 2000;
let seeds: number[] = [];

/** The next of the seeds that fast-check draws by its own; a process sees the same ones in the same order. */
function drawSeed(): number {
  if (seeds.length === 0) seeds = fc.sample(fc.noBias(fc.nat()), SEEDS);
  return seeds.pop() ?? 1;
}
