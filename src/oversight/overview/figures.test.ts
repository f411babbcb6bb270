import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { figureText, type FigureValue } from './figures.ts';
import { OVERVIEW_FOLDER } from './overviews.ts';
import { readOverview } from './read.ts';

const prices = readFileSync(path.join(OVERVIEW_FOLDER, 'kmd-prices/overview.yaml'), 'utf8');
function told(from: string, to: string): string {
  assert.ok(prices.includes(from), from);
  const result = readOverview(prices.replace(from, to), { file: 'overview.yaml', id: 'kmd-prices', today: '2026-11-26', isMunicipality: () => true });
  return result.ok ? '' : result.failure.map(({ message, help }) => `${message} ${help}`).join('\n');
}

void test('a figure in words: one value, a range, up to, in both languages', () => {
  for (const [value, da, en] of [
    [{ unit: 'times', value: '8' }, '8 gange', '8 times'],
    [{ unit: 'times', high: '26' }, 'op til 26 gange', 'up to 26 times'],
    [{ unit: 'times', low: '2.5', high: '26' }, '2,5\u00a0\u2013\u00a026 gange', '2.5\u00a0\u2013\u00a026 times'],
    [{ unit: 'percent', low: '8' }, 'fra 8\u00a0%', 'from 8\u00a0%'],
    [{ unit: 'amount', low: '1000', high: '1500', currency: 'DKK' }, '1.000\u00a0\u2013\u00a01.500\u00a0kr.', '1,000\u00a0\u2013\u00a01,500\u00a0DKK'],
    [{ unit: 'amount', value: '55000000', currency: 'DKK' }, '55,0\u00a0mio.\u00a0kr.', 'DKK\u00a055.0\u00a0million'],
    // Rounded it would be another figure.
    [{ unit: 'amount', value: '2804712345', currency: 'DKK' }, '2.804.712.345\u00a0kr.', '2,804,712,345\u00a0DKK'],
    [{ unit: 'amount', value: '2804700000', currency: 'DKK' }, '2.804.700.000\u00a0kr.', '2,804,700,000\u00a0DKK'],
    [{ unit: 'count', value: '180' }, '180', '180'],
  ] as const satisfies readonly (readonly [FigureValue, string, string])[]) assert.deepEqual([figureText(value, 'da'), figureText(value, 'en')], [da, en]);
});

describe('a figure is refused, with its line and what to do', () => {
  for (const [what, from, to, message] of [
    ['without what it does not show', `    notShown:
      da: hvad konkurrence gør ved prisen. Det er én`, `    notHidden:
      da: hvad konkurrence gør ved prisen. Det er én`, /line \d+: (?:the field "notShown" is missing|there is no field "notHidden")/],
    ['without what it rests on', '    basis:\n', '    bases:\n', /line \d+: (?:the field "basis" is missing|there is no field "bases")/],
    ['without a source', 'sources: [kit-2012]\n    date', 'sources: []\n    date', /line \d+: sources: this is not what belongs there Write the ids of its sources/],
    ['without a value', 'value: "8"\n    about', 'about', /line \d+: a figure without a value Write value: "8"/],
    ['with a value and a range', 'value: "8"\n    about', 'value: "8"\n    high: "9"\n    about', /line \d+: a figure is one value or a range, not both/],
    ['turned round', 'low: "1000"', 'low: "10000"', /line \d+: the range begins at 10000, above its end at 1500 Turn them round/],
    ['an amount without a currency', '    currency: DKK\n    per: { da: pr. indbygger', '    per: { da: pr. indbygger', /line \d+: an amount without a currency/],
    ['a currency at what is no amount', 'unit: times\n    value: "8"', 'unit: times\n    currency: DKK\n    value: "8"', /line \d+: a currency at a figure that counts times/],
    ['a number without quotes', 'value: "8"\n    about', 'value: 8\n    about', /line \d+: value: this is not what belongs there Write an amount in quotes/],
    ['of a party without an outcome', '    kind: outcome\n    outcome: settled\n    amount: "55000000"\n    currency: DKK\n', '    kind: view\n', /KMD is named without what came of it[\s\S]*KMD is named without its own words/],
    ['of a party that was not heard', 'outcome: settled', 'outcome: not-known', /KMD is named without its own words/],
  ] as const) test(what, () => assert.match(told(from, to), message));
  test('a system without a name', () => assert.match(told('subject: supplier', 'subject: system'), /line \d+: a system without a name Write the names/));
});
