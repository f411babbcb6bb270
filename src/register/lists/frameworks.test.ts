/** Framework agreements and systems, and what was bought without a call, from releases made for it. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { before, test } from 'node:test';
import { fixedClock, unwrap } from '#base';
import { testRegister } from '../../../test/support/database.ts';
import { EMPTY_PROCESS_QUERY } from '../addresses.ts';
import { readFront } from '../front.store.ts';
import { importFiles } from '../import/importer.ts';
import { findRows } from '../processes.store.ts';
import { searchChanges } from './changes.store.ts';
import { searchFrameworks } from './frameworks.store.ts';
import type { FrameworkKind } from './frameworks.view.ts';
import { searchWithoutCall } from './without-call.store.ts';

const clock = fixedClock('2026-11-22T12:00:00Z');
const PAGE = { after: null, before: null, limit: 100 } as const;
const DPS = { hasDynamicPurchasingSystem: true, dynamicPurchasingSystem: { type: 'open' } };
const FRAMEWORK = { hasFrameworkAgreement: true };

const db = await testRegister();

const change = (was: object, is: object, more: object = {}): object => ({ id: '1', ...more, unstructuredChanges: [{ oldValue: { value: was }, newValue: { value: is } }] });

before(async () => {
  const lines = [
    release('open-dps', '2020-01-01', { techniques: DPS, contractPeriod: { endDate: '2027-01-01' } }, { contracts: [{ id: 'A' }, { id: 'B' }] }),
    release('deadline-dps', '2021-01-01', { techniques: DPS, tenderPeriod: { endDate: '2026-11-22T23:00:00Z' } }),
    release('silent-dps', '2022-01-01', { techniques: DPS }),
    release('ended-dps', '2022-06-01', { techniques: DPS, contractPeriod: { endDate: '2026-11-21' } }),
    release('closed-dps', '2023-01-01', { techniques: { ...DPS, dynamicPurchasingSystem: { type: 'open', status: 'terminated' } }, contractPeriod: { endDate: '2030-01-01' } }),
    release('frame', '2024-01-01', {
      techniques: FRAMEWORK, value: { amount: 5, currency: 'DKK' },
      lots: [9.5, 0.5].map((amount, at) => ({ id: `L${at}`, techniques: { hasFrameworkAgreement: true, frameworkAgreement: { value: { amount, currency: 'EUR' } } } })),
    }, { contracts: [{ id: 'A', dateSigned: '2024-02-01', period: { durationInDays: 730 } }] }),
    release('bought', '2025-01-01', {}, { relatedProcesses: [{ id: '1', relationship: ['framework'], scheme: 'ocid', identifier: 'o-frame' }] }),
    release('bought-twice', '2025-01-01', {}, { relatedProcesses: ['o-frame', 'o-open-dps'].map((identifier, at) => ({ id: String(at), relationship: ['framework'], identifier })) }),
    release('reasoned', '2025-02-01', { procurementMethod: 'limited', procurementMethodRationale: 'Kun én kan levere.', procurementMethodRationaleClassifications: [{ scheme: 'eu-direct-award-justification', id: 'technical' }, { id: 'exclusive' }] }),
    release('unreasoned', '2025-03-01', { procurementMethod: 'direct' }),
    release('soon', '2026-11-01', { tenderPeriod: { endDate: '2026-12-01T12:00:00Z' }, status: 'active' }),
    release('soon-danish', '2026-11-01', { tenderPeriod: { endDate: '2027-01-10T12:00:00Z' } }, { parties: [{ id: 'b', name: 'Ålev Kommune', roles: ['buyer'], address: { country: 'DK' } }], buyer: { id: 'b', name: 'Ålev Kommune' } }),
    release('late', '2026-11-01', { tenderPeriod: { endDate: '2027-03-01T12:00:00Z' } }),
    release('changed', '2025-04-01', {}, {
      contracts: [
        { id: 'A', amendments: [change({ amount: 100, currency: 'DKK' }, { amount: 150, currency: 'DKK' }, { rationaleClassifications: [{ id: 'mod-cir' }] })] },
        { id: 'B', amendments: [change({ amount: 100, currency: 'DKK' }, { amount: 150, currency: 'EUR' })] },
        { id: 'C', amendments: [change({ amount: 0, currency: 'DKK' }, { amount: 150, currency: 'DKK' })] },
      ],
    }),
  ];
  const summary = await importFiles(db, ['-'], { input: Readable.from(lines.map((line) => `${JSON.stringify(line)}\n`)), inputName: 'made.jsonl' });
  assert.equal(summary.imported, lines.length);
});

function release(name: string, day: string, tender: object, more: object = {}): object {
  return { ocid: `o-${name}`, id: `${name}-1`, date: `${day}T00:00:00Z`, tag: ['tender'], initiationType: 'tender', tender: { id: 't', title: name, ...tender }, ...more };
}

const frameworks = async (kind: FrameworkKind) => unwrap(await searchFrameworks(db, clock, { search: EMPTY_PROCESS_QUERY, sort: null, kind }, PAGE));

test('systems that can be applied to stand first, and only those that notices show to be open', async () => {
  assert.deepEqual((await frameworks('open')).rows.map(({ ocid }) => ocid), ['o-deadline-dps', 'o-open-dps']);
  const all = await frameworks('any');
  assert.deepEqual(all.rows.map(({ ocid }) => ocid), ['o-deadline-dps', 'o-open-dps', 'o-frame', 'o-closed-dps', 'o-ended-dps', 'o-silent-dps']);
  assert.deepEqual(all.kindCounts, { any: 6, open: 2, dps: 5, framework: 1 });
});

test('purchases: contracts of a system, and the processes that name it; each leads to its list', async () => {
  const { rows, withPurchases } = await frameworks('any');
  const of = (name: string) => rows.find(({ ocid }) => ocid === `o-${name}`);
  assert.deepEqual([of('open-dps')?.contracts, of('open-dps')?.purchases], [2, 1]);
  assert.deepEqual([of('frame')?.contracts, of('frame')?.purchases], [1, 2]);
  assert.equal(withPurchases, 2);
  const bought = unwrap(await findRows(db, clock, { ...EMPTY_PROCESS_QUERY, under: 'o-frame' }, PAGE)).rows;
  assert.deepEqual(bought.map(({ ocid }) => ocid).toSorted((one, other) => one.localeCompare(other)), ['o-bought', 'o-bought-twice']);
});

test('values and period: the maxima of the lots in one currency are one maximum, the estimate stands by itself, the end is the agreement\u2019s', async () => {
  const frame = (await frameworks('framework')).rows[0];
  assert.deepEqual([frame?.maximum, frame?.estimate], [{ amount: '10.0', currency: 'EUR' }, { amount: '5', currency: 'DKK' }]);
  assert.deepEqual([frame?.ends, frame?.endsBasis], ['2026-01-31', 'computed']);
});

test('without a call: reasons counted and chosen, the buyer\u2019s own words beside them', async () => {
  const all = unwrap(await searchWithoutCall(db, clock, EMPTY_PROCESS_QUERY, PAGE));
  assert.deepEqual(all.rows.map(({ ocid }) => ocid), ['o-unreasoned', 'o-reasoned']);
  assert.deepEqual(all.reasons, [{ value: 'exclusive', count: 1 }, { value: 'technical', count: 1 }, { value: 'unknown', count: 1 }]);
  assert.deepEqual(all.why['o-reasoned'], { reasons: ['technical', 'exclusive'], rationale: 'Kun én kan levere.' });
  for (const { value, count } of all.reasons) {
    const one = unwrap(await searchWithoutCall(db, clock, { ...EMPTY_PROCESS_QUERY, reason: [value] }, PAGE));
    assert.equal(one.total, count, value);
    assert.deepEqual(one.reasons, all.reasons, 'a choice hides the other reasons');
  }
});

test('changes: a rise only within one currency and from more than nothing', async () => {
  const view = unwrap(await searchChanges(db, clock, { search: EMPTY_PROCESS_QUERY, sort: 'rise' }, PAGE));
  assert.deepEqual(view.rows.map(({ contract, currency, rise }) => [contract, currency, rise]), [['A', 'DKK', '0.5'], ['C', 'DKK', null], ['B', null, null]]);
  assert.deepEqual([view.total, view.compared, view.rows[0]?.reasonCode, view.rows[0]?.notice], [3, 1, 'mod-cir', 'changed-1']);
});

test('the front page shows deadlines within 60 days, Danish ones first, and no systems', async () => {
  const { closingSoon } = await readFront(db, clock);
  assert.deepEqual(closingSoon.map(({ ocid }) => ocid), ['o-soon-danish', 'o-soon']);
});
