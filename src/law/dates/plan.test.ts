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

void test('a plan needs a day', () => {
  const read = planFacts.read({ procedure: 'open' });
  assert.ok(!read.ok && read.failure.place === 'start');
});
