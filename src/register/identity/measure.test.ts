/** How well organisations are told to be one: precision and recall on the labelled pairs, as docs/adr/0020 states them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { identify } from './identify.ts';
import { JOINED } from './joins.ts';
import { knownOf } from './known.ts';
import { PAIR_STRATA, readLabelledPairs, type LabelledPair } from './labelled-pairs.ts';
import { resolve } from './resolve.ts';

const pairs = readLabelledPairs();
const record = readFileSync(path.join(import.meta.dirname, '../../../docs/adr/0020-organisations-are-one.md'), 'utf8');

/** Which pairs are joined when the register holds every mention of every pair; a pair alone would have it too easy. */
function joinedPairs(corrected: boolean): ReadonlySet<LabelledPair> {
  const facts = new Map(pairs.flatMap(({ a, b }) => [a, b]).map((mention) => [mention, identify(mention, corrected)]));
  const mains = new Map(resolve([...facts.values()].map(knownOf), corrected ? JOINED : []).map(({ key, main }) => [key, main]));
  const mainOf = (mention: LabelledPair['a']): string => mains.get(facts.get(mention)?.key ?? '') ?? '';
  return new Set(pairs.filter(({ a, b }) => mainOf(a) === mainOf(b)));
}

interface Measure {
  readonly right: number;
  readonly wrong: number;
  readonly same: number;
}

function measure(joined: ReadonlySet<LabelledPair>, of: readonly LabelledPair[]): Measure {
  const together = of.filter((pair) => joined.has(pair));
  const right = together.filter(({ label }) => label === 'same').length;
  return { right, wrong: together.length - right, same: of.filter(({ label }) => label === 'same').length };
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));
const row = (name: string, { right, wrong, same }: Measure): string => `| ${name} | ${right} | ${wrong} | ${same} | ${share(right, right + wrong)} | ${share(right, same)} |`;

void test('at least 98 of 100 joined pairs are one organisation, and 90 of 100 pairs of one organisation are joined', (context) => {
  const [corrected, alone] = [joinedPairs(true), joinedPairs(false)];
  const lines = [
    ...PAIR_STRATA.map((stratum) => row(stratum, measure(corrected, pairs.filter((pair) => pair.stratum === stratum)))),
    row('**all**', measure(corrected, pairs)), row('all, rules alone', measure(alone, pairs)),
  ];
  for (const line of lines) context.diagnostic(line);
  const { right, wrong, same } = measure(corrected, pairs);
  assert.ok(right / (right + wrong) >= 0.98 && right / same >= 0.9, `${right} right, ${wrong} wrong, of ${same}`);
  for (const line of lines) assert.ok(record.includes(line), `docs/adr/0020 does not state: ${line}`);
});
