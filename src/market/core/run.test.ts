/** What two requests at once, a key used again, and a conflict declared in the middle of two persons' step lead to. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { buying, drafted } from '../../../test/support/purchases.ts';
import { give, settle, type Order } from './run.ts';

const own = await buying();
const { market, buyer, approver, town, read } = own;
const order = (command: string, record: string | null, input: unknown, key: string | null = null): Order => ({ command, record, input, version: null, key });
const write = (record: string): Order => order('purchase.set-sheet', record, { lines: [{ number: '1', name: 'Drift', unit: 'år', quantity: 4, option: false, evaluated: true }] }, 'the-same-key-2');
const cancel = (record: string): Order => order('purchase.cancel', record, { reason: 'Behovet er faldet bort.' });

void test('two equal requests at once have one answer, and do it once', async () => {
  const input = { title: 'To gange', why: 'x', wanted: 'x', service: 'services', cpv: '48000000', value: '1', options: [], personalData: false, isAddOn: false };
  const twice = order('need.start', null, input, 'the-same-key-1');
  const answers = await Promise.all([give(market, buyer, twice), give(market, buyer, twice), give(market, buyer, twice)]);
  const [first] = answers;
  assert.ok(first?.ok);
  for (const one of answers) assert.deepEqual(one, first);
  const { rows } = await sql`select from market_record where kind = 'need' and body ->> 'title' = 'To gange'`.execute(market.db);
  assert.equal(rows.length, 1);
});

void test('a key that was used for another record is refused, and not answered with the other’s answer', async () => {
  const [a, b] = [await drafted(own), await drafted(own)];
  assert.ok((await give(market, buyer, write(a))).ok);
  assert.deepEqual(await give(market, buyer, write(a)), await give(market, buyer, write(a)));
  const other = await give(market, buyer, write(b));
  assert.ok(!other.ok && other.failure.kind === 'conflict', JSON.stringify(other));
});

void test('what somebody proposed who has declared a conflict since is not confirmed, but can be proposed anew', async () => {
  const record = await drafted(own);
  const [second, colleague] = [await market.person(town, 'buyer'), await market.person(town, 'buyer')];
  await market.do(second, 'purchase.declare', { conflict: true, text: 'Min søster er ansat der.' }, record);
  assert.ok(!(await give(market, second, cancel(record))).ok, 'who is in conflict proposes nothing');
  assert.ok((await give(market, colleague, cancel(record))).ok);
  await market.do(colleague, 'purchase.declare', { conflict: true, text: 'Min bror er ansat der.' }, record);
  // The version has moved on by the declaration; the proposal is looked at as it would be if it had not.
  await sql`update market_proposal set version = ${(await read(record)).version} where record = ${record}`.execute(market.db);
  const confirmed = await settle(market, approver, record, 'purchase.cancel', 'confirm');
  assert.ok(!confirmed.ok && /conflict of interest since/.test(confirmed.failure.message), JSON.stringify(confirmed));
  assert.ok((await settle(market, approver, record, 'purchase.cancel', 'reject')).ok);
  await market.two(buyer, approver, 'purchase.cancel', { reason: 'Behovet er faldet bort.' }, record);
  assert.equal((await read(record)).state, 'cancelled');
});

void test('confirmed and rejected at once: one of the two happens, never both', async () => {
  const other = await market.person(town, 'approver');
  for (let n = 0; n < 6; n += 1) {
    const record = await drafted(own);
    assert.ok((await give(market, buyer, cancel(record))).ok);
    const [confirmed, rejected] = await Promise.all([settle(market, approver, record, 'purchase.cancel', 'confirm'), settle(market, other, record, 'purchase.cancel', 'reject')]);
    assert.equal(Number(confirmed.ok) + Number(rejected.ok), 1, JSON.stringify([confirmed, rejected]));
    assert.equal((await read(record)).state, confirmed.ok ? 'cancelled' : 'draft');
  }
});
