import { FailureError } from '#base';
import { sha256Hex, type Bytes } from './bytes.ts';
import { ChunkCipher, chunksOf, partHash, sealedChunkLength, TAG_BYTES } from './chunks.ts';
import { refuseInStream } from './failure.ts';
import type { BidHeader } from './header.ts';
import { checkKey, partKey } from './key.ts';
import { ByteReader } from './reader.ts';

export interface PartToOpen {
  readonly header: BidHeader;
  /** Of `combineShares`. Held against the header again. */
  readonly key: Uint8Array;
  /** 0: the bid itself; from 1: its files. */
  readonly part: number;
  /** Its sealed bytes, in pieces of any size. */
  readonly sealed: AsyncIterable<Uint8Array>;
}

export async function* openPartWith(chunkBytes: number, { header, key, part, sealed }: PartToOpen): AsyncGenerator<Bytes, void> {
  const checked = await checkKey(header, key);
  if (!checked.ok) throw new FailureError(checked.failure);
  const { length, ciphertext, sha256: hashOfPart } = header.parts[part] ?? noSuchPart(part);
  const reader = new ByteReader(sealed);
  try {
    const cipher = new ChunkCipher(await partKey(key, header, part), header, part);
    const count = chunksOf(length, chunkBytes);
    const room = new Uint8Array(sealedChunkLength(ciphertext, chunkBytes));
    const hashes: string[] = [];
    for (let chunk = 0; chunk < count; chunk++) {
      const wanted = sealedChunkLength(ciphertext - chunk * (chunkBytes + TAG_BYTES), chunkBytes);
      const bytes = await reader.take(wanted, room);
      if (bytes.length < wanted) refusePart(part, chunk, 'it is cut short.');
      const [plain, hash] = await Promise.all([cipher.open({ part, chunk, last: chunk === count - 1 }, bytes), sha256Hex(bytes)]);
      if (plain === null) refusePart(part, chunk, 'it is not what the bidder sealed at this place.');
      hashes.push(hash);
      yield plain;
    }
    if (!(await reader.isAtEnd())) refusePart(part, count, 'more follows than the header says.');
    if (await partHash(hashes) !== hashOfPart) refusePart(part, count, 'its hash is not the one in the header, which the receipt vouches for.');
  } finally {
    await reader.close();
  }
}

function refusePart(part: number, chunk: number, what: string): never {
  refuseInStream({ step: 'part', place: `part ${part}, chunk ${chunk}`, message: `Part ${part} of the bid does not open at chunk ${chunk}: ${what}`, help: 'Throw away what was read of it. Fetch the sealed part again; if it stays so, it was changed after it was sealed.' });
}

function noSuchPart(part: number): never {
  refuseInStream({ step: 'part', place: `part ${part}`, message: `The bid has no part ${part}.`, help: 'The header says how many parts there are; they are counted from 0.' });
}
