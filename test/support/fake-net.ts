/** The net with a time of its own: sleeping is over at once, and the clock says it was not. */
import type { Clock } from '#base';

export interface FakeNet {
  readonly fetch: typeof fetch;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly clock: Clock;
  readonly random: () => number;
  /** When each request was sent, in milliseconds since the beginning. */
  readonly times: readonly number[];
  /** All waits, in milliseconds. */
  readonly sleeps: readonly number[];
  /** Sets the clock forward, or back. */
  turn(milliseconds: number): void;
}

/** @param latency milliseconds that each request takes. */
export function fakeNet(start = '2026-11-25T10:00:00Z', latency = 0): FakeNet {
  const begin = Temporal.Instant.from(start).epochMilliseconds;
  let now = begin;
  const times: number[] = [];
  const sleeps: number[] = [];
  return {
    fetch: async (input, init) => {
      times.push(now - begin);
      const response = await fetch(input, init);
      now += latency;
      return response;
    },
    sleep: (milliseconds) => {
      sleeps.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
    clock: { now: () => Temporal.Instant.fromEpochMilliseconds(Math.round(now)) },
    random: () => 0,
    times, sleeps,
    turn: (milliseconds) => { now += milliseconds; },
  };
}
