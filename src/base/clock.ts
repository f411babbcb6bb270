/** Where the time comes from. Handed in, so that no rule looks at the wall by itself. */
export interface Clock {
  readonly now: () => Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands still, at an instant such as `2026-01-31T12:00:00Z`. */
export function fixedClock(at: Temporal.Instant | string): Clock {
  const instant = Temporal.Instant.from(at);
  return { now: () => instant };
}
