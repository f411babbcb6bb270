import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { moneyText, unwrap } from '#base';
import { validate } from '#ocds';
import { asActor, type Actor } from '#people';
import { testFramework, type TestFramework } from '../../../test/support/framework.ts';
import { testMarket, type TestMarket } from '../../../test/support/market.ts';
import type { Contract } from '../contract/contract.ts';
import { readChildren, readHistory, readRecord } from '../core/records.store.ts';
import { give, settle } from '../core/run.ts';
import { readWarnings } from '../core/view.store.ts';
import { callOffsUnder, usageOf } from '../framework/call-off.ts';
import type { Framework } from '../framework/framework.schema.ts';
import { isUnchanged } from '../framework/shortlist.ts';
import type { Letter } from '../letter/letter.ts';
import type { Need } from '../need/need.ts';
import type { KeptShortlist, PublicShortlist } from './direct.schema.ts';
import type { Purchase } from './purchase.schema.ts';

const NEED = {
  title: 'System til jobområdet', why: 'Det nuværende system udløber.', wanted: 'Sager oprettes og følges.', service: 'services', cpv: '48000000', value: '900000', options: [], personalData: false, isAddOn: false,
};
const TEXTS = { title: 'System til jobområdet', background: 'Det nuværende udløber.', wanted: 'Sager oprettes og følges.', service: 'services', cpv: '48000000', value: '900000', personalData: false, term: 'Fire år' };
const DANISH = { criterion: 'dansk', why: 'Sagsbehandlerne arbejder på dansk.' };
const USERS = { criterion: 'brugere', asked: '400', why: 'Vi er 420.' };
const APP = { criterion: 'app', points: 10, why: 'Nogle arbejder ude.' };
const WIDE = [DANISH, { ...USERS, asked: '200' }, APP];

async function read<T>(market: TestMarket, actor: Actor | null, id: string): Promise<T> {
  const found = await asActor(market.db, actor, (trx) => readRecord(trx, id));
  assert.ok(found !== null);
  return found as T;
}

async function refused(market: TestMarket, actor: Actor, command: string, input: unknown, record: string) {
  const outcome = await give(market, actor, { command, record, input, version: null, key: null });
  assert.ok(!outcome.ok, `${command} was done`);
  return outcome.failure;
}

/** A direct award whose list is frozen. */
async function shortlisted(market: TestMarket, { record: framework }: TestFramework, buyer: Actor, needs: readonly unknown[] = WIDE, reasons: readonly unknown[] = []): Promise<string> {
  const need = await market.do(buyer, 'need.start', NEED);
  await market.do(buyer, 'need.decide', { way: 'framework', reason: 'Aftalen dækker det.' }, need.record);
  const { record } = await market.do(buyer, 'purchase.start-direct', { need: need.record, category: '1' }, framework);
  await market.do(buyer, 'purchase.write-direct', { ...TEXTS, needs }, record);
  await market.do(buyer, 'purchase.shortlist', { reasons }, record);
  return record;
}

const award = (value: string) => ({ value, reason: 'Står først efter aftalens kriterier.' });
const SIGNED = { from: '2027-01-01', to: '2030-12-31', lines: [{ number: '1', name: 'Drift i fire år', option: false, price: '700000' }, { number: '2', name: 'Et år mere', option: true, price: '200000' }] };

void test('from need to contract: frozen list, award by two, letters with each one’s reasons, a voluntary wait, a contract with its options', async () => {
  const market = await testMarket();
  const made = await testFramework(market);
  const { buyer, second, suppliers } = made;
  const record = await shortlisted(market, made, buyer);
  const frozen = await read<Purchase>(market, buyer, record);
  const list = frozen.body.shortlist as PublicShortlist;
  assert.deepEqual(list.funnel.map(({ requirement, remaining }) => [requirement, remaining]), [['1', 2], ['2', 2]]);
  assert.deepEqual(list.rows.map(({ supplier, rank, points, fellAt }) => [suppliers.indexOf(supplier as never), rank, points, fellAt]), [[1, 1, 10, null], [0, 2, 0, null], [2, null, 10, '1']]);
  const kept = frozen.internal?.shortlist as KeptShortlist | undefined;
  assert.ok(kept !== undefined && isUnchanged(kept));
  assert.equal(kept.hash, list.hash);

  await market.two(buyer, second, 'purchase.award-direct', award('900000'), record);
  const decided = await read<Purchase>(market, null, record);
  assert.deepEqual([decided.state, decided.body.outcome?.winner, decided.body.outcome?.value], ['decided', suppliers[1], '900000']);
  assert.ok(!JSON.stringify(decided).includes('"800000'), 'prices of the catalogue are not public');
  assert.match((await refused(market, second, 'purchase.sign-direct', SIGNED, record)).message, /§ 171/);

  await market.do(buyer, 'purchase.letters-direct', { days: 10 }, record);
  const letters = (await asActor(market.db, buyer, (trx) => readChildren(trx, record))) as Letter[];
  assert.deepEqual(letters.map(({ body }) => [suppliers.indexOf(body.to as never), body.outcome, body.standstill] as const).toSorted(([a], [b]) => a - b), [0, 1, 2].map((at) => [at, at === 1 ? 'won' : 'not-won', { ends: '2026-12-11T22:59:59.999Z', voluntary: true }]));
  const reasonsTo = (at: number): string => letters.find(({ body }) => body.to === suppliers[at])?.body.reasons.join('\n') ?? '';
  assert.match(reasonsTo(0), /nummer 2\. Det valgte tilbud fik 10 point for ønskerne, jeres fik 0/);
  assert.match(reasonsTo(1), /står først/);
  assert.match(reasonsTo(2), /ikke opfylder: Betjenes på dansk \(ikke opfyldt\)/);
  assert.match(reasonsTo(2), /Betjenes på dansk: 2 tilbage; Samtidige brugere: mindst 200 brugere: 2 tilbage/);

  assert.match((await refused(market, second, 'purchase.sign-direct', SIGNED, record)).message, /2026-12-11/);
  market.clock.set('2026-12-11T23:00:00Z');
  assert.equal((await refused(market, second, 'purchase.sign-direct', { ...SIGNED, lines: SIGNED.lines.slice(0, 1) }, record)).place, 'lines');
  await market.do(second, 'purchase.sign-direct', SIGNED, record);
  const after = await read<Purchase>(market, null, record);
  const contract = await read<Contract>(market, null, after.body.contract?.id ?? '');
  const need = await read<Need>(market, buyer, after.body.need ?? '');
  assert.equal(need.state, 'used', 'the need is met');
  assert.equal((await asActor(market.db, buyer, (trx) => readHistory(trx, need.id))).at(-1)?.type, 'used');
  assert.match((await refused(market, buyer, 'purchase.start-direct', { need: need.id, category: '1' }, made.record)).message, /not decided/);
  assert.deepEqual([after.state, contract.state, contract.body.value, contract.body.base, contract.body.supplier], ['contracted', 'signed', '900000.00', '700000.00', suppliers[1]]);
});

void test('its releases are valid: award, then contract with options, both under the agreement', async () => {
  const market = await testMarket();
  const made = await testFramework(market);
  const record = await shortlisted(market, made, made.buyer);
  await market.two(made.buyer, made.second, 'purchase.award-direct', award('900000'), record);
  await market.do(made.buyer, 'purchase.letters-direct', { days: 0 }, record);
  await market.do(made.second, 'purchase.sign-direct', SIGNED, record);
  const { rows } = await sql<{ release: string }>`select release from outbox where subject = ${record} order by seq`.execute(market.db);
  const releases = rows.map(({ release }) => JSON.parse(release) as { tag: string[]; relatedProcesses: { identifier: string }[]; awards: { value: unknown }[]; contracts?: { awardID: string; items: { description: string }[] }[] });
  assert.deepEqual(releases.map(({ tag }) => tag), [['award'], ['contract']]);
  for (const release of releases) {
    const { errors, warnings } = validate(release);
    assert.deepEqual([errors, warnings], [[], []]);
    assert.equal(release.relatedProcesses[0]?.identifier, `ocds-test-${made.record}`);
    assert.deepEqual(release.awards[0]?.value, { amount: 900_000, currency: 'DKK' });
  }
  assert.deepEqual(releases[1]?.contracts?.[0]?.items.map(({ description }) => description), ['Drift i fire år', 'Option: Et år mere']);
});

void test('where the need fits one alone a reason is asked for, kept and published', async () => {
  const market = await testMarket();
  const made = await testFramework(market);
  const record = await shortlisted(market, made, made.buyer, [DANISH, { ...USERS, asked: '100' }]);
  await market.do(made.buyer, 'purchase.reopen', { reason: 'Vi er flere, end vi troede.' }, record);
  await market.do(made.buyer, 'purchase.write-direct', { ...TEXTS, needs: [DANISH, USERS] }, record);
  const command = market.kinds.command('purchase.shortlist');
  assert.ok(command !== null);
  const warnings = await readWarnings(market, command, made.buyer, await read<Purchase>(market, made.buyer, record));
  assert.deepEqual(warnings.map(({ code, rule, data }) => [code, rule, data]), [['narrowed-to-one', 'udbudsloven-2-2', { offers: 3 }]]);
  assert.equal((await refused(market, made.buyer, 'purchase.shortlist', { reasons: [] }, record)).place, 'reasons');
  await market.do(made.buyer, 'purchase.shortlist', { reasons: [{ code: 'narrowed-to-one', reason: 'Vi er 420, der arbejder på samme tid.' }] }, record);
  await market.two(made.buyer, made.second, 'purchase.award-direct', award('900000'), record);
  const { body } = await read<Purchase>(market, null, record);
  assert.deepEqual(body.reasons, [{ code: 'narrowed-to-one', reason: 'Vi er 420, der arbejder på samme tid.' }]);
  assert.deepEqual((body.shortlist as PublicShortlist).decisive, [{ requirement: '1', remainingWithout: 2 }, { requirement: '2', remainingWithout: 2 }]);
  const history = await asActor(market.db, null, (trx) => readHistory(trx, record));
  assert.deepEqual(history.map(({ type }) => type), ['shortlisted', 'reopened', 'shortlisted', 'awarded'], 'that it was opened again is seen by all');
});

void test('requirements are criteria of the agreement, nobody who does not stand first is chosen, and one person alone awards nothing', async () => {
  const market = await testMarket();
  const made = await testFramework(market);
  const { buyer } = made;
  const record = await shortlisted(market, made, buyer);
  await market.do(buyer, 'purchase.reopen', { reason: 'x' }, record);
  for (const [need, place] of [[{ criterion: 'egen', why: 'x' }, 'needs[0].criterion'], [{ criterion: 'brugere', asked: 'mange', why: 'x' }, 'needs[0].asked'], [{ criterion: 'dansk', asked: '1', why: 'x' }, 'needs[0].asked']] as const) {
    assert.equal((await refused(market, buyer, 'purchase.write-direct', { ...TEXTS, needs: [need] }, record)).place, place);
  }
  assert.match((await refused(market, buyer, 'purchase.award-direct', award('1'), record)).message, /state/);
  await market.do(buyer, 'purchase.shortlist', { reasons: [] }, record);
  const list = (await read<Purchase>(market, buyer, record)).body.shortlist as PublicShortlist;
  const failure = await refused(market, buyer, 'purchase.award-direct', { ...award('1'), offer: list.rows[1]?.offer }, record);
  assert.equal(failure.place, 'offer');
  await market.do(buyer, 'purchase.award-direct', award('1'), record);
  const alone = await settle(market, buyer, record, 'purchase.award-direct', 'confirm');
  assert.ok(!alone.ok && alone.failure.kind === 'forbidden');
});

void test('whom the notice does not name cannot buy, nor under an agreement that does not run', async () => {
  const market = await testMarket();
  const made = await testFramework(market);
  const stranger = await market.person(await market.organisation('municipality', 'Østerby Kommune'), 'buyer');
  const needOf = async (actor: Actor): Promise<string> => {
    const { record } = await market.do(actor, 'need.start', NEED);
    await market.do(actor, 'need.decide', { way: 'framework', reason: 'x' }, record);
    return record;
  };
  assert.match((await refused(market, stranger, 'purchase.start-direct', { need: await needOf(stranger), category: '1' }, made.record)).message, /§ 96/);
  const need = await needOf(made.buyer);
  assert.equal((await refused(market, made.otherBuyer, 'purchase.start-direct', { need, category: '1' }, made.record)).place, 'need', 'nor for the need of another');
  const record = await shortlisted(market, made, made.buyer);
  await market.do(made.owner, 'framework.end', { reason: 'Opsagt.' }, made.record);
  market.clock.forward({ hours: 48 });
  assert.match((await refused(market, made.buyer, 'purchase.start-direct', { need, category: '1' }, made.record)).message, /§ 95/);
  assert.match((await refused(market, made.buyer, 'purchase.award-direct', award('1'), record)).message, /§ 95/);
});

void test('an agreement is bought under in the ways that its notice names, and in no other', async () => {
  const market = await testMarket();
  for (const [method, command] of [['direct', 'purchase.start'], ['mini-competition', 'purchase.start-direct']] as const) {
    const { record, buyer } = await testFramework(market, { method });
    const { record: need } = await market.do(buyer, 'need.start', NEED);
    await market.do(buyer, 'need.decide', { way: 'framework', reason: 'x' }, need);
    assert.match((await refused(market, buyer, command, { need, category: '1' }, record)).message, /§ 98/);
    await market.do(buyer, command === 'purchase.start' ? 'purchase.start-direct' : 'purchase.start', { need, category: '1' }, record);
  }
});

void test('M3: of two call-offs that would both pass the maximum, decided at once, exactly one is; the other is told why, and what it reserved is free again when it is cancelled', async () => {
  const market = await testMarket();
  const made = await testFramework(market);
  const pairs = [[made.buyer, made.second], [made.otherBuyer, made.otherSecond]] as const;
  const records = [await shortlisted(market, made, made.buyer), await shortlisted(market, made, made.otherBuyer)] as const;
  for (const [at, record] of records.entries()) await market.do(pairs[at === 0 ? 0 : 1][0], 'purchase.award-direct', award('6000000'), record);
  const outcomes = await Promise.all(records.map((record, at) => settle(market, pairs[at === 0 ? 0 : 1][1], record, 'purchase.award-direct', 'confirm')));
  assert.equal(outcomes.filter(({ ok }) => ok).length, 1);
  const lost = outcomes.find((one) => !one.ok);
  assert.ok(lost !== undefined && !lost.ok && lost.failure.kind === 'conflict');
  assert.match(lost.failure.message, /12,000,000.DKK of at most 10,000,000.DKK.*C-23\/20/);

  const used = async (): Promise<readonly string[]> => {
    const framework = await read<Framework>(market, null, made.record);
    const children = await asActor(market.db, null, (trx) => readChildren(trx, made.record));
    const [whole] = unwrap(usageOf(framework, callOffsUnder(framework, children), market.clock.now()));
    assert.ok(whole !== undefined);
    return [whole.reserved, whole.contracted, whole.total].map(moneyText);
  };
  assert.deepEqual(await used(), ['6000000.00', '0.00', '6000000.00'], 'everybody sees the sum');
  const won = outcomes[0]?.ok === true ? 0 : 1;
  const [first, second] = pairs[won];
  await market.two(first, second, 'purchase.cancel', { reason: 'Behovet er faldet bort.' }, records[won]);
  assert.deepEqual(await used(), ['0.00', '0.00', '0.00']);
  const [otherFirst, otherSecond] = pairs[won === 0 ? 1 : 0];
  const rest = records[won === 0 ? 1 : 0];
  assert.ok((await settle(market, otherSecond, rest, 'purchase.award-direct', 'confirm')).ok, 'the proposal that was refused still stands');
  void otherFirst;
  await market.do(otherFirst, 'purchase.letters-direct', { days: 0 }, rest);
  await market.do(otherSecond, 'purchase.sign-direct', { ...SIGNED, lines: [{ number: '1', name: 'Drift', option: false, price: '6000000' }] }, rest);
  assert.deepEqual(await used(), ['0.00', '6000000.00', '6000000.00']);
});

void test('a letter is seen by its supplier and the buyer, and by nobody else', async () => {
  const market = await testMarket();
  const made = await testFramework(market);
  const record = await shortlisted(market, made, made.buyer);
  await market.two(made.buyer, made.second, 'purchase.award-direct', award('900000'), record);
  await market.do(made.buyer, 'purchase.letters-direct', { days: 0 }, record);
  assert.match((await refused(market, made.buyer, 'purchase.letters-direct', { days: 0 }, record)).message, /sent/);
  for (const [at, supplier] of made.suppliers.entries()) {
    const seen = (await asActor(market.db, await market.person(supplier, 'bidder'), (trx) => readChildren(trx, record))) as Letter[];
    assert.deepEqual(seen.map(({ kind, body }) => [kind, body.to]), [['letter', made.suppliers[at]]]);
  }
  for (const actor of [null, made.owner, made.otherBuyer]) assert.deepEqual(await asActor(market.db, actor, (trx) => readChildren(trx, record)), []);
});
