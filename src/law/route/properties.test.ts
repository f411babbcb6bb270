/** What must hold for every purchase, whatever its facts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { unwrap } from '#base';
import { written } from '../written.ts';
import { readRouteFacts, type RouteFacts } from './route.facts.ts';
import type { RouteResult, RouteVerdict } from './route.result.ts';
import { judgeRoute } from './route.ts';

// Rising: how heavy the rules are. A review stands apart, for it says that this is not known.
const WEIGHT: Partial<Record<RouteVerdict, number>> = { 'no-duty': 0, 'below-threshold-market-terms': 1, 'below-threshold-cross-border': 2, 'light-regime': 3, 'eu-tender': 3 };
const weightOf = ({ verdict, likely }: RouteResult): number | undefined => WEIGHT[verdict === 'review' && likely !== null ? likely : verdict];

const amount = fc.oneof(fc.integer({ min: 0, max: 6_000_000_000 }), fc.constantFrom(50_000_000, 50_000_001, 164_463_799, 164_463_800, 160_487_999, 160_488_000, 161_351_999, 161_352_000, 558_135_000)).map((minor) => ({ amount: minor / 100 }));
const day = fc.integer({ min: 0, max: 365 * 22 }).map((days) => Temporal.PlainDate.from('2009-01-01').add({ days }).toString());
const facts: fc.Arbitrary<RouteFacts> = fc.record({
  on: day,
  kind: fc.constantFrom('goods', 'services', 'light-services', 'works'),
  buyer: fc.constantFrom('municipality', 'central-government', 'public-body'),
  value: amount,
  options: fc.option(fc.array(amount, { maxLength: 2 }), { nil: null }),
  lots: fc.option(fc.array(fc.record({ amount: amount.map((money) => money.amount), outside: fc.boolean() }), { maxLength: 3 }), { nil: null }),
  sameKindLast12Months: fc.option(amount, { nil: null }),
  crossBorderInterest: fc.constantFrom('yes', 'no', 'unknown'),
});

void test('a higher value with the lots unchanged never brings a lighter regime', () => {
  let compared = 0;
  fc.assert(fc.property(facts, amount, (given, more) => {
    const low = weightOf(judgeRoute(given));
    const high = weightOf(judgeRoute({ ...given, value: { amount: Math.round(((given.value?.amount ?? 0) + more.amount) * 100) / 100 } }));
    if (low === undefined || high === undefined) return;
    compared += 1;
    assert.ok(high >= low);
  }), { numRuns: 1000 });
  assert.ok(compared > 100);
});

void test('a higher value never makes the EU rules uncertain that were certain', () => {
  fc.assert(fc.property(facts, amount, (given, more) => {
    const before = judgeRoute(given).verdict;
    if (before !== 'eu-tender' && before !== 'light-regime') return;
    assert.equal(judgeRoute({ ...given, value: { amount: Math.round(((given.value?.amount ?? 0) + more.amount) * 100) / 100 } }).verdict, before);
  }), { numRuns: 500 });
});

void test('a field that is left out and one that is null give the same answer', () => {
  const optional = ['buyer', 'value', 'monthly', 'termMonths', 'options', 'extensions', 'lots', 'sameKindLast12Months', 'crossBorderInterest', 'via', 'viaFacts'] as const;
  fc.assert(fc.property(facts, fc.subarray([...optional]), (given, names) => {
    const without = Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name as typeof names[number])));
    const nulls = { ...without, ...Object.fromEntries(names.map((name) => [name, null])) };
    assert.deepEqual(written(judgeRoute(unwrap(readRouteFacts(nulls))), 'da'), written(judgeRoute(unwrap(readRouteFacts(without))), 'da'));
  }), { numRuns: 300 });
});

void test('an answer listed as missing is what the same question brings when it is given', () => {
  fc.assert(fc.property(facts, (given) => {
    for (const { fact, answers } of judgeRoute(given).missing) {
      for (const { answer, verdict } of answers) {
        const name = fact as 'crossBorderInterest' | 'sameKindLast12Months' | 'options' | 'extensions';
        const value = name === 'crossBorderInterest' ? answer : name === 'sameKindLast12Months' ? { amount: answer } : [{ amount: answer }];
        assert.equal(judgeRoute({ ...given, [name]: value }).verdict, verdict);
      }
    }
  }), { numRuns: 200 });
});
