import assert from 'node:assert/strict';
import path from 'node:path';
import { Readable } from 'node:stream';
import { before, describe, test } from 'node:test';
import * as fc from 'fast-check';
import { fixedClock, unwrap } from '#base';
import { runs } from '../../test/support/deep.ts';
import { makeFindable, testRegister } from '../../test/support/database.ts';
import { sharedFolder, without } from '../../test/support/shared.ts';
import { EMPTY_ORGANISATION_QUERY, EMPTY_PROCESS_QUERY } from './addresses.ts';
import { demoReleases } from './demo/index.ts';
import { readAbout, readFront, readUpdatedAt } from './front.store.ts';
import { importFiles } from './import/importer.ts';
import { PROCESS_FACETS, PROCESS_SORTS, type ProcessListView, type ProcessQuery, type ProcessSort } from './list.view.ts';
import { ORGANISATION_FACETS } from './organisation.view.ts';
import { findOrganisationRows, readOrganisation, searchOrganisations } from './organisations.store.ts';
import { countProcesses } from './process-counts.store.ts';
import { findRows, searchProcesses } from './processes.store.ts';

const clock = fixedClock('2026-11-22T12:00:00Z');
const real = path.join(sharedFolder, 'data/ocds/releases.jsonl');
const ALL = { after: null, before: null, limit: 5000 } as const;

const db = await testRegister();
let releases = 0;
// Of the demo world the newest, and the real releases where they are to be had, in one register: the more different, the better.
before(async () => {
  const input = Readable.from([...demoReleases()].slice(-350).map((release) => `${JSON.stringify(release)}\n`));
  const summary = await importFiles(db, without('data/ocds/releases.jsonl') === false ? ['-', real] : ['-'], { input, inputName: 'demo.jsonl' });
  releases = summary.imported;
  assert.equal(summary.rejected, 0);
});

/** Queries that meet what is there: values of the facets themselves, words of the demo world, organisations that take part. */
async function queries(): Promise<fc.Arbitrary<ProcessQuery>> {
  const all = unwrap(await searchProcesses(db, clock, EMPTY_PROCESS_QUERY, { ...ALL, limit: 1 }));
  const organisations = unwrap(await findOrganisationRows(db, EMPTY_ORGANISATION_QUERY, { ...ALL, limit: 10 })).rows.map(({ key }) => key);
  const filters = Object.fromEntries(all.facets.map(({ name, options }) =>
    [name, fc.option(fc.subarray([...options.map(({ value }) => value), 'XX'], { minLength: 1, maxLength: 3 }), { nil: undefined, freq: 2 })]));
  const key = fc.constantFrom(...organisations, 'nobody');
  return fc.record({
    q: fc.constantFrom('', '', 'system', 'kommune', 'servicio', 'drift or journal'),
    filters: fc.record(filters).map((given) => Object.fromEntries(Object.entries(given).filter(([, values]) => values !== undefined).slice(0, 2))),
    cpv: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, fc.constantFrom('72', '48', '722', '4831')),
    buyer: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, key), supplier: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, key),
    open: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.boolean()), sort: fc.constant(null),
  });
}

describe('facets', () => {
  test('property: the count of an option is the total when only that option is chosen', async () => {
    await fc.assert(fc.asyncProperty(await queries(), fc.constantFrom(...PROCESS_FACETS), fc.nat(), async (query, name, pick) => {
      const view = unwrap(await searchProcesses(db, clock, query, { ...ALL, limit: 1 }));
      if (view.corrected) return;
      const options = view.facets.find((facet) => facet.name === name)?.options ?? [];
      assert.equal(new Set(options.map(({ value }) => value)).size, options.length, 'an option stands twice');
      const { [name]: _own, ...others } = query.filters;
      const free = unwrap(await searchProcesses(db, clock, { ...query, filters: others }, { ...ALL, limit: 1 }));
      const offered = free.facets.find((facet) => facet.name === name)?.options ?? [];
      if (!free.corrected) assert.deepEqual(options.filter(({ count }) => count > 0), offered.filter(({ count }) => count > 0), 'a choice hides the other options');
      const option = options[pick % options.length];
      if (option === undefined) return;
      assert.equal(await countProcesses(db, clock, { ...query, filters: { ...query.filters, [name]: [option.value] } }), option.count);
    }), runs(40));
  });

  test('every facet accounts for every process', async () => {
    const view = unwrap(await searchProcesses(db, clock, EMPTY_PROCESS_QUERY, ALL));
    assert.ok(view.total > 200);
    for (const facet of view.facets) {
      const counted = facet.options.reduce((sum, { count }) => sum + count, 0);
      assert.equal(counted, view.total, facet.name);
    }
    const years = (view.facets.find(({ name }) => name === 'year')?.options ?? []).map(({ value }) => value).filter((value) => value !== 'unknown');
    assert.deepEqual(years, years.map(Number).toSorted((a, b) => b - a).map(String));
  });

  test('of more values than are shown the chosen one keeps its count', async () => {
    const own = await testRegister();
    const codes = Array.from({ length: 70 }, (_, at) => `C${String(at).padStart(2, '0')}`);
    await own.insertInto('process').values(codes.map((currency) => ({
      ocid: `p-${currency}`, compiled: '{}', suppliers: '[]', release_count: 1, fault_count: 0, currency, amount: '1',
    }))).execute();
    await makeFindable(own);
    const view = unwrap(await searchProcesses(own, clock, { ...EMPTY_PROCESS_QUERY, filters: { currency: ['C69', 'C98'] } }, ALL));
    const options = view.facets.find(({ name }) => name === 'currency')?.options ?? [];
    assert.equal(options.length, 62);
    assert.deepEqual(options.slice(-2), [{ value: 'C69', count: 1 }, { value: 'C98', count: 0 }]);
  });

  test('organisations: the count of an option is the total when only that option is chosen', async () => {
    for (const q of ['', 'kommune', 'a']) {
      const query = { ...EMPTY_ORGANISATION_QUERY, q };
      const view = unwrap(await searchOrganisations(db, query, ALL));
      for (const name of ORGANISATION_FACETS) {
        for (const { value, count } of view.facets.find((facet) => facet.name === name)?.options ?? []) {
          const { total } = unwrap(await searchOrganisations(db, { ...query, filters: { [name]: [value] } }, { ...ALL, limit: 1 }));
          assert.equal(total, count, `${name} ${value}`);
        }
      }
    }
  });
});

async function listed(sort: ProcessSort, change: Partial<ProcessQuery> = {}): Promise<ProcessListView> {
  return unwrap(await searchProcesses(db, clock, { ...EMPTY_PROCESS_QUERY, ...change, sort }, ALL));
}
const ordered = <T>(values: readonly T[], right: (a: T, b: T) => boolean): boolean => values.every((value, at) => at === 0 || right(values[at - 1] as T, value));

/** Ahead, over, none; then by distance. */
const rank = (end: string | null): [number, number] => {
  if (end === null) return [2, 0];
  const day = Temporal.Instant.from('2026-11-21T23:00:00Z').epochMilliseconds;
  const at = Temporal.Instant.from(end).epochMilliseconds;
  return at >= day ? [0, at] : [1, -at];
};

describe('sorting', () => {
  test('newest, oldest', async () => {
    assert.ok(ordered((await listed('newest')).rows.map((row) => row.lastDate), (a, b) => a >= b));
    const oldest = (await listed('oldest')).rows.map((row) => row.firstDate || '9999');
    assert.ok(ordered(oldest, (a, b) => a <= b));
  });
  test('the nearest deadline first, then those that are over, then those without', async () => {
    const ranks = (await listed('deadline')).rows.map((row) => rank(row.tenderEnd));
    assert.ok(ordered(ranks, ([a, x], [b, y]) => a < b || (a === b && x <= y)));
  });
  test('amounts are put in order within one currency, and never across', async () => {
    const dkk = await listed('value', { filters: { currency: ['DKK'] } });
    assert.equal(dkk.sort, 'value');
    assert.ok(ordered(dkk.rows.map((row) => Number(row.value?.amount)), (a, b) => a >= b));
    assert.equal((await listed('value')).sort, 'newest');
    assert.equal((await listed('value', { filters: { currency: ['DKK', 'EUR'] } })).sort, 'newest');
  });
  test('best match without a search text is newest', async () => assert.equal((await listed('relevance')).sort, 'newest'));
});

describe('paging', () => {
  test('property: next gives every row once, previous walks back', async () => {
    await fc.assert(fc.asyncProperty(await queries(), fc.constantFrom(null, ...PROCESS_SORTS), fc.integer({ min: 7, max: 100 }), async (given, sort, limit) => {
      const query = { ...given, sort };
      const whole = unwrap(await findRows(db, clock, query, ALL)).rows.map(({ ocid }) => ocid);
      const pages: string[][] = [];
      let page = unwrap(await findRows(db, clock, query, { after: null, before: null, limit }));
      assert.equal(page.previous, null);
      for (;;) {
        pages.push(page.rows.map(({ ocid }) => ocid));
        if (page.next === null) break;
        page = unwrap(await findRows(db, clock, query, { after: page.next, before: null, limit }));
      }
      assert.deepEqual(pages.flat(), whole);
      for (let at = pages.length - 2; at >= 0; at--) {
        assert.ok(page.previous !== null);
        page = unwrap(await findRows(db, clock, query, { after: null, before: page.previous, limit }));
        assert.deepEqual(page.rows.map(({ ocid }) => ocid), pages[at]);
      }
      assert.equal(page.previous, null);
    }), runs(10));
  });

  test('organisations: next gives every row once', async () => {
    for (const q of ['', 'kommune']) {
      const query = { ...EMPTY_ORGANISATION_QUERY, q };
      const keys: string[] = [];
      for (let after: string | null = null, first = true; first || after !== null; first = false) {
        const page: Awaited<ReturnType<typeof findOrganisationRows>> = await findOrganisationRows(db, query, { after, before: null, limit: 90 });
        const { rows, next } = unwrap(page);
        keys.push(...rows.map(({ key }) => key));
        after = next;
      }
      const { total } = unwrap(await searchOrganisations(db, query, { ...ALL, limit: 1 }));
      assert.deepEqual([keys.length, new Set(keys).size], [total, total]);
    }
  });

  test('property: a cursor that was changed or belongs elsewhere is refused', async () => {
    for (const sort of ['newest', 'deadline'] as const) {
      const { next } = unwrap(await findRows(db, clock, { ...EMPTY_PROCESS_QUERY, sort }, { ...ALL, limit: 3 }));
      assert.ok(next !== null);
      const changed = fc.oneof(
        fc.tuple(fc.nat(next.length - 1), fc.constantFrom('A', 'z', '-', '!', ' ')).map(([at, letter]) => next.slice(0, at) + letter + next.slice(at + 1)),
        fc.nat(next.length - 1).map((length) => next.slice(0, length)), fc.string({ minLength: 1 }), fc.constant(`${next}=`), fc.constant(`${next}\n`),
        fc.json().map((json) => Buffer.from(json).toString('base64url')),
      ).filter((text) => text !== next);
      await fc.assert(fc.asyncProperty(changed, async (after) => {
        const page = await findRows(db, clock, { ...EMPTY_PROCESS_QUERY, sort }, { ...ALL, after });
        assert.equal(page.ok ? 'accepted' : page.failure.kind, 'invalid');
      }), runs(60));
      const other = await findRows(db, clock, { ...EMPTY_PROCESS_QUERY, sort: 'oldest' }, { ...ALL, after: next });
      assert.equal(other.ok, false);
    }
  });
});

describe('organisations and figures', () => {
  test('an organisation page counts what its lists hold', async () => {
    const { rows } = unwrap(await findOrganisationRows(db, EMPTY_ORGANISATION_QUERY, { ...ALL, limit: 25 }));
    assert.equal(rows.length, 25);
    for (const { key, name } of rows) {
      const view = await readOrganisation(db, clock, key);
      assert.ok(view !== null);
      assert.equal(view.summary.asSupplier, await countProcesses(db, clock, { ...EMPTY_PROCESS_QUERY, supplier: key }), `${name} as supplier`);
      assert.equal(view.bought.length, Math.min(5, await countProcesses(db, clock, { ...EMPTY_PROCESS_QUERY, buyer: key })), `${name} as buyer`);
      for (const { role, count } of view.roles) assert.ok(role !== '' && count > 0);
      assert.ok(!view.otherNames.includes(view.summary.name));
    }
    assert.equal(await readOrganisation(db, clock, 'nobody'), null);
  });

  test('the figures of the front page are those of the lists behind them', async () => {
    const front = await readFront(db, clock);
    const all = unwrap(await searchProcesses(db, clock, EMPTY_PROCESS_QUERY, ALL));
    assert.equal(front.processes, all.total);
    assert.equal(front.releases, releases);
    assert.equal(front.openTenders, await countProcesses(db, clock, { ...EMPTY_PROCESS_QUERY, open: true }));
    assert.ok(front.openTenders > 0);
    for (const row of front.closingSoon) assert.ok((row.tenderEnd ?? '') >= '2026-11-22T12:00');
    assert.deepEqual(front.newest.map(({ ocid }) => ocid), all.rows.slice(0, 6).map(({ ocid }) => ocid));
    assert.equal(front.countries, new Set(all.rows.map(({ country }) => country).filter((country) => country !== null)).size);
    assert.equal(front.perYear.reduce((sum, { count }) => sum + count, 0), all.rows.filter(({ firstDate }) => firstDate !== '').length);
    for (const [role, figure] of [['buyer', front.buyers], ['supplier', front.suppliers]] as const) {
      assert.equal(unwrap(await searchOrganisations(db, { ...EMPTY_ORGANISATION_QUERY, filters: { role: [role] } }, { ...ALL, limit: 1 })).total, figure);
    }
    const about = await readAbout(db);
    assert.deepEqual([about.processes, about.releases], [all.total, releases]);
    assert.equal(about.sources.reduce((sum, source) => sum + source.releases, 0), releases);
  });

  test('data that a later reader takes in again are still there', async () => {
    const at = await readUpdatedAt(db);
    assert.match(at ?? '', /^\d{4}-.*Z$/);
    await db.updateTable('source_file').set({ imported: 0 }).execute();
    assert.equal(await readUpdatedAt(db), at);
    assert.equal(await readUpdatedAt(await testRegister()), null);
  });
});
