import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Compile } from 'typebox/compile';
import { unwrap } from '#base';
import { readYaml } from '../data.ts';
import { written } from '../written.ts';
import { judgeAddon } from './addon.ts';
import { readAddonFacts } from './addon.facts.ts';
import { ADDON_VERDICTS, AddonResultSchema } from './addon.result.ts';

interface Case {
  readonly case: string;
  readonly facts: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
}

const CASES = readYaml('addon/addon.cases.yaml') as readonly Case[];
const result = Compile(AddonResultSchema);

void describe('whole cases', () => {
  for (const one of CASES) {
    void test(one.case, () => {
      for (const lang of ['da', 'en'] as const) {
        const answer = JSON.parse(JSON.stringify(written(judgeAddon(unwrap(readAddonFacts(one.facts))), lang))) as Record<string, unknown>;
        assert.deepEqual(result.Errors(answer), []);
        for (const [key, value] of Object.entries(one.expected)) assert.deepEqual(answer[key], value, `${key}: ${JSON.stringify(answer['steps'])}`);
      }
    });
  }
});

void test('every verdict has a case', () => {
  assert.deepEqual(new Set(CASES.map(({ expected }) => expected['verdict'])), new Set(ADDON_VERDICTS));
});

void test('a new purchase says so in its last step, and nothing else does', () => {
  for (const { facts } of CASES) {
    const { verdict, steps } = judgeAddon(unwrap(readAddonFacts(facts)));
    const closing = steps.filter(({ paragraph }) => paragraph === 'Direktiv 2014/24/EU artikel 72, stk. 5');
    assert.equal(closing.length, verdict === 'new-purchase' ? 1 : 0);
    if (verdict === 'new-purchase') assert.equal(steps.at(-1), closing[0]);
  }
});

void test('before Udbudsloven each step says in its language that its rule was not in force', () => {
  const old = CASES.map(({ facts }) => unwrap(readAddonFacts(facts))).filter(({ on, contract }) => on < '2016-01-01' && contract.tendered === true);
  assert.ok(old.length > 0);
  for (const facts of old) {
    const [base, ...rules] = judgeAddon(facts).steps;
    assert.equal(base?.result, 'met');
    assert.equal(rules.length, 6);
    for (const { result, because } of rules) {
      assert.equal(result, 'review');
      assert.match(because.da, /^Reglen gjaldt ikke endnu/);
      assert.match(because.en, /^The rule was not yet in force/);
    }
    assert.ok(judgeAddon({ ...facts, on: '2016-01-01' }).steps.every(({ because }) => !because.en.startsWith('The rule was not yet in force')));
  }
});
