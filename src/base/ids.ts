import type { Clock } from './clock.ts';
import { fail, ok, type Result } from './result.ts';

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Random bits of a UUIDv7: 12 in the third group, 62 after the variant. */
const RANDOM_BITS = 74n;
const RANDOM_LIMIT = 1n << RANDOM_BITS;
const LOW_BITS = 62n;
const LOW_MASK = (1n << LOW_BITS) - 1n;
const LATEST_MILLISECOND = 2 ** 48 - 1;

/**
 * A source of UUIDv7 keys that rise within this source, also inside one millisecond and when the clock is set back.
 * @see RFC 9562, section 5.7 and section 6.2, method 2 (the random part is raised by a random step).
 */
export function idSource(clock: Clock): () => string {
  let last = -1;
  let random = 0n;
  return () => {
    const now = clock.now().epochMilliseconds;
    if (now > LATEST_MILLISECOND || now < 0) throw new RangeError(`A UUIDv7 cannot hold the time ${now} ms.`);
    if (now > last) {
      last = now;
      random = randomBits(10) % RANDOM_LIMIT;
    } else {
      random += 1n + randomBits(4);
      if (random >= RANDOM_LIMIT) {
        last += 1;
        random = randomBits(10) % RANDOM_LIMIT;
      }
    }
    return writeId(last, random);
  };
}

/** A UUIDv7 in small letters. Capitals are accepted, other versions are not: no key of ours has one. */
export function parseId(text: string): Result<string> {
  const small = text.toLowerCase();
  if (UUID_V7.test(small)) return ok(small);
  return fail({
    kind: 'invalid',
    message: 'The text is no key of Torvet (a UUID of version 7).',
    help: 'Copy the whole key, such as 01890a5d-ac96-774b-bcce-b302099a8057.',
  });
}

export function isId(text: string): boolean {
  return UUID_V7.test(text);
}

/** When the key was made, to the millisecond. The key must be one (`parseId`). */
export function idTime(id: string): Temporal.Instant {
  if (!isId(id)) throw new TypeError(`"${id}" is no UUIDv7.`);
  return Temporal.Instant.fromEpochMilliseconds(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}

function writeId(millisecond: number, random: bigint): string {
  const time = millisecond.toString(16).padStart(12, '0');
  const high = (0x7000n | (random >> LOW_BITS)).toString(16);
  const low = ((1n << 63n) | (random & LOW_MASK)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${high}-${low.slice(0, 4)}-${low.slice(4)}`;
}

function randomBits(bytes: number): bigint {
  let value = 0n;
  for (const byte of crypto.getRandomValues(new Uint8Array(bytes))) value = (value << 8n) | BigInt(byte);
  return value;
}
