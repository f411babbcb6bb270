import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { unwrap, moneyText } from '#base';
import { validate } from '#ocds';
import { asActor, type Actor } from '#people';
import { AGREEMENT, testFramework } from '../../../test/support/framework.ts';
import { testMarket, type TestMarket } from '../../../test/support/market.ts';
import { readChildren, readHistory, readRecord } from '../core/records.store.ts';
import { give } from '../core/run.ts';
import { catchUp } from '../core/time.ts';
import { callOffsUnder, usageOf } from './call-off.ts';
import type { Framework } from './framework.schema.ts';

async function read(market: TestMarket, actor: Actor | null, id: string): Promise<Framework> {
  const found = await asActor(market.db, actor, (trx) => readRecord(trx, id));
  assert.ok(found !== null);
  return found as Framework;
}

async function refused(market: TestMarket, actor: Actor, command: string, input: unknown, record: string | null = null) {
  const outcome = await give(market, actor, { command, record, input, version: null, key: null });
  assert.ok(!outcome.ok, `${command} was done`);
  return outcome.failure;
}

void test('an agreement is written, its parties and offers entered, put into use by two, and then seen by everybody but for its prices', async () => {
  const market = await testMarket();
  const { record, owner, buyer, suppliers } = await testFramework(market);
  const [own, seen] = [await read(market, owner, record), await read(market, null, record)];
  assert.equal(seen.state, 'active');
  assert.deepEqual(seen.body.parties.map(({ organisation, lots }) => [organisation, lots]), [[suppliers[0], ['1', '2']], [suppliers[1], ['1']], [suppliers[2], ['1']]]);
  assert.deepEqual(seen.body.offers[0]?.facts, { dansk: true, brugere: 500, drift: 'EU', app: false });
  assert.equal(seen.internal, null);
  assert.equal((await read(market, buyer, record)).internal, null, 'nor does a user see the prices');
  assert.deepEqual(Object.values(own.internal?.prices ?? {}).toSorted(), ['400000', '700000', '800000', '900000']);
  assert.ok(!JSON.stringify(seen).includes('700000'));
  const history = await asActor(market.db, null, (trx) => readHistory(trx, record));
  assert.equal(history.at(-1)?.type, 'published');
  assert.ok(history.every(({ audience }) => audience === 'public'));
});

void test('its release is valid, names method, number of places, estimate and maximum, and who may use it', async () => {
  const market = await testMarket();
  const { record } = await testFramework(market);
  const { rows: [row] } = await sql<{ release: string }>`select release from outbox where subject = ${record}`.execute(market.db);
  const release = JSON.parse(row?.release ?? '{}') as { tender: { value: unknown; techniques: Record<string, Record<string, unknown>>; lots: { techniques: Record<string, Record<string, unknown>> }[] }; awards: unknown[] };
  const { valid, errors, warnings } = validate(release);
  assert.deepEqual([valid, errors, warnings], [true, [], []]);
  const agreement = release.tender.techniques['frameworkAgreement'];
  assert.equal(release.tender.techniques['hasFrameworkAgreement'], true);
  assert.deepEqual([agreement?.['method'], agreement?.['maximumParticipants'], agreement?.['value'], release.tender.value], ['withAndWithoutReopeningCompetition', 3, { amount: 10_000_000, currency: 'DKK' }, { amount: 8_000_000, currency: 'DKK' }]);
  assert.match(String(agreement?.['buyerCategories']), /Fællesindkøb; Nordby Kommune; Sønderby Kommune/);
  assert.deepEqual(release.tender.lots[1]?.techniques['frameworkAgreement']?.['value'], { amount: 3_000_000, currency: 'DKK' });
  assert.equal(release.awards.length, 3);
});

void test('what the law asks of an agreement is asked before it can be written, with the paragraph and the field', async () => {
  const market = await testMarket();
  const buyer = await market.person(await market.organisation('municipality', 'Nordby Kommune'), 'buyer');
  for (const [change, place, paragraph] of [
    [{ to: '2030-01-01' }, 'longReason', /§ 95/], [{ choosing: undefined }, 'choosing', /§ 98/], [{ criteria: [] }, 'criteria', /§§ 98-99/], [{ maximum: '7999999.99' }, 'maximum', /maximum/],
    [{ to: '2025-12-31' }, 'to', /before/], [{ lots: [...AGREEMENT.lots, AGREEMENT.lots[0]] }, 'lots[2].id', /twice/], [{ first: undefined }, 'first', /§§ 98-99/],
  ] as const) {
    const failure = await refused(market, buyer, 'framework.start', JSON.parse(JSON.stringify({ ...AGREEMENT, ...change })));
    assert.equal(failure.place, place);
    assert.match(failure.message, paragraph);
  }
  await market.do(buyer, 'framework.start', { ...AGREEMENT, to: '2030-01-01', longReason: 'Særligt.' });
  const { record } = await market.do(buyer, 'framework.start', { ...AGREEMENT, to: '2029-12-31' });
  assert.match((await refused(market, buyer, 'framework.publish', {}, record)).message, /Lot 1 has no supplier/);
});

void test('the owner alone changes it; a draft is seen by nobody else, and one person does not publish', async () => {
  const market = await testMarket();
  const { record, buyer, suppliers, owner } = await testFramework(market);
  assert.equal((await refused(market, buyer, 'framework.end', { reason: 'x' }, record)).kind, 'forbidden');
  const supplier = await market.person(suppliers[0], 'supplier-admin', 'bidder');
  assert.equal((await refused(market, supplier, 'framework.write-offer', {}, record)).kind, 'invalid');
  assert.equal((await refused(market, supplier, 'framework.record-call-off', { lot: '1', buyer: buyer.organisation, supplier: suppliers[0], value: '1', on: '2026-11-01', source: 'x' }, record)).kind, 'forbidden');
  const draft = await market.do(owner, 'framework.start', AGREEMENT);
  await market.do(owner, 'framework.set-parties', { parties: [{ supplier: suppliers[0], lot: '1' }, { supplier: suppliers[0], lot: '2' }], users: [], named: [], allMunicipalities: true }, draft.record);
  for (const actor of [null, buyer, supplier]) assert.equal(await asActor(market.db, actor, (trx) => readRecord(trx, draft.record)), null);
  await market.do(owner, 'framework.publish', {}, draft.record);
  assert.equal((await read(market, owner, draft.record)).state, 'draft', 'it is proposed only');
});

void test('call-offs made outside count, also beyond the maximum; its sums are exact, by lot and as a whole', async () => {
  const market = await testMarket();
  const { record, owner, buyer, suppliers } = await testFramework(market);
  const enter = (value: string, lot: string, on = '2026-11-01') => ({ lot, buyer: buyer.organisation, supplier: suppliers[0], value, on, source: 'Indberetning, 3. kvartal' });
  await market.do(owner, 'framework.record-call-off', enter('2500000.10', '2'), record);
  await market.do(owner, 'framework.record-call-off', enter('8000000.05', '1'), record);
  const { body } = await read(market, null, record);
  const usage = unwrap(usageOf({ owner: owner.organisation, body }, callOffsUnder({ body }, []), market.clock.now()));
  assert.deepEqual(usage.map(({ lot, total, outside, contracted }) => [lot, moneyText(total), moneyText(outside), moneyText(contracted)]), [[null, '10500000.15', '10500000.15', '0.00'], ['2', '2500000.10', '2500000.10', '0.00']]);
  assert.equal((await refused(market, owner, 'framework.record-call-off', enter('1', '1', '2026-12-02'), record)).place, 'on');
  assert.equal((await refused(market, owner, 'framework.record-call-off', { ...enter('1', '2'), supplier: suppliers[1] }, record)).place, 'supplier');
  assert.equal((await refused(market, owner, 'framework.record-call-off', { ...enter('1', '2'), buyer: suppliers[1] }, record)).place, 'buyer');
});

void test('it ends by itself when its term is over, and is told to the register', async () => {
  const market = await testMarket();
  const { record } = await testFramework(market);
  market.clock.set('2029-12-31T22:59:59Z');
  assert.equal(await catchUp(market), 0, 'the last day is not over in Copenhagen');
  market.clock.set('2029-12-31T23:00:00Z');
  assert.equal(await catchUp(market), 1);
  const after = await read(market, null, record);
  assert.deepEqual([after.state, after.body.ended], ['ended', { on: '2029-12-31', reason: null }]);
  const { rows } = await sql<{ release: string }>`select release from outbox where subject = ${record} order by seq`.execute(market.db);
  assert.equal(rows.length, 2);
  assert.deepEqual(validate(JSON.parse(rows[1]?.release ?? '')).errors, []);
  assert.deepEqual(await asActor(market.db, null, (trx) => readChildren(trx, record)), []);
});
