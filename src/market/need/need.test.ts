import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asActor } from '#people';
import { testMarket } from '../../../test/support/market.ts';
import { readHistory, readRecord } from '../core/records.store.ts';
import { give } from '../core/run.ts';
import type { Need } from './need.ts';

const DESCRIPTION = {
  title: 'System til sagsbehandling på jobområdet', why: 'Det nuværende system udløber.', wanted: 'Sager oprettes, følges og afsluttes.', service: 'services', cpv: '48000000',
  value: '2000000', options: [{ name: 'Et år mere', value: '500000.50' }], personalData: false, isAddOn: false,
};

void test('a need is described, answered by the law, decided; everything of it is kept', async () => {
  const market = await testMarket();
  const town = await market.organisation('municipality', 'Nordby Kommune');
  const buyer = await market.person(town, 'buyer');
  const { record } = await market.do(buyer, 'need.start', DESCRIPTION);
  await market.do(buyer, 'need.write', { ...DESCRIPTION, today: 'Et system fra 2014.' }, record);
  await market.do(buyer, 'need.decide', { way: 'dis', reason: 'Et DIS dækker det.' }, record);
  const [need, history] = await asActor(market.db, buyer, async (trx) => [await readRecord(trx, record) as Need, await readHistory(trx, record)] as const);
  assert.equal(need.state, 'decided');
  assert.equal(need.version, 3);
  assert.equal(need.body.today, 'Et system fra 2014.');
  assert.deepEqual(need.body.decision, { way: 'dis', reason: 'Et DIS dækker det.' });
  assert.equal(need.body.answers?.on, '2026-12-01');
  assert.equal(need.body.answers.value, '2500000.50', 'the law counts the options in');
  assert.equal(need.body.answers.verdict, 'eu-tender');
  assert.ok(need.body.answers.findings.some(({ paragraph, grade }) => paragraph.includes('§ 6') && grade === 'P'));
  assert.deepEqual(history.map(({ type }) => type), ['begun', 'described', 'decided']);
  assert.ok(history.every(({ person, organisation }) => person === buyer.user && organisation === town));
});

void test('a need is seen and changed by its own organisation alone', async () => {
  const market = await testMarket();
  const town = await market.organisation('municipality', 'Nordby Kommune');
  const other = await market.organisation('municipality', 'Sønderby Kommune');
  const { record } = await market.do(await market.person(town, 'buyer'), 'need.start', DESCRIPTION);
  const stranger = await market.person(other, 'buyer', 'approver');
  assert.equal(await asActor(market.db, stranger, (trx) => readRecord(trx, record)), null);
  assert.equal(await asActor(market.db, null, (trx) => readRecord(trx, record)), null);
  const refused = await give(market, stranger, { command: 'need.drop', record, input: { reason: 'x' }, version: null, key: null });
  assert.ok(!refused.ok && refused.failure.kind === 'not-found');
  const auditor = await market.person(town, 'auditor');
  assert.ok(await asActor(market.db, auditor, (trx) => readRecord(trx, record)) !== null, 'the auditor reads');
  const may = await give(market, auditor, { command: 'need.drop', record, input: { reason: 'x' }, version: null, key: null });
  assert.ok(!may.ok && may.failure.kind === 'forbidden', 'and changes nothing');
});

void test('what is missing is told by the name of the field, and nothing is entered', async () => {
  const market = await testMarket();
  const town = await market.organisation('municipality', 'Nordby Kommune');
  const buyer = await market.person(town, 'buyer');
  for (const [change, place] of [[{ isAddOn: true }, 'addOnTo'], [{ personalData: true }, 'dataProtection'], [{ value: '1.000' }, 'value'], [{ title: '' }, 'title'], [{ extra: 1 }, 'extra']] as const) {
    const refused = await give(market, buyer, { command: 'need.start', record: null, input: { ...DESCRIPTION, ...change }, version: null, key: null });
    assert.ok(!refused.ok && refused.failure.kind === 'invalid', place);
    assert.equal(refused.failure.place, place);
  }
  assert.deepEqual(await market.db.selectFrom('market_record').select('id').execute(), []);
});

void test('two who change the same version: the second is told, and the first is kept', async () => {
  const market = await testMarket();
  const town = await market.organisation('municipality', 'Nordby Kommune');
  const buyer = await market.person(town, 'buyer');
  const { record } = await market.do(buyer, 'need.start', DESCRIPTION);
  const write = (title: string) => give(market, buyer, { command: 'need.write', record, input: { ...DESCRIPTION, title }, version: 1, key: null });
  const outcomes = await Promise.all([write('A'), write('B')]);
  assert.deepEqual(outcomes.map(({ ok }) => String(ok)).toSorted(), ['false', 'true']);
  const refused = outcomes.find((one) => !one.ok);
  assert.ok(refused !== undefined && !refused.ok && refused.failure.kind === 'conflict');
});

void test('the same request again, by its key, is done once', async () => {
  const market = await testMarket();
  const buyer = await market.person(await market.organisation('municipality', 'Nordby Kommune'), 'buyer');
  const order = { command: 'need.start', record: null, input: DESCRIPTION, version: null, key: 'once-and-no-more' };
  const [first, again] = [await give(market, buyer, order), await give(market, buyer, order)];
  assert.ok(first.ok && again.ok);
  assert.deepEqual(again.value, first.value);
  const other = await give(market, buyer, { ...order, command: 'need.drop', record: first.value.record, input: { reason: 'x' } });
  assert.ok(!other.ok && other.failure.kind === 'conflict', 'a key is for one thing');
});
