/** Key sets with the secret keys of their holders, and bids, for tests. */
import { newIdentity, type BidFile, type Identity, type KeySet } from '#seal';

export interface HeldKeySet {
  readonly keySet: KeySet;
  /** In the order of the holders. */
  readonly identities: readonly Identity[];
}

/** A key set with holders h1, h2, … */
export async function heldKeySet(threshold: number, holders: number, purchase = 'purchase-1'): Promise<HeldKeySet> {
  const identities = await Promise.all(Array.from({ length: holders }, () => newIdentity()));
  const named = identities.map(({ recipient }, at) => ({ id: `h${at + 1}`, name: `Holder ${at + 1}`, recipient }));
  return { keySet: { version: 1, purchase, threshold, holders: named }, identities };
}

/** A file that gives its bytes in pieces of so many. */
export function bytesFile(bytes: Uint8Array, piece = 65_536): BidFile {
  return { size: bytes.length, read: () => inPieces(bytes, piece) };
}

export async function* inPieces(bytes: Uint8Array, piece = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}

export async function gathered(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Bytes that look like nothing, the same each time for the same seed. */
export function noise(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}
