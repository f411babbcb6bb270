import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import { fixedClock, idSource } from '#base';
import { consume, migrate, openDatabase, publish, storeMigrations, type Message, type Published } from '#store';
import { testServer } from '../../test/support/database.ts';

const server = await testServer();
const newId = idSource(fixedClock('2026-11-26T12:00:00Z'));
const at = Temporal.Instant.from('2026-11-26T12:00:00.123Z');

async function outbox(): Promise<Kysely<object>> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await server.ensureDatabase(name);
  await migrate(server.connection(name), [storeMigrations]);
  const db = openDatabase<object>(server.connection(name), 6);
  after(async () => {
    await db.destroy();
    await server.dropDatabase(name);
  });
  return db;
}

function message(subject: string, change: Partial<Message> = {}): Message {
  return { id: newId(), at, type: 'purchase.announce', subject, version: 1, actor: 'anna', ocid: null, release: null, ...change };
}

const put = (db: Kysely<object>, subject: string, change: Partial<Message> = {}): Promise<void> =>
  db.transaction().execute((transaction) => publish(transaction, message(subject, change)));

/** A consumer that writes down what it was given. */
function reader(db: Kysely<object>, name = 'reader'): { readonly seen: Published[]; readonly read: () => Promise<number> } {
  const seen: Published[] = [];
  return { seen, read: () => consume(db, name, async (messages) => { seen.push(...messages); }) };
}

test('what was put out is read once, in order, to the letter; what was rolled back is not there', async () => {
  const db = await outbox();
  const release = '{"ocid":"o",  "value":{"amount":12345678901234567.890}}';
  await put(db, 'a', { release, ocid: 'o', actor: null });
  await assert.rejects(db.transaction().execute(async (transaction) => {
    await publish(transaction, message('gone'));
    throw new Error('the change failed');
  }), /the change failed/);
  await put(db, 'b', { version: 7 });
  const { seen, read } = reader(db);
  assert.equal(await read(), 2);
  assert.equal(await read(), 0);
  assert.deepEqual(seen.map(({ subject, version, actor }) => [subject, version, actor]), [['a', 1, null], ['b', 7, 'anna']]);
  assert.deepEqual([seen[0]?.release, seen[0]?.ocid, seen[0]?.at, seen[1]?.release], [release, 'o', '2026-11-26T12:00:00.123Z', null]);
  await put(db, 'c');
  assert.equal(await read(), 1);
  const other = reader(db, 'another');
  assert.equal(await other.read(), 3, 'each consumer has a cursor of its own');
});

test('of two transactions the one that commits later is never passed by', async () => {
  const db = await outbox();
  const { seen, read } = reader(db);
  let second = Promise.resolve();
  await db.transaction().execute(async (first) => {
    await publish(first, message('first'));
    second = put(db, 'second');
    assert.equal(await Promise.race([second.then(() => 'through'), sleep(150, 'waits')]), 'waits', 'nobody publishes past an open transaction');
    assert.equal(await read(), 0, 'and nothing is read past it');
  });
  await second;
  await read();
  assert.deepEqual(seen.map(({ subject }) => subject), ['first', 'second']);
});

test('many writers and a reader at once: nothing is lost, nothing comes twice, the numbers rise', async () => {
  const db = await outbox();
  const { seen, read } = reader(db);
  const written = new AbortController();
  const reading = (async () => {
    while (!written.signal.aborted) await read();
  })();
  await Promise.all(Array.from({ length: 4 }, async (_none, writer) => {
    for (let n = 0; n < 40; n += 1) {
      await db.transaction().execute(async (transaction) => {
        await publish(transaction, message(`${writer}-${n}`));
        await sql`select pg_sleep(${(n * 7 + writer * 3) % 4 / 1000})`.execute(transaction);
        if (n % 5 === 4) await sql`select 1 / 0`.execute(transaction);
      }).catch((error: { code?: string }) => assert.equal(error.code, '22012'));
    }
  }));
  written.abort();
  await reading;
  await read();
  assert.equal(seen.length, 4 * 32);
  assert.equal(new Set(seen.map(({ subject }) => subject)).size, 4 * 32);
  assert.deepEqual(seen.map(({ seq }) => seq), seen.map(({ seq }) => seq).toSorted((a, b) => a - b));
});

test('what fails comes again; its own writing goes back with it; two of one name take turns', async () => {
  const db = await outbox();
  await sql`create table told (subject text)`.execute(db);
  await put(db, 'a');
  const tell = async (fails: boolean): Promise<number> => consume(db, 'teller', async (messages, transaction) => {
    for (const { subject } of messages) await sql`insert into told values (${subject})`.execute(transaction);
    await sleep(30);
    if (fails) throw new Error('down');
  });
  await assert.rejects(tell(true), /down/);
  assert.deepEqual(await Promise.all([tell(false), tell(false), tell(false)]).then((counts) => counts.toSorted()), [0, 0, 1]);
  const { rows } = await sql<{ subject: string }>`select subject from told`.execute(db);
  assert.deepEqual(rows, [{ subject: 'a' }]);
});

test('more than one batch is read to its end', async () => {
  const db = await outbox();
  await db.transaction().execute(async (transaction) => {
    for (let n = 0; n < 230; n += 1) await publish(transaction, message(String(n)));
  });
  const { seen, read } = reader(db);
  assert.equal(await read(), 230);
  assert.deepEqual(seen.map(({ subject }) => Number(subject)), Array.from({ length: 230 }, (_none, n) => n));
});

test('rows are never changed, taken away or put in twice', async () => {
  const db = await outbox();
  const one = message('a');
  await db.transaction().execute((transaction) => publish(transaction, one));
  for (const change of [sql`update outbox set release = '{}'`, sql`delete from outbox`, sql`truncate outbox`]) {
    await assert.rejects(change.execute(db), /never changed or taken away/);
  }
  await assert.rejects(db.transaction().execute((transaction) => publish(transaction, one)), /outbox_id_key/);
});
