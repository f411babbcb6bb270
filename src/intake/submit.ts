/** Submitting and withdrawing a bid. A receipt is signed only when the database has it on disk. */
import { createHash } from 'node:crypto';
import { ok, type Result } from '#base';
import { canonicalJson, envelopeHash, readHeader, type BidHeader } from '#seal';
import type { Intake, Sender } from './intake.ts';
import { ensureKey, signingKey } from './key.store.ts';
import { receiptOfRow, signReceipt, type ReceiptFile } from './receipt.ts';
import { refusedFor } from './refused.ts';
import { isOvertaken, writeBid, writeWithdrawal, type Asked, type Written } from './submit.store.ts';

export interface Asking {
  readonly purchase: string;
  readonly lot: string;
  /** Drawn by the client for this request; the same again gives the same receipt. */
  readonly idempotencyKey: string;
  /** When the last byte of the request reached this process. */
  readonly receivedAt: Temporal.Instant;
}

export interface Submitting extends Asking {
  readonly upload: string;
  /** Canonical JSON of the header, in UTF-8. */
  readonly header: Uint8Array;
}

/**
 * Submits an upload as a bid. In time means: `receivedAt` is not after the deadline; a late one gets a receipt that says so.
 * A failure leaves nothing: the bid is not submitted.
 */
export async function submit(intake: Intake, sender: Sender, asking: Submitting): Promise<Result<ReceiptFile>> {
  await intake.reached?.('submit');
  const read = readHeader(asking.header);
  if (!read.ok) return read;
  const header = read.value;
  if (header.purchase !== asking.purchase || header.lot !== asking.lot || header.supplier !== sender.supplier) return refusedFor('not-yours');
  const envelope = await envelopeHash(header);
  const asked = askedOf(intake, sender, asking, { kind: 'bid', envelope });
  if (asked === null) return refusedFor('bad-key');
  const bid = { ...asked, upload: asking.upload, header: canonicalJson(header), envelope, ...ofHeader(header) };
  await intake.reached?.('before-statement');
  return answer(intake, asked, async () => {
    const written = writeBid(intake.db, bid);
    await intake.reached?.('statement-sent');
    return written;
  });
}

/** Withdraws the bid that counts for a lot. Possible until the deadline. */
export async function withdraw(intake: Intake, sender: Sender, asking: Asking): Promise<Result<ReceiptFile>> {
  const asked = askedOf(intake, sender, asking, { kind: 'withdrawal' });
  if (asked === null) return refusedFor('bad-key');
  return answer(intake, asked, async () => {
    const written = writeWithdrawal(intake.db, asked);
    await intake.reached?.('withdrawal-sent');
    return written;
  });
}

function ofHeader({ bidVersion, keySet, shares, parts }: BidHeader) {
  return { bidVersion, keySet, holders: shares.map(({ holder }) => holder), parts: parts.map(({ ciphertext, sha256 }) => ({ bytes: ciphertext, sha256: Buffer.from(sha256, 'hex') })) };
}

/** Null: the idempotency key is none. The upload is no part of the request: who sends the same envelope again by a form begins another. */
function askedOf(intake: Intake, { supplier, person }: Sender, { purchase, lot, idempotencyKey, receivedAt }: Asking, what: Readonly<Record<string, string>>): Asked | null {
  if (!/^[\x21-\x7e]{1,200}$/.test(idempotencyKey)) return null;
  const request = createHash('sha256').update(canonicalJson({ ...what, purchase, lot, supplier })).digest();
  // What is shown on the receipt is what was judged by.
  const at = receivedAt.round({ smallestUnit: 'millisecond', roundingMode: 'floor' }).toString();
  return { id: intake.newId(), purchase, lot, supplier, person, receivedAt: at, installation: intake.installation, idempotencyKey, request };
}

async function answer(intake: Intake, asked: Asked, write: () => Promise<Written>): Promise<Result<ReceiptFile>> {
  await ensureKey(intake.db, intake.clock.now());
  const written = await judged(intake, write);
  const { outcome, row } = written;
  if (row === null) return refusedFor(outcome === 'written' || outcome === 'seen' ? 'no-target' : outcome);
  if (outcome === 'seen' && !row.request.equals(asked.request)) return refusedFor('other-request');
  await intake.reached?.('committed');
  const file = signReceipt(receiptOfRow(row), await signingKey(intake.db, row.key));
  await intake.reached?.('signed');
  return ok(file);
}

const MOST_TRIES = 20;

/** Two requests of one supplier at once: the one that comes second is judged anew by what the first has left. */
async function judged(intake: Intake, write: () => Promise<Written>): Promise<Written> {
  for (let tried = 1; ; tried += 1) {
    const before = intake.clock.now();
    try {
      const written = await write();
      compareClocks(intake, before, Temporal.Instant.from(written.databaseTime));
      return written;
    } catch (error) {
      if (!isOvertaken(error) || tried === MOST_TRIES) throw error;
    }
  }
}

const CLOCKS_APART_MS = 1000;

function compareClocks({ clock, warn }: Intake, before: Temporal.Instant, database: Temporal.Instant): void {
  const behind = before.epochMilliseconds - database.epochMilliseconds;
  const ahead = database.epochMilliseconds - clock.now().epochMilliseconds;
  const apart = Math.max(behind, ahead);
  if (apart > CLOCKS_APART_MS) warn(`The clocks of this process and of the database are ${(apart / 1000).toFixed(1)} s apart (the database is ${behind > 0 ? 'behind' : 'ahead'}). Instants of receipt are those of this process: set its clock.`);
}
