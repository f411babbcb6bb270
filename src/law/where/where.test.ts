import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { unwrap } from '#base';
import { readYaml } from '../data.ts';
import { written } from '../written.ts';
import { REASONS, WAYS } from './reasons.ts';
import { MATURITIES, NEEDS, PACES, readWhereFacts, STANDARDISATIONS, type WhereFacts } from './where.facts.ts';
import { WhereResultSchema } from './where.result.ts';
import { judgeWhere } from './where.ts';

interface Case {
  readonly case: string;
  readonly facts: unknown;
  readonly ranked: readonly string[];
}

const json = Compile(WhereResultSchema);
const values = { maturity: MATURITIES, standardisation: STANDARDISATIONS, pace: PACES, need: NEEDS, sharedWithOthers: [true, false] } as const;
const maybe = <T>(list: readonly T[]): fc.Arbitrary<T | null> => fc.constantFrom<T | null>(...list, null);
const facts: fc.Arbitrary<WhereFacts> = fc.record({
  maturity: maybe(MATURITIES), standardisation: maybe(STANDARDISATIONS), pace: maybe(PACES), need: maybe(NEEDS), sharedWithOthers: maybe([true, false]),
});

void describe('where a need is bought', () => {
  for (const one of readYaml('where/where.cases.yaml') as readonly Case[]) {
    void test(one.case, () => {
      const result = judgeWhere(unwrap(readWhereFacts(one.facts)));
      assert.deepEqual(result.ranked.map(({ id }) => id), one.ranked);
      for (const { id, for: why, against } of result.ranked) assert.ok(why.length + against.length > 0, id);
      assert.deepEqual([...json.Errors(JSON.parse(JSON.stringify(written(result, 'da'))))], []);
    });
  }
});

void test('every reason is for an answer that can be given, and every answer says something', () => {
  for (const { fact, answer } of REASONS) assert.ok((values[fact] as readonly unknown[]).includes(answer), `${fact}: ${String(answer)}`);
  for (const [fact, answers] of Object.entries(values)) {
    for (const answer of answers) assert.ok(REASONS.some((reason) => reason.fact === fact && reason.answer === answer), `${fact}: ${String(answer)}`);
  }
});

void test('all four ways are always there, in falling order, and an answer that is missing brings what was said it would', () => {
  const first = new Set<string>();
  fc.assert(fc.property(facts, (given) => {
    const { ranked, missing } = judgeWhere(given);
    assert.deepEqual(new Set(ranked.map(({ id }) => id)), new Set(WAYS));
    assert.deepEqual(ranked.map(({ score }) => score), ranked.map(({ score }) => score).toSorted((one, other) => other - one));
    first.add(ranked[0]?.id ?? '');
    for (const { fact, answers } of missing) for (const { answer, verdict } of answers) assert.equal(judgeWhere({ ...given, [fact]: answer }).ranked[0]?.id, verdict);
  }), { numRuns: 500 });
  assert.deepEqual(first, new Set(WAYS));
});

void test('nothing is weighed when nothing is known', () => {
  const { ranked, missing } = judgeWhere({});
  assert.deepEqual(ranked.map(({ id, score }) => [id, score]), WAYS.map((id) => [id, 0]));
  assert.equal(missing.length, 5);
});
