/** The worked examples of docs/design/market.md, reckoned by hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, unwrap } from '#base';
import { decimalText } from './fraction.ts';
import { modelFaults, type Method, type Model } from './model.ts';
import { rank, type EvaluatedBid } from './rank.ts';
import { REVERSAL_EXAMPLE, simulate } from './simulate.ts';
import { evaluationTexts, faultTold, methodTold, reversalsTold } from './told.ts';

const model = (method: Method): Model => ({
  currency: 'DKK', scale: { lowest: 1, highest: 10 },
  criteria: [
    { id: 'function', name: 'Funktion', weight: 600, emphasis: 'Dagligt arbejde', parts: [
      { id: 'daily', name: 'Daglig brug', weight: 750, emphasis: 'Få klik' }, { id: 'reports', name: 'Rapporter', weight: 250, emphasis: 'Egne udtræk' },
    ] },
    { id: 'service', name: 'Service', weight: 400, emphasis: 'Svartid', parts: [] },
  ],
  method,
});
const bid = (id: string, kroner: bigint, daily: number, reports: number, service: number): EvaluatedBid => (
  { id, price: { currency: 'DKK', minor: kroner * 100n }, scores: { daily, reports, service } });
// Quality: A 0.6 × (0.75 × 8 + 0.25 × 4) + 0.4 × 6 = 6.6; B 0.6 × (0.75 × 10 + 0.25 × 6) + 0.4 × 9 = 9.0; C 0.6 × (0.75 × 4 + 0.25 × 4) + 0.4 × 3 = 3.6.
const bids = [bid('A', 1_000_000n, 8, 4, 6), bid('B', 1_250_000n, 10, 6, 9), bid('C', 900_000n, 4, 4, 3)];
const one = (id: string, minor: bigint, q: number): EvaluatedBid => ({ id, price: { currency: 'DKK', minor }, scores: { q } });
const results = (method: Method) => unwrap(rank(model(method), bids)).places.map(({ bid: id, rank: place, result }) => [place, id, decimalText(result, 4)]);

void test('linear points: 40 % price, slope 50 %', () => {
  // Price points: C 10; A 10 - 9 × 100,000 / 450,000 = 8; B 10 - 9 × 350,000 / 450,000 = 3. Totals: A 3.2 + 3.96, B 1.2 + 5.4, C 4 + 2.16.
  assert.deepEqual(results({ kind: 'linear-points', slope: 500, priceWeight: 400 }), [[1, 'A', '7.1600'], [2, 'B', '6.6000'], [3, 'C', '6.1600']]);
});

void test('price per quality point', () => {
  // In øre per point: A 100,000,000 / 6.6, B 125,000,000 / 9, C 90,000,000 / 3.6.
  assert.deepEqual(results({ kind: 'price-per-point' }), [[1, 'B', '13888888.8889'], [2, 'A', '15151515.1515'], [3, 'C', '25000000.0000']]);
});

void test('price with quality deducted: DKK 100,000 a point', () => {
  // A 1,000,000 - 660,000; B 1,250,000 - 900,000; C 900,000 - 360,000.
  assert.deepEqual(results({ kind: 'points-in-money', pointWorth: 10_000_000 }), [[1, 'A', '34000000.0000'], [2, 'B', '35000000.0000'], [3, 'C', '54000000.0000']]);
});

void test('a third is a third: what rounding would make unequal is a tie, and the lowest price of the tied is told', () => {
  const thirds: Model = { ...model({ kind: 'price-per-point' }), criteria: [{ id: 'q', name: 'q', weight: 1000, emphasis: 'e', parts: [] }] };
  const ranking = unwrap(rank(thirds, [one('X', 100n, 3), one('Y', 200n, 6), one('Z', 101n, 3), one('W', 101n, 3)]));
  assert.deepEqual(ranking.places.map(({ bid: id, rank: place, tied }) => [id, place, tied]), [['X', 1, true], ['Y', 1, true], ['W', 3, true], ['Z', 3, true]]);
  assert.deepEqual([ranking.first, ranking.firstByPrice], [['X', 'Y'], ['X']]);
});

void test('prices of nothing: the free bid has all points, everything else the fewest', () => {
  const ranking = unwrap(rank(model({ kind: 'linear-points', slope: 1000, priceWeight: 400 }), [bid('A', 0n, 8, 4, 6), bid('B', 1n, 8, 4, 6)]));
  assert.deepEqual(ranking.places.map(({ pricePoints }) => pricePoints?.top), [10n, 1n]);
});

void test('what cannot be ranked is refused, and no bids give no first', () => {
  const method = { kind: 'price-per-point' } as const;
  const refused = (list: readonly EvaluatedBid[]): boolean => !rank(model(method), list).ok;
  assert.ok(refused([bid('A', -1n, 8, 4, 6)]));
  assert.ok(refused([{ ...bid('A', 1n, 8, 4, 6), price: { currency: 'EUR', minor: 1n } }]));
  assert.ok(refused([bid('A', 1n, 8, 4, 11)]));
  assert.ok(refused([bid('A', 1n, 8, 4, 5.5)]));
  assert.ok(refused([{ ...bid('A', 1n, 8, 4, 6), scores: { daily: 8, reports: 4 } }]));
  assert.ok(refused([{ ...bid('A', 1n, 8, 4, 6), scores: { daily: 8, reports: 4, service: 3, other: 1 } }]));
  assert.ok(refused([bid('A', 1n, 8, 4, 6), bid('A', 2n, 8, 4, 6)]));
  assert.ok(!rank({ ...model(method), scale: { lowest: 0, highest: 10 } }, bids).ok);
  assert.deepEqual(unwrap(rank(model(method), [])), { places: [], first: [], firstByPrice: [] });
});

void test('the simulation tells what a point is worth, what turns the result, and the reversal of its text', () => {
  const worth = (method: Method) => unwrap(simulate(model(method), bids)).pointWorth.map(({ bid: id, money }) => [id, money.minor]);
  // Linear: one price point is 900,000 × 50 % / 9 = 50,000 kr.; quality weighs 60 / 40 of it.
  assert.deepEqual(worth({ kind: 'linear-points', slope: 500, priceWeight: 400 }), [['A', 7_500_000n], ['B', 7_500_000n], ['C', 7_500_000n]]);
  assert.deepEqual(worth({ kind: 'price-per-point' }), [['B', 13_888_889n], ['A', 15_151_515n], ['C', 25_000_000n]]);
  assert.deepEqual(worth({ kind: 'points-in-money', pointWorth: 10_000_000 }), [['A', 10_000_000n], ['B', 10_000_000n], ['C', 10_000_000n]]);
  const { sensitivity } = unwrap(simulate(model({ kind: 'points-in-money', pointWorth: 10_000_000 }), bids));
  // A wins to 1,010,000; B from 1,240,000 down; C from 700,000 down. B needs 0.1 point more: service from 9 to 10 gives 0.4.
  assert.deepEqual(sensitivity.map(({ bid: id, priceToBeFirst, scoresToBeFirst }) => [id, priceToBeFirst?.minor, scoresToBeFirst]), [
    ['A', 101_000_000n, []],
    ['B', 124_000_000n, [{ criterion: 'reports', points: 7 }, { criterion: 'service', points: 10 }]],
    ['C', 70_000_000n, [{ criterion: 'daily', points: 9 }, { criterion: 'service', points: 8 }]],
  ]);
  const example = unwrap(simulate(REVERSAL_EXAMPLE.model, REVERSAL_EXAMPLE.bids));
  assert.deepEqual(example.reversals, [{ without: 'A', before: ['B'], after: ['C'] }]);
  assert.deepEqual(example.ranking.places.map(({ bid: id, result }) => `${id} ${decimalText(result, 2)}`), ['B 5.50', 'C 5.25', 'A 5.00']);
  const without = unwrap(rank(REVERSAL_EXAMPLE.model, REVERSAL_EXAMPLE.bids.slice(1)));
  assert.deepEqual(without.places.map(({ bid: id, result }) => `${id} ${decimalText(result, 2)}`), ['C 8.17', 'B 8.00']);
  for (const lang of LANGUAGES) {
    const numbers = ['5.50', '5.25', '8.17', '8.00'].map((number) => (lang === 'da' ? number.replace('.', ',') : number));
    for (const number of numbers) assert.ok(evaluationTexts[lang]['reversal.possible'].includes(number), number);
    assert.match(reversalsTold(example, lang)[0] ?? '', /A.*C.*B/);
  }
});

void test('a model with faults says all of them', () => {
  const faulty: Model = { ...model({ kind: 'price-per-point' }), scale: { lowest: 0, highest: 0 }, criteria: [
    { id: 'a', name: 'a', weight: 600, emphasis: ' ', parts: [] }, { id: 'b', name: 'b', weight: 300, emphasis: '', parts: [{ id: 'a', name: 'c', weight: 999, emphasis: 'x' }] },
  ] };
  assert.deepEqual(modelFaults(faulty).map(({ code }) => code), ['weights-do-not-sum', 'weights-do-not-sum', 'same-id-twice', 'scale-upside-down', 'points-may-be-none', 'nothing-said-of-emphasis']);
  assert.deepEqual(modelFaults(model({ kind: 'price-per-point' })), []);
  for (const lang of LANGUAGES) for (const fault of modelFaults(faulty)) assert.doesNotMatch(faultTold(fault, lang), /[{}]/);
});

void test('the method in words fills every gap', () => {
  for (const lang of LANGUAGES) {
    for (const method of [{ kind: 'linear-points', slope: 505, priceWeight: 400 }, { kind: 'price-per-point' }, { kind: 'points-in-money', pointWorth: 100 }] as const) {
      const told = methodTold(model(method), lang, (minor) => `${minor} øre`);
      assert.equal(told.length, 5);
      for (const sentence of told) assert.doesNotMatch(sentence, /[{}]/);
    }
  }
  assert.match(methodTold(model({ kind: 'linear-points', slope: 505, priceWeight: 400 }), 'da', String)[0] ?? '', /50,5 % højere.*prispoint × 40 % \+ kvalitetspoint × 60 %/);
});
