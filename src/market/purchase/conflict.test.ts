import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { bidRights, give } from '#market';
import { asActor, readInterests, type Actor } from '#people';
import { openedWith } from '../../../test/support/assessments.ts';
import { marketPagesOf } from '../../../test/support/market-pages.ts';
import { announced, buying, drafted, type Buying } from '../../../test/support/purchases.ts';
import { readApiRecord } from '../core/record-api.routes.ts';
import { listRecords, readHistory, readRecord, readWaiting } from '../core/records.store.ts';
import { listOpened } from '../opening/opening.store.ts';
import { testPurchaseView } from './rendered.ts';

const CONFLICT = { conflict: true, text: 'Min søster arbejder hos en leverandør.' };
const order = (command: string, record: string, input: unknown) => ({ command, record, input, version: null, key: null });

/** How much of the purchase row-level security lets somebody see beyond what everybody sees. */
async function within({ market }: Buying, actor: Actor, record: string) {
  return asActor(market.db, actor, async (trx) => ({
    internal: (await readRecord(trx, record))?.internal ?? null, rows: (await sql`select from market_internal where record = ${record}`.execute(trx)).rows.length, bids: (await listOpened(trx, record)).length,
    own: (await readHistory(trx, record)).filter(({ audience }) => audience === 'owner').length, waiting: (await readWaiting(trx)).length,
  }));
}

void test('a declared conflict is kept with the person, and takes it out of an opened purchase: policy, rows, pages and API', async () => {
  const own = await buying('dis', 2);
  const { market, town, buyer, suppliers } = own;
  const [first, second] = suppliers;
  assert.ok(first !== undefined && second !== undefined);
  const { record } = await openedWith(own, [{ supplier: first, price: '10000' }, { supplier: second, price: '11000' }]);
  const approver = await market.person(town, 'buyer', 'approver');
  await market.do(buyer, 'purchase.cancel', { reason: 'Behovet er faldet bort.' }, record);
  const before = await within(own, approver, record);
  assert.ok(before.internal !== null && before.rows === 1 && before.bids === 2 && before.own > 0 && before.waiting === 1);
  const pages = await marketPagesOf(market);
  assert.equal((await pages.page(`/torv/koeb/${record}/aabning`, approver)).status, 200);

  await market.do(approver, 'purchase.declare', CONFLICT, record);
  assert.deepEqual((await readInterests(market.db, record)).map(({ person, conflict, text }) => [person, conflict, text]), [[approver.user, true, CONFLICT.text]]);
  assert.deepEqual(await within(own, approver, record), { internal: null, rows: 0, bids: 0, own: 0, waiting: 0 });
  assert.deepEqual(await within(own, buyer, record), { ...before, internal: (await own.read(record)).internal, own: before.own + 1 }, 'nobody else is out');
  for (const supplier of suppliers) assert.ok(!(await bidRights(market, approver, 'bid.read', { purchase: record, supplier: supplier.organisation })).allowed);
  for (const part of ['aabning', 'bedoemmelse']) assert.equal((await pages.page(`/torv/koeb/${record}/${part}`, approver)).status, 404, part);
  const seen = await testPurchaseView(market, approver, record);
  for (const { organisationName } of suppliers) assert.ok(!seen.includes(organisationName), 'nor who was invited');
  const settled = await give(market, approver, order('purchase.set-evaluators', record, { evaluators: [] }));
  assert.ok(!settled.ok);
  const checked = await give(market, approver, order('purchase.check', record, { checks: [] }));
  assert.ok(!checked.ok && checked.failure.kind !== 'not-found');
});

void test('of a purchase that is not public whoever has a conflict sees nothing, and its forms do not fail', async () => {
  const own = await buying();
  const { market, town, buyer } = own;
  const colleague = await market.person(town, 'buyer');
  const record = await drafted(own);
  const pages = await marketPagesOf(market);
  await market.do(colleague, 'purchase.declare', CONFLICT, record);
  assert.equal(await asActor(market.db, colleague, (trx) => readRecord(trx, record)), null);
  assert.equal(await readApiRecord(market, colleague, record), null);
  assert.ok((await asActor(market.db, colleague, (trx) => listRecords(trx, { kind: 'purchase' }))).every(({ id }) => id !== record), 'nor in a list');
  assert.equal((await pages.page(`/torv/koeb/${record}`, colleague)).status, 404);
  assert.equal((await pages.page(`/torv/koeb/${record}`, buyer)).status, 200);
});

void test('every form of a purchase answers whoever is out of it, and whoever never was in it, without an error of the server', async () => {
  const own = await buying();
  const { market, town } = own;
  const record = await announced(own);
  const out = await market.person(town, 'buyer', 'approver', 'committee', 'evaluator');
  await market.do(out, 'purchase.declare', CONFLICT, record);
  const stranger = await market.person(await market.organisation('municipality', 'Sønderby Kommune'), 'buyer');
  const pages = await marketPagesOf(market);
  const steps = market.kinds.of('purchase').commands.filter(({ starts, byTime }) => !starts && !byTime);
  for (const reader of [out, stranger]) {
    for (const { name } of steps) assert.notEqual((await pages.page(`/torv/koeb/${record}/${name}`, reader)).status, 500, `${name} for ${reader.name}`);
  }
});
