/** A bid as one file (`torvet-bid-1`), taken as it streams in: cut into its chunks, kept, and not yet submitted. */
import { FailureError, ok, type Failure, type Result } from '#base';
import { headerBytes, readBidFile } from '#seal';
import type { Intake, Sender } from './intake.ts';
import { refusedFor } from './refused.ts';
import { beginUpload, putChunk } from './upload.store.ts';

export interface TakenFile {
  readonly upload: string;
  readonly header: Uint8Array;
}

/** Keeps the chunks of a file. What is for somebody else is refused before they are read. */
export async function takeFile({ db, newId, clock, reached }: Intake, sender: Sender, { purchase, lot }: { readonly purchase: string; readonly lot: string }, file: AsyncIterable<Uint8Array>): Promise<Result<TakenFile>> {
  const read = await readBidFile(file);
  if (!read.ok) return read;
  const { header, chunks, close } = read.value;
  if (header.purchase !== purchase || header.lot !== lot || header.supplier !== sender.supplier) {
    await close();
    return refusedFor('not-yours');
  }
  await reached?.('upload');
  const begun = await beginUpload(db, { id: newId(), purchase, lot, ...sender, now: clock.now() });
  if (!begun.ok) {
    await close();
    return begun;
  }
  try {
    for await (const { part, chunk: number, bytes } of chunks()) {
      const kept = await putChunk(db, { upload: begun.value, supplier: sender.supplier, part, number, content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), sha256: null, now: clock.now() });
      if (!kept.ok) return kept;
    }
  } catch (error) {
    return { ok: false, failure: expected(error) };
  }
  return ok({ upload: begun.value, header: headerBytes(header) });
}

function expected(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  throw error;
}
