import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { isValidRelease, validateRelease } from '#ocds';
import { announced, buying } from '../../../test/support/purchases.ts';

void test('what the register is told follows the purchase, step by step, and every release validates (M8)', async () => {
  const own = await buying();
  const { market, buyer, approver, suppliers } = own;
  const record = await announced(own);
  const { record: question } = await market.do(suppliers[0] ?? buyer, 'purchase.ask', { text: 'Hvor længe?' }, record);
  await market.do(buyer, 'purchase.answer', { question, shown: 'Hvor længe?', answer: 'Fire år.', important: false }, record);
  await market.two(buyer, approver, 'purchase.move-deadline', { deadline: '2027-01-11T12:00', reason: 'Flere bad om det.', outage: false }, record);
  await market.two(buyer, approver, 'purchase.change', { significance: 'information', important: false, reason: 'Rettet.', documents: [], term: 'Fem år' }, record);
  await market.two(buyer, approver, 'purchase.cancel', { reason: 'Pengene er brugt.' }, record);
  const { rows } = await sql<{ ocid: string; release: string }>`select ocid, release from outbox where subject = ${record} order by seq`.execute(market.db);
  interface Told { id: string; ocid: string; tag: string[]; tender: { status: string; tenderPeriod: { endDate: string }; enquiries: { answer: string }[]; amendments?: unknown[]; statusDetails?: string } }
  const told = rows.map(({ release }) => JSON.parse(release) as Told);
  assert.deepEqual(told.map(({ tag }) => tag), [['tender'], ['tenderUpdate'], ['tenderUpdate'], ['tenderUpdate'], ['tenderCancellation']]);
  for (const release of told) {
    assert.ok(isValidRelease(release));
    assert.deepEqual(validateRelease(release).warnings, [], 'nor is anything wrong and yet allowed');
  }
  assert.equal(new Set(told.map(({ id }) => id)).size, told.length);
  assert.equal(new Set(told.map(({ ocid }) => ocid)).size, 1);
  assert.deepEqual(told.map(({ tender }) => tender.tenderPeriod.endDate), ['2026-12-21T11:00:00Z', '2026-12-21T11:00:00Z', '2027-01-11T11:00:00Z', '2027-01-11T11:00:00Z', '2027-01-11T11:00:00Z']);
  assert.deepEqual(told[1]?.tender.enquiries.map(({ answer }) => answer), ['Fire år.']);
  assert.deepEqual([told[4]?.tender.status, told[4]?.tender.statusDetails, told[4]?.tender.amendments?.length], ['cancelled', 'Pengene er brugt.', 2]);
});
