import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { bidFigures, concentration, newWinners, shareRange, type Part } from './measures.ts';

const near = (one: number, other: number): boolean => Math.abs(one - other) < 1e-9;

void test('five awards, three to one: CR1 is 60 %, HHI 0.36 + 0.04 + 0.04', () => {
  const found = concentration([{ part: 1, winners: 2 }, { part: 3, winners: 1 }]);
  assert.ok(found !== null && near(found.cr1, 0.6) && near(found.cr4, 1) && near(found.hhi, 0.44), JSON.stringify(found));
  assert.equal(found.winners, 3);
});

void test('ten equal winners: CR1 10 %, CR4 40 %, HHI 0.1; one winner: all is 1; nobody: nothing', () => {
  const ten = concentration([{ part: 2, winners: 10 }]);
  assert.ok(ten !== null && near(ten.cr1, 0.1) && near(ten.cr4, 0.4) && near(ten.hhi, 0.1), JSON.stringify(ten));
  assert.deepEqual(concentration([{ part: 0.5, winners: 1 }]), { winners: 1, cr1: 1, cr4: 1, hhi: 1 });
  assert.equal(concentration([]), null);
  assert.equal(concentration([{ part: 0, winners: 1 }, { part: 5, winners: 0 }]), null);
});

const parts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 40 });
const counted = (given: readonly number[]): Part[] => [...Map.groupBy(given, (one) => one)].map(([part, own]) => ({ part, winners: own.length }));

void test('1 / winners ≤ HHI ≤ CR1 ≤ CR4 ≤ 1, in whatever order it is told', () => {
  fc.assert(fc.property(parts, (given) => {
    const found = concentration(counted(given));
    assert.ok(found);
    assert.ok(1 / found.winners <= found.hhi && found.hhi <= found.cr1 + 1e-12 && found.cr1 <= found.cr4 + 1e-12 && found.cr4 <= 1);
    assert.deepEqual(concentration(counted(given.toReversed())), found);
  }));
});

void test('counted together they are as one by one: the four largest, and the squares of the shares', () => {
  fc.assert(fc.property(parts, (given) => {
    const total = given.reduce((sum, one) => sum + one, 0);
    const shares = given.toSorted((one, other) => other - one).map((one) => one / total);
    const found = concentration(counted(given));
    assert.ok(found !== null && found.winners === given.length && near(found.cr1, shares[0] ?? 0));
    assert.ok(near(found.cr4, shares.slice(0, 4).reduce((sum, one) => sum + one, 0)) && near(found.hhi, shares.reduce((sum, one) => sum + one * one, 0)));
  }));
});

void test('bids: one of four lots had one bid; the median is the middle, or between the two', () => {
  assert.deepEqual(bidFigures([{ bids: 1, lots: 1 }, { bids: 2, lots: 2 }, { bids: 7, lots: 1 }]), { lots: 4, single: 1, mean: 3, median: 2 });
  assert.deepEqual(bidFigures([{ bids: 4, lots: 1 }, { bids: 1, lots: 1 }]), { lots: 2, single: 1, mean: 2.5, median: 2.5 });
  assert.deepEqual(bidFigures([]), { lots: 0, single: 0, mean: null, median: null });
});

void test('the median is that of the bids written out', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 60 }), (bids) => {
    const sorted = bids.toSorted((one, other) => one - other);
    const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
    const counted = [...Map.groupBy(bids, (one) => one)].map(([count, own]) => ({ bids: count, lots: own.length }));
    assert.equal(bidFigures(counted).median, (low + high) / 2);
  }));
});

void test('first-time winners are told where each of the three years before has awards', () => {
  const years = [{ year: 2023, winners: 2, fresh: 1 }, { year: 2004, winners: 1, fresh: 1 }, { year: 2018, winners: 1, fresh: 0 }, { year: 2019, winners: 1, fresh: 1 }, { year: 2020, winners: 2, fresh: 0 }, { year: 2021, winners: 2, fresh: 1 }];
  assert.deepEqual(newWinners(years), [
    { year: 2004, first: null }, { year: 2018, first: null }, { year: 2019, first: null }, { year: 2020, first: null }, { year: 2021, first: 1 }, { year: 2023, first: null },
  ]);
  assert.deepEqual(newWinners(years.toReversed()), newWinners(years));
  assert.deepEqual(newWinners([]), []);
});

void test('the range of a share: 0 of 10 may be up to 28 %, 5 of 10 between 24 and 76 %', () => {
  const none = shareRange(0, 10);
  const half = shareRange(5, 10);
  assert.ok(none?.low === 0 && Math.abs(none.high - 0.2775) < 0.001, JSON.stringify(none));
  assert.ok(half !== null && Math.abs(half.low - 0.2366) < 0.001 && Math.abs(half.high - 0.7634) < 0.001, JSON.stringify(half));
  assert.deepEqual([shareRange(3, 3)?.high, shareRange(0, 0)], [1, null]);
  fc.assert(fc.property(fc.nat(200), fc.nat(200), (one, other) => {
    const [count, of] = [Math.min(one, other), Math.max(one, other, 1)];
    const range = shareRange(count, of);
    assert.ok(range !== null && range.low >= 0 && range.low <= count / of + 1e-12 && count / of <= range.high + 1e-12 && range.high <= 1);
  }));
});
