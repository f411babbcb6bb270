/** What holds of every list of what stands in processes, on the demo world and real notices. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { Readable } from 'node:stream';
import { before, describe, test } from 'node:test';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { fixedClock, unwrap, type Result } from '#base';
import { runs } from '../../../test/support/deep.ts';
import { testRegister } from '../../../test/support/database.ts';
import { sharedFolder, without } from '../../../test/support/shared.ts';
import { EMPTY_PROCESS_QUERY } from '../addresses.ts';
import type { PageRequest, RowPage } from '../cursor.ts';
import { demoReleases } from '../demo/index.ts';
import { importFiles } from '../import/importer.ts';
import { PROCESS_FACETS, type ProcessQuery } from '../list.view.ts';
import { countChanges, findChanges, searchChanges } from './changes.store.ts';
import { CHANGE_SORTS } from './changes.view.ts';
import { countContracts, findContracts, searchContracts } from './contracts.store.ts';
import { CONTRACT_SORTS, ENDS, type Ends } from './contracts.view.ts';
import { countFrameworks, findFrameworks, searchFrameworks } from './frameworks.store.ts';
import { FRAMEWORK_KINDS, FRAMEWORK_SORTS, type FrameworkKind } from './frameworks.view.ts';
import type { PartListView, PartQuery } from './part.view.ts';

const clock = fixedClock('2026-11-22T12:00:00Z');
const ALL = { after: null, before: null, limit: 5000 } as const;
const ONE = { ...ALL, limit: 1 } as const;
const REAL = ['data/ocds/releases.jsonl', 'data/eforms-norway', 'data/notices/sample'];

const db = await testRegister();
before(async () => {
  const input = Readable.from([...demoReleases()].slice(-500).map((release) => `${JSON.stringify(release)}\n`));
  const real = REAL.filter((name) => without(name) === false).map((name) => path.join(sharedFolder, name));
  const summary = await importFiles(db, ['-', ...real], { input, inputName: 'demo.jsonl' });
  assert.ok(summary.imported > 300);
});

/** A list as the properties need it. */
interface Tried {
  readonly sorts: readonly string[];
  /** Values of the choice that the list has beside the filters; each is a list of its own. */
  readonly choices: readonly string[];
  search(asked: Asked, page: PageRequest): Promise<Result<PartListView<PartQuery, { readonly ocid: string }>>>;
  find(asked: Asked, page: PageRequest): Promise<Result<RowPage<object>>>;
  count(asked: Asked): Promise<number>;
}

interface Asked {
  readonly search: ProcessQuery;
  readonly sort: string | null;
  readonly choice: string;
}

const contractQuery = ({ search, sort, choice }: Asked) => ({ search, sort: CONTRACT_SORTS.find((one) => one === sort) ?? null, ends: choice as Ends });

const changeQuery = ({ search, sort }: Asked) => ({ search, sort: CHANGE_SORTS.find((one) => one === sort) ?? null });

const frameworkQuery = ({ search, sort, choice }: Asked) => ({ search, sort: FRAMEWORK_SORTS.find((one) => one === sort) ?? null, kind: choice as FrameworkKind });

const LISTS: Readonly<Record<string, Tried>> = {
  contracts: {
    sorts: CONTRACT_SORTS, choices: ENDS,
    search: (asked, page) => searchContracts(db, clock, contractQuery(asked), page),
    find: (asked, page) => findContracts(db, clock, contractQuery(asked), page),
    count: (asked) => countContracts(db, clock, contractQuery(asked)),
  },
  changes: {
    sorts: CHANGE_SORTS, choices: ['any'],
    search: (asked, page) => searchChanges(db, clock, changeQuery(asked), page),
    find: (asked, page) => findChanges(db, clock, changeQuery(asked), page),
    count: (asked) => countChanges(db, clock, changeQuery(asked)),
  },
  frameworks: {
    sorts: FRAMEWORK_SORTS, choices: FRAMEWORK_KINDS,
    search: (asked, page) => searchFrameworks(db, clock, frameworkQuery(asked), page),
    find: (asked, page) => findFrameworks(db, clock, frameworkQuery(asked), page),
    count: (asked) => countFrameworks(db, clock, frameworkQuery(asked)),
  },
};

/** Searches that meet what is there: values of the filters themselves, and organisations that take part. */
async function searches(list: Tried): Promise<fc.Arbitrary<Asked>> {
  const all = unwrap(await list.search({ search: EMPTY_PROCESS_QUERY, sort: null, choice: list.choices.includes('any') ? 'any' : list.choices[0] ?? '' }, ONE));
  const organisations = await db.selectFrom('organisation').select('key').orderBy(sql`as_buyer + as_supplier desc, key`).limit(12).execute();
  const filters = Object.fromEntries(all.facets.map(({ name, options }) =>
    [name, fc.option(fc.subarray([...options.map(({ value }) => value), 'XX'], { minLength: 1, maxLength: 3 }), { nil: undefined, freq: 2 })]));
  const key = fc.option(fc.constantFrom(...organisations.map((one) => one.key), 'nobody'), { nil: null, freq: 1 });
  const search = fc.record({
    q: fc.constantFrom('', '', '', 'system', 'kommune', 'drift or journal'),
    filters: fc.record(filters).map((given) => Object.fromEntries(Object.entries(given).filter(([, values]) => values !== undefined).slice(0, 2))),
    cpv: fc.option(fc.constantFrom('72', '48', '722'), { nil: null, freq: 1 }), buyer: key, supplier: fc.constant(null), sort: fc.constant(null),
  });
  return fc.record({ search, sort: fc.constantFrom(null, ...list.sorts), choice: fc.constantFrom(...list.choices) });
}

for (const [name, list] of Object.entries(LISTS)) {
  describe(name, () => {
    test('every filter accounts for every row, and every choice for its list', async () => {
      for (const choice of list.choices) {
        const asked = { search: EMPTY_PROCESS_QUERY, sort: null, choice };
        const view = unwrap(await list.search(asked, ALL));
        assert.equal(view.total, await list.count(asked), choice);
        assert.equal(view.rows.length, view.total, choice);
        for (const facet of view.facets) assert.equal(facet.options.reduce((sum, { count }) => sum + count, 0), view.total, `${choice} ${facet.name}`);
      }
    });

    test('property: the count of an option is the total when only that option is chosen', async () => {
      let tried = 0;
      await fc.assert(fc.asyncProperty(await searches(list), fc.constantFrom(...PROCESS_FACETS), fc.nat(), async (asked, facet, pick) => {
        const view = unwrap(await list.search(asked, ONE));
        if (view.corrected) return;
        const options = view.facets.find((one) => one.name === facet)?.options ?? [];
        assert.equal(new Set(options.map(({ value }) => value)).size, options.length, 'an option stands twice');
        const option = options[pick % options.length];
        if (option === undefined) return;
        tried += option.count > 0 ? 1 : 0;
        const search = { ...asked.search, filters: { ...asked.search.filters, [facet]: [option.value] } };
        assert.equal(await list.count({ ...asked, search }), option.count);
      }), runs(60));
      assert.ok(tried > 5, 'hardly anything was looked at');
    });

    test('property: next gives every row once in the order of the whole, previous walks back', async () => {
      let most = 0;
      await fc.assert(fc.asyncProperty(await searches(list), fc.integer({ min: 7, max: 60 }), async (asked, limit) => {
        const whole = unwrap(await list.find(asked, ALL)).rows;
        const pages: object[][] = [];
        let page = unwrap(await list.find(asked, { ...ALL, limit }));
        assert.equal(page.previous, null);
        for (;;) {
          pages.push(page.rows);
          if (page.next === null) break;
          page = unwrap(await list.find(asked, { after: page.next, before: null, limit }));
        }
        assert.deepEqual(pages.flat(), whole);
        assert.equal(whole.length, await list.count(asked));
        most = Math.max(most, pages.length);
        for (let at = pages.length - 2; at >= 0 && page.previous !== null; at--) {
          page = unwrap(await list.find(asked, { after: null, before: page.previous, limit }));
          assert.deepEqual(page.rows, pages[at]);
        }
      }), runs(30));
      assert.ok(most > 2, 'no list had more than two pages');
    });

    test('a place that Torvet did not give is refused', async () => {
      for (const after of ['x', 'eyJ', Buffer.from('12345678["end","2026-01-01","0 x"]').toString('base64url')]) {
        const answer = await list.find({ search: EMPTY_PROCESS_QUERY, sort: null, choice: list.choices[0] ?? '' }, { after, before: null, limit: 5 });
        assert.equal(answer.ok, false);
      }
    });
  });
}
