import { createGunzip, createInflateRaw } from 'node:zlib';
import { Damage } from './damage.ts';
import { unxz } from './xz.ts';

/** How one stream of bytes can be packed: by the formats gzip and xz, and by the method that entries of a zip archive have. */
export type Packing = 'gzip' | 'xz' | 'deflate';

/** A bomb unpacks to thousands of times its size, real notices and releases to less than a hundred. */
const MOST_FOR_ONE = 200;
/** Bytes that anything may unpack to. They pass through in a few seconds. */
const ALWAYS_TAKEN = 512 * 1024 * 1024;
/** The packed bytes given to zlib at a time can become 1,032 times as many, which it hands back at once. */
const PORTION = 1 << 14;

/**
 * The content, unpacked as it is read. What is cut short gives all that could be unpacked and then throws.
 * @throws Damage also when it unpacks to far more than it can be meant to.
 */
export async function* unpacked(packing: Packing, stored: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let taken = 0;
  let given = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of stored) {
      taken += chunk.length;
      yield chunk;
    }
  }
  for await (const chunk of packing === 'xz' ? unxz(counted()) : inflated(packing, counted())) {
    given += chunk.length;
    if (given > ALWAYS_TAKEN && given > taken * MOST_FOR_ONE) {
      const message = `It unpacks to more than ${MOST_FOR_ONE} times its size, as no real file does, and was left there.`;
      throw new Damage(message, 'Where does it come from? If it is meant, unpack it first.');
    }
    yield chunk;
  }
}

/**
 * Portion by portion by hand: a stream that fails drops what it holds, and what could be unpacked before a file breaks off
 * is wanted.
 */
async function* inflated(packing: 'gzip' | 'deflate', stored: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflater = packing === 'gzip' ? createGunzip({ chunkSize: 1 << 18 }) : createInflateRaw({ chunkSize: 1 << 16 });
  const ready: Buffer[] = [];
  inflater.on('data', (chunk: Buffer) => ready.push(chunk));
  // Resolves to null at the end of the packed data, else to the reason.
  const over = new Promise<Error | null>((resolve) => {
    inflater.once('error', resolve);
    inflater.once('end', () => resolve(null));
  });
  try {
    for await (const portion of portions(stored, PORTION)) {
      await Promise.race([over, new Promise((resolve) => { inflater.write(portion, resolve); })]);
      yield* ready.splice(0);
      if (inflater.destroyed) break;
    }
    if (!inflater.destroyed) inflater.end();
    const failure = await over;
    yield* ready.splice(0);
    if (failure !== null) throw zlibDamage(packing, failure);
  } finally {
    inflater.destroy();
  }
}

async function* portions(chunks: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += size) yield chunk.subarray(from, from + size);
  }
}

function zlibDamage(packing: 'gzip' | 'deflate', { code, message }: NodeJS.ErrnoException): Damage {
  const what = packing === 'gzip' ? 'The gzip file' : 'The zip entry';
  return new Damage(code === 'Z_BUF_ERROR' ? `${what} is cut short.` : `${what} is damaged (${message}).`);
}
