import { ok, type Result } from '#base';
import { sha256Hex, type Bytes } from './bytes.ts';
import { ChunkCipher, chunksOf, MOST_BID_BYTES, MOST_PART_BYTES, MOST_PARTS, partHash, sealedLength, type Place } from './chunks.ts';
import { refuse, refuseInStream, type SealFailure } from './failure.ts';
import type { BidContext, BidHeader, KeySet, SealedPart, SealedShare } from './header.ts';
import { headerMac, keyCommitment, KEY_BYTES, partKey } from './key.ts';
import { checkKeySet, keySetId } from './key-set.ts';
import { ByteReader } from './reader.ts';
import { sealShares } from './shares.ts';
import { isName } from './shape.ts';

export interface BidFile {
  /** Bytes; the stream must give as many. */
  readonly size: number;
  readonly read: () => AsyncIterable<Uint8Array>;
}

export interface BidToSeal {
  readonly keySet: KeySet;
  readonly lot: string;
  readonly supplier: string;
  /** From 1; a bid that replaces another has a higher one. */
  readonly bidVersion: number;
  /** The bid itself, which names its files in order: part 0. */
  readonly bid: Uint8Array;
  readonly files: readonly BidFile[];
}

/** A sealed chunk, ready to be sent. */
export interface SealedChunk extends Place {
  readonly bytes: Bytes;
  /** Of the sealed bytes, in hexadecimal digits. */
  readonly sha256: string;
}

export interface Sealing {
  /**
   * The sealed chunks, part by part. Can be asked for once: sealing twice with one key could seal two contents with one nonce. Holds two chunks at a time.
   * @throws FailureError when a file does not give as many bytes as it said
   */
  readonly chunks: () => AsyncGenerator<SealedChunk, void>;
  /** When the last chunk was taken. @throws Error before */
  readonly header: () => Promise<BidHeader>;
}

/** Makes a new key, gives each holder its share, and is then ready to seal the bid and its files with it. */
export async function sealWith(chunkBytes: number, bid: BidToSeal): Promise<Result<Sealing, SealFailure>> {
  const fault = bidFault(bid);
  if (fault !== null) return refuse({ step: 'source', message: `The bid cannot be sealed: ${fault}`, help: 'Mend it, and seal again.' });
  const keySet = checkKeySet(bid.keySet);
  if (!keySet.ok) return keySet;
  const { lot, supplier, bidVersion } = bid;
  const context: BidContext = { version: 1, purchase: keySet.value.purchase, keySet: await keySetId(keySet.value), lot, supplier, bidVersion };
  const key = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const shares = await sealShares(key, context, keySet.value);
  return shares.ok ? ok(sealing(chunkBytes, { context, key, shares: shares.value }, filesOf(bid))) : shares;
}

interface Material {
  readonly context: BidContext;
  readonly key: Bytes;
  readonly shares: readonly SealedShare[];
}

function sealing(chunkBytes: number, { context, key, shares }: Material, files: readonly BidFile[]): Sealing {
  const parts: SealedPart[] = [];
  let begun = false;
  async function* chunks(): AsyncGenerator<SealedChunk, void> {
    if (begun) throw new Error('A sealing gives its chunks once; begin another one.');
    begun = true;
    for (const [part, file] of files.entries()) {
      const hashes: string[] = [];
      const cipher = new ChunkCipher(await partKey(key, context, part), context, part);
      yield* sealedChunks(chunkBytes, { part, file, cipher, hashes });
      parts.push({ length: file.size, ciphertext: sealedLength(file.size, chunkBytes), sha256: await partHash(hashes) });
    }
  }
  const header = async (): Promise<BidHeader> => {
    if (parts.length < files.length) throw new Error('The header is there when all chunks were taken.');
    const made = { ...context, keyCommitment: await keyCommitment(key, context), shares, parts };
    return { ...made, mac: await headerMac(key, made) };
  };
  return { chunks, header };
}

interface PartToSeal {
  readonly part: number;
  readonly file: BidFile;
  readonly cipher: ChunkCipher;
  /** Gets the hash of each chunk. */
  readonly hashes: string[];
}

async function* sealedChunks(chunkBytes: number, { part, file, cipher, hashes }: PartToSeal): AsyncGenerator<SealedChunk, void> {
  const reader = new ByteReader(file.read());
  try {
    const count = chunksOf(file.size, chunkBytes);
    const room = new Uint8Array(Math.min(chunkBytes, file.size));
    for (let chunk = 0; chunk < count; chunk++) {
      const last = chunk === count - 1;
      const wanted = last ? file.size - chunk * chunkBytes : chunkBytes;
      const plain = await reader.take(wanted, room);
      if (plain.length < wanted || (last && !(await reader.isAtEnd()))) {
        refuseInStream({ step: 'source', place: `part ${part}`, message: `File ${part} does not have the ${file.size} bytes that it was said to have: it was changed while it was read.`, help: 'Let nothing write to it, and seal again.' });
      }
      const bytes = await cipher.seal({ part, chunk, last }, plain);
      const hash = await sha256Hex(bytes);
      hashes.push(hash);
      yield { part, chunk, last, bytes, sha256: hash };
    }
  } finally {
    await reader.close();
  }
}

function filesOf({ bid, files }: BidToSeal): readonly BidFile[] {
  return [{ size: bid.length, read: () => once(bid) }, ...files];
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function bidFault({ lot, supplier, bidVersion, bid, files }: BidToSeal): string | null {
  if (!isName(lot) || !isName(supplier)) return 'lot and supplier are ids of 1 to 100 letters, digits and . : _ -';
  if (!Number.isSafeInteger(bidVersion) || bidVersion < 1) return 'its version is no whole number from 1.';
  if (files.length >= MOST_PARTS) return `it has ${files.length} files; at most ${MOST_PARTS - 1} can be sealed.`;
  const sizes = [bid.length, ...files.map(({ size }) => size)];
  const wrong = sizes.findIndex((size) => !Number.isSafeInteger(size) || size < 0 || size > MOST_PART_BYTES);
  if (wrong >= 0) return `${wrong === 0 ? 'the bid itself' : `file ${wrong}`} has more than ${MOST_PART_BYTES} bytes.`;
  return sizes.reduce((sum, size) => sum + size, 0) > MOST_BID_BYTES ? `with its files it has more than ${MOST_BID_BYTES} bytes.` : null;
}
