import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import * as fc from 'fast-check';
import { give } from '#market';
import { releaseErrors } from '#ocds';
import { runs } from '../../../test/support/deep.ts';
import { announced, buying, drafted, prove, putApplication, REASONS } from '../../../test/support/purchases.ts';
import type { MarketRecord } from '../core/record.ts';
import { COMPETITIVE } from '../kinds/competitive.ts';
import { DIS_PURCHASE } from '../kinds/dis.ts';
import { MINI_COMPETITION } from '../kinds/mini-competition.ts';
import type { Purchase } from './purchase.schema.ts';

const order = (command: string, record: string, input: unknown) => ({ command, record, input, version: null, key: null });
const AT = Temporal.Instant.from('2026-12-01T09:00:00Z');

function record(kind: MarketRecord['kind'], owner: string, state: string, body: unknown): MarketRecord {
  return { id: owner, kind, owner, parent: null, state, version: 1, audience: 'public', parties: [], body, internal: null, withheld: null, ocid: null, createdAt: '', changedAt: '' };
}

const LETTERS = ['A', 'B', 'C'];
const categories = fc.uniqueArray(fc.constantFrom(...LETTERS), { minLength: 1 });

void test('all who are admitted in the category at the instant are invited, and nobody else (M2)', () => {
  const application = fc.record({ owner: fc.constantFrom('o1', 'o2', 'o3', 'o4', 'o5'), admitted: fc.boolean(), categories, from: fc.integer({ min: -5, max: 5 }), lasts: fc.option(fc.integer({ min: 1, max: 5 })) });
  let some = 0;
  fc.assert(fc.property(fc.array(application, { maxLength: 12 }), fc.constantFrom(...LETTERS), (applications, section) => {
    const siblings = applications.map(({ owner, admitted, categories: of, from, lasts }) => record('application', owner, admitted ? 'admitted' : 'submitted', {
      categories: of, ...(admitted ? { admission: { categories: of, from: AT.add({ hours: from }).toString(), ...(lasts === null ? {} : { to: AT.add({ hours: from + lasts }).toString() }) } } : {}),
    }));
    const others = [record('purchase', 'o9', 'announced', { categories: LETTERS })];
    const { invited } = DIS_PURCHASE.invite(record('dis', 'd', 'open', {}), [...siblings, ...others], section, AT);
    const expected = new Set(applications.filter((one) => one.admitted && one.categories.includes(section) && one.from <= 0 && (one.lasts === null || one.from + one.lasts > 0)).map(({ owner }) => owner));
    some += expected.size;
    assert.deepEqual(new Set(invited), expected);
    assert.equal(new Set(invited).size, invited.length, 'each once');
  }), runs(300));
  assert.ok(some > 0);
});

void test('to a mini-competition all parties of the lot are invited, and nobody else', () => {
  let some = 0;
  fc.assert(fc.property(fc.uniqueArray(fc.record({ organisation: fc.constantFrom('o1', 'o2', 'o3', 'o4'), lots: categories, leftOn: fc.constantFrom(null, '2026-11-30', '2026-12-01', '2027-01-01') }), { selector: ({ organisation }) => organisation }), fc.constantFrom(...LETTERS), (parties, lot) => {
    const { invited } = MINI_COMPETITION.invite(record('framework', 'f', 'active', { parties }), [], lot, AT);
    const expected = parties.filter(({ lots, leftOn }) => lots.includes(lot) && (leftOn === null || leftOn >= '2026-12-01')).map(({ organisation }) => organisation);
    some += expected.length;
    assert.deepEqual(new Set(invited), new Set(expected));
  }), runs(300));
  assert.ok(some > 0);
});

void test('who is admitted while it is announced is invited, others are not, and the intake knows the same', async () => {
  const own = await buying('dis', 2);
  const { market, parent, suppliers, committee, buyer, approver, read } = own;
  const purchase = await drafted(own);
  await prove(own, committee, purchase);
  const supplier = async (name: string, state: string, of: readonly string[]): Promise<string> => {
    const organisation = await market.organisation('supplier', name);
    await putApplication(market, parent, (await read(parent)).owner, organisation, state, of);
    return organisation;
  };
  const late = await supplier('Sent optaget', 'renewal', ['A', 'B']);
  for (const [name, state, of] of [['Anden', 'admitted', ['B']], ['Venter', 'submitted', ['A']], ['Afvist', 'refused', ['A']], ['Fjernet', 'removed', ['A']]] as const) await supplier(name, state, of);
  await market.two(buyer, approver, 'purchase.announce', { reasons: REASONS }, purchase);
  const expected = [...suppliers.map(({ organisation }) => organisation), late].toSorted();
  const out = await read(purchase) as Purchase;
  assert.deepEqual(out.internal?.invited, expected);
  assert.deepEqual([...out.parties].toSorted(), expected);
  assert.ok(out.body.reasons.some(({ code }) => code === 'undecided-applications'), 'one who waits is a reason to give');
  const { rows: [target] } = await sql<{ invited: string[] }>`select invited from intake_target where purchase = ${purchase}`.execute(market.db);
  assert.deepEqual(target?.invited.toSorted(), expected);
});

void test('only who the notice names may buy, out of a decided need of its own', async () => {
  const own = await buying();
  const { market, parent, buyer, need } = own;
  const elsewhere = await market.person(await market.organisation('municipality', 'Sønderby Kommune'), 'buyer');
  const named = await give(market, elsewhere, order('purchase.start', parent, { need: await need(), category: 'A' }));
  assert.ok(!named.ok && /not named/.test(named.failure.message), JSON.stringify(named));
  const { record: undecided } = await market.do(buyer, 'need.start', { title: 'T', why: 'W', wanted: 'W', service: 'goods', cpv: '48000000', value: '1', options: [], personalData: false, isAddOn: false });
  for (const [input, place] of [[{ need: undecided, category: 'A' }, 'need'], [{ need: parent, category: 'A' }, 'need'], [{ need: await need(), category: 'X' }, 'category']] as const) {
    const refused = await give(market, buyer, order('purchase.start', parent, input));
    assert.ok(!refused.ok && refused.failure.place === place, place);
  }
  const { record: draft } = await market.do(buyer, 'purchase.start', { need: await need(), category: 'A' }, parent);
  const { body } = await own.read(draft) as Purchase;
  assert.deepEqual([body.way, body.value, body.category.title], ['dis', '2500000.50', 'Kategori A'], 'the value counts the options of the need in');
  await sql`update market_record set state = 'ended', version = version + 1 where id = ${parent}`.execute(market.db);
  assert.ok(!(await give(market, buyer, order('purchase.start', parent, { need: await need(), category: 'A' }))).ok, 'a system that has ended');
});

void test('a mini-competition: the same life with other rules, and a valid release', async () => {
  assert.deepEqual(COMPETITIVE.map(({ way }) => way), ['dis', 'mini-competition']);
  const own = await buying('framework');
  // A shortest period is for a DIS; five days are few here and lawful.
  const purchase = await announced(own, { deadline: '2026-12-07T12:00' });
  const out = await own.read(purchase) as Purchase;
  assert.deepEqual([out.state, out.body.way], ['announced', 'mini-competition']);
  assert.deepEqual(out.internal?.invited, own.suppliers.map(({ organisation }) => organisation).toSorted());
  const { rows: [row] } = await sql<{ release: string }>`select release from outbox where subject = ${purchase}`.execute(own.market.db);
  const release = JSON.parse(row?.release ?? '{}') as { tender: { techniques: unknown; procurementMethod: string } };
  assert.deepEqual(releaseErrors(release), []);
  assert.deepEqual([release.tender.procurementMethod, release.tender.techniques], ['selective', { hasFrameworkAgreement: true, hasDynamicPurchasingSystem: false }]);
  const system = await buying('dis');
  await assert.rejects(announced(system, { deadline: '2026-12-07T12:00' }), /shortest period of 10 days/, 'in a DIS it is too short');
});
