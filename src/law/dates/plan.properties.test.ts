/** What must hold for every plan of a procedure, whatever its facts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { addWorkingDays, LANGUAGES } from '#base';
import { written } from '../written.ts';
import { PROCEDURES, type PlanFacts } from './plan.facts.ts';
import { PLAN_STEPS, PlanResultSchema } from './plan.result.ts';
import { planProcedure } from './plan.ts';

const plus = (text: string, days: number): string => Temporal.PlainDate.from(text).add({ days }).toString();
const anyDay = fc.integer({ min: 0, max: 4000 }).map((days) => plus('2017-06-01', days));
const anyTruth = fc.constantFrom(true, false, null);
const days = fc.option(fc.integer({ min: 0, max: 30 }), { nil: null });
const anyFacts: fc.Arbitrary<PlanFacts> = fc.record({
  procedure: fc.constantFrom(...PROCEDURES), start: anyDay, electronic: anyTruth, urgent: anyTruth, standstill: anyTruth,
  agreedDays: days, selectionDays: days, negotiationDays: days, evaluationDays: days,
});

void test('each step begins where the one before it ended, and own steps take the working days given', () => {
  fc.assert(fc.property(anyFacts, (facts) => {
    const { steps, start, signature } = planProcedure(facts);
    assert.equal(start, facts.start);
    assert.deepEqual(steps.map(({ id }) => id), PLAN_STEPS.filter((id) => steps.some((step) => step.id === id)));
    let at = start ?? '';
    for (const { id, from, last, paragraph, days } of steps.slice(0, -1)) {
      assert.equal(from, at);
      assert.ok(last > from);
      if (paragraph === null) assert.equal(last, addWorkingDays(Temporal.PlainDate.from(from), days).toString(), id);
      at = last;
    }
    assert.equal(signature, steps.at(-2)?.id === 'standstill' ? plus(at, 1) : at);
    assert.equal(steps.at(-1)?.last, signature);
  }), { numRuns: 300 });
});

void test('from the latest start the contract is signed in time, and from no later one', () => {
  fc.assert(fc.property(anyFacts, anyDay, (given, mustRunBy) => {
    const facts: PlanFacts = { ...given, start: null };
    const { lastStart, start, signature } = planProcedure({ ...facts, mustRunBy });
    assert.ok(lastStart !== null && signature !== null && signature <= mustRunBy);
    assert.equal(start, lastStart);
    for (let late = 1; late <= 14; late++) assert.ok((planProcedure({ ...facts, start: plus(lastStart, late) }).signature ?? '') > mustRunBy);
  }), { numRuns: 60 });
});

void test('a later start never signs earlier, and more days of one’s own neither', () => {
  fc.assert(fc.property(anyFacts, fc.integer({ min: 1, max: 30 }), (facts, more) => {
    const { signature } = planProcedure(facts);
    assert.ok((planProcedure({ ...facts, start: plus(facts.start ?? '', more) }).signature ?? '') >= (signature ?? ''));
    assert.ok((planProcedure({ ...facts, evaluationDays: (facts.evaluationDays ?? 0) + more }).signature ?? '') >= (signature ?? ''));
  }), { numRuns: 200 });
});

void test('a plan in one language has the shape that it promises', () => {
  const schema = Compile(PlanResultSchema);
  fc.assert(fc.property(anyFacts, anyDay, (facts, mustRunBy) => {
    for (const lang of LANGUAGES) {
      const answer = JSON.parse(JSON.stringify(written(planProcedure({ ...facts, mustRunBy }), lang))) as unknown;
      assert.ok(schema.Check(answer), JSON.stringify(schema.Errors(answer)));
    }
  }), { numRuns: 50 });
});
