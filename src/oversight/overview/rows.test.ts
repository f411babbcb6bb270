import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { Overview, Statement } from './overview.schema.ts';
import { countStatuses, rowsOf, type Evidence, type NoticeFound } from './rows.ts';
import { STATUSES, WAYS } from './words.ts';

const told = { da: 'x', en: 'x' };
const base = { text: told, sources: ['s'], date: '2024', entered: '2026-01-01' };
const overview = (statements: readonly Statement[]): Overview => ({
  id: 'o', subject: 'system', title: told, lead: told, names: ['X'], suppliers: [], cpv: [], kle: [], period: { from: '2024', to: '2024' }, story: [], unknown: [], sources: [], statements: [...statements],
});
const held = (municipality: string): Statement => ({ id: `h-${municipality}`, kind: 'holding', about: { municipality }, ...base, from: '2024-01-01' });
const notice = (municipality: string, way: NoticeFound['way'], day = '2024-01-01', jointly = false): NoticeFound => ({ municipality, ocid: day, title: null, day, way, words: '', why: [], jointly });
const evidence = (given: Partial<Evidence> = {}): Evidence => ({ notices: [], holdings: [], covers: () => false, ...given });
const status = (statements: readonly Statement[], given: Partial<Evidence> = {}): readonly unknown[] => {
  const [row] = rowsOf(overview(statements), ['Ærø'], evidence(given));
  return [row?.status, row?.basis];
};

describe('what a row says', () => {
  test('nothing of whoever is not known to have it, covered or not', () => {
    assert.deepEqual(status([]), ['not-known', 'none']);
    assert.deepEqual(status([], { covers: () => true }), ['not-known', 'none']);
    assert.deepEqual(status([{ id: 'w', kind: 'way', way: 'without-notice', about: { municipality: 'Ærø' }, ...base }]), ['not-known', 'none']);
  });
  test('"no publication found" only where the register covers it', () => {
    assert.deepEqual(status([held('Ærø')]), ['outside-coverage', 'none']);
    assert.deepEqual(status([held('Ærø')], { covers: () => true }), ['no-publication-found', 'none']);
    assert.deepEqual(status([held('Ærø')], { covers: (day) => day !== '2024-01-01' }), ['outside-coverage', 'none']);
    const searched = { central: [{ ocid: 'c', title: null, day: null }], whole: null };
    assert.deepEqual(status([held('Ærø')], { covers: () => true, searched: { ...searched, central: [] } }), ['no-publication-found', 'none']);
    assert.deepEqual(status([held('Ærø')], { covers: () => true, searched }), ['not-known', 'none']);
    assert.deepEqual(status([held('Ærø')], { covers: () => true, searched, notices: [notice('Ærø', 'tendered')] }), ['tendered', 'notice']);
  });
  test('a notice speaks before a source, and the newest notice before an older one', () => {
    const way: Statement = { id: 'w', kind: 'way', way: 'without-notice', about: { municipality: 'Ærø' }, ...base };
    assert.deepEqual(status([held('Ærø'), way]), ['without-notice', 'statement']);
    assert.deepEqual(status([held('Ærø'), way], { notices: [notice('Ærø', 'tendered')] }), ['tendered', 'notice']);
    assert.deepEqual(status([], { notices: [notice('Ærø', 'tendered', '2024-05-01'), notice('Ærø', 'without-notice', '2023-05-01')] }), ['tendered', 'notice']);
    assert.deepEqual(status([], { notices: [notice('Ærø', 'tendered', '2024-05-01', true)] }), ['central', 'notice']);
    assert.deepEqual(status([held('Ærø')], { notices: [notice('Ærø', null)], covers: () => true }), ['not-known', 'notice']);
  });
  test('a corrected statement speaks no longer', () => {
    const first: Statement = { id: 'w', kind: 'way', way: 'without-notice', about: { municipality: 'Ærø' }, ...base };
    const second: Statement = { ...first, id: 'w2', way: 'framework', corrects: 'w' };
    assert.deepEqual(status([held('Ærø'), first, second]), ['framework', 'statement']);
    const [row] = rowsOf(overview([held('Ærø'), first, second]), ['Ærø'], evidence());
    assert.deepEqual([row?.statements.map(({ id }) => id), row?.corrected.get('w2')?.map(({ id }) => id)], [['h-Ærø', 'w2'], ['w']]);
  });
});

void test('sixteen without and five with a tender of one system give that split, and one notice more changes it', () => {
  const names = Array.from({ length: 21 }, (_, at) => `K${at}`);
  const notices = names.slice(0, 5).map((name) => notice(name, 'tendered'));
  const split = (more: readonly NoticeFound[]): object => Object.fromEntries(countStatuses(rowsOf(overview(names.map(held)), names, evidence({ notices: [...notices, ...more], covers: () => true }))));
  assert.deepEqual(split([]), { tendered: 5, 'no-publication-found': 16 });
  assert.deepEqual(split([notice('K9', 'tendered')]), { tendered: 6, 'no-publication-found': 15 });
  assert.deepEqual(split([notice('K9', 'without-notice')]), { tendered: 5, 'without-notice': 1, 'no-publication-found': 15 });
});

void test('each row has one status, and a status other than not known has something to rest on', () => {
  const names = ['A', 'B', 'C'];
  const who = fc.constantFrom(...names);
  const statement = fc.oneof(who.map(held), fc.tuple(who, fc.constantFrom(...WAYS)).map(([municipality, way]): Statement => ({ id: 'w', kind: 'way', way, about: { municipality }, ...base })));
  const found = fc.tuple(who, fc.option(fc.constantFrom(...WAYS), { nil: null }), fc.boolean()).map(([name, way, jointly]) => notice(name, way, '2024-01-01', jointly));
  fc.assert(fc.property(fc.array(statement, { maxLength: 6 }), fc.array(found, { maxLength: 4 }), fc.boolean(), (statements, notices, covered) => {
    const rows = rowsOf(overview(statements.map((one, at) => ({ ...one, id: String(at) }))), names, evidence({ notices, covers: () => covered }));
    assert.equal(rows.length, 3);
    for (const row of rows) {
      assert.ok(STATUSES.includes(row.status));
      if (row.status !== 'not-known') assert.ok(row.statements.length + row.notices.length + row.holdings.length > 0);
      if (row.status === 'no-publication-found') assert.ok(covered);
    }
  }));
});

test('a row tells what was searched for it, and nothing where the register was not searched', () => {
  const notices = [notice('Ærø', 'tendered'), notice('Ærø', null, '2024-02-01', true), notice('Møn', 'tendered')];
  const searched = { central: [], whole: { since: '2024-01-01', until: '2024-12-31' } };
  assert.deepEqual(rowsOf(overview([]), ['Ærø'], evidence({ notices, searched }))[0]?.searches, { own: 1, joint: 1, ...searched });
  assert.equal(rowsOf(overview([]), ['Ærø'], evidence({ notices }))[0]?.searches, null);
});
