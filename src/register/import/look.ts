import { type Damage, isDamage } from './damage.ts';

/** The beginning of a stream of bytes that passes by once, without losing it. */
export interface Look {
  readonly seen: readonly Buffer[];
  /** True when there is no more: the stream has come to its end, or broke off. */
  readonly ended: boolean;
  /** Why the stream broke off, if it did. */
  readonly damage: Damage | null;
  /** What was seen, as often as wanted, and then the damage. */
  readonly replay: () => AsyncGenerator<Buffer>;
  /** The whole stream, once. What was seen is let go on the way. */
  readonly whole: () => AsyncGenerator<Buffer>;
  readonly close: () => Promise<void>;
}

/** Reads until `least` bytes have been seen, or the end. */
export async function lookInto(chunks: AsyncIterable<Buffer>, least: number): Promise<Look> {
  const iterator = chunks[Symbol.asyncIterator]();
  const seen: Buffer[] = [];
  let ended = false;
  let damage: Damage | null = null;
  try {
    for (let size = 0; size < least && !ended;) {
      const { done = false, value } = await iterator.next();
      ended = done;
      if (done) break;
      seen.push(value as Buffer);
      size += (value as Buffer).length;
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    ended = true;
    damage = error;
  }
  async function* replay(): AsyncGenerator<Buffer> {
    yield* seen;
    if (damage !== null) throw damage;
  }
  async function* whole(): AsyncGenerator<Buffer> {
    for (let chunk = seen.shift(); chunk !== undefined; chunk = seen.shift()) yield chunk;
    if (damage !== null) throw damage;
    if (!ended) yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { seen, ended, damage, replay, whole, close: async () => { await iterator.return?.(); } };
}

/** The bytes as one, or null when they are more than the limit; then the rest is left unread. */
export async function gather(chunks: AsyncIterable<Buffer>, limit: number): Promise<Buffer | null> {
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) return null;
    kept.push(chunk);
  }
  return Buffer.concat(kept, size);
}
