/** One bid, from the shares that were revealed to the document that was sealed. What fails is told with its step, and whose share it was. */
import { createHash } from 'node:crypto';
import { FailureError, isObject, parseJson, type Failure } from '#base';
import type { SealedBid } from '#intake';
import { checkBelongs, combineShares, openPart, stepOf, type KeySet, type RevealedShare } from '#seal';
import { MOST_DOCUMENT_BYTES, readBid, type BidDocument } from '../bid/bid.ts';

export interface BidToOpen {
  readonly bid: SealedBid;
  readonly keySet: KeySet;
  readonly revealed: readonly RevealedShare[];
  /** Holders who revealed that what was sealed for them holds no share. */
  readonly shareless: readonly string[];
  /** Sealed bytes of a part. */
  readonly sealed: (part: number) => AsyncIterable<Uint8Array>;
}

export type OpenedBid =
  | { readonly opened: true; readonly key: Uint8Array; readonly document: BidDocument; readonly wrong: readonly string[] }
  | { readonly opened: false; readonly key: Uint8Array | null; readonly step: string; readonly why: string; readonly wrong: readonly string[] };

/** Opens every part to its end; only the document is kept, the files are read for their hashes. */
export async function openBid(given: BidToOpen): Promise<OpenedBid> {
  const { bid, keySet, revealed, shareless } = given;
  const { version, keySet: id } = bid.header;
  const belongs = await checkBelongs(bid.header, { keySet, context: { version, purchase: keySet.purchase, keySet: id, lot: bid.lot, supplier: bid.supplier, bidVersion: bid.bidVersion } });
  if (!belongs.ok) return failed(belongs.failure, null, []);
  const combined = await combineShares(bid.header, keySet, revealed);
  if (!combined.ok) return failed(combined.failure, null, [...(combined.failure.holders ?? []), ...shareless]);
  const { key, wrong } = combined.value;
  const named = [...wrong, ...shareless];
  try {
    const document = await documentOf(given, key);
    return typeof document === 'string' ? { opened: false, key, step: 'document', why: document, wrong: named } : { opened: true, key, document, wrong: named };
  } catch (error) {
    // A database that is gone is no fault of the bid: it is tried again.
    if (error instanceof FailureError && stepOf(error.failure) !== null) return failed(error.failure, null, named);
    throw error;
  }
}

function failed(failure: Failure, key: Uint8Array | null, wrong: readonly string[]): OpenedBid {
  return { opened: false, key, step: stepOf(failure) ?? 'key', why: failure.message, wrong: [...new Set(wrong)] };
}

/** The document; a text: why it is none. */
async function documentOf({ bid: { header }, sealed }: BidToOpen, key: Uint8Array): Promise<BidDocument | string> {
  const pieces: Uint8Array[] = [];
  const tooLong = (header.parts[0]?.length ?? 0) > MOST_DOCUMENT_BYTES;
  for await (const piece of openPart({ header, key, part: 0, sealed: sealed(0) })) if (!tooLong) pieces.push(piece);
  const hashes: string[] = [];
  for (const part of header.parts.keys()) {
    if (part === 0) continue;
    const hash = createHash('sha256');
    for await (const piece of openPart({ header, key, part, sealed: sealed(part) })) hash.update(piece);
    hashes.push(hash.digest('hex'));
  }
  if (tooLong) return `The document has more than ${MOST_DOCUMENT_BYTES} bytes.`;
  const read = readBid(parsed(Buffer.concat(pieces)));
  if (!read.ok) return read.failure.message;
  const { files } = read.value;
  const differs = files.length !== hashes.length || files.some(({ sha256, bytes }, at) => sha256 !== hashes[at] || bytes !== header.parts[at + 1]?.length);
  return differs ? 'The files that the document names are not those that were sealed with it.' : read.value;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    const value: unknown = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
