import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemClock, unwrap } from '#base';
import { intakeMigrations } from '#intake';
import { validate } from '#ocds';
import { demoActors, peopleMigrations, seedDemoPeople } from '#people';
import { readIdentity } from '#seal';
import { storeMigrations } from '#store';
import { sql } from 'kysely';
import { testDatabase, testServer } from '../../../test/support/database.ts';
import { listRecords } from '../core/records.store.ts';
import { callOffsUnder, usageOf } from '../framework/call-off.ts';
import type { Framework } from '../framework/framework.schema.ts';
import { marketMigrations, seedDemoMarket, type MarketTables } from '../index.ts';
import { unproved } from '../purchase/purchase.committee.ts';
import type { Purchase } from '../purchase/purchase.schema.ts';
import { readDemoKey } from './demo-keys.store.ts';

await testServer();

const PLACE = { url: 'http://torvet.test', ocidPrefix: 'ocds-test' };

async function demo(clock = systemClock) {
  const db = await testDatabase<MarketTables>([storeMigrations, peopleMigrations, intakeMigrations, marketMigrations]);
  await seedDemoPeople(db, clock);
  await seedDemoMarket(db, { ...PLACE, clock });
  return db;
}

void test('both kinds stand at several stages, by real commands, and a second start changes nothing', async () => {
  const db = await demo();
  const all = await listRecords(db, {});
  const stages = all.filter(({ kind }) => kind === 'purchase').map(({ body, state }) => [(body as { way: string }).way, state].join(' ')).toSorted();
  assert.deepEqual(stages, ['direct contracted', 'dis announced', 'dis contracted', 'mini-competition closed']);
  assert.deepEqual(all.filter(({ kind }) => kind === 'application').map(({ state }) => state).toSorted(), ['admitted', 'admitted', 'admitted', 'admitted', 'submitted']);
  const closed = all.find(({ kind, state }) => kind === 'purchase' && state === 'closed') as Purchase | undefined;
  assert.equal(closed?.internal?.holders.length, 3);
  assert.deepEqual(unproved(closed.internal), [], 'whoever opens it has answered all that was asked of the key');
  const agreement = all.find(({ kind }) => kind === 'framework') as Framework | undefined;
  assert.ok(agreement !== undefined);
  const whole = unwrap(usageOf(agreement, callOffsUnder(agreement, all.filter(({ parent }) => parent === agreement.id)), systemClock.now())).find(({ lot }) => lot === null);
  assert.ok(whole?.maximum !== undefined && whole.maximum !== null);
  assert.equal(whole.total.minor * 100n / whole.maximum.minor, 83n);
  const { rows } = await sql<{ release: string }>`select release from outbox`.execute(db);
  assert.ok(rows.length >= 8);
  for (const { release } of rows) assert.deepEqual(validate(JSON.parse(release)).errors, []);
  await seedDemoMarket(db, PLACE);
  assert.equal((await listRecords(db, {})).length, all.length);
});

void test('a demo person has its key file, and nobody another’s', async () => {
  const db = await demo();
  const actors = await demoActors(db, systemClock.now());
  const [holder, other] = [actors.get('talemarke-aabner-1'), actors.get('talemarke-aabner-2')];
  assert.ok(holder !== undefined && other !== undefined);
  const file = await readDemoKey(db, holder);
  assert.ok(file !== null && (await readIdentity(file)).ok);
  assert.notEqual(file, await readDemoKey(db, other));
});

void test('it plays on any day: at the turn of the year, in the summer, on a Sunday', async () => {
  for (const at of ['2027-01-01T10:00:00Z', '2027-07-18T10:00:00Z', '2027-04-05T23:30:00Z']) await demo({ now: () => Temporal.Instant.from(at) });
});
