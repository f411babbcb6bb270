import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { countryCode } from '../country.ts';
import { PAIR_LABELS, PAIR_STRATA, parseLabelledPairs, readLabelledPairs, type LabelledPair } from './labelled-pairs.ts';
import type { Mention } from './mention.ts';

const pairs = readLabelledPairs();
const text = readFileSync(path.join(import.meta.dirname, 'labelled-pairs.ts'), 'utf8');

const written = ({ name, scheme, number, country, locality }: Mention): string => JSON.stringify([name, scheme, number, country, locality]);
const bothWays = ({ a, b }: LabelledPair): string => [written(a), written(b)].toSorted().join(' ');
const count = (label: string, stratum?: string): number => pairs.filter((pair) => pair.label === label && (stratum ?? pair.stratum) === pair.stratum).length;

void test('there are enough pairs, of every label and kind, and the comment counts them', () => {
  assert.ok(pairs.length >= 300);
  for (const stratum of PAIR_STRATA) assert.match(text, new RegExp(`^ \\* ${stratum} +${PAIR_LABELS.map((label) => count(label, stratum)).join(' +')}(?: |$)`, 'm'));
  assert.match(text, new RegExp(`^ \\* all +${PAIR_LABELS.map((label) => count(label)).join(' +')} +${pairs.length} pairs$`, 'm'));
  for (const label of PAIR_LABELS) assert.ok(count(label) > pairs.length / 10, label);
});

void test('no pair stands twice, in either order, and none is an organisation with itself', () => {
  assert.equal(new Set(pairs.map(bothWays)).size, pairs.length);
  assert.deepEqual(pairs.filter(({ a, b }) => written(a) === written(b)), []);
});

void test('every field is whole text, and every country a code', () => {
  for (const { a, b, reason } of pairs) {
    for (const mention of [a, b]) {
      assert.equal(mention.country === null || countryCode(mention.country) === mention.country, true, mention.country ?? '');
      for (const field of [...Object.values(mention) as (string | null)[], reason]) {
        assert.ok(field === null || (field !== '' && field === field.trim() && field.isWellFormed() && !/\p{Cc}/u.test(field)), field ?? '');
      }
    }
  }
});

void test('a line that is not as it must be is named', () => {
  const header = 'label\ta_name\ta_scheme\ta_number\ta_country\ta_locality\tb_name\tb_scheme\tb_number\tb_country\tb_locality\tstratum\treason';
  const good = 'same\tA\t\t\tDK\t\tB\tDK-CVR\t12345678\t\tAarhus\teasy\tplain';
  assert.deepEqual(parseLabelledPairs(`${header}\n${good}\n`), [{
    label: 'same', stratum: 'easy', reason: 'plain',
    a: { name: 'A', scheme: null, number: null, country: 'DK', locality: null },
    b: { name: 'B', scheme: 'DK-CVR', number: '12345678', country: null, locality: 'Aarhus' },
  }]);
  for (const [bad, said] of [
    ['', /Line 3 .*1 fields where 13/], [`${good}\tmore`, /Line 3 .*14 fields/], [good.replace('same', 'equal'), /Line 3 .*"equal"/],
    [good.replace('easy', 'hard'), /Line 3 .*"hard"/], [good.replace('\tA\t', '\t\t'), /Line 3 .*without a name/], [good.replace('plain', ''), /Line 3 .*no reason/],
  ] as const) assert.throws(() => parseLabelledPairs(`${header}\n${good}\n${bad}\n${good}\n`), said);
  assert.throws(() => parseLabelledPairs(good), /Line 1 /);
});
