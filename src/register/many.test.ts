import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { fixedClock, unwrap } from '#base';
import { makeFindable, testRegister } from '../../test/support/database.ts';
import { EMPTY_PROCESS_QUERY } from './addresses.ts';
import type { ProcessQuery, ProcessSort } from './list.view.ts';
import { FEW } from './process-order.store.ts';
import { countProcesses } from './process-counts.store.ts';
import { findRows, searchProcesses } from './processes.store.ts';

const clock = fixedClock('2026-11-22T12:00:00Z');
const MANY = FEW + 300;
const db = await testRegister();

/** More than are put in order one by one; every seventh has the word in its title, the others among their details. */
before(async () => {
  await sql`insert into process (ocid, compiled, title, suppliers, release_count, fault_count, year, last_date, tender_end)
    select 'm-' || n, '{}', case when n % 7 = 0 then 'Drift af system ' || n else 'System ' || n end, '[]', 1, 0, 2000 + n % 20,
           case when n % 11 > 0 then timestamptz '2020-01-01' + n % 50 * interval '1 day' end,
           case when n % 3 > 0 then timestamptz '2026-11-01' + n % 40 * interval '1 day' end
    from generate_series(1, ${MANY}) as n`.execute(db);
  await makeFindable(db);
  await sql`update process_search set search = search || setweight(to_tsvector('danish', 'drift'), 'C')`.execute(db);
});

async function walk(query: ProcessQuery, limit: number): Promise<string[]> {
  const pages: string[][] = [];
  let page = unwrap(await findRows(db, clock, query, { after: null, before: null, limit }));
  for (;;) {
    pages.push(page.rows.map(({ ocid }) => ocid));
    if (page.next === null) break;
    page = unwrap(await findRows(db, clock, query, { after: page.next, before: null, limit }));
  }
  for (const wanted of pages.slice(0, -1).toReversed()) {
    assert.ok(page.previous !== null);
    page = unwrap(await findRows(db, clock, query, { after: null, before: page.previous, limit }));
    assert.deepEqual(page.rows.map(({ ocid }) => ocid), wanted);
  }
  assert.equal(page.previous, null);
  return pages.flat();
}

describe('a search that finds very many', () => {
  test('puts those with the word in the title first, the newest of them first', async () => {
    const rows = unwrap(await searchProcesses(db, clock, { ...EMPTY_PROCESS_QUERY, q: 'drift' }, { after: null, before: null, limit: 2000 })).rows;
    assert.equal(rows.length, MANY);
    const inTitle = rows.map(({ title }) => title?.startsWith('Drift') === true);
    assert.equal(inTitle.lastIndexOf(true) + 1, Math.floor(MANY / 7));
    assert.equal(inTitle.indexOf(false), Math.floor(MANY / 7));
    for (const part of [rows.slice(0, inTitle.indexOf(false)), rows.slice(inTitle.indexOf(false))]) {
      assert.deepEqual(part.map(({ lastDate }) => lastDate), part.map(({ lastDate }) => lastDate).toSorted().toReversed());
    }
  });

  for (const sort of [null, 'newest', 'oldest', 'deadline'] as const satisfies readonly (ProcessSort | null)[]) {
    test(`gives every row once, forwards and back, across its stretches: ${sort ?? 'relevance'}`, async () => {
      for (const q of sort === null ? ['drift'] : ['', 'drift']) {
        const query = { ...EMPTY_PROCESS_QUERY, q, sort };
        const ocids = await walk(query, 90);
        assert.deepEqual([ocids.length, new Set(ocids).size], [MANY, MANY]);
        assert.deepEqual(ocids, unwrap(await findRows(db, clock, query, { after: null, before: null, limit: 2000 })).rows.map(({ ocid }) => ocid));
      }
    });
  }

  test('keeps its order while it is read, also when it comes to find fewer', async () => {
    const query = { ...EMPTY_PROCESS_QUERY, q: 'drift' };
    const whole = await walk(query, 400);
    const first = unwrap(await findRows(db, clock, query, { after: null, before: null, limit: 50 }));
    const gone = whole.slice(60, 60 + MANY - FEW);
    await db.transaction().execute(async (transaction) => {
      await sql`delete from process where ocid = any(${gone}::text[])`.execute(transaction);
    });
    assert.equal(await countProcesses(db, clock, query), FEW);
    const second = unwrap(await findRows(db, clock, query, { after: first.next, before: null, limit: 50 }));
    assert.deepEqual(second.rows.map(({ ocid }) => ocid), whole.filter((ocid) => !gone.includes(ocid)).slice(50, 100));
  });
});
