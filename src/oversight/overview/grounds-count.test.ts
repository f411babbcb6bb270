import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { GROUND_CODES, type GroundCode } from './grounds.ts';
import { claimsAsked, countedClaims, countGrounds, EVERY_CLAIM, groundCountsAddress, UNTOLD } from './grounds-count.ts';
import { groundCountsCsv, groundCountsJson } from './grounds-count.files.ts';
import type { Overview, Statement } from './overview.schema.ts';
import { OUTCOME_CODES, type OutcomeCode } from './words.ts';

const told = { da: 'ord', en: 'words' };
const overview = (id: string, statements: readonly Statement[]): Overview => ({
  id, subject: 'system', title: told, lead: told, names: [id], suppliers: [], cpv: [], kle: [], period: { from: '2024', to: '2024' }, story: [], unknown: [],
  sources: [{ id: 's', title: 'T', publisher: 'Avisen', kind: 'press', url: 'https://example.org/a', seen: 'read' }], statements: [...statements],
});
const claim = (id: string, municipality: string, ground: GroundCode, more: { readonly date?: string; readonly corrects?: string; readonly by?: { municipality: string } } = {}): Statement =>
  ({ id, kind: 'claim', ground, about: { municipality }, text: told, sources: ['s'], entered: '2026-01-01', by: { municipality }, ...more });
const outcome = (id: string, code: OutcomeCode, about: Statement['about'] = { all: true }): Statement => ({ id, kind: 'outcome', outcome: code, about, text: told, sources: ['s'], entered: '2026-01-01' });

const opera = overview('opera', [claim('1', 'Vejle', 'add-on', { date: '2010-03' }), claim('2', 'Odense', 'add-on', { date: '2010' }), claim('3', 'Odense', 'upgrade'), outcome('u', 'no-case-opened')]);
const other = overview('andet', [
  claim('1', 'Ærø', 'urgency', { date: '2019' }), claim('2', 'Ærø', 'add-on', { date: '2020-01-01', corrects: '1' }),
  outcome('u', 'award-set-aside', { municipality: 'Ærø' }), outcome('v', 'before-the-courts', { municipality: 'Ærø' }), outcome('w', 'no-case-opened'),
]);

describe('grounds are counted over overviews and years', () => {
  const counts = countGrounds(countedClaims([opera, other]));
  test('each claim once; one that was corrected counts no more', () => {
    assert.deepEqual(counts.map(({ ground, claims, saidBy }) => [ground, claims.length, saidBy]), [['add-on', 3, ['Vejle', 'Odense', 'Ærø']], ['upgrade', 1, ['Odense']]]);
    assert.deepEqual(counts[0]?.years, [{ year: '2010', count: 2 }, { year: '2020', count: 1 }]);
    assert.deepEqual(counts[1]?.years, [{ year: null, count: 1 }]);
    assert.deepEqual(counts[0]?.overviews.map(({ overview: { id }, count }) => [id, count]), [['opera', 2], ['andet', 1]]);
  });
  test('what came of the purchase: its own outcome before that of all, the weightiest of several', () => {
    assert.deepEqual(counts[0]?.results, [{ result: 'set-aside', count: 1 }, { result: 'no-case', count: 2 }]);
    assert.deepEqual(countedClaims([other]).map(({ outcomes }) => outcomes.map(({ id }) => id)), [['u', 'v']]);
  });
  test('without an outcome, or words of its own, a municipality is counted and not named', () => {
    const one = (statements: readonly Statement[]): unknown => countedClaims([overview('x', statements)]).map(({ municipality, result }) => [municipality, result]);
    const { by: _by, ...silent } = claim('1', 'Vejle', 'add-on') as Extract<Statement, { kind: 'claim' }>;
    assert.deepEqual(one([claim('1', 'Vejle', 'add-on')]), [[null, null]]);
    assert.deepEqual(one([silent, outcome('u', 'not-known')]), [[null, 'not-known']]);
    assert.deepEqual(one([silent, outcome('u', 'not-known'), { id: 'q', kind: 'question', about: { municipality: 'Vejle' }, deadline: '2026-01-02', text: told, sources: ['s'], entered: '2026-01-01' }]), [['Vejle', 'not-known']]);
    assert.doesNotMatch(groundCountsCsv(countedClaims([overview('x', [silent])]), 'da'), /Vejle|ord|example/);
  });
  test('files', () => {
    const claims = countedClaims([opera, other]);
    assert.equal(groundCountsCsv(claims, 'da').split('\r\n')[1], 'add-on,Det er kun et tilkøb,opera,Vejle,2010,no-case,no-case-opened,ord,1,https://example.org/a');
    const data = JSON.parse(JSON.stringify(groundCountsJson(claims, counts))) as { n: number; grounds: { n: number; years: object; results: object; claims: object[] }[] };
    assert.deepEqual([data.n, data.grounds[0]?.n, data.grounds[0]?.years, data.grounds[0]?.results, data.grounds[0]?.claims.length], [4, 3, { 2010: 2, 2020: 1 }, { 'set-aside': 1, 'no-case': 2 }, 3]);
  });
});

void test('every number opens to as many claims, and the numbers of a ground add up to it', () => {
  const statement = fc.tuple(fc.constantFrom('Vejle', 'Odense', 'Ærø'), fc.constantFrom(...GROUND_CODES), fc.constantFrom('2010', '2019-02', undefined)).map(([municipality, ground, date]) => claim('', municipality, ground, date === undefined ? {} : { date }));
  const ended = fc.tuple(fc.constantFrom(...OUTCOME_CODES), fc.constantFrom<Statement['about']>({ all: true }, { municipality: 'Vejle' }, { municipality: 'Ærø' })).map(([code, about]) => outcome('', code, about));
  const any = fc.array(fc.oneof(statement, ended), { maxLength: 8 });
  fc.assert(fc.property(any, any, (first, second) => {
    const claims = countedClaims([first, second].map((statements, at) => overview(`o${at}`, statements.map((one, place) => ({ ...one, id: String(place) })))));
    for (const { ground, claims: own, years, results, overviews } of countGrounds(claims)) {
      assert.equal(claimsAsked(claims, { ...EVERY_CLAIM, ground }).length, own.length);
      for (const { year, count } of years) assert.equal(claimsAsked(claims, { ...EVERY_CLAIM, ground, year: year ?? UNTOLD }).length, count);
      for (const { result, count } of results) assert.equal(claimsAsked(claims, { ...EVERY_CLAIM, ground, result: result ?? UNTOLD }).length, count);
      for (const { overview: { id }, count } of overviews) assert.equal(claimsAsked(claims, { ...EVERY_CLAIM, ground, overview: id }).length, count);
      for (const parts of [years, results, overviews]) assert.equal(parts.reduce((sum, { count }) => sum + count, 0), own.length);
    }
  }));
});

void test('the address of a choice', () => {
  assert.equal(groundCountsAddress(EVERY_CLAIM), '/overblik/begrundelser');
  assert.equal(groundCountsAddress({ ground: 'add-on', year: UNTOLD }), '/overblik/begrundelser?ground=add-on&year=unknown#krav');
});
