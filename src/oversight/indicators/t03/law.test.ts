/** SQL finds chains of add-ons; the rule engine judges them. Both must draw the line of § 180 at the same krone, on the same day. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { JsonObject } from '#base';
import { judgeAddon } from '#law';
import { openReleases } from '#register';
import { runQuestions } from '../../own/run.store.ts';
import { defaultsOf } from '../../settings/settings.ts';
import { t03 } from './indicator.ts';

interface Chain {
  readonly kind: 'goods' | 'services' | 'works';
  readonly original: number;
  readonly added: readonly number[];
  /** ISO date of the last. */
  readonly on: string;
}

/** Near the lines that the law draws as often as away from them: shares and thresholds of any period, and a krone beside. */
const added = fc.oneof(
  fc.integer({ min: 1, max: 200_000 }), fc.constantFrom(99_999, 100_000, 149_999, 150_000, 500_000, 500_001),
  fc.constantFrom(1_558_409, 1_645_367, 1_595_391, 1_601_944, 1_644_638, 41_212_688).chain((at) => fc.constantFrom(at - 1, at)),
);
const chain: fc.Arbitrary<Chain> = fc.record({
  kind: fc.constantFrom('goods', 'services', 'works'),
  original: fc.constantFrom(1_000_000, 10_000_000, 500_000_000),
  added: fc.array(added, { minLength: 1, maxLength: 4 }),
  on: fc.constantFrom('2016-01-01', '2017-12-31', '2018-01-01', '2019-12-31', '2021-06-15', '2023-12-31', '2024-01-01', '2025-12-31'),
});

const BUYER = { id: 'K', name: 'Ny Kommune', roles: ['buyer'], address: { countryName: 'Denmark' } };
const kroner = (amount: number): JsonObject => ({ value: { amount, currency: 'DKK' } });

function releaseOf(ocid: string, { kind, original, added: steps, on }: Chain): JsonObject {
  const sumOf = (count: number): number => steps.slice(0, count).reduce((sum, step) => sum + step, original);
  const amendments = steps.map((_step, at) => ({ id: String(at), date: on, unstructuredChanges: [{ oldValue: kroner(sumOf(at)), newValue: kroner(sumOf(at + 1)) }] }));
  return {
    ocid, id: '1', date: `${on}T00:00:00Z`, tag: ['contractAmendment'], buyer: { id: 'K' }, parties: [BUYER],
    tender: { id: 't', mainProcurementCategory: kind }, contracts: [{ id: 'c', amendments }],
  };
}

/** Whether § 180 covers the last change, all before it counted. */
function isSmall({ kind, original, added: steps, on }: Chain): boolean {
  const { steps: tests } = judgeAddon({
    on, buyer: 'municipality', purchase: { value: { amount: steps.at(-1) ?? 0 }, characterKept: true },
    contract: { kind, tendered: true, originalValue: { amount: original }, changes: steps.slice(0, -1).map((amount) => ({ on, value: { amount } })) },
  });
  const found = tests.find(({ paragraph }) => paragraph === 'Udbudsloven § 180');
  assert.ok(found !== undefined && found.result !== 'review', 'the engine gives a firm answer to § 180');
  return found.result === 'met';
}

async function outcomesOf(chains: readonly Chain[]): Promise<ReadonlyMap<string, string>> {
  const open = await openReleases(chains.map((one, at) => releaseOf(String(at), one)));
  try {
    for await (const { flagged, others } of runQuestions((sql) => open.query(sql), defaultsOf([t03]))) {
      return new Map([...flagged, ...await others()].map(({ ocid, outcome, reason }) => [ocid, reason ?? outcome]));
    }
  } finally {
    await open.close();
  }
  return assert.fail('the indicator did not run');
}

void test('property: a chain is flagged exactly where the rule engine finds § 180 not met', async () => {
  await fc.assert(fc.asyncProperty(fc.array(chain, { minLength: 150, maxLength: 150 }), async (chains) => {
    const outcomes = await outcomesOf(chains);
    const expected = chains.map((one) => (isSmall(one) ? 'clear' : 'flagged'));
    assert.equal(new Set(expected).size, 2, 'both sides of the line are tried');
    for (const [at, one] of chains.entries()) assert.equal(outcomes.get(String(at)), expected[at], JSON.stringify(one));
  }), { numRuns: 1 });
});
