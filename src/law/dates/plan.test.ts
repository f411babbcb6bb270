import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readYaml } from '../data.ts';
import type { PlanResult } from './plan.result.ts';
import { planFacts } from './plan.facts.ts';
import { planProcedure } from './plan.ts';

interface Case {
  readonly case: string;
  readonly facts: unknown;
  readonly result?: Partial<PlanResult>;
  readonly steps?: Readonly<Record<string, string>>;
}

function plan(facts: unknown): PlanResult {
  const read = planFacts.read(facts);
  assert.ok(read.ok, read.ok ? '' : read.failure.message);
  return planProcedure(read.value);
}

void describe('whole procedures', () => {
  for (const one of readYaml('dates/plan.cases.yaml') as readonly Case[]) {
    void test(one.case, () => {
      const result = plan(one.facts);
      for (const [name, value] of Object.entries(one.result ?? {})) assert.equal(result[name as keyof PlanResult], value, name);
      if (one.steps !== undefined) assert.deepEqual(Object.fromEntries(result.steps.map(({ id, last }) => [id, last])), one.steps);
    });
  }
});

function shown(facts: object): PlanResult['steps'] {
  return plan({ procedure: 'open', start: '2026-01-12', electronic: true, ...facts }).steps;
}

void test('a step of the law is shown with its rule, one of the buyer’s own with the days that it was given', () => {
  const [tenders, evaluation] = shown({ evaluationDays: 10 });
  assert.deepEqual([tenders?.days, tenders?.counting, tenders?.paragraph, tenders?.note], [30, 'calendar', 'Udbudsloven § 57', null]);
  assert.ok((tenders?.findings.length ?? 0) > 0);
  assert.deepEqual([evaluation?.days, evaluation?.counting, evaluation?.paragraph, evaluation?.note, evaluation?.findings], [10, 'working', null, null, []]);
  for (const [evaluationDays, isNoted] of [[null, true], [0, true], [1, false]] as const) {
    const own = shown({ evaluationDays })[1];
    assert.deepEqual([own?.days, own?.note?.en.startsWith('1 working day is reckoned with here') ?? false], [1, isNoted]);
  }
});

function movedFrom(start: string): readonly (string | null)[] {
  return plan({ procedure: 'open', evaluationDays: 1, electronic: false, start }).steps.map(({ lastIfClosed }) => lastIfClosed);
}

void test('a day that is closed by custom alone moves what comes after it, and only then is that told', () => {
  assert.deepEqual(movedFrom('2026-01-12'), [null, null, null, null]);
  assert.deepEqual(movedFrom('2026-05-01'), ['2026-06-08', '2026-06-09', '2026-06-24', '2026-06-25']);
  const { inTime } = plan({ procedure: 'open', evaluationDays: 1, start: '2026-05-01', mustRunBy: '2026-06-24' });
  assert.equal(inTime, null);
});

function notesOf(facts: object): readonly string[] {
  return plan({ start: '2026-01-12', ...facts }).notes.map(({ en }) => en.split(' ').slice(0, 4).join(' '));
}

void test('what is told of a plan as a whole', () => {
  assert.deepEqual(notesOf({ procedure: 'open' }), ['All periods are the']);
  assert.deepEqual(notesOf({ procedure: 'negotiated' }), ['All periods are the', 'No time for negotiation']);
  assert.deepEqual(notesOf({ procedure: 'negotiated', negotiationDays: 1 }), ['All periods are the']);
  assert.deepEqual(notesOf({ procedure: 'open', start: '2015-06-01' }), ['The rules of the']);
  const [, counted] = plan({ procedure: 'dis-purchase', start: '2026-05-05' }).notes;
  const [, leftOut] = plan({ procedure: 'dis-purchase', start: '2026-05-05', standstill: false }).notes;
  assert.match(counted?.en ?? '', /It is reckoned with\.$/);
  assert.match(leftOut?.en ?? '', /is left out\./);
  assert.deepEqual(plan({ procedure: 'open', start: '2015-06-01' }).unverified.map(({ paragraph }) => paragraph), ['Udbudsloven § 57']);
  assert.ok(plan({ procedure: 'open', start: '2026-01-12' }).unverified.some(({ paragraph }) => paragraph.startsWith('Klagenævnsloven')));
});

void test('a plan needs a day', () => {
  const read = planFacts.read({ procedure: 'open' });
  assert.ok(!read.ok && read.failure.place === 'start');
});
