import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Overview, Statement } from '../overview/overview.schema.ts';
import type { HoldingFound, NoticeFound } from '../overview/rows.ts';
import { knownSystems } from './systems.ts';
import { lastDayOf, systemView, type SystemPurchase, type SystemView } from './system.view.ts';

const TODAY = '2026-11-26';
const told = { da: 'x', en: 'x' };
const NAMES = ['Odense', 'Vejle', 'Ærø'];
const held = (municipality: string, to: string | null, more: Partial<HoldingFound> = {}): HoldingFound => ({
  municipality, system: 'Sys', supplier: 'F', from: '2020-01-01', to, amount: null, currency: null, basis: null, source: 'en liste', importedAt: '2026-01-01T00:00:00Z', ...more,
});
const purchase = (ocid: string, more: Partial<SystemPurchase> = {}): SystemPurchase => ({
  ocid, title: `Køb ${ocid}`, buyer: 'Byen', documents: [], contracts: [], framework: null, day: '2025-01-01', way: 'tendered', municipalities: [], words: 'Sys', isFramework: false, ...more,
});
const contract = (more: Partial<SystemPurchase['contracts'][number]>): SystemPurchase['contracts'][number] => ({ kind: 'contract', title: null, suppliers: ['F'], starts: null, ends: null, endsBasis: null, renewal: false, isOver: false, value: null, ...more });
const statement = (id: string, more: { readonly to?: string; readonly amount?: string; readonly currency?: string; readonly basis?: 'year' | 'total'; readonly corrects?: string }): Statement => ({ id, kind: 'holding', about: { municipality: 'Ærø' }, text: told, sources: ['s'], entered: '2026-01-01', date: '2020', ...more });
const overview = (...statements: readonly Statement[]): Overview => ({
  id: 'o', subject: 'system', title: told, lead: told, names: ['Sys'], suppliers: ['G'], cpv: [], kle: [], period: { from: '2024', to: '2024' }, story: [], unknown: [],
  sources: [{ id: 's', title: 'T', publisher: 'Avisen', kind: 'press', url: 'https://example.org/', seen: 'read' }], statements: [...statements],
});

interface Given {
  readonly overviews?: readonly Overview[];
  readonly holdings?: readonly HoldingFound[];
  readonly notices?: readonly NoticeFound[];
  readonly purchases?: readonly SystemPurchase[];
}

function view({ overviews = [], holdings = [], notices = [], purchases = [] }: Given): SystemView {
  const [system] = knownSystems(overviews, ['Sys']);
  assert.ok(system);
  return systemView(system, { evidence: { holdings, notices, covers: () => false }, purchases }, NAMES, TODAY);
}

function ends(given: Given): readonly unknown[] {
  return view(given).endings.map(({ day, kind, who }) => [day, kind, who]);
}

describe('contracts that end within 18 months', () => {
  test('from today on, out of lists', () => {
    assert.deepEqual(ends({ holdings: [held('Vejle', '2028-05-26'), held('Odense', TODAY), held('Ærø', '2026-11-25'), held('Ærø', '2028-05-27'), held('Ærø', null)] }), [[TODAY, 'holding', 'Odense'], ['2028-05-26', 'holding', 'Vejle']]);
  });
  test('out of notices: contracts that are not over, and frameworks', () => {
    const purchases = [
      purchase('a', { municipalities: ['Vejle', 'Odense'], contracts: [contract({ ends: '2027-03-01', endsBasis: 'computed', renewal: true }), contract({ ends: '2027-04-01', isOver: true }), contract({})] }),
      purchase('b', { framework: { ends: '2027-02-01', endsBasis: 'framework' } }),
    ];
    assert.deepEqual(ends({ purchases }), [['2027-02-01', 'framework', 'Byen'], ['2027-03-01', 'contract', 'Vejle, Odense']]);
    assert.deepEqual(view({ purchases }).endings.map(({ isAbout, renewal }) => [isAbout, renewal]), [[false, false], [true, true]]);
  });
  test('out of statements, a year by its last day, and not what was corrected', () => {
    assert.deepEqual(ends({ overviews: [overview(statement('1', { to: '2026' }), statement('2', { to: '2028' }))] }), [['2026-12-31', 'holding', 'Ærø']]);
    assert.deepEqual(ends({ overviews: [overview(statement('1', { to: '2026' }), statement('2', { to: '2027-02', corrects: '1' }))] }), [['2027-02-28', 'holding', 'Ærø']]);
  });
  test('the last day of a year, a month, a day, and of none', () => assert.deepEqual(['2024', '2024-02', '2024-02-03', '2024-13', '2024-02-31'].map(lastDayOf), ['2024-12-31', '2024-02-29', '2024-02-03', null, null]));
});

describe('prices', () => {
  test('out of lists, statements and notices, each of its kind; a framework has none', () => {
    const { prices } = view({
      overviews: [overview(statement('1', { amount: '475000', currency: 'DKK', basis: 'year' }))],
      holdings: [held('Vejle', null, { amount: '300000', currency: 'DKK', basis: 'year', source: 'https://example.org/liste' }), held('Odense', null, { amount: '9', currency: 'DKK' })],
      purchases: [purchase('a', { contracts: [contract({ value: { amount: '5000000', currency: 'DKK' } }), contract({ value: { amount: '6', currency: 'DKK' }, isOver: true })] }), purchase('b', { isFramework: true, contracts: [contract({ value: { amount: '7', currency: 'DKK' } })] })],
    });
    assert.deepEqual(prices.map(({ kind, prices: own }) => [kind, own.map(({ value, who, source }) => [value.amount, who, source])]), [
      ['year', [['300000', 'Vejle', { text: 'https://example.org/liste', url: 'https://example.org/liste' }], ['475000', 'Ærø', { text: 'Avisen', url: 'https://example.org/' }]]],
      ['contract', [['5000000', 'Byen', { text: 'Køb a', ocid: 'a' }]]],
      ['unsaid', [['9', 'Odense', { text: 'en liste' }]]],
    ]);
  });
});

const notice = (municipality: string): NoticeFound => ({ municipality, ocid: municipality, title: null, day: '2025-01-01', way: 'tendered', words: 'Sys', why: [], jointly: false });

describe('who has it', () => {
  test('without an overview a notice says something only of who is known to have the system', () => {
    const given = { holdings: [held('Vejle', null)], notices: [notice('Vejle'), notice('Odense')] };
    assert.deepEqual(view(given).known.map(({ municipality, status }) => [municipality, status]), [['Vejle', 'tendered']]);
    assert.equal(view(given).rest, 2);
    assert.deepEqual(view({ ...given, overviews: [overview()] }).known.map(({ municipality }) => municipality), ['Odense', 'Vejle']);
  });
  test('those who tendered stand before the others, the newest first', () => {
    const { tendered, others, suppliers } = view({ overviews: [overview()], holdings: [held('Vejle', null)], purchases: [purchase('a'), purchase('b', { way: 'without-notice' }), purchase('c', { way: 'framework', day: '2026-01-01' }), purchase('d', { way: null })] });
    assert.deepEqual([tendered.map(({ ocid }) => ocid), others.map(({ ocid }) => ocid), suppliers], [['c', 'a'], ['b', 'd'], ['G', 'F']]);
  });
});
