import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { compareAmounts } from '#base';
import { priceGroups, type Price, type PriceKind } from './prices.ts';

const price = (amount: string, currency: string | null = 'DKK', kind: PriceKind = 'year', who = 'A'): Price => ({ value: { amount, currency }, kind, who, supplier: null, from: null, to: null, source: { text: 's' } });
const told = (prices: readonly Price[]): readonly unknown[] => priceGroups(prices).map(({ kind, currency, prices: own, range }) => [kind, currency, own.map(({ value }) => value.amount), range === null ? null : [range.least.amount, range.most.amount]]);

void test('amounts of one currency and one kind stand together, with a range where there are two', () => {
  assert.deepEqual(told([price('900'), price('1000.50'), price('99.99', 'EUR'), price('5', 'DKK', 'total'), price('7', 'DKK', 'contract'), price('8', 'DKK', 'contract')]), [
    ['year', 'DKK', ['900', '1000.50'], ['900', '1000.50']], ['year', 'EUR', ['99.99'], null], ['total', 'DKK', ['5'], null], ['contract', 'DKK', ['7', '8'], ['7', '8']],
  ]);
});

void test('no range where nobody says what the amounts are for, or in which currency', () => {
  assert.deepEqual(told([price('1', 'DKK', 'unsaid'), price('2', 'DKK', 'unsaid'), price('3', null), price('4', null)]), [['year', null, ['3', '4'], null], ['unsaid', 'DKK', ['1', '2'], null]]);
});

void test('nothing, and less, is no price', () => assert.deepEqual(told([price('0'), price('0.00'), price('-5')]), []));

void test('whatever the amounts: none is lost or mixed, and each lies within its range', () => {
  const amount = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.integer({ min: 0, max: 99 })).map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`);
  const any = fc.tuple(amount, fc.constantFrom('DKK', 'EUR', null), fc.constantFrom<PriceKind>('year', 'total', 'unsaid', 'contract')).map(([value, currency, kind]) => price(value, currency, kind));
  fc.assert(fc.property(fc.array(any, { maxLength: 12 }), (prices) => {
    const groups = priceGroups(prices);
    assert.equal(groups.flatMap((group) => group.prices).length, prices.length);
    for (const { kind, currency, prices: own, range } of groups) {
      assert.ok(own.every((one) => one.kind === kind && one.value.currency === currency));
      if (range === null) continue;
      for (const { value } of own) for (const [low, high] of [[range.least, value], [value, range.most]] as const) {
        const order = compareAmounts(low, high);
        assert.ok(order.ok && order.value <= 0);
      }
    }
  }));
});
