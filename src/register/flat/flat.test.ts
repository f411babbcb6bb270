import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { JsonObject } from '#base';
import { readProcess } from '../process-row.ts';
import { contractEnd } from './contract-end.ts';
import { flatRows, PROCESS_TABLES } from './index.ts';
import type { FlatRow } from './table.ts';

const row = (release: JsonObject, others: readonly JsonObject[] = []) =>
  readProcess('o', [...others, release].map((one, index) => ({ date: `202${index}-01-01T00:00:00Z`, faultCount: 0, release: { ocid: 'o', id: `r${index}`, tag: ['award'], initiationType: 'tender', ...one } as JsonObject })));
const parts = (contract: JsonObject, more: Partial<Parameters<typeof contractEnd>[0]> = {}) => contractEnd({ contract, award: {}, lots: [], tender: {}, changed: false, ...more });
const lasting = (days: number): JsonObject => ({ contractPeriod: { durationInDays: days } });
const items = (id: string): JsonObject => ({ id: 't', items: [{ id: '1', classification: { scheme: 'CPV', id } }] });
const change = (id: string | null): JsonObject => ({ ...(id === null ? {} : { id }), date: '2014-05-01T00:00:00Z', rationale: 'More of it', description: 'Two more' });
const due = (endDate: string): JsonObject => ({ id: endDate, tenderPeriod: { endDate } });
const related = (relationship: string): JsonObject => ({ relatedProcesses: [{ id: '1', relationship: [relationship], identifier: '1-2024' }] });
const ofKind = (id: string, scheme: string): JsonObject => ({ id, name: id, roles: ['buyer'], details: { classifications: [{ scheme: 'COFOG', id: '01' }, { scheme, id: 'la' }] } });
const kinds = (release: JsonObject, others: readonly JsonObject[] = []) =>
  row(release, others).flat.change.map(({ cpv, cpv_before, shared_divisions, category, category_before }) => [cpv, cpv_before, shared_divisions, category, category_before]);
const changed = (more: JsonObject = {}): JsonObject => ({ contracts: [{ id: 'c', amendments: [change('1')], ...more }] });
const after = (...codes: string[]): JsonObject => ({ items: codes.map((id, index) => ({ id: String(index), classification: { scheme: 'CPV', id } })) });
const called = (tender: JsonObject): boolean | null | undefined => row({ tender: { id: 't', ...tender } }).flat.process[0]?.without_call;

describe('when a contract ends', () => {
  const tendered = { contractPeriod: { endDate: '2027-06-30T00:00:00Z' } };
  test('the contract itself before its award before its lots before the tender', () => {
    assert.deepEqual(parts({ period: { endDate: '2026-01-31T00:00:00+01:00' } }, { award: tendered }), { ends: '2026-01-31', basis: 'contract' });
    assert.deepEqual(parts({}, { award: tendered, lots: [{ contractPeriod: { endDate: '2028-01-01' } }] }), { ends: '2027-06-30', basis: 'award' });
    assert.deepEqual(parts({}, { lots: [tendered, tendered] }), { ends: '2027-06-30', basis: 'lot' });
    assert.deepEqual(parts({}, { tender: tendered }), { ends: '2027-06-30', basis: 'tender' });
  });
  test('lots that disagree say nothing, and what was tendered says nothing of a contract that was changed', () => {
    assert.equal(parts({}, { lots: [tendered, { contractPeriod: { endDate: '2028-01-01' } }] }), null);
    assert.equal(parts({ dateSigned: '2020-02-07' }, { lots: [tendered], changed: true }), null);
    assert.deepEqual(parts({ period: { endDate: '2026-01-31' } }, { lots: [tendered], changed: true }), { ends: '2026-01-31', basis: 'contract' });
  });
  test('from start and duration, by the calendar: 24 months of 30 days are two years, 365 days one', () => {
    assert.deepEqual(parts({ dateSigned: '2024-03-01T00:00:00Z' }, { lots: [lasting(720)] }), { ends: '2026-02-28', basis: 'computed' });
    assert.deepEqual(parts({ dateSigned: '2023-03-01' }, { lots: [lasting(730)] }), { ends: '2025-02-28', basis: 'computed' });
    assert.deepEqual(parts({ dateSigned: '2023-01-01' }, { lots: [lasting(10)] }), { ends: '2023-01-10', basis: 'computed' });
    assert.equal(parts({}, { lots: [lasting(720)] }), null);
  });
});

describe('bids of several purchases in one system', () => {
  const lots = ['LOT-0001'];
  const statistics = (notice: string, value: number): JsonObject => ({ id: `${notice}-1`, measure: 'bids', value, relatedLots: lots });
  const release = {
    tender: { id: 't', lots: [{ id: 'LOT-0001' }] },
    bids: { statistics: [statistics('29200-2021', 5), statistics('474724-2021', 1), { id: '474724-2021-2', measure: 'smeBids', value: 9 }] },
    awards: [{ id: '29200-2021-RES-0001', relatedLots: lots, status: 'active' }, { id: '474724-2021-RES-0001', relatedLots: lots, status: 'active' }, { id: '598832-2021-RES-0001', relatedLots: lots }],
  };
  test('each notice counts its own, and an award has the bids of its notice', () => {
    const { flat } = row(release);
    assert.deepEqual(flat.award.map(({ bids }) => bids), [5, 1, null]);
    assert.deepEqual([flat.process[0]?.lots_with_bids, flat.process[0]?.lots_single_bid, flat.lot[0]?.bids], [2, 1, null]);
  });
  test('the field of each purchase is one of the process, though the last notice alone gives the items', () => {
    const { cpv, division } = row({ tender: items('60180000') }, [{ tender: items('64100000') }]);
    assert.deepEqual([cpv, division], [['60', '601', '6018', '64', '641'], '60']);
  });
});

void test('a lot has the deadline that stands with it, as an instant', () => {
  const lots = [{ id: '1', tenderPeriod: { endDate: '2024-03-01T12:00:00+01:00' } }, { id: '2', tenderPeriod: { endDate: '2024-02-30' } }, { id: '3' }];
  assert.deepEqual(row({ tender: { tenderPeriod: { endDate: '2024-04-01T00:00:00Z' }, lots } }).flat.lot.map(({ deadline }) => deadline), ['2024-03-01T11:00:00.000Z', null, null]);
});

describe('changes of a contract', () => {
  test('what stands both as OCDS 1.0 and as 1.1 is one change', () => {
    const { flat } = row({ contracts: [{ id: 'c', amendments: [change('a')], amendment: change(null) }] });
    assert.deepEqual(flat.change.map(({ reason, published }) => [reason, published]), [['More of it', '2014-05-01']]);
    assert.equal(flat.contract[0]?.changed, true);
  });
  test('an award that a notice of change repeats is not counted once more', () => {
    const { flat, amount } = row({
      awards: [{ id: 'A', status: 'active', value: { amount: 100, currency: 'DKK' } }, { id: 'B', status: 'active', value: { amount: 130, currency: 'DKK' } }],
      contracts: [{ id: 'a', awardID: 'A' }, { id: 'b', awardID: 'B', amendments: [change('1')] }],
    });
    assert.deepEqual(flat.award.map(({ counted }) => counted), [true, false]);
    assert.equal(amount, '100');
  });
});

describe('what a change says is bought', () => {
  test('by what earlier notices said, though the compiled release has the codes of the last alone', () => {
    const call = { tender: { ...items('72000000-5'), mainProcurementCategory: 'services' } };
    assert.deepEqual(kinds({ ...changed(), tender: { ...items('45000000'), mainProcurementCategory: 'works' } }, [call]), [['45000000', '72000000', 0, 'works', 'services']]);
    assert.deepEqual(kinds({ ...changed(), tender: items('72200000') }, [call]), [['72200000', '72000000', 1, null, 'services']]);
  });
  test('a contract with items of its own is described after the change, the tender beside it before', () => {
    assert.deepEqual(kinds({ ...changed(after('48000000', '72000000')), tender: items('45000000') }), [['48000000 72000000', '45000000', 0, null, null]]);
    assert.deepEqual(kinds({ ...changed(after('48000000')), tender: items('45000000') }, [{ tender: items('48100000') }]), [['48000000', '48100000', 1, null, null]]);
  });
  test('alone it says nothing of before; codes that are none are passed over', () => {
    assert.deepEqual(kinds({ ...changed(), tender: items('72000000') }), [['72000000', null, null, null, null]]);
    assert.deepEqual(kinds({ ...changed(after('4800', 'x')), tender: items('0') }, [{ tender: items('72000000') }]), [[null, '72000000', null, null, null]]);
  });
  test('a contract that was performed has its final value', () => {
    const { flat } = row({ contracts: [{ id: 'c', value: { amount: 1, currency: 'DKK' }, implementation: { finalValue: { amount: 2.5, currency: 'EUR' } } }] });
    assert.deepEqual(flat.contract.map(({ amount, final_amount, final_currency }) => [amount, final_amount, final_currency]), [['1', '2.5', 'EUR']]);
  });
});

describe('without a call for competition', () => {
  test('the EU procedure decides; else the OCDS method; else nothing is said', () => {
    assert.equal(called({ procurementMethod: 'limited', procurementMethodDetails: 'Negotiated without prior call for competition' }), true);
    assert.equal(called({ procurementMethod: 'limited', procurementMethodDetails: 'Open procedure' }), false);
    assert.deepEqual(['open', 'selective', 'limited', 'direct'].map((procurementMethod) => called({ procurementMethod })), [false, false, true, true]);
    assert.equal(called({}), null);
  });
});

describe('days and kinds as they are written', () => {
  test('the day of a deadline is the buyer’s, of the lot whose deadline is first', () => {
    const { flat } = row({ tender: { id: 't', lots: [due('2024-04-02T00:30:00+02:00'), due('2024-04-01T23:00:00Z'), due('2024-02-30')] } });
    assert.deepEqual([flat.process[0]?.deadline, flat.process[0]?.deadline_day], ['2024-04-01T22:30:00.000Z', '2024-04-02']);
  });
  test('a reference to a planning notice is told from others', () => {
    assert.deepEqual(['planning', 'prior', 'framework'].map((one) => row(related(one)).flat.process[0]?.planned), [true, false, false]);
  });
  test('a buyer has the kind that its notice gives it; another scheme gives none', () => {
    const { flat } = row({ parties: [ofKind('Vesterby', 'eu-buyer-legal-type'), ofKind('Østerby', 'eu-main-activity')] });
    assert.deepEqual(flat.party.map(({ kind }) => kind), ['la', null]);
  });
});

void test('property: whatever a release holds, each row has the columns of its table and values of their types', () => {
  const leaf = fc.oneof(fc.constantFrom('1', 'LOT-0001', '2024-02-30', '2024-02-28T10:00:00Z', 'CPV', '72000000', 'bids', 'active', 'DKK'), fc.integer(), fc.boolean(), fc.constant(null));
  const names = ['id', 'awards', 'contracts', 'tender', 'lots', 'items', 'bids', 'statistics', 'details', 'amendments', 'suppliers', 'value', 'amount', 'currency', 'period', 'endDate', 'durationInDays', 'relatedLots', 'classification', 'scheme', 'measure', 'techniques'];
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 5 }, leaf, fc.array(tie('tree'), { maxLength: 3 }), fc.dictionary(fc.constantFrom(...names), tie('tree'), { maxKeys: 6 })),
  }));
  fc.assert(fc.property(fc.dictionary(fc.constantFrom(...names), tree), (release) => {
    const rows: Readonly<Record<string, readonly object[]>> = flatRows({ ocid: 'o', release: release as JsonObject, parties: [], sources: { contracts: new Map(), changes: new Map() } }, null);
    for (const { name, columns } of PROCESS_TABLES) {
      for (const made of rows[name] ?? []) {
        assert.deepEqual(Object.keys(made).toSorted(), Object.keys(columns).toSorted(), name);
        for (const [column, { type }] of Object.entries<{ type: string }>(columns)) {
          const value = (made as FlatRow)[column];
          if (value === null) continue;
          if (type === 'date') assert.match(String(value), /^\d{4}-\d{2}-\d{2}$/, column);
          else assert.equal(typeof value, type === 'integer' ? 'number' : type === 'boolean' ? 'boolean' : 'string', `${name}.${column}`);
        }
      }
    }
  }), { numRuns: 300 });
});
