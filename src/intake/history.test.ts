/** Requests that come twice, at once and out of order: the history that the clients saw is held against what stands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Result } from '#base';
import { reasonOf, receiptOf, sealedBids, submit, withdraw, type ReceiptFile } from '#intake';
import { isDeep } from '../../test/support/deep.ts';
import { intakeAt, LOT, makePurchase, newId, sealTestBid, testIntakeTables, uploadBid } from '../../test/support/intake-bids.ts';

const db = await testIntakeTables(10);
const deadline = Temporal.Instant.from('2026-12-01T11:00:00Z');
const intake = intakeAt(db, deadline.subtract({ hours: 1 }));

interface Request {
  readonly key: string;
  readonly send: () => Promise<Result<ReceiptFile>>;
}

/** A fixed shuffle, so that a failure comes back. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const all = [...list];
  let state = seed;
  for (let at = all.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (at + 1);
    [all[at], all[other]] = [all[other] as T, all[at] as T];
  }
  return all;
}

async function atOnce<T>(work: readonly (() => Promise<T>)[], lanes: number): Promise<T[]> {
  const done: T[] = [];
  const queue = work.values();
  await Promise.all(Array.from({ length: lanes }, async () => { for (const one of queue) done.push(await one()); }));
  return done;
}

for (const round of [1, 2]) {
  void test(`duplicated and reordered requests: one bid, one receipt each (round ${round})`, { timeout: 600_000 }, async () => {
    const copies = isDeep ? 1000 : 30;
    const purchase = await makePurchase(db, deadline);
    const sender = purchase.suppliers[0] ?? assert.fail();
    const requests: Request[] = [];
    for (const version of [1, 2, 3, 4]) {
      const bid = await sealTestBid(purchase, sender.supplier, version);
      const upload = await uploadBid(intake, sender, purchase.id, bid);
      const key = newId();
      requests.push({ key, send: () => submit(intake, sender, { purchase: purchase.id, lot: LOT, upload, header: bid.headerBytes, idempotencyKey: key, receivedAt: intake.clock.now() }) });
    }
    const back = newId();
    requests.push({ key: back, send: () => withdraw(intake, sender, { purchase: purchase.id, lot: LOT, idempotencyKey: back, receivedAt: intake.clock.now() }) });
    const all = shuffled(requests.flatMap((request) => Array.from({ length: copies }, () => request)), round);
    const history = await atOnce(all.map(({ key, send }) => async () => ({ key, result: await send() })), 10);

    const receipts = new Map<string, string>();
    for (const { key, result } of history) {
      if (!result.ok) {
        assert.ok(['old-version', 'no-bid'].includes(reasonOf(result.failure) ?? ''), result.failure.message);
        continue;
      }
      const text = JSON.stringify(result.value);
      assert.equal(receipts.get(key) ?? text, text, 'one request has one receipt');
      receipts.set(key, text);
    }
    const rows = await db.selectFrom('intake_submission').select(['id', 'idempotency_key', 'bid_version', 'verdict', 'retired_at']).where('supplier', '=', sender.supplier).orderBy('id').execute();
    assert.deepEqual(new Set(rows.map((row) => row.idempotency_key)), new Set(receipts.keys()), 'what was acknowledged stands, and nothing else');
    assert.equal(rows.length, receipts.size);
    assert.ok(receipts.has(requests[3]?.key ?? ''), 'the highest version cannot be overtaken');
    const current = rows.filter(({ retired_at: retired }) => retired === null);
    assert.equal(current.length, 1);
    // A version is accepted only above those before it, so the one that counts is the highest, or it was withdrawn.
    assert.equal(current[0]?.bid_version, 4);
    const bids = await db.transaction().execute((trx) => sealedBids(trx, db, purchase.id, { person: null, organisation: null, now: deadline.add({ minutes: 2 }) }));
    assert.deepEqual(bids.ok && bids.value.map(({ submission }) => submission), current[0]?.verdict === 'submitted' ? [current[0].id] : []);
    for (const text of receipts.values()) {
      const { receipt } = JSON.parse(text) as ReceiptFile;
      const again = await receiptOf(intake, sender.supplier, receipt.id);
      assert.equal(again.ok && JSON.stringify(again.value), text);
    }
  });
}
