import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { FieldPurchase, NoticeKind } from '#register';
import { OVERVIEW_FOLDER } from '../overview/overviews.ts';
import { fieldCsv } from './field.files.ts';
import { fieldRows, FIELD_STATUSES } from './field.ts';
import { readField, readFields } from './fields.ts';

const TODAY = '2026-11-26';
const buyer = (name: string, country = 'DK') => ({ key: `k-${name}`, name, country, legalKind: null });

function purchase(kinds: readonly NoticeKind[], given: Partial<FieldPurchase> = {}): FieldPurchase {
  return {
    ocid: 'o', title: 'T', cpv: '48000000', day: '2024-05-01', procedure: null, method: null, technique: null, withoutCall: null, reasons: [], rationale: null, changes: [], buyers: [buyer('A')],
    isJoint: false, isCentral: false, suppliers: [], deadline: null, missing: [], notices: kinds.map((kind, at) => ({ number: String(at), kind, day: '2024-05-01' })), ...given,
  };
}
const seen = (...given: Parameters<typeof purchase>): readonly (string | undefined)[] => {
  const [row] = fieldRows([purchase(...given)], { from: '2016-01-01' }, TODAY);
  return [row?.status, row?.purchases[0]?.stage];
};

describe('a row says what its notices say', () => {
  for (const [told, kinds, given, expected] of [
    ['a plan alone is no purchase', ['plan'], {}, ['announced', 'announced']],
    ['an ex-ante notice tells of an intention', ['ex-ante'], { procedure: 'neg-wo-call', withoutCall: true }, ['without-notice', 'intended']],
    ['its result is an award', ['ex-ante', 'result'], { procedure: 'neg-wo-call', withoutCall: true, suppliers: ['S'] }, ['without-notice', 'awarded']],
    ['a call is open until its deadline', ['plan', 'call'], { procedure: 'open', deadline: TODAY }, ['tendered', 'open']],
    ['and closed after it', ['call'], { procedure: 'open', deadline: '2026-11-25' }, ['tendered', 'closed']],
    ['a result without a winner', ['call', 'result'], { procedure: 'open' }, ['tendered', 'no-winner']],
    ['a call-off', ['result'], { procedure: 'open', technique: 'call-off', suppliers: ['S'] }, ['framework', 'awarded']],
    ['a change alone does not say how it was bought', ['modification'], {}, ['changed', 'changed']],
    ['a correction tells nothing of its own', ['plan', 'correction'], {}, ['announced', 'announced']],
    ['a result that does not say how', ['result'], { suppliers: ['S'] }, ['not-known', 'awarded']],
  ] as const) test(told, () => assert.deepEqual(seen(kinds, given), expected));
});

test('the newest purchase speaks for a buyer, the others stand below it; joint buyers have a row each', () => {
  const rows = fieldRows([
    purchase(['plan'], { ocid: 'a', day: '2023-01-01' }), purchase(['result'], { ocid: 'b', day: '2024-01-01', procedure: 'neg-wo-call', withoutCall: true }),
    purchase(['call'], { ocid: 'c', procedure: 'open', day: '2022-01-01', isJoint: true, buyers: [buyer('A'), buyer('Å', 'NO')] }), purchase(['plan'], { ocid: 'd', day: '2015-12-31' }),
  ], { from: '2016-01-01' }, TODAY);
  assert.deepEqual(rows.map((row) => [row.buyer.name, row.status, row.purchases.map(({ ocid }) => ocid), row.searches]), [
    ['A', 'without-notice', ['b', 'a', 'c'], { own: 2, joint: 1, central: 0 }], ['Å', 'tendered', ['c'], { own: 0, joint: 1, central: 0 }],
  ]);
});

test('the order of purchases does not count, and every purchase stands in a row of each of its buyers', () => {
  const some = fc.record({ at: fc.nat(9), name: fc.constantFrom('A', 'B', 'C'), year: fc.integer({ min: 2015, max: 2026 }), kind: fc.constantFrom<NoticeKind[]>('plan', 'call', 'result', 'ex-ante', 'modification') });
  fc.assert(fc.property(fc.uniqueArray(some, { selector: ({ at }) => at, maxLength: 8 }), (given) => {
    const all = given.map(({ at, name, year, kind }) => purchase([kind], { ocid: String(at), day: `${year}-01-01`, buyers: [buyer(name)] }));
    const rows = fieldRows(all, { from: '2016-01-01' }, TODAY);
    assert.deepEqual(fieldRows(all.toReversed(), { from: '2016-01-01' }, TODAY), rows);
    assert.equal(rows.reduce((sum, row) => sum + row.purchases.length, 0), given.filter(({ year }) => year >= 2016).length);
    assert.ok(rows.every(({ status }) => FIELD_STATUSES.includes(status)));
  }));
});

test('formulas in a name are inert in the file', () => {
  const rows = fieldRows([purchase(['plan'], { buyers: [buyer('=1+1')] })], { from: '2016-01-01' }, TODAY);
  const { found: [field] } = readFields();
  assert.ok(field !== undefined);
  assert.match(fieldCsv({ field, rows, searches: { own: 1, joint: 0, central: 0 }, purchases: 1, held: [], whole: null }, 'da'), /^'=1\+1,DK,/m);
});

function told(yaml: string): string {
  const result = readField(yaml, 'x', 'x.yaml');
  return result.ok ? 'ok' : result.failure.message;
}

test('the file has no place for a word about anybody, and a mistake is told with its line', () => {
  const yaml = readFileSync(path.join(OVERVIEW_FOLDER, 'it-i-norden.yaml'), 'utf8');
  assert.equal(told(yaml), 'ok');
  assert.match(told(`${yaml}statements: []\n`), /^x\.yaml, line \d+: there is no field "statements"/);
  assert.match(told(yaml.replace('cpv: ["48", "72"]', 'cpv: [it]')), /^x\.yaml, line \d+: cpv\.0/);
  assert.match(told(yaml.replace('rows: buyers', 'rows: all')), /^x\.yaml, line \d+: rows/);
  assert.match(told(yaml.replace('rows: buyers\n', '')), /the field "rows" is missing/);
  assert.match(told('a: ['), /^x\.yaml, line 1: It is no YAML/);
});
