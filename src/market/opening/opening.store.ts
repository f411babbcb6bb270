/** Opened bids in and out of the database. */
import { sql } from 'kysely';
import type { SealedBid } from '#intake';
import type { BidDocument } from '../bid/bid.ts';
import type { MarketDatabase } from '../tables.ts';
import type { OpenedBid } from './open-bid.ts';

/** Purchases that are closed and for which enough holders have revealed: for the worker, with the server's rights. */
export async function readRevealed(db: MarketDatabase): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from market_record r join market_internal i on i.record = r.id
    where r.kind = 'purchase' and r.state = 'closed' and jsonb_array_length(i.data -> 'opening' -> 'reveals') >= (r.body -> 'keySet' ->> 'threshold')::int
    order by r.changed_at, r.id`.execute(db);
  return rows.map(({ id }) => id);
}

export interface Outcome {
  readonly record: string;
  readonly bid: SealedBid;
  readonly opened: OpenedBid;
  readonly reveals: number;
  readonly at: Temporal.Instant;
}

/** Writes down what came of a bid. What opened once stays; what failed is written anew when more holders have revealed. */
export async function keepOutcome(db: MarketDatabase, { record, bid, opened, reveals, at }: Outcome): Promise<void> {
  const outcome = {
    key: opened.key === null ? null : Buffer.from(opened.key), document: opened.opened ? JSON.stringify(opened.document) : null,
    failed_step: opened.opened ? null : opened.step, failed_why: opened.opened ? null : opened.why, wrong_holders: [...opened.wrong], reveals, tried_at: at.toString(),
  };
  const { submission, lot, supplier, bidVersion, receivedAt, envelope, bytes } = bid;
  await db.insertInto('market_opened_bid').values({ submission, record, lot, supplier, bid_version: bidVersion, received_at: receivedAt, envelope, bytes, ...outcome })
    .onConflict((conflict) => conflict.column('submission').doUpdateSet(outcome).where('market_opened_bid.document', 'is', null).where('market_opened_bid.reveals', '<', reveals)).execute();
}

export interface ShownBid {
  readonly submission: string;
  readonly lot: string;
  readonly supplier: string;
  readonly bidVersion: number;
  /** ISO instant. */
  readonly receivedAt: string;
  readonly envelope: string;
  /** Null: it could not be opened. */
  readonly document: BidDocument | null;
  readonly failedStep: string | null;
  readonly failedWhy: string | null;
  readonly wrongHolders: readonly string[];
}

/** Opened bids of a purchase that the reader may see, in the order in which they came. */
export async function listOpened(db: MarketDatabase, record: string): Promise<readonly ShownBid[]> {
  const rows = await db.selectFrom('market_opened_bid').select(['submission', 'lot', 'supplier', 'bid_version', 'received_at', 'envelope', 'document', 'failed_step', 'failed_why', 'wrong_holders'])
    .where('record', '=', record).orderBy('received_at').orderBy('submission').execute();
  return rows.map((row) => ({
    submission: row.submission, lot: row.lot, supplier: row.supplier, bidVersion: row.bid_version, receivedAt: row.received_at, envelope: row.envelope, document: row.document,
    failedStep: row.failed_step, failedWhy: row.failed_why, wrongHolders: row.wrong_holders,
  }));
}

/** By the server, after it was asked who may: the key that opens the files of a bid. */
export async function readBidKey(db: MarketDatabase, submission: string): Promise<Uint8Array | null> {
  return (await db.selectFrom('market_opened_bid').select('key').where('submission', '=', submission).executeTakeFirst())?.key ?? null;
}
