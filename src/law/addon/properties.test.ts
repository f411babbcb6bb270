/** What must hold for every add-on, whatever its facts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { written } from '../written.ts';
import type { AddonFacts } from './addon.facts.ts';
import { judgeAddon } from './addon.ts';
import { ANSWERS } from './question.ts';
import { BRANCHES } from './steps.ts';

const runs = { numRuns: process.env['TEST_DEEP'] === '1' ? 5000 : 1000 };
const open = <T>(known: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(known, { nil: null });
const KIND = fc.constantFrom('goods', 'services', 'light-services', 'works');
const money = fc.oneof(fc.integer({ min: 0, max: 500_000_000 }).map((oere) => ({ amount: oere / 100 })), fc.integer({ min: 0, max: 40 }).map((steps) => ({ amount: steps * 500_000 })));
const truth = fc.constantFrom(true, false, null);
const day = fc.integer({ min: 0, max: 365 * 15 }).map((days) => Temporal.PlainDate.from('2014-01-01').add({ days }).toString());
const change = fc.record({ on: day, value: money, ground: open(fc.constantFrom('178', '179', '180', '181', '182', '183')) });

const facts: fc.Arbitrary<AddonFacts> = fc.record({
  on: day, buyer: open(fc.constantFrom('municipality', 'central-government', 'public-body')),
  contract: fc.record({
    signed: open(day), kind: KIND, tendered: truth, originalValue: money, indexedValue: open(money), maximumValue: open(money), calledOff: open(money),
    end: open(day), changes: fc.array(change, { maxLength: 3 }),
  }),
  purchase: fc.record({ value: money, kind: open(KIND), ...Object.fromEntries(ANSWERS.map((name) => [name, truth])) as Record<(typeof ANSWERS)[number], typeof truth> }),
  sameKindLast12Months: open(money),
});
/** Beside a contract that was tendered. */
const besideTendered: fc.Arbitrary<AddonFacts> = facts.map((given) => ({ ...given, contract: { ...given.contract, tendered: true } }));
/** Facts that lead somewhere: most answers given, the contract tendered. */
const telling: fc.Arbitrary<AddonFacts> = fc.tuple(besideTendered, fc.record(Object.fromEntries(ANSWERS.map((name) => [name, fc.boolean()])))).map(([given, answers]) => ({
  ...given, purchase: { ...given.purchase, ...answers },
}));
const CAPPED = new Set(['small-change', 'additional-delivery', 'unforeseeable']);

function stepOf({ steps }: ReturnType<typeof judgeAddon>, paragraph: string): string | undefined {
  return steps.find((step) => step.paragraph === paragraph)?.result;
}

function seen(name: string, wanted: number): { count: () => void; check: () => void } {
  let times = 0;
  return { count: () => { times += 1; }, check: () => { assert.ok(times >= wanted, `${name}: ${times}`); } };
}

void test('another change never makes small what was too much', () => {
  const looked = seen('too much', 50);
  fc.assert(fc.property(fc.oneof(facts, telling), change, (given, one) => {
    const before = judgeAddon(given);
    if (stepOf(before, 'Udbudsloven § 180') !== 'not-met') return;
    looked.count();
    const after = judgeAddon({ ...given, contract: { ...given.contract, changes: [...given.contract.changes ?? [], one] } });
    assert.equal(stepOf(after, 'Udbudsloven § 180'), 'not-met');
    assert.notEqual(after.verdict, 'small-change');
  }), runs);
  looked.check();
});

void test('a higher price never brings a new purchase under a ground with a cap', () => {
  const looked = seen('new purchases', 50);
  fc.assert(fc.property(fc.oneof(facts, telling), money, (given, more) => {
    const before = judgeAddon(given);
    if (before.verdict !== 'new-purchase') return;
    looked.count();
    const after = judgeAddon({ ...given, purchase: { ...given.purchase, value: { amount: Math.round((given.purchase.value.amount + more.amount) * 100) / 100 } } });
    assert.ok(!CAPPED.has(after.verdict), after.verdict);
  }), runs);
  looked.check();
});

void test('§ 180 looks at all changes together, §§ 181 and 183 at this one alone', () => {
  const looked = seen('splits', 500);
  fc.assert(fc.property(telling, fc.array(change, { maxLength: 4 }), (given, changes) => {
    looked.count();
    const total = changes.reduce((sum, { value }) => sum + Math.round(value.amount * 100), 0) / 100;
    const split = judgeAddon({ ...given, contract: { ...given.contract, changes } });
    const together = judgeAddon({ ...given, contract: { ...given.contract, changes: [{ on: given.on, value: { amount: total } }] } });
    const none = judgeAddon({ ...given, contract: { ...given.contract, changes: [] } });
    assert.equal(split.verdict, together.verdict);
    assert.equal(split.sums.withThis, together.sums.withThis);
    for (const paragraph of ['Udbudsloven § 181', 'Udbudsloven § 183']) assert.equal(stepOf(split, paragraph), stepOf(none, paragraph));
  }), runs);
  looked.check();
});

void test('a ground that is found holds whatever the open facts turn out to be', () => {
  const looked = seen('open facts filled in', 50);
  fc.assert(fc.property(besideTendered, fc.record(Object.fromEntries(ANSWERS.map((name) => [name, fc.boolean()]))), money, money, day, (given, answers, maximumValue, calledOff, end) => {
    const before = judgeAddon(given);
    const branch = BRANCHES.find(({ verdict }) => verdict === before.verdict);
    if (branch === undefined) return;
    looked.count();
    const told = Object.fromEntries(ANSWERS.map((name) => [name, given.purchase[name] ?? answers[name]]));
    const after = judgeAddon({
      ...given,
      contract: { ...given.contract, maximumValue: given.contract.maximumValue ?? maximumValue, calledOff: given.contract.calledOff ?? calledOff, end: given.contract.end ?? end },
      purchase: { ...given.purchase, ...told },
    });
    assert.equal(stepOf(after, branch.rule.paragraph), 'met');
  }), runs);
  looked.check();
});

void test('without a tendered contract it is always a new purchase, and nobody knowing is always a review', () => {
  fc.assert(fc.property(facts, (given) => {
    const none = judgeAddon({ ...given, contract: { ...given.contract, tendered: false } });
    assert.equal(none.verdict, 'new-purchase');
    assert.equal(none.ground, null);
    assert.match(none.steps[0]?.because.en ?? '', /^No tendered base contract/);
    const unknown = judgeAddon({ ...given, contract: { ...given.contract, tendered: null } });
    assert.equal(unknown.verdict, 'review');
    assert.equal(unknown.likely, null);
    assert.ok(unknown.missing.some(({ fact }) => fact === 'contract.tendered'));
  }), runs);
});

void test('a review says what is missing or rests on a rule that is to be judged, and each answer is what the engine then says', () => {
  const looked = seen('answers', 200);
  fc.assert(fc.property(besideTendered, (given) => {
    const { verdict, missing, steps } = judgeAddon(given);
    if (verdict === 'review') assert.ok(missing.length > 0 || steps.some(({ result }) => result === 'review'));
    for (const { fact, answers } of missing) {
      for (const { answer, verdict: then, tenderRequired } of answers) {
        looked.count();
        const asked = judgeAddon(filled(given, fact, answer));
        assert.deepEqual([asked.verdict, asked.tenderRequired], [then, tenderRequired], `${fact} ${String(answer)}`);
      }
    }
  }), { numRuns: runs.numRuns / 5 });
  looked.check();
});

function filled(given: AddonFacts, fact: string, answer: string | boolean | number): AddonFacts {
  const value = typeof answer === 'number' ? { amount: answer } : answer;
  const [room = '', name = ''] = fact.split('.');
  if (name === '') return { ...given, [room]: value };
  return { ...given, [room]: { ...given[room as 'contract' | 'purchase'], [name]: value } };
}

void test('the same facts give the same answer, and a buyer, a kind and a list that are left out are the default', () => {
  fc.assert(fc.property(facts, (given) => {
    const bare = { ...given, buyer: null, purchase: { ...given.purchase, kind: null }, contract: { ...given.contract, changes: null } };
    const full: AddonFacts = { ...bare, buyer: 'municipality', purchase: { ...bare.purchase, kind: given.contract.kind }, contract: { ...bare.contract, changes: [] } };
    assert.deepEqual(written(judgeAddon(bare), 'en'), written(judgeAddon(full), 'en'));
  }), { numRuns: runs.numRuns / 5 });
});
