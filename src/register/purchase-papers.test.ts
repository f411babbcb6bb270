/** What is published of a purchase, read together: on the real database, out of dirty releases too. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { before, test } from 'node:test';
import { testRegister } from '../../test/support/database.ts';
import { importFiles } from './import/importer.ts';
import { readArrivals, readPapers } from './purchase-papers.store.ts';

const db = await testRegister();
const base = { id: '1', date: '2025-01-02T03:04:05Z', tag: ['award'], initiationType: 'tender', buyer: { id: 'b', name: 'Vejle Kommune' }, parties: [{ id: 'b', name: 'Vejle Kommune', roles: ['buyer'] }, { id: 's', name: 'Firma', roles: ['supplier'] }] };
const RELEASES = [
  {
    ...base, ocid: 'a', tender: { id: 't', title: 'Drift', documents: [{ id: '1', title: 'Vilkår', url: 'https://example.org/1' }, { id: '2', title: 'Igen', url: 'https://example.org/1' }, { id: '3', title: 'Skjult', url: 'javascript:alert(1)' }] },
    awards: [{ id: 'w', status: 'active', value: { amount: 999, currency: 'DKK' }, suppliers: [{ id: 's', name: 'Firma' }] }],
    contracts: [{ id: 'c', awardID: 'w', title: 'Kontrakt', status: 'active', period: { startDate: '2025-01-01T00:00:00Z', endDate: '2027-12-31T00:00:00Z' }, value: { amount: 1000.5, currency: 'DKK' } }, { id: 'd', status: 'terminated', period: { endDate: '2027-01-01T00:00:00Z' } }],
  },
  { ...base, ocid: 'b', tender: { id: 't', title: 'Uden kontrakt' }, awards: [{ id: 'w', status: 'active', value: { amount: 7, currency: 'EUR' } }, { id: 'x', status: 'cancelled', value: { amount: 8, currency: 'EUR' } }] },
  { ...base, ocid: 'c', tender: 'ingenting', awards: 7, contracts: [null, { id: 'e', value: { amount: 'mange' } }] },
];
before(async () => {
  await importFiles(db, ['-'], { input: Readable.from(RELEASES.map((release) => `${JSON.stringify(release)}\n`)), inputName: 'papers.jsonl' });
});

test('documents once each, contracts with their end and value, in the order that was asked for', async () => {
  const [second, first] = await readPapers(db, ['b', 'a', 'findes-ikke']);
  assert.ok(first && second);
  assert.deepEqual(first.documents.map(({ title, url }) => [title, url]), [['Vilkår', 'https://example.org/1'], ['Skjult', null]]);
  assert.deepEqual(first.contracts.map(({ kind, suppliers, starts, ends, isOver, value }) => [kind, suppliers, starts, ends, isOver, value]), [
    ['contract', ['Firma'], '2025-01-01', '2027-12-31', false, { amount: '1000.5', currency: 'DKK' }], ['contract', [], null, '2027-01-01', true, null],
  ]);
  assert.deepEqual([first.title, first.buyer, first.framework], ['Drift', 'Vejle Kommune', null]);
  assert.deepEqual(second.contracts.map(({ kind, value }) => [kind, value]), [['award', { amount: '7', currency: 'EUR' }]], 'where no contract is published, what was awarded; what was cancelled is none');
});

test('a release of wrong types, and nothing asked for', async () => {
  const [dirty] = await readPapers(db, ['c']);
  assert.deepEqual([dirty?.documents, dirty?.contracts.map(({ value }) => value)], [[], [null]]);
  assert.deepEqual(await readPapers(db, []), []);
});

test('when they came', async () => {
  const arrivals = await readArrivals(db, ['a', 'b', 'findes-ikke']);
  assert.deepEqual([...arrivals.keys()].toSorted(), ['a', 'b']);
  assert.match(arrivals.get('a') ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);
  assert.equal((await readArrivals(db, [])).size, 0);
});
