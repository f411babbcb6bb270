/** Comparisons on the demo world and on real notices: the figures are those of the pages of each side. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { Readable } from 'node:stream';
import { before, describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { Kysely } from 'kysely';
import { fixedClock, unwrap } from '#base';
import { testRegister } from '../../test/support/database.ts';
import { sharedFolder, without } from '../../test/support/shared.ts';
import { compareAddress, EMPTY_ORGANISATION_QUERY, EMPTY_PROCESS_QUERY } from './addresses.ts';
import { commonRole, compareRows, compareYears, fieldTarget, procedureMix, remarksOf, sideQuery } from './compare.ts';
import { readChoice, readComparison, readExamples } from './compare.store.ts';
import type { CompareSide, CompareTarget, ComparisonView } from './compare.view.ts';
import { demoReleases } from './demo/index.ts';
import { importFiles } from './import/importer.ts';
import { readMarket } from './market.store.ts';
import type { OrganisationRole } from './organisation.view.ts';
import { findOrganisationRows, readOrganisation } from './organisations.store.ts';
import { countProcesses } from './process-counts.store.ts';
import { readCompareQuery } from './query.schema.ts';
import type { RegisterTables } from './tables.ts';

const clock = fixedClock('2026-11-22T12:00:00Z');
const REAL = [['data', 'ocds', 'releases.jsonl'], ['data', 'notices', 'sample'], ['data', 'eforms-norway']] as const;
const absent = REAL.map((place) => without(...place)).find((reason) => reason !== false) ?? false;

const demo = await testRegister();
const real = await testRegister();
before(async () => {
  const input = Readable.from([...demoReleases()].slice(-700).map((release) => `${JSON.stringify(release)}\n`));
  assert.equal((await importFiles(demo, ['-'], { input, inputName: 'demo.jsonl' })).rejected, 0);
  if (absent === false) await importFiles(real, REAL.map((place) => path.join(sharedFolder, ...place)), { input: Readable.from([]) });
});

function pairOf([a, b]: readonly CompareTarget[]): readonly [CompareTarget, CompareTarget] {
  assert.ok(a !== undefined && b !== undefined, 'the register holds two');
  return [a, b];
}

function fieldOf(field: string | undefined): CompareTarget {
  const target = fieldTarget(`cpv:${field}`);
  assert.ok(target !== null);
  return target;
}

/** Every supplier that both sides have, counted one by one through the lists that the figures lead to. */
async function sharedByHand(db: Kysely<RegisterTables>, view: ComparisonView): Promise<Map<string, readonly [number, number]>> {
  const { rows } = unwrap(await findOrganisationRows(db, { ...EMPTY_ORGANISATION_QUERY, filters: { role: ['supplier'] } }, { after: null, before: null, limit: 10_000 }));
  const both = new Map<string, readonly [number, number]>();
  for (const { key } of rows) {
    const first = await countProcesses(db, clock, { ...sideQuery(view.a, view.as), supplier: key });
    const second = first === 0 ? 0 : await countProcesses(db, clock, { ...sideQuery(view.b, view.as), supplier: key });
    if (second > 0) both.set(key, [first, second]);
  }
  return both;
}

for (const [world, db, skip] of [['the demo world', demo, false], ['real notices', real, absent]] as const) {
  void describe(world, { skip }, () => {
    for (const as of ['buyer', 'supplier'] as const) {
      test(`as ${as}: each side has the figures of its own page`, async () => {
        const examples = await readExamples(db);
        const [a, b] = pairOf(as === 'buyer' ? examples.buyers : examples.suppliers);
        const view = await readComparison(db, clock, a, b, as);
        assert.equal(view.as, as);
        for (const [target, side] of [[a, view.a], [b, view.b]] as const) {
          const page = await readOrganisation(db, clock, target.side);
          assert.deepEqual(side.overview, as === 'buyer' ? page?.asBuyer : page?.asSupplier);
          assert.deepEqual(side.newest, as === 'buyer' ? page?.bought : page?.supplied);
          assert.ok(side.overview.processes > 1);
          assert.equal(side.names.da, page?.summary.name);
        }
        const years = compareYears(view);
        assert.equal(years.reduce((sum, year) => sum + year.a, 0), view.a.overview.perYear.reduce((sum, year) => sum + year.with + year.without + year.unknown, 0));
      });
    }

    test('fields have the figures of the market, and those that both have are all and only those', async () => {
      const [a, b] = pairOf((await readExamples(db)).fields);
      const view = await readComparison(db, clock, a, b, null);
      assert.equal(view.as, null);
      for (const side of [view.a, view.b]) assert.deepEqual(side.overview, (await readMarket(db, clock, { ...EMPTY_PROCESS_QUERY, cpv: side.field })).overview);
      assert.deepEqual(view.shared.map(({ of }) => of), ['suppliers', 'buyers']);
      const [suppliers] = view.shared;
      const byHand = await sharedByHand(db, view);
      assert.equal(suppliers?.total, byHand.size);
      for (const { key, a: first, b: second } of suppliers.top) assert.deepEqual([first, second], byHand.get(key));
      // Whoever supplies a part of a field supplies the field.
      const part = await readComparison(db, clock, a, fieldOf(view.a.overview.fields[0]?.field), null);
      assert.ok(part.b.overview.suppliers.total > 1);
      assert.deepEqual(part.shared.map(({ total }) => total), [part.b.overview.suppliers.total, part.b.overview.buyers.total]);
      assert.deepEqual(part.remarks.filter(({ kind }) => kind === 'within'), [{ kind: 'within', of: 'b' }]);
    });

    test('amounts stand by currency, and what a side lacks is empty', async () => {
      const [a, b] = pairOf((await readExamples(db)).fields);
      const view = await readComparison(db, clock, a, b, null);
      const amounts = compareRows(view).filter(({ measure }) => measure === 'amount');
      assert.equal(new Set(amounts.map(({ currency }) => currency)).size, amounts.length);
      for (const name of ['a', 'b'] as const) {
        assert.deepEqual(
          new Map(amounts.flatMap((row) => (row[name] === null ? [] : [[row.currency, [row[name].value, row[name].of]]]))),
          new Map(view[name].overview.awards.sums.map(({ value, awards }) => [value.currency, [value.amount, awards]])),
        );
      }
      if (world === 'real notices') assert.ok(amounts.some((row) => row.a === null || row.b === null), 'some currency stands on one side only');
    });
  });
}

void test('an organisation beside a field, and one that never was what it is compared as', async () => {
  const [a] = pairOf((await readExamples(demo)).buyers);
  const mixed = await readComparison(demo, clock, a, fieldOf('72'), null);
  assert.equal(mixed.as, 'buyer');
  assert.deepEqual(mixed.shared.map(({ of }) => of), ['suppliers']);
  const byHand = await sharedByHand(demo, mixed);
  assert.ok(byHand.size > 0);
  assert.equal(mixed.shared[0]?.total, byHand.size);
  for (const { key, a: first, b } of mixed.shared[0].top) assert.deepEqual([first, b], byHand.get(key));
  assert.ok(mixed.remarks.some(({ kind }) => kind === 'kinds'));
  const [c, d] = pairOf((await readExamples(demo)).suppliers);
  const wrong = await readComparison(demo, clock, c, d, 'buyer');
  assert.deepEqual(wrong.remarks.filter(({ kind }) => kind === 'nothing').map(({ of }) => of), ['a', 'b']);
  assert.deepEqual(compareRows(wrong).filter(({ measure }) => measure === 'without-call').map((row) => [row.a, row.b]), [[null, null]], 'nothing said is no zero');
});

void describe('what somebody typed', () => {
  test('a key and a field are what they say, with a field in any of its spellings', async () => {
    const [{ side }] = pairOf((await readExamples(demo)).buyers);
    assert.equal((await readChoice(demo, side)).target?.key, side);
    for (const text of ['cpv:72', 'cpv:72000000', 'cpv:7200']) assert.equal((await readChoice(demo, text)).target?.side, 'cpv:72');
    for (const text of ['cpv:', 'cpv:7', 'cpv:99999999', 'cpv:72-1', 'CPV:72', 'cpv:723456789']) assert.equal(fieldTarget(text), null, text);
  });
  test('one match alone is meant; several are a choice; none is none', async () => {
    const [{ names, side }] = pairOf((await readExamples(demo)).buyers);
    const alone = await readChoice(demo, `"${names.da}"`);
    assert.deepEqual([alone.target?.side, alone.matches.length], [side, 1]);
    const several = await readChoice(demo, 'kommune');
    assert.equal(several.target, null);
    assert.ok(several.matches.length > 3);
    assert.ok(several.matches.every(({ key, asBuyer, asSupplier }) => key === null || asBuyer + asSupplier > 0));
    const fields = await readChoice(demo, 'software');
    assert.ok(fields.matches.some(({ field }) => field !== null));
    assert.deepEqual((await readChoice(demo, '72')).matches.find(({ field }) => field !== null)?.field, '72');
    assert.deepEqual(await readChoice(demo, 'qqqxxyzz'), { text: 'qqqxxyzz', target: null, matches: [] });
    for (const text of ['\'--', '"', '%', '& | !', '<b>', '\u202E', 'æ'.repeat(400)]) assert.equal((await readChoice(demo, text)).target, null, text);
  });
});

const organisation = (asBuyer: number, asSupplier: number): CompareTarget => ({ side: 'k', key: 'k', field: null, mark: null, names: { da: 'K', en: 'K' }, asBuyer, asSupplier });

void test('the role is the one that both have most of', () => {
  const cases: readonly (readonly [CompareTarget, CompareTarget, OrganisationRole | null])[] = [
    [organisation(9, 0), organisation(3, 1), 'buyer'], [organisation(0, 4), organisation(2, 3), 'supplier'], [organisation(1, 5), organisation(7, 2), 'supplier'],
    [organisation(5, 0), organisation(0, 9), 'supplier'], [organisation(9, 0), organisation(0, 5), 'buyer'], [organisation(0, 0), organisation(0, 0), 'buyer'],
  ];
  for (const [a, b, role] of cases) assert.deepEqual([commonRole(a, b), commonRole(b, a)], [role, role]);
  const field = fieldOf('72');
  assert.deepEqual([commonRole(field, field), commonRole(field, organisation(0, 2))], [null, 'supplier']);
});

interface Made { readonly processes?: number; readonly stated?: number; readonly bids?: number; readonly years?: readonly [number, number] | null; readonly field?: string | null }

function sideOf({ processes = 40, stated = 40, bids = 40, years = [2016, 2018], field = null }: Made): CompareSide {
  const none = { total: 0, top: [] };
  return {
    side: 's', key: field === null ? 's' : null, field, names: { da: 's', en: 's' }, newest: [], years: years === null ? null : { first: years[0], last: years[1] },
    overview: {
      processes, calls: { with: stated, without: 0, unknown: processes - stated }, bids: { counted: bids, single: 0, processes: 0 }, perYear: [],
      procedures: [{ code: 'open', method: null, processes: stated }, { code: null, method: null, processes: processes - stated }],
      awards: { made: 0, shared: 0, valued: 0, sums: [] }, buyers: none, suppliers: none, newcomers: { since: '2024-11-22', total: 0, newest: [] }, fields: [],
      techniques: { dps: 0, framework: 0, 'call-off': 0 }, ending: { until: '2028-05-22', total: 0, known: 0, contracts: 0, next: [] },
    },
  };
}

function remarks(a: Made, b: Made = {}): string[] {
  return remarksOf({ a: sideOf(a), b: sideOf(b) }).map(({ kind, of }) => (of === null ? kind : `${kind} ${of}`));
}

void test('a weak comparison says why', () => {
  assert.deepEqual(remarks({}), []);
  assert.deepEqual(remarks({ years: [2021, 2023] }), ['years']);
  assert.deepEqual(remarks({ years: [2017, 2019] }), [], 'two years of four are in both');
  assert.deepEqual(remarks({ years: [2018, 2020] }), ['years']);
  assert.deepEqual(remarks({ years: [2018, 2018] }), ['years']);
  assert.deepEqual(remarks({ years: null }), []);
  assert.deepEqual(remarks({ processes: 0 }, { processes: 9 }), ['nothing a', 'few b']);
  assert.deepEqual(remarks({ processes: 10, stated: 9 }, { bids: 9 }), ['few-calls a', 'few-bids b']);
  assert.deepEqual(remarks({ stated: 0, bids: 0 }), [], 'what nobody says has no share');
  assert.deepEqual(remarks({ field: '72' }, { field: '722' }), ['within b']);
  assert.deepEqual(remarks({ field: '722' }, { field: '72' }), ['within a']);
  assert.deepEqual(remarks({ field: '72' }), ['kinds']);
});

void test('procedures stand in one order on both sides, and nothing that is stated is lost', () => {
  const codes = ['open', 'restricted', 'neg-w-call', 'comp-dial', 'innovation', 'oth-single', 'oth-mult', 'neg-wo-call'];
  const counts = fc.array(fc.record({ code: fc.constantFrom(...codes, null), method: fc.constant(null), processes: fc.integer({ min: 1, max: 50 }) }), { maxLength: 9 })
    .map((all) => [...new Map(all.map((entry) => [entry.code, entry])).values()]);
  fc.assert(fc.property(counts, counts, fc.integer({ min: 2, max: 6 }), (a, b, most) => {
    const withProcedures = (procedures: typeof a): CompareSide => ({ ...sideOf({}), overview: { ...sideOf({}).overview, procedures } });
    const { parts, rest, stated } = procedureMix({ a: withProcedures(a), b: withProcedures(b) }, most);
    for (const [name, all] of [['a', a], ['b', b]] as const) {
      const total = all.reduce((sum, { code, processes }) => sum + (code === null ? 0 : processes), 0);
      assert.equal(stated[name], total);
      assert.equal(parts.reduce((sum, part) => sum + part[name], rest[name]), total);
      for (const part of parts) assert.equal(part[name], all.find(({ code }) => code === part.code)?.processes ?? 0);
    }
    assert.ok(parts.length + (rest.a + rest.b > 0 ? 1 : 0) <= most);
  }));
});

void test('property: what an address of a comparison says is what is read from it', () => {
  const side = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'cpv:72', 'DK-CVR-64942212', 'name-0f', 'a&b=c', '+', '%', '#')).map((text) => text.replaceAll('\u0000', '').toWellFormed().trim());
  fc.assert(fc.property(side, side, fc.constantFrom('buyer' as const, 'supplier' as const, null), (a, b, as) => {
    const url = new URL(compareAddress({ a, b, as }), 'http://x');
    assert.equal(url.pathname, '/sammenlign');
    assert.deepEqual(readCompareQuery(Object.fromEntries(url.searchParams)), { a, b, as });
  }));
  assert.equal(compareAddress({ a: 'DK-CVR-1', b: 'cpv:72', as: 'supplier' }), '/sammenlign?a=DK-CVR-1&b=cpv%3A72&som=leverandoer');
  assert.equal(compareAddress({}), '/sammenlign');
});
