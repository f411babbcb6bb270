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
