/** Seals a bid in this browser, sends what is sealed chunk by chunk, and submits it. Nothing else of it leaves the machine. */
import { unwrap } from '#base';
import { canonicalJson, envelopeHash, headerBytes, keySetId, sealBid, type BidFile, type BidHeader } from '#seal';
import type { BidDocument, BidFileNamed } from '../bid/bid.ts';
import type { About } from './bid-form.ts';
import { insist } from './page.ts';

/** What a file is, with its hash. It is read into memory, one file at a time: Web Crypto cannot hash a stream. */
export async function namedFile(file: File): Promise<BidFileNamed> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return { name: file.name.normalize('NFC'), type: file.type === '' ? 'application/octet-stream' : file.type, bytes: file.size, sha256: hash.toHex() };
}

function toSeal(file: File): BidFile {
  return { size: file.size, read: () => pieces(file) };
}

/** Not every browser can go through a stream by itself yet. */
async function* pieces(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

export interface Told {
  readonly progress: (done: number, all: number) => void;
  /** The connection failed; it is tried again in so many seconds. */
  readonly waiting: (seconds: number) => void;
}

/** Everything is on the server, sealed; nothing is submitted. */
export interface SealedBid {
  readonly upload: string;
  readonly header: BidHeader;
  /** Drawn once: however often it is submitted, there is one submission. */
  readonly idempotencyKey: string;
}

/** @throws Refused, or FailureError when the bid cannot be sealed */
export async function sealAndSend(about: About, document: BidDocument, files: readonly File[], { progress, waiting }: Told): Promise<SealedBid> {
  if (await keySetId(about.keySet) !== about.keySetId) throw new Error('The key set is not the one that the page names.');
  const bid = new TextEncoder().encode(canonicalJson(document));
  const { lot, supplier, bidVersion, keySet } = about;
  const sealing = unwrap(await sealBid({ keySet, lot, supplier, bidVersion, bid, files: files.map(toSeal) }));
  const begun = await insist(() => fetch(`${about.bids}/uploads`, { method: 'POST' }), waiting);
  const { upload } = await begun.json() as { readonly upload: string };
  const all = files.reduce((sum, { size }) => sum + size, bid.length);
  let done = 0;
  progress(done, all);
  for await (const { part, chunk, bytes, sha256 } of sealing.chunks()) {
    const send = (): Promise<Response> => fetch(`${about.bids}/uploads/${upload}/parts/${part}/chunks/${chunk}`, { method: 'PUT', headers: { 'content-type': 'application/octet-stream', 'x-chunk-sha256': sha256 }, body: bytes });
    await insist(send, waiting);
    done = Math.min(all, done + bytes.length);
    progress(done, all);
  }
  return { upload, header: await sealing.header(), idempotencyKey: crypto.randomUUID() };
}

export interface Receipt {
  readonly id: string;
  readonly verdict: 'submitted' | 'late' | 'withdrawn';
  readonly receivedAt: string;
  readonly envelope: string;
}

export interface Submitted {
  readonly receipt: Receipt;
  /** Whether the receipt names the envelope that was sealed here. */
  readonly isOurs: boolean;
}

/** @throws Refused */
export async function submitBid(about: About, { upload, header, idempotencyKey }: SealedBid, waiting: Told['waiting']): Promise<Submitted> {
  const body = JSON.stringify({ upload, header: new TextDecoder().decode(headerBytes(header)) });
  const answer = await insist(() => fetch(`${about.bids}/submissions`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey }, body }), waiting);
  const { receipt } = await answer.json() as { readonly receipt: Receipt };
  return { receipt, isOurs: receipt.envelope === await envelopeHash(header) };
}
