/** What a purchase publishes, from the announcement to the contract, is found in the register like every other notice. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { idSource } from '#base';
import { takeInOwnNotices } from '#register';
import { publish } from '#store';
import { assessed, openedWith } from '../../test/support/assessments.ts';
import { testRegister } from '../../test/support/database.ts';
import { buying } from '../../test/support/purchases.ts';
import { buildServer } from './server.ts';

void test('a purchase in a system stands in the register with winner, value and number of bids, and without who lost', async () => {
  const own = await buying();
  const { market, buyer, approver, suppliers: [a, b] } = own;
  assert.ok(a !== undefined && b !== undefined);
  const opened = await openedWith(own, [{ supplier: a, price: '10111' }, { supplier: b, price: '11000' }]);
  const { record, submissions } = opened;
  await assessed(own, opened, [[3, 3], [9, 9]]);
  await market.two(buyer, approver, 'purchase.award', { winner: submissions[1], reason: 'Bedst.', merits: 'Færre klik.', standstillDays: 0 }, record);
  await market.do(buyer, 'purchase.letters', {}, record);
  await market.do(approver, 'purchase.sign', { from: '2027-02-01', to: '2031-01-31' }, record);
  const register = await testRegister();
  const { rows } = await sql<{ release: string; type: string }>`select release, type from outbox where subject = ${record} order by seq`.execute(market.db);
  const newId = idSource(market.clock);
  for (const { release, type } of rows) {
    await register.transaction().execute((trx) => publish(trx, { id: newId(), at: market.clock.now(), type, version: 1, subject: record, actor: null, ocid: null, release }));
  }
  assert.deepEqual(await takeInOwnNotices(register), { imported: 3, unchanged: 0, rejected: 0 });
  const app = await buildServer({ worlds: { register, demo: null }, clock: market.clock, url: 'http://localhost', publisher: 'Test', contact: null, metricsToken: null, logLevel: 'silent' });
  after(() => app.close());
  const page = (await app.inject(`/udbud/ocds-test-${record}`)).body;
  for (const part of [b.organisationName, '528.000', 'ynamisk indkøbssystem']) assert.ok(page.includes(part), part);
  assert.ok(!page.includes('Leverandør A'));
});
