import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unwrap } from '#base';
import { INDICATORS } from '../indicators/list.ts';
import { defaultSettings, readSettings } from './settings.ts';

const codes = (text: string): readonly string[] => unwrap(readSettings(text)).runs.map(({ code }) => code);
const refusal = (text: string): string => {
  const result = readSettings(text);
  return result.ok ? assert.fail(`accepted: ${text}`) : `${result.failure.message} ${result.failure.help ?? ''}`;
};

describe('settings of the indicators', () => {
  test('an indicator runs when its section is there, in the order of the codes', () => {
    assert.deepEqual(codes(''), []);
    assert.deepEqual(codes('[R058]\n[R003]\n'), ['R003', 'R058']);
    assert.deepEqual(codes('[R003.procurement_method_details]\nx = 3'), ['R003']);
    assert.deepEqual(defaultSettings().runs, INDICATORS);
    assert.equal(INDICATORS.length, 11);
  });
  test('the defaults are the published ones', () => {
    const { numbers, lists } = defaultSettings();
    assert.deepEqual(Object.fromEntries(numbers), {
      'R003.threshold': 15, 'R024.threshold': null, 'R025.percentile': 75, 'R025.threshold': null, 'R035.threshold': 1, 'R038.threshold': null, 'R038.minimum_submitted_bids': 2,
      'R038.minimum_contracting_processes': 2, 'R048.digits': 2, 'R048.threshold': null, 'R048.minimum_contracting_processes': 20, 'R058.threshold': null,
    });
    assert.deepEqual(Object.fromEntries(lists), { 'R003.procurement_methods': [], 'R018.procurement_methods': ['open', 'selective'] });
  });
  test('values, lists, comments, quotes, byte order mark and line ends of Windows', () => {
    const read = unwrap(readSettings('\ufeff; a comment\r\ncurrency = "DKK"\r\n# another\r\nno_price_comparison_procurement_methods=a b | c|c||\r\n[exclusions]\r\nprocurement_method_details : x\r\n [ R003 ]\r\nthreshold=-3\r\n[R024]\nthreshold = .5e-1\n[R003.procurement_method_details]\nOffentligt udbud = 30\n'));
    assert.equal(read.texts.get('currency'), 'DKK');
    assert.deepEqual(read.lists.get('no_price_comparison_procurement_methods'), ['a b ', ' c', 'c', '']);
    assert.deepEqual(read.lists.get('exclusions.procurement_method_details'), ['x']);
    assert.deepEqual([read.numbers.get('R003.threshold'), read.numbers.get('R024.threshold')], [-3, 0.05]);
    assert.deepEqual([...read.days.get('R003.procurement_method_details') ?? []], [['Offentligt udbud', 30]]);
  });
  test('sections for preparing data are passed over', () => assert.deepEqual(codes('[defaults]\ncurrency = USD\n[codelists.bid_status]\nqualified = valid\n[R018]'), ['R018']));
  for (const [text, ...words] of [
    ['[R024]\nthresold = 1', 'line 2', '"thresold"', 'threshold'], ['currncy = DKK', 'line 1', 'currency'], ['[R999]', 'R999', '[R003]'], ['[R024.x]', 'R024.x'], ['[r003]', 'r003'],
    ['[R028]\nthreshold = 1', 'no settings'], ['[R003]\nprocurement_method_details = 3', 'procurement_method_details'], ['[R035]\nthreshold = 1.5', 'whole number'], ['[R035]\nthreshold = -1', 'whole number'],
    ['[R025]\npercentile = 101', 'from 0 to 100'], ['[R024]\nthreshold = five', '"five"'], ['[R024]\nthreshold =', 'empty'], ['[R024]\nthreshold = 1e999', '1e999'], ['[R024]\nthreshold = 0.05 ; close', 'close'],
    ['[R003]\nthreshold = 99999999999', '4000000'], ['[R003.procurement_method_details]\nx = soon', 'soon'], ['nonsense', 'line 1'], ['= 3', 'line 1'], ['[R003', 'line 1'], ['[R003]\n[R003]', 'second time'],
    ['[R024]\nthreshold = 1\nthreshold = 2', 'line 3'], ['[R024]\n__proto__ = 1', '__proto__'], ['constructor = 1', 'constructor'],
  ] as const) {
    test(`refused: ${text.replaceAll('\n', ' / ')}`, () => {
      for (const word of words) assert.ok(refusal(text).includes(word), `${word} in: ${refusal(text)}`);
    });
  }
});
