/** Purchases that take bids, and sealed bids for them, for tests and benchmarks. All of it is invented. */
import { fixedClock, idSource, systemClock, unwrap } from '#base';
import { intakeMigrations, putChunk, beginUpload, setTarget, type Intake, type IntakeDatabase, type IntakeTables, type Sender } from '#intake';
import { peopleMigrations } from '#people';
import { headerBytes, sealBid, type BidHeader, type Identity, type KeySet, type SealedChunk } from '#seal';
import { storeMigrations } from '#store';
import { heldKeySet } from './bids.ts';
import { testDatabase } from './database.ts';

export const newId = idSource(systemClock);
export const INSTALLATION = 'https://torvet.example';
export const LOT = 'lot-1';

export function testIntakeTables(poolSize?: number): Promise<IntakeDatabase> {
  return testDatabase<IntakeTables>([storeMigrations, peopleMigrations, intakeMigrations], poolSize);
}

/** @param at what its clock shows, always */
export function intakeAt(db: IntakeDatabase, at: Temporal.Instant | string, more: Partial<Intake> = {}): Intake {
  return { db, clock: fixedClock(at), newId, installation: INSTALLATION, warn: () => {}, ...more };
}

export interface TestPurchase {
  readonly id: string;
  readonly keySet: KeySet;
  /** Of the holders, in their order. */
  readonly identities: readonly Identity[];
  readonly deadline: Temporal.Instant;
  readonly suppliers: readonly Sender[];
}

/** A purchase with one lot, two holders of three, and so many invited suppliers. */
export async function makePurchase(db: IntakeDatabase, deadline: Temporal.Instant, suppliers = 1): Promise<TestPurchase> {
  const id = newId();
  const { keySet, identities } = await heldKeySet(2, 3, id);
  const senders = Array.from({ length: suppliers }, () => ({ supplier: newId(), person: newId() }));
  await db.transaction().execute(async (trx) => unwrap(await setTarget(trx, { purchase: id, lot: LOT, keySet, deadline, invited: senders.map(({ supplier }) => supplier) })));
  return { id, keySet, identities, deadline, suppliers: senders };
}

export interface TestBid {
  readonly header: BidHeader;
  readonly headerBytes: Uint8Array;
  readonly chunks: readonly SealedChunk[];
}

export async function sealTestBid(purchase: TestPurchase, supplier: string, bidVersion = 1, text = 'the bid', files: readonly Uint8Array[] = []): Promise<TestBid> {
  const sealing = unwrap(await sealBid({
    keySet: purchase.keySet, lot: LOT, supplier, bidVersion, bid: new TextEncoder().encode(text),
    files: files.map((bytes) => ({ size: bytes.length, read: async function* read() { yield bytes; } })),
  }));
  const chunks: SealedChunk[] = [];
  for await (const chunk of sealing.chunks()) chunks.push(chunk);
  const header = await sealing.header();
  return { header, headerBytes: headerBytes(header), chunks };
}

/** Begins an upload and sends all chunks. @returns its key */
export async function uploadBid({ db, clock }: Intake, sender: Sender, purchase: string, bid: TestBid): Promise<string> {
  const upload = unwrap(await beginUpload(db, { id: newId(), purchase, lot: LOT, ...sender, now: clock.now() }));
  for (const { part, chunk: number, bytes, sha256 } of bid.chunks) unwrap(await putChunk(db, { upload, supplier: sender.supplier, part, number, content: Buffer.from(bytes), sha256, now: clock.now() }));
  return upload;
}
