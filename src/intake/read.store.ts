/** What may be read of submissions: a supplier's own at any time, all of a purchase when its deadline has passed. */
import { sql, type Transaction } from 'kysely';
import { fail, FailureError, ok, refuse, type Failure, type Result } from '#base';
import { readHeader, type BidHeader } from '#seal';
import { chunkCount } from './bounds.ts';
import { instantText } from './instant.ts';
import type { Intake } from './intake.ts';
import { signingKey } from './key.store.ts';
import { receiptOfRow, signReceipt, type ReceiptFile } from './receipt.ts';
import { intakeIn, type IntakeDatabase } from './tables.ts';
import { lockTargets } from './target.store.ts';

/** The receipt of a submission of the supplier's own, the same each time. */
export async function receiptOf({ db }: Pick<Intake, 'db'>, supplier: string, submission: string): Promise<Result<ReceiptFile>> {
  const row = await db.selectFrom('intake_submission').selectAll().where('id', '=', submission).where('supplier', '=', supplier).executeTakeFirst();
  if (row === undefined) return fail(refuse('not-found', { da: ['I har ikke den kvittering.', 'Se på købets side, hvad der er sket med jeres tilbud.'], en: ['There is no such receipt of yours.', 'Look at the purchase, which shows the state of your bid.'] }));
  return ok(signReceipt(receiptOfRow(row), await signingKey(db, row.key)));
}

export type BidStatus = 'not-submitted' | 'submitted' | 'late' | 'withdrawn';

export interface LotStatus {
  readonly lot: string;
  readonly status: BidStatus;
  /** Key of the submission that the status comes from; null: there is none. */
  readonly submission: string | null;
  readonly bidVersion: number | null;
  /** ISO instants, to the millisecond. */
  readonly receivedAt: string | null;
  readonly deadline: string;
  /** A bid that came too late, beside one that counts: key of its submission. */
  readonly late: string | null;
}

/** How a supplier's bids stand, for each lot of a purchase that it may bid for. */
export async function statusFor(db: IntakeDatabase, supplier: string, purchase: string): Promise<readonly LotStatus[]> {
  const { rows } = await sql<{ lot: string; deadline: string; verdict: BidStatus | null; id: string | null; bid_version: number | null; received_at: string | null; late: string | null; late_version: number | null; late_at: string | null }>`
    select t.lot, t.deadline, s.verdict, s.id, s.bid_version, s.received_at, l.id as late, l.bid_version as late_version, l.received_at as late_at
    from intake_target t
    left join intake_submission s on s.purchase = t.purchase and s.lot = t.lot and s.supplier = ${supplier} and s.retired_at is null and s.verdict <> 'late'
    left join lateral (
      select id, bid_version, received_at from intake_submission l
      where l.purchase = t.purchase and l.lot = t.lot and l.supplier = ${supplier} and l.verdict = 'late' and (s.id is null or l.received_at > s.received_at)
      order by l.received_at desc, l.id desc limit 1
    ) l on true
    where t.purchase = ${purchase} and ${supplier}::uuid = any (t.invited)
    order by t.lot`.execute(db);
  return rows.map((row) => {
    const deadline = instantText(row.deadline);
    // A late one says nothing of a bid that counts, but more than a withdrawal before it.
    if (row.late !== null && row.verdict !== 'submitted') return { lot: row.lot, deadline, status: 'late', submission: row.late, bidVersion: row.late_version, receivedAt: row.late_at === null ? null : instantText(row.late_at), late: row.late };
    return { lot: row.lot, deadline, status: row.verdict ?? 'not-submitted', submission: row.id, bidVersion: row.bid_version, receivedAt: row.received_at === null ? null : instantText(row.received_at), late: row.late };
  });
}

export interface Reader {
  /** Keys of the person and the organisation; null: the server by itself. */
  readonly person: string | null;
  readonly organisation: string | null;
  readonly now: Temporal.Instant;
}

export interface SealedBid {
  /** Key of the submission. */
  readonly submission: string;
  readonly lot: string;
  readonly supplier: string;
  readonly bidVersion: number;
  readonly header: BidHeader;
  readonly envelope: string;
  /** Sealed bytes. */
  readonly bytes: number;
  /** ISO instant, to the millisecond. */
  readonly receivedAt: string;
}

/**
 * How long after the deadline the list of bids stays closed: a request that came in time may still be on its way to the disk, which the
 * server's limits (10 s for a connection, 10 s for a statement, and some tries) end before.
 */
export const SETTLED_AFTER = { seconds: 60 } as const;

/**
 * The bids that count, of all lots of a purchase: the last of each supplier that was in time and not withdrawn. The first call ends the
 * intake, so that the list is the same each time. Earlier than a minute after the last deadline it is refused, and the refusal logged.
 * @param log another connection than the transaction's: the entry stays when the transaction is given up
 */
export async function sealedBids<Tables>(trx: Transaction<Tables>, log: IntakeDatabase, purchase: string, reader: Reader): Promise<Result<readonly SealedBid[]>> {
  const own = intakeIn(trx);
  const targets = await lockTargets(own, purchase);
  if (targets.length === 0) return fail(refuse('not-found', { da: ['Der tages ikke imod tilbud til dette køb.', 'Se efter, om adressen er rigtig.'], en: ['No bids are taken for this purchase.', 'Look at its address.'] }));
  const refusal = tooEarly(targets, reader.now);
  if (refusal !== null) {
    await logRefusedRead(log, { purchase, lot: null, what: 'the list of bids', why: refusal.message, ...reader });
    return fail(refusal);
  }
  await own.updateTable('intake_target').set({ opening_at: reader.now.toString() }).where('purchase', '=', purchase).where('opening_at', 'is', null).execute();
  const rows = await own.selectFrom('intake_submission').selectAll().where('purchase', '=', purchase).where('verdict', '=', 'submitted').where('retired_at', 'is', null)
    .orderBy('lot').orderBy('received_at').orderBy('id').execute();
  return ok(rows.map((row) => ({
    submission: row.id, lot: row.lot, supplier: row.supplier, bidVersion: row.bid_version, header: headerOf(row.header), envelope: row.envelope, bytes: row.bytes, receivedAt: instantText(row.received_at),
  })));
}

function tooEarly(targets: readonly { readonly deadline: string; readonly cancelled_at: string | null }[], now: Temporal.Instant): Failure | null {
  if (targets.some(({ cancelled_at: cancelled }) => cancelled !== null)) return refuse('conflict', { da: ['Købet er annulleret, så tilbuddene forbliver forseglede.', 'Offentliggør det på ny.'], en: ['The purchase was cancelled, so its bids stay sealed.', 'Announce it anew.'] });
  const last = targets.map(({ deadline }) => Temporal.Instant.from(deadline)).toSorted((one, other) => Temporal.Instant.compare(other, one))[0];
  if (last === undefined || Temporal.Instant.compare(now, last.add(SETTLED_AFTER)) > 0) return null;
  return refuse('forbidden', { da: ['Tilbuddene er lukkede indtil et minut efter fristen: det, der kom i tide, skal først være gemt.', `Prøv igen efter ${last.add(SETTLED_AFTER).toString()}.`], en: ['The bids are closed until a minute after the deadline: what came in time must be on the disk first.', `Ask again after ${last.add(SETTLED_AFTER).toString()}.`] });
}

function headerOf(text: string | null): BidHeader {
  const read = readHeader(new TextEncoder().encode(text ?? ''));
  if (!read.ok) throw new FailureError(read.failure);
  return read.value;
}

/**
 * The sealed chunks of a part, in order, one in memory at a time. Only of a bid that stands on the list of an opening.
 * @throws FailureError before that; the attempt is logged
 */
export async function* chunksOf(db: IntakeDatabase, submission: string, part: number, reader: Reader): AsyncGenerator<Buffer> {
  const bid = await db.selectFrom('intake_submission as s').innerJoin('intake_target as t', (join) => join.onRef('t.purchase', '=', 's.purchase').onRef('t.lot', '=', 's.lot'))
    .select(['s.purchase', 's.lot', 's.upload', 's.header', 's.verdict', 's.retired_at', 't.opening_at']).where('s.id', '=', submission).executeTakeFirst();
  if (bid === undefined) throw new FailureError(refuse('not-found', { da: ['Tilbuddet findes ikke.', 'Tag tilbuddenes numre fra listen ved åbningen.'], en: ['There is no such bid.', 'Take the keys of bids from the list of the opening.'] }));
  if (bid.opening_at === null || bid.verdict !== 'submitted' || bid.retired_at !== null || bid.upload === null) {
    const refusal = refuse('forbidden', { da: ['Dette tilbud står ikke på listen ved en åbning, så det forbliver forseglet.', 'Begynd først åbningen. Det, der kom for sent, er erstattet eller trukket tilbage, bliver aldrig åbnet.'], en: ['This bid stands on no list of an opening, so it stays sealed.', 'Begin the opening first. What is late, replaced or withdrawn is never opened.'] });
    await logRefusedRead(db, { purchase: bid.purchase, lot: bid.lot, what: `part ${part} of bid ${submission}`, why: refusal.message, ...reader });
    throw new FailureError(refusal);
  }
  const sealed = headerOf(bid.header).parts[part];
  if (sealed === undefined) throw new FailureError(refuse('not-found', { da: [`Tilbuddet har ingen del ${part}.`, 'Kuvertens hoved nævner dets dele.'], en: [`The bid has no part ${part}.`, 'Its header names its parts.'] }));
  for (let number = 0; number < chunkCount(sealed.ciphertext); number += 1) {
    const chunk = await db.selectFrom('intake_chunk').select('content').where('upload', '=', bid.upload).where('part', '=', part).where('number', '=', number).executeTakeFirstOrThrow();
    yield chunk.content;
  }
}

export interface RefusedRead extends Reader {
  readonly purchase: string;
  readonly lot: string | null;
  readonly what: string;
  readonly why: string;
}

/** Notes an attempt to read something sealed that was refused. Source: Directive 2014/24/EU, Annex IV, point (g). */
export async function logRefusedRead(db: IntakeDatabase, { now, ...rest }: RefusedRead): Promise<void> {
  const { purchase, lot, person, organisation, what, why } = rest;
  await db.insertInto('intake_refused_read').values({ at: now.toString(), purchase, lot, person, organisation, what, why }).execute();
}
