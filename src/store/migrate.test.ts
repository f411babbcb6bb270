import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { migrate, openDatabase } from '#store';
import { testServer } from '../../test/support/database.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'torvet-migrate-'));
after(() => rm(folder, { recursive: true, force: true }));
const server = await testServer();
const connection = server.connection('test_migrate');
await server.ensureDatabase('test_migrate');
const sources = [{ room: 'test', folder }];

test('migrations run once, in order, and a changed one is refused', async () => {
  await writeFile(path.join(folder, '20260101T0000_one.sql'), 'create table thing (n int);');
  await writeFile(path.join(folder, '20260101T0001_two.sql'), 'insert into thing values (1);');
  assert.deepEqual(await migrate(connection, sources), ['test/20260101T0000_one.sql', 'test/20260101T0001_two.sql']);
  assert.deepEqual(await migrate(connection, sources), []);
  await writeFile(path.join(folder, '20260101T0001_two.sql'), 'insert into thing values (2);');
  await assert.rejects(migrate(connection, sources), /test\/20260101T0001_two\.sql was changed/);
  await writeFile(path.join(folder, '20260101T0001_two.sql'), 'insert into thing values (1);');
});

test('one that fails leaves nothing of itself, and the error names it', async () => {
  const bad = path.join(folder, '20260101T0002_bad.sql');
  await writeFile(bad, 'insert into thing values (7); select nothing_like_this();');
  await assert.rejects(migrate(connection, sources), /test\/20260101T0002_bad\.sql failed/);
  await rm(bad);
  const db = openDatabase<object>(connection, 1);
  const { rows } = await sql<{ n: number }>`select n from thing order by n`.execute(db);
  await db.destroy();
  assert.deepEqual(rows, [{ n: 1 }]);
});

test('several processes may start at once', async () => {
  await writeFile(path.join(folder, '20260101T0003_three.sql'), 'create table another (n int);');
  const applied = await Promise.all([1, 2, 3].map(() => migrate(connection, sources)));
  assert.deepEqual(applied.flat(), ['test/20260101T0003_three.sql']);
});

test('a badly named file and an empty folder are mistakes of ours', async () => {
  const other = await mkdtemp(path.join(folder, 'other-'));
  await assert.rejects(migrate(connection, [{ room: 'empty', folder: other }]), /no migrations/);
  await writeFile(path.join(other, 'fix.sql'), 'select 1');
  await assert.rejects(migrate(connection, [{ room: 'empty', folder: other }]), /is named like/);
});
