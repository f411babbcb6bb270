import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { unwrap, type Failure, type Result } from '#base';
import { beginUpload, chunksOf, moveDeadline, missingChunks, putChunk, reasonOf, receiptOf, sealedBids, statusFor, submit, sweepUploads, withdraw, type Intake, type Sender, type ReceiptFile } from '#intake';
import { INSTALLATION, intakeAt, LOT, makePurchase, newId, sealTestBid, testIntakeTables, uploadBid, type TestBid, type TestPurchase } from '../../test/support/intake-bids.ts';

const db = await testIntakeTables(8);
const deadline = Temporal.Instant.from('2026-12-01T11:00:00Z');
const early = deadline.subtract({ hours: 1 });
const intake = intakeAt(db, early);
const nobody = { person: null, organisation: null };

function reason(result: Result<unknown>): string | null {
  assert.ok(!result.ok, 'it was refused');
  return reasonOf(result.failure);
}

function kind(result: Result<unknown>): Failure['kind'] {
  return result.ok ? assert.fail('it was taken') : result.failure.kind;
}

function first<T>(list: readonly T[]): T {
  const [one] = list;
  assert.ok(one);
  return one;
}

async function send(purchase: TestPurchase, sender: Sender, bid: TestBid, key: string = newId(), receivedAt = early): Promise<Result<ReceiptFile>> {
  const upload = await uploadBid(intake, sender, purchase.id, bid);
  return submit(intake, sender, { purchase: purchase.id, lot: LOT, upload, header: bid.headerBytes, idempotencyKey: key, receivedAt });
}

async function listed(purchase: TestPurchase, now = purchase.deadline.add({ minutes: 2 })) {
  return db.transaction().execute((trx) => sealedBids(trx, db, purchase.id, { ...nobody, now }));
}

void test('a bid in three parts, one of them in two chunks, comes in and is handed out byte by byte after the deadline', async () => {
  const purchase = await makePurchase(db, deadline);
  const sender = first(purchase.suppliers);
  const large = new Uint8Array(4 * 1024 * 1024 + 1).fill(7);
  const bid = await sealTestBid(purchase, sender.supplier, 1, 'with files', [large, new Uint8Array()]);
  assert.equal(bid.chunks.length, 4);
  const { receipt } = unwrap(await send(purchase, sender, bid));
  assert.deepEqual(receipt, {
    version: 1, kind: 'bid', installation: INSTALLATION, id: receipt.id, purchase: purchase.id, lot: LOT, supplier: sender.supplier, bidVersion: 1,
    envelope: createHash('sha256').update(bid.headerBytes).digest('hex'), bytes: bid.chunks.reduce((sum, { bytes }) => sum + bytes.length, 0),
    receivedAt: '2026-12-01T10:00:00.000Z', deadline: '2026-12-01T11:00:00.000Z', verdict: 'submitted', key: receipt.key,
  });
  const [sealed, ...more] = unwrap(await listed(purchase));
  assert.deepEqual(more, []);
  assert.deepEqual(sealed?.header, bid.header);
  const read: Buffer[] = [];
  for (const part of bid.header.parts.keys()) for await (const chunk of chunksOf(db, receipt.id, part, { ...nobody, now: deadline })) read.push(chunk);
  assert.deepEqual(read.map((chunk) => chunk.toString('base64')), bid.chunks.map(({ bytes }) => bytes.toBase64()));
});

void test('chunks come in any order and twice; another content, a wrong hash and another supplier are refused; what is missing can be asked', async () => {
  const purchase = await makePurchase(db, deadline, 2);
  const [sender, other] = purchase.suppliers as [Sender, Sender];
  const bid = await sealTestBid(purchase, sender.supplier, 1, 'in bits', [new Uint8Array(4 * 1024 * 1024 + 5)]);
  const upload = unwrap(await beginUpload(db, { id: newId(), purchase: purchase.id, lot: LOT, ...sender, now: early }));
  const sizes = bid.header.parts.map(({ ciphertext }) => ciphertext);
  const put = (at: number, change: { readonly content?: Buffer; readonly sha256?: string; readonly supplier?: string } = {}) => {
    const { part, chunk, bytes, sha256 } = bid.chunks[at] ?? assert.fail();
    return putChunk(db, { upload, supplier: sender.supplier, part, number: chunk, content: Buffer.from(bytes), sha256, now: early, ...change });
  };
  assert.deepEqual(unwrap(await missingChunks(db, upload, sender.supplier, sizes)), [{ part: 0, number: 0 }, { part: 1, number: 0 }, { part: 1, number: 1 }]);
  unwrap(await put(2));
  unwrap(await put(2));
  unwrap(await put(0));
  const changed = Buffer.from(bid.chunks[2]?.bytes ?? []);
  changed[0] = (changed[0] ?? 0) ^ 1;
  assert.equal(kind(await put(2, { content: changed, sha256: createHash('sha256').update(changed).digest('hex') })), 'conflict');
  assert.equal(kind(await put(1, { sha256: '0'.repeat(64) })), 'invalid');
  assert.equal(kind(await put(1, { supplier: other.supplier })), 'not-found');
  assert.equal(kind(await missingChunks(db, upload, other.supplier, sizes)), 'not-found');
  assert.deepEqual(unwrap(await missingChunks(db, upload, sender.supplier, sizes)), [{ part: 1, number: 0 }]);
  const asking = { purchase: purchase.id, lot: LOT, upload, header: bid.headerBytes, idempotencyKey: newId(), receivedAt: early };
  assert.equal(reason(await submit(intake, sender, asking)), 'incomplete');
  unwrap(await put(1));
  unwrap(await submit(intake, sender, asking));
  unwrap(await put(1));
  assert.equal(kind(await put(1, { content: changed, sha256: createHash('sha256').update(changed).digest('hex') })), 'conflict');
});

void test('what is not for this purchase, lot, supplier, key set or version is refused, and leaves nothing', async () => {
  const purchase = await makePurchase(db, deadline, 2);
  const another = await makePurchase(db, deadline);
  const [sender, other] = purchase.suppliers as [Sender, Sender];
  const bid = await sealTestBid(purchase, sender.supplier);
  const upload = await uploadBid(intake, sender, purchase.id, bid);
  const asking = { purchase: purchase.id, lot: LOT, upload, header: bid.headerBytes, idempotencyKey: newId(), receivedAt: early };
  assert.equal(reason(await submit(intake, other, asking)), 'not-yours');
  assert.equal(reason(await submit(intake, sender, { ...asking, lot: 'lot-2' })), 'not-yours');
  assert.equal(reason(await submit(intake, sender, { ...asking, purchase: another.id })), 'not-yours');
  assert.equal(reason(await submit(intake, sender, { ...asking, idempotencyKey: '' })), 'bad-key');
  const stranger = { supplier: newId(), person: newId() };
  const theirs = await sealTestBid(purchase, stranger.supplier);
  assert.equal(reason(await submit(intake, stranger, { ...asking, header: theirs.headerBytes })), 'not-invited');
  assert.ok(!(await beginUpload(db, { id: newId(), purchase: purchase.id, lot: LOT, ...stranger, now: early })).ok);
  const elsewhere = await sealTestBid({ ...purchase, keySet: { ...another.keySet, purchase: purchase.id } }, sender.supplier);
  assert.equal(reason(await submit(intake, sender, { ...asking, header: elsewhere.headerBytes })), 'other-holders');
  const unsent = await sealTestBid(purchase, sender.supplier, 1, 'the bit', []);
  assert.equal(reason(await submit(intake, sender, { ...asking, header: unsent.headerBytes })), 'incomplete');
  assert.ok(!(await submit(intake, sender, { ...asking, header: bid.headerBytes.subarray(1) })).ok);
  assert.deepEqual((await statusFor(db, sender.supplier, purchase.id)).map(({ status }) => status), ['not-submitted']);
  unwrap(await submit(intake, sender, asking));
  assert.equal(reason(await submit(intake, sender, { ...asking, idempotencyKey: newId() })), 'old-version');
});

void test('replaced, withdrawn, bid again: each with its receipt, and the last word counts', async () => {
  const purchase = await makePurchase(db, deadline);
  const sender = first(purchase.suppliers);
  const status = async () => first(await statusFor(db, sender.supplier, purchase.id));
  const one = unwrap(await send(purchase, sender, await sealTestBid(purchase, sender.supplier, 1)));
  const two = unwrap(await send(purchase, sender, await sealTestBid(purchase, sender.supplier, 2)));
  assert.deepEqual([(await status()).status, (await status()).submission], ['submitted', two.receipt.id]);
  const taking = { purchase: purchase.id, lot: LOT, idempotencyKey: newId(), receivedAt: early };
  const back = unwrap(await withdraw(intake, sender, taking));
  assert.deepEqual([back.receipt.verdict, back.receipt.bidVersion, back.receipt.envelope], ['withdrawn', 2, two.receipt.envelope]);
  assert.deepEqual(unwrap(await withdraw(intake, sender, taking)), back);
  assert.equal((await status()).status, 'withdrawn');
  assert.equal(reason(await withdraw(intake, sender, { ...taking, idempotencyKey: newId() })), 'no-bid');
  assert.equal(reason(await send(purchase, sender, await sealTestBid(purchase, sender.supplier, 2))), 'old-version');
  const three = unwrap(await send(purchase, sender, await sealTestBid(purchase, sender.supplier, 3)));
  const late = unwrap(await send(purchase, sender, await sealTestBid(purchase, sender.supplier, 4), newId(), deadline.add({ seconds: 1 })));
  assert.deepEqual([late.receipt.verdict, (await status()).status, (await status()).late], ['late', 'submitted', late.receipt.id]);
  assert.equal(reason(await withdraw(intake, sender, { ...taking, idempotencyKey: newId(), receivedAt: deadline.add({ milliseconds: 1 }) })), 'too-late');
  assert.deepEqual(unwrap(await listed(purchase)).map(({ submission }) => submission), [three.receipt.id]);
  for (const file of [one, two, back, three, late]) assert.deepEqual(unwrap(await receiptOf(intake, sender.supplier, file.receipt.id)), file);
  assert.ok(!(await receiptOf(intake, newId(), one.receipt.id)).ok, 'another supplier');
  await assert.rejects(async () => { for await (const chunk of chunksOf(db, two.receipt.id, 0, { ...nobody, now: deadline })) assert.fail(`${chunk.length} bytes of a bid that was replaced`); }, /stays sealed/);
});

void test('the list of bids is closed until a minute after the deadline, and every attempt is logged; afterwards nothing comes in', async () => {
  const purchase = await makePurchase(db, deadline, 2);
  const [sender, other] = purchase.suppliers as [Sender, Sender];
  const { receipt } = unwrap(await send(purchase, sender, await sealTestBid(purchase, sender.supplier)));
  const reader = { person: newId(), organisation: newId() };
  for (const now of [early, deadline, deadline.add({ seconds: 60 })]) {
    await assert.rejects(db.transaction().execute(async (trx) => unwrap(await sealedBids(trx, db, purchase.id, { ...reader, now }))), /closed until/);
  }
  await assert.rejects(async () => { for await (const chunk of chunksOf(db, receipt.id, 0, { ...reader, now: early })) assert.fail(`${chunk.length} bytes`); }, /stays sealed/);
  const log = await db.selectFrom('intake_refused_read').select(['person', 'organisation', 'what']).where('purchase', '=', purchase.id).orderBy('id').execute();
  assert.deepEqual(log, [...Array.from({ length: 3 }, () => ({ ...reader, what: 'the list of bids' })), { ...reader, what: `part 0 of bid ${receipt.id}` }]);
  assert.equal(unwrap(await listed(purchase)).length, 1);
  const bid = await sealTestBid(purchase, other.supplier);
  assert.ok(!(await beginUpload(db, { id: newId(), purchase: purchase.id, lot: LOT, ...other, now: early })).ok);
  assert.equal(reason(await withdraw(intake, sender, { purchase: purchase.id, lot: LOT, idempotencyKey: newId(), receivedAt: early })), 'opening');
  assert.ok(!(await db.transaction().execute((trx) => moveDeadline(trx, purchase.id, deadline.add({ hours: 24 })))).ok);
  assert.equal(unwrap(await listed(purchase)).length, 1, `${bid.header.lot} did not come in`);
});

void test('a late bid may be submitted as it is when the deadline was moved for all', async () => {
  const purchase = await makePurchase(db, deadline);
  const sender = first(purchase.suppliers);
  const bid = await sealTestBid(purchase, sender.supplier);
  const upload = await uploadBid(intake, sender, purchase.id, bid);
  const asking = { purchase: purchase.id, lot: LOT, upload, header: bid.headerBytes, idempotencyKey: newId(), receivedAt: deadline.add({ minutes: 5 }) };
  assert.equal(unwrap(await submit(intake, sender, asking)).receipt.verdict, 'late');
  assert.equal(first(await statusFor(db, sender.supplier, purchase.id)).status, 'late');
  unwrap(await db.transaction().execute((trx) => moveDeadline(trx, purchase.id, deadline.add({ hours: 24 }))));
  assert.equal(unwrap(await submit(intake, sender, asking)).receipt.verdict, 'late', 'the same request has the same answer');
  assert.equal(unwrap(await submit(intake, sender, { ...asking, idempotencyKey: newId() })).receipt.verdict, 'submitted');
  assert.equal(first(await statusFor(db, sender.supplier, purchase.id)).status, 'submitted');
});

void test('unfinished uploads go after a week, and the oldest when there are many; submitted ones stay', async () => {
  const purchase = await makePurchase(db, deadline);
  const sender = first(purchase.suppliers);
  const begin = async (now: Temporal.Instant) => unwrap(await beginUpload(db, { id: newId(), purchase: purchase.id, lot: LOT, ...sender, now }));
  const { receipt } = unwrap(await send(purchase, sender, await sealTestBid(purchase, sender.supplier)));
  const begun: string[] = [];
  for (let at = 0; at < 7; at += 1) begun.push(await begin(early.add({ seconds: at })));
  const left = async () => (await db.selectFrom('intake_upload').select('id').where('purchase', '=', purchase.id).where('submitted_at', 'is', null).orderBy('touched_at').execute()).map(({ id }) => id);
  assert.deepEqual(await left(), begun.slice(2));
  await sweepUploads(db, early.add({ hours: 7 * 24, seconds: 4 }));
  assert.deepEqual(await left(), begun.slice(4));
  await sweepUploads(db, early.add({ hours: 20 * 24 }));
  assert.deepEqual(await left(), []);
  assert.equal(unwrap(await listed(purchase))[0]?.submission, receipt.id);
});

void test('clocks that are a second apart are told; the receipt is of this process', async () => {
  const told: string[] = [];
  const { rows: [row] } = await sql<{ now: string }>`select clock_timestamp() as now`.execute(db);
  const now = Temporal.Instant.from(row?.now ?? '');
  const purchase = await makePurchase(db, now.add({ hours: 1 }).round({ smallestUnit: 'second' }));
  const sender = first(purchase.suppliers);
  const at = async (clock: Temporal.Instant, version: number): Promise<void> => {
    const mine: Intake = intakeAt(db, clock, { warn: (message) => { told.push(message); } });
    const bid = await sealTestBid(purchase, sender.supplier, version);
    unwrap(await submit(mine, sender, { purchase: purchase.id, lot: LOT, upload: await uploadBid(mine, sender, purchase.id, bid), header: bid.headerBytes, idempotencyKey: newId(), receivedAt: clock }));
  };
  await at(now.add({ seconds: 60 }), 1);
  await at(now.subtract({ seconds: 60 }), 2);
  assert.equal(told.length, 2);
  assert.match(told[0] ?? '', /database is behind/);
  assert.match(told[1] ?? '', /database is ahead/);
});
