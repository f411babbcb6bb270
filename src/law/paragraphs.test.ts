/** The cases that stand beside each paragraph, tried one by one. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { readYaml } from './data.ts';
import type { Finding } from './finding.ts';
import { oere } from './kroner.ts';
import { judgeTenderedContract, type TenderedContractFacts } from './directive/a072-tendered-contract.ts';
import { judgeCallOff, type CallOffFacts } from './udbudsloven/p095-call-off.ts';
import { judgeBasicElements, type BasicElementsFacts } from './udbudsloven/p178-basic-elements.ts';
import { judgeOption, type OptionFacts } from './udbudsloven/p179-option.ts';
import { judgeStandstill } from './klagenaevnsloven/p003-standstill.ts';
import { judgeExAnteWait } from './klagenaevnsloven/p004-ex-ante.ts';
import { judgeComplaint } from './klagenaevnsloven/p007-complaint.ts';
import { judgeCounting } from './regulation1182/a003-counting.ts';
import { judgeDis } from './udbudsloven/p101-dis-time.ts';
import { judgeAwardNotice } from './udbudsloven/p129-award-notice.ts';
import { judgeOpenTenders } from './udbudsloven/p057-open-time.ts';
import { judgeRestrictedApplications } from './udbudsloven/p059-applications.ts';
import { judgeAgreedTenders } from './udbudsloven/p060-agreed.ts';
import { judgePriorInformation } from './udbudsloven/p060-prior-information.ts';
import { judgeRestrictedTenders } from './udbudsloven/p060-tenders.ts';
import { judgeNegotiated } from './udbudsloven/p061-negotiated-time.ts';
import { judgeExtension } from './udbudsloven/p093-extension.ts';
import type { Truth } from './truth.ts';
import { judgeMaximum, type MaximumFacts } from './directive/c023-20-maximum.ts';
import { judgeNarrowing } from './udbudsloven/p002-principles.ts';
import { judgeThreshold, type ThresholdFacts } from './udbudsloven/p006-threshold.ts';
import { judgeSmallLot, type SmallLotFacts } from './udbudsloven/p008-small-lots.ts';
import { judgeTerm } from './udbudsloven/p095-framework-term.ts';
import { judgeParties } from './udbudsloven/p096-parties.ts';
import { judgeScope } from './udbudsloven/p097-terms.ts';
import { judgeObjectiveCriteria, type AwardModel } from './udbudsloven/p098-award-model.ts';
import { judgeDisInvitation } from './udbudsloven/p101-dynamic-purchasing.ts';
import { judgeDisScope } from './udbudsloven/p102-dis-notice.ts';
import { judgeCrossBorder, type CrossBorderFacts } from './udbudsloven/p191-cross-border.ts';
import { judgeMarketTerms } from './udbudsloven/p193-market-terms.ts';
import { judgeSmallChange, type SmallChangeFacts } from './udbudsloven/p180-small-change.ts';
import { judgeAdditionalDelivery, type AdditionalDeliveryFacts } from './udbudsloven/p181-additional-delivery.ts';
import { judgeUnforeseeable, type UnforeseeableFacts } from './udbudsloven/p183-unforeseeable.ts';

interface Case {
  readonly case: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly result: Finding['result'];
  /** Words of the reason, in English. */
  readonly because?: string;
}

/** The name of a file of cases, and the judge that it is for. Amounts in the files are kroner. */
const JUDGES: Readonly<Record<string, (facts: Case['facts']) => Finding>> = {
  'directive/a072-tendered-contract': (facts) => judgeTenderedContract(facts as unknown as TenderedContractFacts),
  'udbudsloven/p095-call-off': (facts) => judgeCallOff(withMoney(facts, ['value', 'maximumValue', 'calledOff']) as CallOffFacts),
  'udbudsloven/p178-basic-elements': (facts) => judgeBasicElements(facts as unknown as BasicElementsFacts),
  'udbudsloven/p179-option': (facts) => judgeOption(facts as unknown as OptionFacts),
  'directive/c023-20-maximum': (facts) => judgeMaximum(withMoney(facts, ['maximum', 'calledOff', 'value']) as MaximumFacts),
  'udbudsloven/p002-principles': (facts) => judgeNarrowing(facts as { needsNarrowedToOne: Truth }),
  'udbudsloven/p006-threshold': (facts) => judgeThreshold(withMoney(facts, ['value']) as ThresholdFacts),
  'udbudsloven/p008-small-lots': (facts) => judgeSmallLot(withMoney(facts, ['lot', 'outside', 'lots']) as SmallLotFacts),
  'udbudsloven/p095-framework-term': (facts) => judgeTerm(facts as { inTerm: Truth }),
  'udbudsloven/p096-parties': (facts) => judgeParties(facts as { namedInNotice: Truth }),
  'udbudsloven/p097-terms': (facts) => judgeScope(facts as { inScope: Truth }),
  'udbudsloven/p098-award-model': (facts) => judgeObjectiveCriteria(facts as { objectiveCriteriaMet: Truth }),
  'udbudsloven/p101-dynamic-purchasing': (facts) => judgeDisInvitation(facts as { awardModel: AwardModel | null }),
  'udbudsloven/p102-dis-notice': (facts) => judgeDisScope(facts as { inScope: Truth }),
  'udbudsloven/p191-cross-border': (facts) => judgeCrossBorder(facts as unknown as CrossBorderFacts),
  'udbudsloven/p193-market-terms': (facts) => judgeMarketTerms(withMoney(facts, ['value']) as { value: bigint }),
  'udbudsloven/p180-small-change': (facts) => judgeSmallChange(withMoney(facts, ['value', 'sum']) as SmallChangeFacts),
  'udbudsloven/p181-additional-delivery': (facts) => judgeAdditionalDelivery(withMoney(facts, ['value', 'contractValue']) as AdditionalDeliveryFacts),
  'udbudsloven/p183-unforeseeable': (facts) => judgeUnforeseeable(withMoney(facts, ['value', 'contractValue']) as UnforeseeableFacts),
  ...judgedAsGiven({
    'udbudsloven/p057-open-time': judgeOpenTenders,
    'udbudsloven/p059-applications': judgeRestrictedApplications,
    'udbudsloven/p060-tenders': judgeRestrictedTenders,
    'udbudsloven/p060-prior-information': judgePriorInformation,
    'udbudsloven/p060-agreed': judgeAgreedTenders,
    'udbudsloven/p061-negotiated-time': judgeNegotiated,
    'udbudsloven/p093-extension': judgeExtension,
    'udbudsloven/p101-dis-time': judgeDis,
    'udbudsloven/p129-award-notice': judgeAwardNotice,
    'klagenaevnsloven/p003-standstill': judgeStandstill,
    'klagenaevnsloven/p004-ex-ante': judgeExAnteWait,
    'klagenaevnsloven/p007-complaint': judgeComplaint,
    'regulation1182/a003-counting': judgeCounting,
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
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) => /[/\\][acp]\d+[^/\\]*\.cases\.yaml$/.test(name));
  assert.deepEqual(files.map((name) => name.split(path.sep).join('/').replace('.cases.yaml', '')).toSorted(), Object.keys(JUDGES).toSorted());
});

for (const [name, judge] of Object.entries(JUDGES)) {
  void describe(name, () => {
    for (const one of readYaml(`${name}.cases.yaml`) as readonly Case[]) {
      void test(one.case, () => {
        const { result, because } = judge(one.facts);
        assert.equal(result, one.result, because.en);
        assert.ok(because.en.includes(one.because ?? ''), because.en);
      });
    }
  });
}
