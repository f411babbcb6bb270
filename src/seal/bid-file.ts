/** An envelope as one file: a line that names the format, the header on a line, then the sealed parts one after the other. */
import { ok, type Result } from '#base';
import { concat, sha256Hex, utf8 } from './bytes.ts';
import { chunksOf, MOST_HEADER_BYTES, partHash, sealedChunkLength, TAG_BYTES } from './chunks.ts';
import { refuse, refuseInStream, type SealFailure } from './failure.ts';
import type { BidHeader } from './header.ts';
import { headerBytes, readHeaderWith } from './read-header.ts';
import { ByteReader } from './reader.ts';
import type { SealedChunk } from './seal-bid.ts';

const FIRST_LINE = 'torvet-bid-1';

/** What stands before the sealed parts in the file of a bid. */
export function bidFileHead(header: BidHeader): Uint8Array {
  return concat(utf8(`${FIRST_LINE}\n`), headerBytes(header), utf8('\n'));
}

export interface BidFileContent {
  readonly header: BidHeader;
  /**
   * The sealed chunks in order, each part held against its hash when its last chunk was given. Whether they open is not known.
   * @throws FailureError when a part is cut short or has another hash, or when more follows
   */
  readonly chunks: () => AsyncGenerator<SealedChunk, void>;
  /** Lets the source go, for whoever wants the header only. */
  readonly close: () => Promise<void>;
}

export async function readBidFileWith(chunkBytes: number, source: AsyncIterable<Uint8Array>): Promise<Result<BidFileContent, SealFailure>> {
  const reader = new ByteReader(source);
  const first = await reader.line(FIRST_LINE.length);
  if (first === null || new TextDecoder().decode(first) !== FIRST_LINE) {
    await reader.close();
    return refuse({ step: 'file', message: `This is no sealed bid: it does not begin with the line ${FIRST_LINE}.`, help: 'Give the file that "torvet seal" wrote.' });
  }
  const line = await reader.line(MOST_HEADER_BYTES);
  const header = line === null
    ? refuse({ step: 'file', message: `The header of the bid is not there, or longer than ${MOST_HEADER_BYTES} bytes.`, help: 'The file was cut short: copy it again.' })
    : readHeaderWith(chunkBytes, line);
  if (header.ok) return ok({ header: header.value, chunks: () => chunksIn(chunkBytes, header.value, reader), close: () => reader.close() });
  await reader.close();
  return header;
}

async function* chunksIn(chunkBytes: number, { parts }: BidHeader, reader: ByteReader): AsyncGenerator<SealedChunk, void> {
  try {
    for (const [part, { length, ciphertext, sha256: hashOfPart }] of parts.entries()) {
      const count = chunksOf(length, chunkBytes);
      const hashes: string[] = [];
      for (let chunk = 0; chunk < count; chunk++) {
        const wanted = sealedChunkLength(ciphertext - chunk * (chunkBytes + TAG_BYTES), chunkBytes);
        const bytes = new Uint8Array(wanted);
        if ((await reader.take(wanted, bytes)).length < wanted) refuseFile(part, 'is cut short');
        const hash = await sha256Hex(bytes);
        hashes.push(hash);
        yield { part, chunk, last: chunk === count - 1, bytes, sha256: hash };
      }
      if (await partHash(hashes) !== hashOfPart) refuseFile(part, 'does not have the hash that the header names');
    }
    if (!(await reader.isAtEnd())) refuseInStream({ step: 'file', message: 'More follows after the last part of the bid.', help: 'Copy the file again, or seal the bid anew.' });
  } finally {
    await reader.close();
  }
}

function refuseFile(part: number, what: string): never {
  refuseInStream({ step: 'file', place: `part ${part}`, message: `Part ${part} of the bid ${what}.`, help: 'Copy the file again, or seal the bid anew.' });
}
