/** The envelope as everybody makes and reads it: in chunks of the size of version 1. */
import type { Result } from '#base';
import { readBidFileWith, type BidFileContent } from './bid-file.ts';
import type { Bytes } from './bytes.ts';
import { CHUNK_BYTES, chunksOf, sealedChunkLength, sealedLength, TAG_BYTES } from './chunks.ts';
import type { SealFailure } from './failure.ts';
import type { BidHeader, SealedPart } from './header.ts';
import { openPartWith, type PartToOpen } from './open-part.ts';
import { readHeaderWith } from './read-header.ts';
import { sealWith, type BidToSeal, type Sealing } from './seal-bid.ts';

/**
 * Makes a new key, gives each holder its share, and is then ready to seal: take all `chunks()`, then the `header()`.
 * Fails at the steps `source` (sizes, ids) and `key-set`.
 */
export async function sealBid(bid: BidToSeal): Promise<Result<Sealing, SealFailure>> {
  return sealWith(CHUNK_BYTES, bid);
}

/**
 * Opens one part, chunk by chunk, two in memory. Nothing that was read counts before the end came without a failure.
 * @throws FailureError with a SealFailure of the steps `key`, `seal-of-header` or `part`
 */
export function openPart(part: PartToOpen): AsyncGenerator<Bytes, void> {
  return openPartWith(CHUNK_BYTES, part);
}

/** The header, if it is one to the letter: canonical JSON of at most 1 MiB, nothing unknown in it, and within the bounds. Proves nothing about who made it. */
export function readHeader(bytes: Uint8Array): Result<BidHeader, SealFailure> {
  return readHeaderWith(CHUNK_BYTES, bytes);
}

/** Reads the file form of an envelope in a stream: the header at once, the chunks as they are asked for. */
export async function readBidFile(source: AsyncIterable<Uint8Array>): Promise<Result<BidFileContent, SealFailure>> {
  return readBidFileWith(CHUNK_BYTES, source);
}

/** How many bytes each sealed chunk of a part has, in order. */
export function sealedChunkSizes({ length }: Pick<SealedPart, 'length'>): readonly number[] {
  const all = sealedLength(length, CHUNK_BYTES);
  return Array.from({ length: chunksOf(length, CHUNK_BYTES) }, (_, chunk) => sealedChunkLength(all - chunk * (CHUNK_BYTES + TAG_BYTES), CHUNK_BYTES));
}
