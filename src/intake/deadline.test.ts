import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { copenhagenInstant, unwrap, type Clock } from '#base';
import { moveDeadline, statusFor, submit, type Intake, type Sender } from '#intake';
import { intakeAt, LOT, makePurchase, newId, sealTestBid, testIntakeTables, uploadBid, type TestPurchase } from '../../test/support/intake-bids.ts';
import { intakeServer } from '../../test/support/intake-server.ts';

const db = await testIntakeTables();

async function verdictAt(purchase: TestPurchase, receivedAt: Temporal.Instant): Promise<string> {
  const sender = purchase.suppliers[0] ?? assert.fail();
  const bidVersion = (await statusFor(db, sender.supplier, purchase.id))[0]?.bidVersion ?? 0;
  const intake = intakeAt(db, receivedAt);
  const bid = await sealTestBid(purchase, sender.supplier, bidVersion + 1);
  const upload = await uploadBid(intake, sender, purchase.id, bid);
  return unwrap(await submit(intake, sender, { purchase: purchase.id, lot: LOT, upload, header: bid.headerBytes, idempotencyKey: newId(), receivedAt })).receipt.verdict;
}

const NIGHTS = [
  // What a buyer writes as the deadline, and the instant that it is. The first comes twice that night, the later one counts; the second never comes.
  { what: 'clocks go back', date: '2026-10-25', time: '02:30', instant: '2026-10-25T01:30:00Z', alsoInTime: '2026-10-25T00:30:00Z' },
  { what: 'clocks go forward', date: '2027-03-28', time: '02:30', instant: '2027-03-28T01:30:00Z', alsoInTime: '2027-03-28T01:00:00Z' },
  { what: 'a winter day', date: '2026-12-01', time: '12:00', instant: '2026-12-01T11:00:00Z', alsoInTime: '2026-12-01T10:59:59.999Z' },
  { what: 'a summer day', date: '2026-07-01', time: '12:00', instant: '2026-07-01T10:00:00Z', alsoInTime: '2026-07-01T09:00:00Z' },
] as const;

for (const { what, date, time, instant, alsoInTime } of NIGHTS) {
  void test(`in time a millisecond before and at the deadline, late a millisecond after it: ${what}`, async () => {
    const deadline = copenhagenInstant(Temporal.PlainDate.from(date), Temporal.PlainTime.from(time));
    assert.equal(deadline.toString(), instant);
    const purchase = await makePurchase(db, deadline);
    assert.equal(await verdictAt(purchase, Temporal.Instant.from(alsoInTime)), 'submitted');
    assert.equal(await verdictAt(purchase, deadline.subtract({ milliseconds: 1 })), 'submitted');
    assert.equal(await verdictAt(purchase, deadline), 'submitted');
    assert.equal(await verdictAt(purchase, deadline.add({ microseconds: 999 })), 'submitted', 'the receipt shows the deadline itself');
    assert.equal(await verdictAt(purchase, deadline.add({ milliseconds: 1 })), 'late');
    assert.equal(await verdictAt(purchase, deadline.add({ hours: 1 })), 'late');
  });
}

void test('a deadline that is moved while a bid comes in waits for it, and the next bid is judged by the new one', async () => {
  const deadline = Temporal.Instant.from('2026-12-01T11:00:00Z');
  const purchase = await makePurchase(db, deadline);
  const waiting = await db.transaction().execute(async (trx) => {
    unwrap(await moveDeadline(trx, purchase.id, deadline.add({ minutes: 1 })));
    const verdict = verdictAt(purchase, deadline.add({ seconds: 30 }));
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    return { verdict };
  });
  assert.equal(await waiting.verdict, 'submitted');
  assert.equal(await verdictAt(purchase, deadline.add({ seconds: 59 })), 'submitted');
});

/** A clock that the test sets. */
function handClock(at: Temporal.Instant): Clock & { set: (at: Temporal.Instant) => void } {
  let now = at;
  return { now: () => now, set: (next) => { now = next; } };
}

interface Slow {
  readonly status: number;
  readonly body: string;
}

/** Sends a request in two pieces, and the last byte when it is told to. */
async function sendSlowly(port: number, head: readonly string[], body: Buffer, beforeLast: () => Promise<void>): Promise<Slow> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  const ended = new Promise<void>((resolve, reject) => {
    socket.on('data', (data: Buffer) => { answer += data.toString(); });
    socket.once('end', resolve).once('error', reject);
  });
  socket.write(`${[...head, `content-length: ${body.length}`, 'connection: close'].join('\r\n')}\r\n\r\n`);
  socket.write(body.subarray(0, -1));
  await beforeLast();
  socket.write(body.subarray(-1));
  await ended;
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]), body: answer.slice(answer.indexOf('\r\n\r\n') + 4) };
}

async function slowly(sentWhole: (deadline: Temporal.Instant) => Temporal.Instant, answeredAt: (deadline: Temporal.Instant) => Temporal.Instant): Promise<{ receivedAt: string; verdict: string }> {
  const deadline = Temporal.Instant.from('2026-12-01T11:00:00Z');
  const purchase = await makePurchase(db, deadline);
  const sender: Sender = purchase.suppliers[0] ?? assert.fail();
  const clock = handClock(deadline.subtract({ seconds: 20 }));
  const intake: Intake = { ...intakeAt(db, deadline), clock };
  const bid = await sealTestBid(purchase, sender.supplier);
  const upload = await uploadBid(intake, sender, purchase.id, bid);
  // What is looked up before the body is read takes so long that the deadline passes meanwhile.
  const server = await intakeServer(intake, { lookUp: async () => { await new Promise((resolve) => { setTimeout(resolve, 150); }); clock.set(answeredAt(deadline)); } });
  try {
    const body = Buffer.from(JSON.stringify({ upload, header: new TextDecoder().decode(bid.headerBytes) }));
    const head = [`POST /api/v1/market/bids/${purchase.id}/${LOT}/submissions HTTP/1.1`, 'host: x', 'content-type: application/json', `idempotency-key: ${newId()}`, `x-supplier: ${sender.supplier}`, `x-person: ${sender.person}`];
    const { status, body: text } = await sendSlowly(server.port, head, body, async () => {
      await new Promise((resolve) => { setTimeout(resolve, 50); });
      clock.set(sentWhole(deadline));
    });
    assert.equal(status, 200, text);
    const { receipt } = JSON.parse(text) as { receipt: { receivedAt: string; verdict: string } };
    return { receivedAt: receipt.receivedAt, verdict: receipt.verdict };
  } finally {
    await server.close();
  }
}

void test('the instant is that of the last byte: not when the request began', async () => {
  assert.deepEqual(await slowly((deadline) => deadline.add({ milliseconds: 1 }), (deadline) => deadline.add({ seconds: 5 })), { receivedAt: '2026-12-01T11:00:00.001Z', verdict: 'late' });
});

void test('the instant is that of the last byte: not when the server came to read it', async () => {
  assert.deepEqual(await slowly((deadline) => deadline, (deadline) => deadline.add({ seconds: 5 })), { receivedAt: '2026-12-01T11:00:00.000Z', verdict: 'submitted' });
});
