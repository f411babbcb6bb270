/** The cases that stand beside each paragraph, tried one by one. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { readYaml } from './data.ts';
import type { Finding } from './finding.ts';
import { oere } from './kroner.ts';
import { judgeStandstill } from './klagenaevnsloven/p3-standstill.ts';
import { judgeExAnteWait } from './klagenaevnsloven/p4-ex-ante.ts';
import { judgeComplaint } from './klagenaevnsloven/p7-complaint.ts';
import { judgeCounting } from './regulation1182/p3-counting.ts';
import { judgeDis } from './udbudsloven/p101-dis.ts';
import { judgeAwardNotice } from './udbudsloven/p129-award-notice.ts';
import { judgeOpenTenders } from './udbudsloven/p57-open.ts';
import { judgeRestrictedApplications } from './udbudsloven/p59-applications.ts';
import { judgeAgreedTenders } from './udbudsloven/p60-agreed.ts';
import { judgePriorInformation } from './udbudsloven/p60-prior-information.ts';
import { judgeRestrictedTenders } from './udbudsloven/p60-tenders.ts';
import { judgeNegotiated } from './udbudsloven/p61-negotiated.ts';
import { judgeExtension } from './udbudsloven/p93-extension.ts';
import { judgeSmallChange, type SmallChangeFacts } from './udbudsloven/p180-small-change.ts';

interface Case {
  readonly case: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly result: Finding['result'];
}

/** The name of a file of cases, and the judge that it is for. Amounts in the files are kroner. */
const JUDGES: Readonly<Record<string, (facts: Case['facts']) => Finding>> = {
  'udbudsloven/p180-small-change': (facts) => judgeSmallChange(withMoney(facts, ['value', 'sum']) as SmallChangeFacts),
  ...judgedAsGiven({
    'udbudsloven/p57-open': judgeOpenTenders,
    'udbudsloven/p59-applications': judgeRestrictedApplications,
    'udbudsloven/p60-tenders': judgeRestrictedTenders,
    'udbudsloven/p60-prior-information': judgePriorInformation,
    'udbudsloven/p60-agreed': judgeAgreedTenders,
    'udbudsloven/p61-negotiated': judgeNegotiated,
    'udbudsloven/p93-extension': judgeExtension,
    'udbudsloven/p101-dis': judgeDis,
    'udbudsloven/p129-award-notice': judgeAwardNotice,
    'klagenaevnsloven/p3-standstill': judgeStandstill,
    'klagenaevnsloven/p4-ex-ante': judgeExAnteWait,
    'klagenaevnsloven/p7-complaint': judgeComplaint,
    'regulation1182/p3-counting': judgeCounting,
  }),
};

/** Judges of facts without amounts: what stands in the file is what they are handed. */
function judgedAsGiven(judges: Readonly<Record<string, (facts: never) => Finding>>): Readonly<Record<string, (facts: Case['facts']) => Finding>> {
  return judges as Readonly<Record<string, (facts: Case['facts']) => Finding>>;
}

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
