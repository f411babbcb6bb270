/** Contracts by their end, from releases made for it. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { before, test } from 'node:test';
import { fixedClock, unwrap } from '#base';
import { testRegister } from '../../../test/support/database.ts';
import { EMPTY_PROCESS_QUERY } from '../addresses.ts';
import { importFiles } from '../import/importer.ts';
import { countContracts, findContracts, searchContracts } from './contracts.store.ts';
import type { ContractQuery, Ends } from './contracts.view.ts';

const clock = fixedClock('2026-11-22T12:00:00Z');
const PAGE = { after: null, before: null, limit: 100 } as const;
const query = (ends: Ends | null, change: Partial<ContractQuery> = {}): ContractQuery => ({ search: EMPTY_PROCESS_QUERY, ends, sort: null, ...change });

const db = await testRegister();
const EUR = { filters: { currency: ['EUR'] } };

before(async () => {
  const ends = (name: string, contract: object): object => release(name, [{ id: 'C', status: 'active', ...contract }]);
  const lines = [
    ends('today', { period: { endDate: '2026-11-22T00:00:00Z' } }), ends('yesterday', { period: { endDate: '2026-11-21T23:59:59+01:00' } }),
    ends('half-year', { period: { endDate: '2027-05-22' } }), ends('day-after', { period: { endDate: '2027-05-23' } }),
    ends('cancelled', { status: 'cancelled', period: { endDate: '2027-01-01' } }), ends('terminated', { status: 'Terminated', period: { endDate: '2027-01-01' } }),
    ends('computed', { dateSigned: '2025-01-01', period: { durationInDays: 730 } }), ends('unknown', {}),
    release('repeated', [{ id: 'A', title: 'Before', period: { endDate: '2027-02-01' } }, { id: 'B', title: 'After', period: { endDate: '2027-03-01' }, amendments: [{ id: '1', rationale: 'Longer' }] }]),
    release('same-number', [
      { id: 'A', title: 'Number 7', identifiers: [{ id: '7' }] }, { id: 'B', title: 'Number 8', identifiers: [{ id: '8' }] },
      { id: 'C', title: 'Number 7, changed', identifiers: [{ id: '7' }], amendments: [{ id: '1' }] },
    ]),
    release('several', [{ id: 'A', title: 'One' }, { id: 'B', title: 'Two' }, { id: 'C', title: 'Three, changed', amendments: [{ id: '1' }] }]),
    release('amounts', [{ id: 'A', title: 'Small', value: { amount: 9.5, currency: 'EUR' } }, { id: 'B', title: 'Large', value: { amount: 12345678901234.55, currency: 'EUR' } }, { id: 'C', title: 'Other', value: { amount: 10, currency: 'DKK' } }]),
  ];
  const summary = await importFiles(db, ['-'], { input: Readable.from(lines.map((line) => `${JSON.stringify(line)}\n`)), inputName: 'made.jsonl' });
  assert.equal(summary.imported, lines.length);
});

function release(name: string, contracts: readonly object[]): object {
  return { ocid: `o-${name}`, id: `${name}-1`, date: '2025-01-01T00:00:00Z', tag: ['contract'], initiationType: 'tender', tender: { id: 't', title: name }, contracts };
}

async function ocids(ends: Ends | null): Promise<string[]> {
  return unwrap(await findContracts(db, clock, query(ends), PAGE)).rows.map((row) => row.ocid.slice(2));
}

test('by default what ends within 18 months, the soonest first; today counts, and so does the last day', async () => {
  assert.deepEqual(await ocids(null), ['today', 'computed', 'repeated', 'half-year', 'day-after']);
  assert.deepEqual(await ocids('6'), ['today', 'computed', 'repeated', 'half-year']);
});

test('what was cancelled or terminated does not end soon, and stands among all', async () => {
  for (const ends of ['6', '36', 'unknown'] as const) assert.ok(!(await ocids(ends)).some((ocid) => ['cancelled', 'terminated'].includes(ocid)));
  const any = await ocids('any');
  assert.ok(any.includes('cancelled') && any.includes('terminated'));
  assert.deepEqual(await ocids('ended'), ['yesterday']);
});

test('how many have a known end is counted over the search', async () => {
  const { endsCounts, total } = unwrap(await searchContracts(db, clock, query(null), PAGE));
  assert.equal(total, 5);
  assert.equal(endsCounts.any - endsCounts.unknown, 8);
  assert.equal(endsCounts.unknown, (await ocids('unknown')).length);
  const narrow = unwrap(await searchContracts(db, clock, query('any', { search: { ...EMPTY_PROCESS_QUERY, q: 'computed' } }), PAGE));
  assert.deepEqual([narrow.total, narrow.endsCounts.any, narrow.endsCounts.unknown], [1, 1, 0]);
  assert.deepEqual(narrow.rows.map(({ ends, endsBasis }) => [ends, endsBasis]), [['2026-12-31', 'computed']]);
});

test('a changed contract takes the place of the one it changes where it is plainly the same, and only there', async () => {
  const rows = unwrap(await findContracts(db, clock, query('any'), PAGE)).rows;
  const titles = (name: string): (string | null)[] => rows.filter(({ ocid }) => ocid === `o-${name}`).map(({ title }) => title).toSorted((one, other) => (one ?? '').localeCompare(other ?? ''));
  assert.deepEqual(titles('repeated'), ['After']);
  assert.deepEqual(titles('same-number'), ['Number 7, changed', 'Number 8']);
  assert.deepEqual(titles('several'), ['One', 'Three, changed', 'Two']);
  assert.deepEqual(rows.filter(({ changed }) => changed).length, 3);
  assert.equal(rows.find(({ ocid }) => ocid === 'o-repeated')?.notice, 'repeated-1');
});

test('amounts are put in order within one currency, exactly, and otherwise not at all', async () => {
  const asked = query('any', { sort: 'value', search: { ...EMPTY_PROCESS_QUERY, ...EUR } });
  const view = unwrap(await searchContracts(db, clock, asked, PAGE));
  assert.equal(view.sort, 'value');
  assert.deepEqual(view.rows.map(({ value }) => value?.amount), ['12345678901234.55', '9.5']);
  assert.equal(await countContracts(db, clock, asked), 2);
  const both = unwrap(await searchContracts(db, clock, query('any', { sort: 'value' }), PAGE));
  assert.deepEqual([both.sort, both.sorts], ['newest', ['newest']]);
  assert.equal(unwrap(await searchContracts(db, clock, query('unknown', { sort: 'end' }), PAGE)).sort, 'newest');
});
