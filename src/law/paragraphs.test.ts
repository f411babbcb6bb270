/** The cases that stand beside each paragraph, tried one by one. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { readYaml } from './data.ts';
import type { Finding } from './finding.ts';
import { oere } from './kroner.ts';
import { judgeSmallChange, type SmallChangeFacts } from './udbudsloven/p180-small-change.ts';

interface Case {
  readonly case: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly result: Finding['result'];
}

/** The name of a file of cases, and the judge that it is for. Amounts in the files are kroner. */
const JUDGES: Readonly<Record<string, (facts: Case['facts']) => Finding>> = {
  'udbudsloven/p180-small-change': (facts) => judgeSmallChange(withMoney(facts, ['value', 'sum']) as SmallChangeFacts),
};

function withMoney(facts: Case['facts'], names: readonly string[]): unknown {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, names.includes(name) && typeof value === 'number' ? oere(value) : value]));
}

void test('every file of cases has its judge, and every judge its cases', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) => /\/p\d+[^/]*\.cases\.yaml$/.test(name));
  assert.deepEqual(files.map((name) => name.split(path.sep).join('/').replace('.cases.yaml', '')).toSorted(), Object.keys(JUDGES).toSorted());
});

for (const [name, judge] of Object.entries(JUDGES)) {
  void describe(name, () => {
    for (const one of readYaml(`${name}.cases.yaml`) as readonly Case[]) {
      void test(one.case, () => {
        const { result, because } = judge(one.facts);
        assert.equal(result, one.result, because.en);
      });
    }
  });
}
