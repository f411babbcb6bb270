/** Bids of a test, sealed and submitted as a bidder's machine does it, and what holders do at the opening. All of it is invented. */
import { createHash } from 'node:crypto';
import { idSource, systemClock, unwrap } from '#base';
import { beginUpload, intakeIn, putChunk, submit, type Intake } from '#intake';
import { sharesFor, type BidDocument, type SharesToOpen } from '#market';
import type { Actor } from '#people';
import { canonicalJson, headerBytes, openShare, sealBid, sharesCommitment, type HoldersShares, type KeySet } from '#seal';
import { announced, type Buying, type Committee } from './purchases.ts';

export const LOT = 'LOT-0001';
const newId = idSource(systemClock);

export const BID: Omit<BidDocument, 'files'> = {
  version: 1, answers: [{ requirement: '1', answer: 'yes', text: 'Ja.' }, { requirement: '2', answer: 'partly', text: 'I næste version.' }], prices: { 1: '1250.50' }, confidential: [{ what: 'Afsnit 3', why: 'Vores metode.' }],
  declaration: { unchanged: true, text: '' },
};

export interface SentBid {
  readonly submission: string;
  readonly document: BidDocument;
  readonly files: readonly Buffer[];
}

export function intakeOf({ market }: Buying): Intake {
  return { db: intakeIn(market.db), clock: market.clock, newId, installation: 'http://torvet.test', warn: () => {} };
}

export interface Sending {
  readonly bidVersion?: number;
  readonly files?: readonly Buffer[];
  readonly bid?: Omit<BidDocument, 'files'>;
  /** Whom it is sealed to, if not to the holders. */
  readonly keySet?: KeySet;
}

/** Seals and submits a bid at the instant of the clock. */
export async function sendBid(own: Buying, purchase: string, { organisation: supplier, user: person }: Actor, sending: Sending = {}): Promise<SentBid> {
  const { bidVersion = 1, files = [], bid = BID } = sending;
  const { body } = await own.read(purchase) as { readonly body: { readonly keySet: KeySet } };
  const document: BidDocument = { ...bid, files: files.map((bytes, at) => ({ name: `bilag ${at + 1}.pdf`, type: 'application/pdf', bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })) };
  const sealing = unwrap(await sealBid({
    keySet: sending.keySet ?? body.keySet, lot: LOT, supplier, bidVersion, bid: Buffer.from(canonicalJson(document)), files: files.map((bytes) => ({ size: bytes.length, read: async function* read() { yield bytes; } })),
  }));
  const intake = intakeOf(own);
  const upload = unwrap(await beginUpload(intake.db, { id: newId(), purchase, lot: LOT, supplier, person, now: intake.clock.now() }));
  for await (const { part, chunk: number, bytes, sha256 } of sealing.chunks()) unwrap(await putChunk(intake.db, { upload, supplier, part, number, content: Buffer.from(bytes), sha256, now: intake.clock.now() }));
  const file = unwrap(await submit(intake, { supplier, person }, { purchase, lot: LOT, upload, header: headerBytes(await sealing.header()), idempotencyKey: newId(), receivedAt: intake.clock.now() }));
  return { submission: file.receipt.id, document, files };
}

/** What a holder's machine makes of the list of shares. */
export async function holdersList({ purchase, bids }: SharesToOpen, { person, identity }: Committee): Promise<HoldersShares> {
  const shares: [string, string | null][] = [];
  for (const { submission, header } of bids) {
    const share = await openShare(header, person.user, identity.identity);
    shares.push([submission, share.ok ? share.value : null]);
  }
  return { purchase, holder: person.user, shares };
}

export type Changed = (list: HoldersShares) => HoldersShares;

/** Declares, fetches, decrypts and commits. @param change what a holder who cheats makes of it @returns what it will reveal */
export async function commitAs({ market }: Buying, holder: Committee, purchase: string, change: Changed = (list) => list): Promise<HoldersShares> {
  await market.do(holder.person, 'purchase.declare', { conflict: false }, purchase);
  const list = change(await holdersList(await sharesFor(market, holder.person, purchase), holder));
  await market.do(holder.person, 'opening.commit', { commitment: await sharesCommitment(list) }, purchase);
  return list;
}

/** A purchase whose deadline is so far ahead that bids can be sent now. */
export async function bidding(own: Buying): Promise<string> {
  return announced(own);
}
