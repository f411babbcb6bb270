import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Compile } from 'typebox/compile';
import { unwrap } from '#base';
import { readYaml } from '../data.ts';
import type { Finding } from '../finding.ts';
import { isFirm } from '../grade.ts';
import { kroner } from '../kroner.ts';
import { RULES } from '../rules.ts';
import { written } from '../written.ts';
import { readRouteFacts } from './route.facts.ts';
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
