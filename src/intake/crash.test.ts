/** A server is killed at each of eight points; the bidder keeps its receipts and goes on with another server. Nothing acknowledged is lost or changed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { systemClock, unwrap } from '#base';
import { POINTS, publishedKeys, verifyReceipt, type Point, type ReceiptFile } from '#intake';
import { combineShares, openPart, openShare, readHeader } from '#seal';
import { testServer } from '../../test/support/database.ts';
import { isDeep } from '../../test/support/deep.ts';
import { makePurchase, newId, sealTestBid, testIntakeTables, type TestPurchase } from '../../test/support/intake-bids.ts';
import { Bidder, startChild, type ChildServer } from '../../test/support/intake-client.ts';

const db = await testIntakeTables();
const { rows: [{ name: database } = { name: '' }] } = await sql<{ name: string }>`select current_database() as name`.execute(db);
const connection = (await testServer()).connection(database);
const deadline = systemClock.now().add({ hours: 24 }).round({ smallestUnit: 'second' });
/** Kills at each point; 1,000 in all in a deep run. */
const ROUNDS = isDeep ? 125 : 1;
const IN_FLIGHT_MS = 120;

// Holds each commit of a server that is to be killed for a while after its statement, so that there is a time between them, and notes how durable each is going to be.
await sql`create table commit_seen (synchronous text not null)`.execute(db);
await sql`create function hold_commit() returns trigger language plpgsql as $$
  begin
    insert into commit_seen values (current_setting('synchronous_commit'));
    if current_setting('application_name') like 'doomed %' then perform pg_sleep(0.4); end if;
    return null;
  end $$`.execute(db);
await sql`create constraint trigger hold_commit after insert on intake_submission deferrable initially deferred for each row execute function hold_commit()`.execute(db);
// A server whose default forgets what it confirmed when the machine stops.
await sql.raw(`alter database ${database} set synchronous_commit = off`).execute(db);

const started: Promise<ChildServer>[] = [];
function start(name: string, point?: Point, wait?: number): Promise<ChildServer> {
  const child = startChild({ ...connection, application_name: name }, point, wait);
  started.push(child);
  return child;
}

let spare: Promise<ChildServer> | null = null;
/** A server that nobody kills. */
async function standing(): Promise<number> {
  spare ??= start('spare');
  return (await spare).port;
}

interface Step {
  readonly key: string;
  readonly send: (port: number) => Promise<string>;
}

/** A bid, another in its place, its withdrawal, and one more. */
async function stepsOf(purchase: TestPurchase): Promise<readonly Step[]> {
  const sender = purchase.suppliers[0] ?? assert.fail();
  const bidder = new Bidder(purchase.id, sender);
  const bids = await Promise.all([1, 2, 3].map(async (version) => {
    const bid = await sealTestBid(purchase, sender.supplier, version, `bid ${version}`);
    const key = newId();
    let upload: string | null = null;
    const send = async (port: number): Promise<string> => {
      upload ??= await bidder.begin(port);
      await bidder.put(port, upload, bid);
      const { status, body } = await bidder.submit(port, upload, bid, key);
      assert.equal(status, 200, body);
      return body;
    };
    return { key, send };
  }));
  const back = newId();
  const withdrawal = { key: back, send: async (port: number) => {
    const { status, body } = await bidder.withdraw(port, back);
    assert.equal(status, 200, body);
    return body;
  } };
  const [one, two, three] = bids as [Step, Step, Step];
  return [one, two, withdrawal, three];
}

async function opens(purchase: TestPurchase, row: { readonly header: string | null; readonly upload: string | null; readonly bid_version: number }): Promise<void> {
  const header = unwrap(readHeader(new TextEncoder().encode(row.header ?? '')));
  const revealed = await Promise.all(purchase.keySet.holders.slice(1).map(async ({ id }, at) => ({ holder: id, share: unwrap(await openShare(header, id, purchase.identities[at + 1]?.identity ?? '')) })));
  const { key } = unwrap(await combineShares(header, purchase.keySet, revealed));
  const chunks = await db.selectFrom('intake_chunk').select('content').where('upload', '=', row.upload ?? '').orderBy('number').execute();
  const plain: Uint8Array[] = [];
  async function* sealed(): AsyncGenerator<Uint8Array> { for (const { content } of chunks) yield content; }
  for await (const bytes of openPart({ header, key, part: 0, sealed: sealed() })) plain.push(bytes);
  assert.equal(Buffer.concat(plain).toString(), `bid ${row.bid_version}`);
}

const seen = { committedUnanswered: 0, rolledBack: 0 };

/** Kills a server at a point. The server process ends as in a power cut; in every other round its sessions in the database do too. */
async function crash(point: Point, round: number): Promise<void> {
  const purchase = await makePurchase(db, deadline);
  const supplier = purchase.suppliers[0]?.supplier ?? '';
  const steps = await stepsOf(purchase);
  const name = `doomed ${newId()}`;
  const doomed = await start(name, point, point.endsWith('-sent') ? IN_FLIGHT_MS : 0);
  const receipts = new Map<string, string>();
  let port = doomed.port;
  for (const { key, send } of steps) {
    let answer = await send(port).catch(() => null);
    if (answer === null) {
      await doomed.ended;
      if (round % 2 === 0) await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${name}`.execute(db);
      port = await standing();
      const before = await db.selectFrom('intake_submission').select('id').where('supplier', '=', supplier).where('idempotency_key', '=', key).executeTakeFirst();
      answer = await send(port);
      const { receipt } = JSON.parse(answer) as ReceiptFile;
      if (before !== undefined) assert.equal(receipt.id, before.id, 'what was committed is what is answered');
      seen[before === undefined ? 'rolledBack' : 'committedUnanswered'] += 1;
    }
    receipts.set(key, answer);
  }
  assert.notEqual(port, doomed.port, `the server was not killed at ${point}`);
  await holds(purchase, supplier, steps, receipts);
}

async function holds(purchase: TestPurchase, supplier: string, steps: readonly Step[], receipts: ReadonlyMap<string, string>): Promise<void> {
  const keys = await publishedKeys(db);
  const rows = await db.selectFrom('intake_submission').selectAll().where('supplier', '=', supplier).orderBy('id').execute();
  assert.deepEqual(new Set(rows.map((row) => row.idempotency_key)), new Set(receipts.keys()));
  assert.equal(rows.length, steps.length);
  for (const text of receipts.values()) {
    const file = JSON.parse(text) as ReceiptFile;
    unwrap(verifyReceipt(file, keys.find(({ name }) => name === file.receipt.key)?.publicKey ?? ''));
    const row = rows.find(({ id }) => id === file.receipt.id) ?? assert.fail('a receipt without a bid');
    if (file.receipt.verdict === 'submitted') await opens(purchase, row);
  }
  const port = await standing();
  for (const { key, send } of steps) assert.equal(await send(port), receipts.get(key), 'the same request, the same receipt');
  assert.deepEqual(rows.filter(({ retired_at: retired }) => retired === null).map(({ bid_version: version, verdict }) => [version, verdict]), [[3, 'submitted']]);
}

void test('a kill at each point loses nothing that was acknowledged, and a repeated request gets the same receipt', { timeout: 7_200_000 }, async () => {
  try {
    for (let round = 1; round <= ROUNDS; round += 1) {
      // Two at a time: most of a round is waiting for processes to start.
      for (let at = 0; at < POINTS.length; at += 2) await Promise.all(POINTS.slice(at, at + 2).map((point, nth) => crash(point, round + at / 2 + nth)));
    }
  } finally {
    for (const child of await Promise.allSettled(started)) if (child.status === 'fulfilled') child.value.process.kill('SIGKILL');
  }
  assert.ok(seen.committedUnanswered > 0 && seen.rolledBack > 0, JSON.stringify(seen));
});

void test('each was durable, though the default of the database was not', async () => {
  const { rows: [server] } = await sql<{ fsync: string; full_page_writes: string }>`select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes`.execute(db);
  assert.deepEqual(server, { fsync: 'on', full_page_writes: 'on' });
  const { rows } = await sql<{ synchronous: string; count: number }>`select synchronous, count(*) as count from commit_seen group by 1`.execute(db);
  assert.deepEqual(rows.map(({ synchronous }) => synchronous), ['on']);
  assert.ok((rows[0]?.count ?? 0) >= POINTS.length * 4);
});
