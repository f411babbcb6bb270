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

const AGREEMENT = {
  namedInNotice: true, inScope: true, inTerm: true, maximum: { amount: 9000000 }, calledOff: { amount: 4000000 }, awardModel: 'direct', objectiveCriteriaMet: true, needsNarrowedToOne: false,
};
const UNDER_IT = { on: '2024-05-01', kind: 'services', value: { amount: 5000000 }, sameKindLast12Months: { amount: 0 }, options: [], extensions: [], crossBorderInterest: 'no', via: 'framework', viaFacts: AGREEMENT };

function missingOf(agreement: object, facts: object = {}): unknown[] {
  return judge({ ...UNDER_IT, ...facts, viaFacts: { ...AGREEMENT, ...agreement } }).missing.map(({ fact, answers }) => [fact, ...answers.map(({ answer, verdict }) => [answer, verdict])]);
}

void test('what is missing of an agreement: yes or no, how it awards, from how much', () => {
  assert.deepEqual(missingOf({}), []);
  for (const name of ['namedInNotice', 'inScope', 'inTerm']) assert.deepEqual(missingOf({ [name]: null }), [[`viaFacts.${name}`, [true, 'call-off'], [false, 'eu-tender']]]);
  assert.deepEqual(missingOf({ objectiveCriteriaMet: null }), [['viaFacts.objectiveCriteriaMet', [true, 'call-off'], [false, 'review']]]);
  assert.deepEqual(missingOf({ needsNarrowedToOne: null }), [['viaFacts.needsNarrowedToOne', [true, 'review'], [false, 'call-off']]]);
  assert.deepEqual(missingOf({ awardModel: null }, { via: 'dis' }), [['viaFacts.awardModel', ['direct', 'eu-tender'], ['mini-competition', 'call-off'], ['both', 'eu-tender']]]);
  assert.deepEqual(missingOf({ maximum: null }), [['viaFacts.maximum', [0, 'review'], [9000000, 'call-off']]]);
  assert.deepEqual(missingOf({ calledOff: null }), [['viaFacts.calledOff', [0, 'call-off'], [4000000.01, 'review']]]);
  assert.deepEqual(missingOf({ maximum: null, calledOff: null }), [['viaFacts.maximum', [0, 'review']], ['viaFacts.calledOff', [0, 'review']]]);
  const priceless = { value: null, options: [{ amount: 1000000 }] };
  assert.deepEqual(missingOf({}, priceless), [['value', [0, 'call-off'], [4000000.01, 'review']]]);
  assert.deepEqual(missingOf({ maximum: null }, priceless), [['value', [0, 'review']], ['viaFacts.maximum', [0, 'review']]]);
  assert.deepEqual(missingOf({ calledOff: null }, priceless), [['value', [0, 'review']], ['viaFacts.calledOff', [0, 'review']]]);
});

void test('an agreement allows what it says: to award directly, by mini-competition, or both', () => {
  for (const [awardModel, direct, mini] of [['direct', 'yes', 'no'], ['mini-competition', 'no', 'yes'], ['both', 'yes', 'yes']] as const) {
    const { procedures, duties } = judge({ ...UNDER_IT, viaFacts: { ...AGREEMENT, awardModel } });
    assert.deepEqual(procedures.map(({ id, allowed }) => [id, allowed]), [['direct-award', direct], ['mini-competition', mini]]);
    const named = new Set(duties.map(({ paragraph }) => paragraph));
    assert.ok(named.has('Udbudsloven § 96') && !named.has('Udbudsloven §§ 101-108'));
    assert.deepEqual([named.has('Udbudsloven §§ 98-99'), named.has('Udbudsloven § 100')], [direct === 'yes', mini === 'yes']);
  }
  const dis = judge({ ...UNDER_IT, via: 'dis', viaFacts: { ...AGREEMENT, awardModel: 'mini-competition' } });
  assert.deepEqual(dis.procedures.map(({ id, allowed }) => [id, allowed]), [['dis-competition', 'yes'], ['direct-award', 'no']]);
  assert.ok(dis.duties.some(({ paragraph }) => paragraph === 'Udbudsloven §§ 101-108') && !dis.duties.some(({ paragraph }) => paragraph === 'Udbudsloven § 96'));
});

function crossBorder(kind: string, amount: number): RouteResult {
  return judge({ on: '2024-05-01', kind, value: { amount }, crossBorderInterest: 'yes' });
}

const namedIn = ({ duties }: RouteResult): ReadonlySet<string> => new Set(duties.map(({ paragraph }) => paragraph));
const proceduresIn = ({ procedures }: RouteResult): readonly string[] => procedures.map(({ id, paragraph }) => `${id} ${paragraph}`);

void test('what is bought decides some of the duties', () => {
  for (const [kind, isAsked] of [['goods', false], ['services', true], ['works', true]] as const) assert.equal(namedIn(crossBorder(kind, 90000000)).has('Udbudsloven § 177, stk. 2'), isAsked);
  const [plain, light] = [namedIn(crossBorder('services', 1000000)), namedIn(crossBorder('light-services', 1000000))];
  assert.deepEqual([plain.has('Udbudsloven § 191'), plain.has('Udbudsloven § 192')], [true, false]);
  assert.deepEqual([light.has('Udbudsloven § 191'), light.has('Udbudsloven § 192')], [false, true]);
  assert.deepEqual([proceduresIn(crossBorder('goods', 1000000)), proceduresIn(crossBorder('light-services', 1000000))], [['advertised Udbudsloven § 191'], ['advertised Udbudsloven § 192']]);
});

function roomIn({ roomForManoeuvre }: RouteResult): readonly string[] {
  return roomForManoeuvre.map(({ id }) => id);
}

void test('an agreement leaves its own room', () => {
  assert.deepEqual(roomIn(judge(UNDER_IT)), ['precise-terms', 'complete-the-tender', 'contract-outlives-framework', 'voluntary-award-notice', 'no-standstill']);
  assert.deepEqual(roomIn(judge({ ...UNDER_IT, via: 'dis', viaFacts: { ...AGREEMENT, awardModel: 'mini-competition' } })), ['categories', 'agreed-tender-period', 'no-standstill']);
});

function underOld(facts: object, agreement: object = {}): RouteResult {
  return judge({ ...UNDER_IT, on: '2015-06-01', ...facts, viaFacts: { ...AGREEMENT, ...agreement } });
}

const pointOf = ({ verdict, likely }: RouteResult): readonly unknown[] => [verdict, likely];
const resultsOf = ({ findings }: RouteResult, named: string): readonly string[] => findings.filter(({ paragraph }) => paragraph === named).map(({ result }) => result);

void test('before Udbudsloven an agreement points where today’s rules would, and nothing of it is firm', () => {
  assert.deepEqual(pointOf(underOld({})), ['review', 'call-off']);
  assert.deepEqual(pointOf(underOld({ via: 'central-purchasing-body' })), ['review', 'call-off']);
  assert.deepEqual(pointOf(underOld({}, { inScope: false })), ['review', 'eu-tender']);
  assert.deepEqual(pointOf(underOld({}, { inScope: null })), ['review', null]);
  assert.deepEqual(pointOf(underOld({ on: '2016-01-01' })), ['call-off', null]);
  assert.deepEqual(resultsOf(underOld({}), 'Udbudsloven § 96'), ['review']);
  assert.deepEqual(resultsOf(underOld({}, { namedInNotice: null }), 'Udbudsloven § 96'), ['unknown']);
  assert.deepEqual(resultsOf(underOld({ on: '2016-01-01' }), 'Udbudsloven § 96'), ['met']);
});

void test('what an agreement does not ask is not held against it', () => {
  const { verdict, likely } = judge({ ...UNDER_IT, viaFacts: { ...AGREEMENT, awardModel: null, objectiveCriteriaMet: false } });
  assert.deepEqual([verdict, likely], ['review', null]);
  assert.deepEqual(judge({ ...UNDER_IT, via: 'central-purchasing-body', viaFacts: null }).missing, []);
});

void test('one condition that does not hold is enough for a central purchasing body', () => {
  const { verdict, likely } = judge({ ...UNDER_IT, via: 'central-purchasing-body', viaFacts: { ...AGREEMENT, inScope: false } });
  assert.deepEqual([verdict, likely], ['review', 'eu-tender']);
});

function in2014(facts: object): RouteResult {
  return judge({ on: '2014-05-01', kind: 'services', ...facts });
}

function toldIn2014(facts: object): readonly string[] {
  return in2014(facts).findings.filter(({ paragraph }) => paragraph === 'Direktiv 2004/18/EF').map(({ because }) => because.en.slice(0, 60));
}

void test('before 2016 the threshold of the period is told with its grade, where there is one', () => {
  assert.deepEqual(toldIn2014({ value: { amount: 1541715 } }), ['Before 2016 older rules held, which were not read here.', 'DKK 1,541,715 is at least the threshold of the period, DKK 1']);
  assert.deepEqual(toldIn2014({ value: { amount: 1541714.99 } }), ['Before 2016 older rules held, which were not read here.', 'DKK 1,541,714.99 is less than the threshold of the period, D']);
  assert.deepEqual(toldIn2014({ value: { amount: 1541715 }, buyer: 'central-government' }), ['Before 2016 older rules held, which were not read here.']);
  assert.deepEqual([in2014({ value: { amount: 1 } }).threshold.grade, judge({ on: '2026-05-01', kind: 'services', value: { amount: 1 } }).threshold.grade], ['U', 'V']);
  const { verdict } = judge({ on: '2016-01-01', kind: 'services', value: { amount: 1558409 } });
  assert.equal(verdict, 'eu-tender');
});

void test('how a value was reckoned is firm from the first day of Udbudsloven', () => {
  const facts = { kind: 'services', value: { amount: 1000000 }, options: [{ amount: 1000000 }] };
  for (const [on, result] of [['2015-12-31', 'review'], ['2016-01-01', 'met']] as const) assert.deepEqual(resultsOf(judge({ ...facts, on }), 'Udbudsloven §§ 29-36'), [result]);
});

void test('small lots are looked at from the first day of Udbudsloven', () => {
  const facts = { kind: 'services', lots: [{ amount: 9000000, outside: false }, { amount: 100000, outside: true }] };
  for (const [on, results] of [['2015-12-31', []], ['2016-01-01', ['met']]] as const) assert.deepEqual(resultsOf(judge({ ...facts, on }), 'Udbudsloven § 8'), results);
});

function whyOf(termMonths: number | null): string | undefined {
  return judge({ on: '2024-05-01', kind: 'services', monthly: { amount: 100000 }, termMonths }).findings[0]?.because.en.slice(0, 19);
}

void test('how a value was reckoned: a term that is fixed or not, and nothing of what is not there', () => {
  assert.deepEqual([whyOf(null), whyOf(48), whyOf(49)], ['Without a fixed end', 'The term is fixed, ', 'Without a fixed end']);
  assert.deepEqual(judge({ on: '2024-05-01', kind: 'services', value: { amount: 1 }, options: [], extensions: [] }).value.how.map(({ en }) => en), ['Value: DKK 1.']);
});

void test('two values are a mistake of the caller', () => {
  assert.throws(() => judgeRoute({ on: '2024-05-01', kind: 'services', value: { amount: 1 }, monthly: { amount: 1 } }));
});
