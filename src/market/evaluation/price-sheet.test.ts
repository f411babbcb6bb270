import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unwrap } from '#base';
import { sheetFaults, sheetTotals, type Sheet } from './price-sheet.ts';

const line = (number: string, quantity: number, kind: 'base' | 'option' | 'evaluated option') => (
  { number, name: `Linje ${number}`, unit: 'stk.', quantity, option: kind !== 'base', evaluated: kind !== 'option' });
const sheet: Sheet = { currency: 'DKK', lines: [line('1', 12, 'base'), line('2', 1, 'base'), line('3.1', 40, 'evaluated option'), line('3.2', 2, 'option')] };
const prices = { '1': '1000.10', '2': '0', '3.1': '850', '3.2': '99.99' };

void test('the sums of a price sheet, options that are not evaluated kept out', () => {
  const { base, optionsEvaluated, optionsNotEvaluated, evaluated, lines } = unwrap(sheetTotals(sheet, prices));
  assert.deepEqual([base, optionsEvaluated, optionsNotEvaluated, evaluated].map(({ minor }) => minor), [1_200_120n, 3_400_000n, 19_998n, 4_600_120n]);
  assert.deepEqual(lines.map(({ number, total }) => [number, total.minor]), [['1', 1_200_120n], ['2', 0n], ['3.1', 3_400_000n], ['3.2', 19_998n]]);
});

void test('a sheet with a gap, a stray line or an amount that is none has no sum', () => {
  const places = [{ '1': '1', '2': '1', '3.1': '1' }, { ...prices, '4': '1' }, { ...prices, '2': '1.234' }, { ...prices, '2': '-1' }, { ...prices, '2': 'free' }]
    .map((one) => { const result = sheetTotals(sheet, one); return result.ok ? null : result.failure.place; });
  assert.deepEqual(places, ['3.2', '4', '2', '2', '2']);
});

void test('faults of the sheet itself', () => {
  assert.deepEqual(sheetFaults(sheet), []);
  assert.deepEqual(sheetFaults({ currency: 'DKK', lines: [line('1', 0, 'base'), line('1', 0, 'option'), { ...line('2', 3, 'base'), evaluated: false }] }), [
    { code: 'line-twice', line: '1' }, { code: 'base-not-evaluated', line: '2' }, { code: 'nothing-evaluated', line: null },
  ]);
});
