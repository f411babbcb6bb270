/** Checks that key sets and headers share. */
import type { JsonObject } from '#base';

/** Ids of purchases, lots, suppliers and holders: visible ASCII without anything that a path, a shell or JSON reads as its own. */
const NAME = /^[\w.:-]{1,100}$/;
const HASH = /^[0-9a-f]{64}$/;

export function isName(value: unknown): value is string {
  return typeof value === 'string' && NAME.test(value);
}

/** SHA-256 or another 32 bytes as 64 hexadecimal digits in small letters. */
export function isHash(value: unknown): value is string {
  return typeof value === 'string' && HASH.test(value);
}

/** What is said of the first field that nobody knows; null: there is none. */
export function unknownKey(value: JsonObject, known: readonly string[]): string | null {
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  return unknown === undefined ? null : `it has a field ${JSON.stringify(unknown.slice(0, 40))} that nobody knows.`;
}
