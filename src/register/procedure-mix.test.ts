import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { EMPTY_PROCESS_QUERY } from './addresses.ts';
import { UNKNOWN } from './list.view.ts';
import { procedureParts, searchOfWays, type WayCount } from './procedure-mix.ts';

const CODES = ['open', 'restricted', 'neg-w-call', 'neg-wo-call', 'comp-dial', 'innovation', 'oth-single', 'oth-mult'];
const MOST = 6;

const way = (code: string | null, method: string | null, processes = 1): WayCount => ({ code, method, processes });

const ways = fc.uniqueArray(
  fc.oneof(fc.constantFrom(...CODES).map((code) => way(code, null)), fc.constantFrom('open', 'selective', 'limited', 'direct', null).map((method) => way(null, method))),
  { selector: ({ code, method }) => `${code} ${method}` },
).chain((all) => fc.array(fc.integer({ min: 1, max: 99 }), { minLength: all.length, maxLength: all.length })
  .map((counts) => all.map((one, at) => ({ ...one, processes: counts[at] ?? 1 })).toSorted((one, other) => other.processes - one.processes)));

void test('property: the parts are all of it, no more than can be told apart, and each is a search', () => {
  fc.assert(fc.property(ways, (all) => {
    const parts = procedureParts(all, MOST);
    assert.deepEqual(new Set(parts.flat()), new Set(all));
    assert.equal(parts.flat().length, all.length);
    assert.ok(parts.length <= MOST, `${parts.length} parts`);
    if (all.length <= MOST) assert.equal(parts.length, all.length);
    for (const part of parts) {
      const query = searchOfWays(EMPTY_PROCESS_QUERY, part);
      assert.ok(query !== null);
      // What the search takes, by the words of its address, is the part and nothing else of the whole.
      const taken = all.filter(({ code, method }) => query.procedure?.includes(code ?? UNKNOWN) === true && (query.filters.method?.includes(method ?? UNKNOWN) ?? true));
      assert.deepEqual(new Set(taken), new Set(part));
    }
  }));
});

void test('a way with a procedure and one without are no search together, and nothing is none', () => {
  assert.equal(searchOfWays(EMPTY_PROCESS_QUERY, [way('open', null), way(null, 'open')]), null);
  assert.equal(searchOfWays(EMPTY_PROCESS_QUERY, []), null);
  const asked = { ...EMPTY_PROCESS_QUERY, cpv: '72', procedure: [UNKNOWN, 'open'], filters: { country: ['DK'], method: ['open', 'direct'] } };
  assert.deepEqual(searchOfWays(asked, [way('open', null)]), { ...asked, procedure: ['open'] });
  assert.deepEqual(searchOfWays(asked, [way(null, 'direct')]), { ...asked, procedure: [UNKNOWN], filters: { country: ['DK'], method: ['direct'] } });
  assert.deepEqual(searchOfWays(asked, [way(null, null)]), { ...asked, procedure: [UNKNOWN], filters: { country: ['DK'], method: [UNKNOWN] } });
});
