import type { JsonObject } from '#base';

/** A release that has what merging needs. */
export interface DatedRelease {
  readonly ocid: string;
  readonly date: string;
  readonly release: JsonObject;
}

const UTC_SECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/**
 * The releases by date, oldest first; those of one date keep their order. Dates are compared as instants, whatever
 * their offset. When one of them is no instant (a day without a time, say), all are compared as text, as the
 * standard's reference implementation always does.
 */
export function inOrder(releases: readonly DatedRelease[]): readonly DatedRelease[] {
  if (releases.every(({ date }) => UTC_SECONDS.test(date))) return releases.toSorted((left, right) => compare(left.date, right.date));
  const instants = releases.map(({ date }) => instant(date));
  if (instants.includes(null)) return releases.toSorted((left, right) => compare(left.date, right.date));
  const places = releases.map((_release, at) => at).toSorted((left, right) => compare(instants[left] ?? 0n, instants[right] ?? 0n));
  return places.flatMap((at) => releases[at] ?? []);
}

/** Nanoseconds since 1970, or null when the text is no instant. */
function instant(date: string): bigint | null {
  try {
    return Temporal.Instant.from(date).epochNanoseconds;
  } catch {
    return null;
  }
}

export function compare<Value extends string | bigint>(left: Value, right: Value): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
