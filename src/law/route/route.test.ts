import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { unwrap } from '#base';
import { readYaml } from '../data.ts';
import type { Finding } from '../finding.ts';
import { isFirm } from '../grade.ts';
import { kroner } from '../kroner.ts';
import { RULES } from '../rules.ts';
import { written } from '../written.ts';
import { readRouteFacts, type RouteFacts } from './route.facts.ts';
import { RouteResultSchema, type RouteResult, type RouteVerdict } from './route.result.ts';
import { judgeRoute } from './route.ts';

interface Case {
  readonly case: string;
  readonly facts: unknown;
  readonly verdict: RouteVerdict;
  readonly likely?: RouteVerdict;
  readonly value?: number | null;
  readonly threshold?: number | null;
  readonly missing?: readonly string[];
  readonly findings?: Readonly<Record<string, readonly Finding['result'][]>>;
  readonly procedures?: readonly string[];
}

const judge = (facts: unknown): RouteResult => judgeRoute(unwrap(readRouteFacts(facts)));
const dutiesOn = (on: string): readonly string[] => judge({ on, kind: 'services', value: { amount: 9000000 } }).duties.map(({ paragraph }) => paragraph);
const cases = readYaml('route/route.cases.yaml') as readonly Case[];
const json = Compile(RouteResultSchema);

void describe('whole purchases', () => {
  for (const one of cases) {
    void test(one.case, () => {
      const result = judge(one.facts);
      assert.deepEqual([result.verdict, result.likely], [one.verdict, one.likely ?? null]);
      if (one.value !== undefined) assert.equal(result.value.amount === null ? null : kroner(result.value.amount), one.value);
      if (one.threshold !== undefined) assert.equal(result.threshold.amount === null ? null : kroner(result.threshold.amount), one.threshold);
      if (one.missing) assert.deepEqual(result.missing.map(({ fact }) => fact), one.missing);
      if (one.procedures) assert.deepEqual(result.procedures.map(({ id }) => id), one.procedures);
      for (const [paragraph, results] of Object.entries(one.findings ?? {})) {
        assert.deepEqual(result.findings.filter((finding) => finding.paragraph === paragraph).map((finding) => finding.result), results, paragraph);
      }
      for (const lang of ['da', 'en'] as const) {
        const answer: unknown = JSON.parse(JSON.stringify(written(result, lang)));
        assert.deepEqual([...json.Errors(answer)], []);
        assert.doesNotMatch(JSON.stringify(answer), /\{\w+\}|undefined|NaN/);
      }
    });
  }
});

void test('every answer: firm only on what is verified, and a review brings neither procedures nor duties', () => {
  assert.ok(cases.length > 50);
  const paragraphs = new Set(RULES.map(({ paragraph }) => paragraph));
  for (const { facts } of cases) {
    const { verdict, findings, duties, procedures, roomForManoeuvre, likely } = judge(facts);
    for (const { result, grade } of findings) if (result === 'met' || result === 'not-met') assert.ok(isFirm(grade));
    assert.equal(verdict === 'review', duties.length === 0);
    assert.equal(verdict === 'review', procedures.length === 0);
    assert.equal(verdict === 'review', roomForManoeuvre.length === 0);
    if (verdict !== 'review') assert.equal(likely, null);
    for (const { paragraph } of [...findings, ...duties, ...procedures, ...roomForManoeuvre]) assert.ok(paragraphs.has(paragraph), paragraph);
  }
});

void test('what is missing says what each answer brings', () => {
  const { missing } = judge({ on: '2024-05-01', kind: 'services', value: { amount: 1000000 }, crossBorderInterest: 'no' });
  assert.deepEqual(missing.map(({ fact, answers }) => [fact, answers]), ['sameKindLast12Months', 'options', 'extensions'].map((fact) => [fact, [
    { answer: 0, verdict: 'below-threshold-market-terms' }, { answer: 644638, verdict: 'eu-tender' },
  ]]));
  const valueless = judge({ on: '2026-05-01', kind: 'services', crossBorderInterest: 'no', options: [{ amount: 100000 }] });
  assert.deepEqual(valueless.missing[0]?.answers, [
    { answer: 0, verdict: 'review' }, { answer: 400000.01, verdict: 'below-threshold-market-terms' },
    { answer: 1504880, verdict: 'review' }, { answer: 1513520, verdict: 'eu-tender' },
  ]);
  const framework = judge({ on: '2024-05-01', kind: 'services', value: { amount: 5000000 }, via: 'framework', viaFacts: { namedInNotice: true, inScope: true, inTerm: true, maximum: { amount: 9000000 }, awardModel: 'mini-competition' } });
  assert.deepEqual(framework.missing, [{ fact: 'viaFacts.calledOff', question: framework.missing[0]?.question, answers: [{ answer: 0, verdict: 'call-off' }, { answer: 4000000.01, verdict: 'review' }] }]);
});

void test('bad facts are refused with the field and what it takes', () => {
  const good = { on: '2024-05-01', kind: 'services', value: { amount: 1 } };
  const wrong: readonly (readonly [string, unknown])[] = [
    ['on', { ...good, on: '2026-02-30' }], ['on', { kind: 'services' }], ['kind', { ...good, kind: 'software' }], ['value.amount', { ...good, value: { amount: -1 } }],
    ['value.amount', { ...good, value: { amount: Number.NaN } }], ['value.amount', { ...good, value: { amount: Number.POSITIVE_INFINITY } }], ['value.amount', { ...good, value: { amount: 1.005 } }],
    ['value.currency', { ...good, value: { amount: 1, currency: 'EUR' } }], ['monthly', { ...good, monthly: { amount: 1 } }], ['valeu', { ...good, valeu: 1 }],
    ['options[0].amount', { ...good, options: [{ amount: '1' }] }], ['viaFacts.inScope', { ...good, viaFacts: { inScope: 'yes' } }], ['termMonths', { ...good, termMonths: 0 }],
  ];
  for (const [place, facts] of wrong) {
    const read = readRouteFacts(facts);
    assert.ok(!read.ok, place);
    assert.equal(read.failure.place, place);
    assert.notEqual(read.failure.help ?? '', '');
  }
});

void test('duties come in the order in which a buyer meets them, and only those in force', () => {
  const now = dutiesOn('2024-05-01');
  const order = ['Udbudsloven § 4', 'Udbudsloven § 49', 'Udbudsloven § 160, stk. 1', 'Udbudsloven § 128', 'Udbudsloven § 132', 'Udbudsloven § 134 a', 'Udbudsloven §§ 148, 151-153', 'Udbudsloven § 171, stk. 2 og 4', 'Klagenævnsloven § 3', 'Udbudsloven § 129, stk. 1'];
  assert.deepEqual(now.filter((paragraph) => order.includes(paragraph)), order);
  assert.ok(!dutiesOn('2022-06-30').includes('Udbudsloven § 134 a'));
  assert.ok(dutiesOn('2022-07-01').includes('Udbudsloven § 134 a'));
});

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
    assert.deepEqual(written(judge(nulls), 'da'), written(judge(without), 'da'));
  }), { numRuns: 300 });
});

void test('an answer listed as missing is what the same question brings when it is given', () => {
  fc.assert(fc.property(facts, (given) => {
    for (const { fact, answers } of judgeRoute(given).missing) {
      for (const { answer, verdict } of answers) {
        const name = fact as 'crossBorderInterest' | 'sameKindLast12Months' | 'options' | 'extensions';
        const value = name === 'crossBorderInterest' ? answer : name === 'sameKindLast12Months' ? { amount: answer } : [{ amount: answer }];
        assert.equal(judge({ ...given, [name]: value }).verdict, verdict);
      }
    }
  }), { numRuns: 200 });
});
