/** What must hold for every ranking, whatever the bids are (M7 in docs/design/market.md). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { unwrap } from '#base';
import { runs } from '../../../test/support/deep.ts';
import { compare, decimalText, fraction, minus, over, plus, times } from './fraction.ts';
import type { Method, Model } from './model.ts';
import { rank, type EvaluatedBid } from './rank.ts';
import { sensitivity } from './sensitivity.ts';
import { simulate } from './simulate.ts';

const SCALE = { lowest: 1, highest: 5 };
const linear: fc.Arbitrary<Method> = fc.record({ kind: fc.constant('linear-points' as const), slope: fc.integer({ min: 50, max: 3000 }), priceWeight: fc.integer({ min: 1, max: 1000 }) });
const perPoint: fc.Arbitrary<Method> = fc.constant({ kind: 'price-per-point' as const });
const inMoney: fc.Arbitrary<Method> = fc.record({ kind: fc.constant('points-in-money' as const), pointWorth: fc.integer({ min: 1, max: 300 }) });
const modelWith = (method: fc.Arbitrary<Method>): fc.Arbitrary<Model> => fc.tuple(method, fc.integer({ min: 1, max: 999 })).map(([one, weight]) => ({
  currency: 'DKK', scale: SCALE, method: one,
  criteria: [{ id: 'x', name: 'x', weight, emphasis: 'x', parts: [] }, { id: 'y', name: 'y', weight: 1000 - weight, emphasis: 'y', parts: [] }],
}));
const anyModel = modelWith(fc.oneof(linear, perPoint, inMoney));
const score = fc.integer({ min: SCALE.lowest, max: SCALE.highest });
/** Few prices, so that ties come often. */
const anyBids: fc.Arbitrary<EvaluatedBid[]> = fc.array(fc.tuple(fc.bigInt({ min: 0n, max: 400n }), score, score), { minLength: 1, maxLength: 6 })
  .map((list) => list.map(([minor, x, y], at) => ({ id: `bid-${at}`, price: { currency: 'DKK', minor }, scores: { x, y } })));
const ranks = (model: Model, bids: readonly EvaluatedBid[]) => new Map(unwrap(rank(model, bids)).places.map(({ bid, rank: place }) => [bid, place]));
const without = (bids: readonly EvaluatedBid[], id: string) => bids.filter((bid) => bid.id !== id);
/** The order of the bids as pairs, so that the ranks of a longer and a shorter list can be compared. */
const order = (places: ReadonlyMap<string, number>, ids: readonly string[]) => ids.flatMap((a) => ids.map((b) => Math.sign((places.get(a) ?? 0) - (places.get(b) ?? 0))));

void test('the same bids in another order give the same ranking', () => {
  fc.assert(fc.property(anyModel, anyBids.chain((bids) => fc.tuple(fc.constant(bids), fc.shuffledSubarray(bids, { minLength: bids.length }))), (model, [bids, shuffled]) => {
    assert.deepEqual(rank(model, shuffled), rank(model, bids));
  }), runs(500));
});

void test('a better price or a better score never makes the own rank worse, in any model', () => {
  fc.assert(fc.property(anyModel, anyBids, fc.nat(5), fc.bigInt({ min: 0n, max: 400n }), score, (model, bids, at, cut, x) => {
    const one = bids[at % bids.length] as EvaluatedBid;
    const cheaper = { ...one, price: { ...one.price, minor: one.price.minor > cut ? one.price.minor - cut : 0n }, scores: { ...one.scores, x: Math.max(x, one.scores['x'] ?? 0) } };
    const after = ranks(model, bids.map((bid) => (bid === one ? cheaper : bid)));
    assert.ok((after.get(one.id) ?? 9) <= (ranks(model, bids).get(one.id) ?? 0));
  }), runs(2000));
});

void test('price per point and quality deducted: neither a change of one bid nor its absence changes the order of the others', () => {
  fc.assert(fc.property(modelWith(fc.oneof(perPoint, inMoney)), anyBids, fc.bigInt({ min: 0n, max: 400n }), (model, bids, minor) => {
    const one = bids[0] as EvaluatedBid;
    const others = without(bids, one.id).map(({ id }) => id);
    const before = order(ranks(model, bids), others);
    assert.deepEqual(order(ranks(model, without(bids, one.id)), others), before);
    assert.deepEqual(order(ranks(model, bids.map((bid) => (bid === one ? { ...bid, price: { ...bid.price, minor } } : bid))), others), before);
    assert.deepEqual(unwrap(simulate(model, bids)).reversals, []);
  }), runs(150));
});

void test('linear points: a losing bid can turn the order of the others, but only one with the lowest price', () => {
  let found = 0;
  fc.assert(fc.property(modelWith(linear), anyBids, (model, bids) => {
    const { reversals } = unwrap(simulate(model, bids));
    found += reversals.length;
    const lowest = bids.reduce((least, { price }) => (price.minor < least ? price.minor : least), 1000n);
    for (const { without: id } of reversals) assert.deepEqual(bids.filter(({ price }) => price.minor === lowest).map((bid) => bid.id), [id]);
  }), { numRuns: 300, seed: 8 });
  assert.ok(found > 0);
});

void test('at the turning price a bid is first, and one øre above it is not', () => {
  fc.assert(fc.property(anyModel, anyBids, (model, bids) => {
    for (const { bid, priceToBeFirst } of unwrap(sensitivity(model, bids))) {
      const firstAt = (minor: bigint) => unwrap(rank(model, bids.map((one) => (one.id === bid ? { ...one, price: { currency: 'DKK', minor } } : one)))).first.includes(bid);
      if (priceToBeFirst !== null) assert.ok(firstAt(priceToBeFirst.minor) && !firstAt(priceToBeFirst.minor + 1n));
      else assert.equal(firstAt(0n), firstAt(10n ** 15n));
    }
  }), runs(300));
});

void test('one point more at the price that it is worth gives the same result, where the price line is not flat', () => {
  let tried = 0;
  fc.assert(fc.property(anyModel, anyBids, (model, bids) => {
    for (const { bid, exact } of unwrap(simulate(model, bids)).pointWorth) {
      const one = bids.find(({ id }) => id === bid) as EvaluatedBid;
      const [x, y] = [one.scores['x'] ?? 0, one.scores['y'] ?? 0];
      // Where the lowest price is 0 there is no line to move along.
      if (exact.top === 0n || x === 5 || y === 5 || (model.method.kind === 'points-in-money' && exact.bottom !== 1n)) continue;
      // With all prices so many times larger what a point is worth is a whole number.
      const scaled = bids.map(({ id, price, scores }) => ({ id, scores, price: { ...price, minor: price.minor * exact.bottom } }));
      const lowest = scaled.reduce((least, { price }) => (price.minor < least ? price.minor : least), one.price.minor * exact.bottom);
      const anchor = { id: 'anchor', scores: { x: 1, y: 1 }, price: { currency: 'DKK', minor: lowest } };
      const result = (list: readonly EvaluatedBid[]) => unwrap(rank(model, [...list, anchor])).places.find((place) => place.bid === bid);
      const before = result(scaled);
      const after = result(scaled.map((each) => (each.id === bid ? { ...each, price: { currency: 'DKK', minor: each.price.minor + exact.top }, scores: { x: x + 1, y: y + 1 } } : each)));
      if (after?.pricePoints !== null && compare(after?.pricePoints ?? fraction(1n), fraction(BigInt(SCALE.lowest))) === 0) continue;
      assert.equal(compare(after?.result ?? fraction(-1n), before?.result ?? fraction(-2n)), 0);
      if (model.method.kind === 'linear-points') tried += 1;
    }
  }), runs(300));
  assert.ok(tried > 0);
});

void test('fractions are exact', () => {
  const any = fc.tuple(fc.bigInt({ min: -999n, max: 999n }), fc.bigInt({ min: 1n, max: 99n })).map(([top, bottom]) => fraction(top, bottom));
  fc.assert(fc.property(any, any, any, (a, b, c) => {
    assert.deepEqual(times(plus(a, b), c), plus(times(a, c), times(b, c)));
    assert.deepEqual(minus(plus(a, b), b), a);
    if (b.top !== 0n) assert.deepEqual(times(over(a, b), b), a);
    assert.equal(compare(a, b), -compare(b, a) + 0);
  }), runs(500));
  assert.throws(() => fraction(1n, 0n), RangeError);
  assert.deepEqual([decimalText(fraction(-1n, 3n), 2), decimalText(fraction(1n, 2n), 0), decimalText(fraction(-1n, 1000n), 2), decimalText(fraction(49n, 6n), 2)], ['-0.33', '1', '0.00', '8.17']);
});
