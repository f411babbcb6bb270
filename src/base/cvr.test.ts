import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { isCvr, parseCvr } from './cvr.ts';

const MUNICIPALITIES = join(process.env['TORVET_SHARED'] ?? '../shared', 'data/dk-municipalities/municipalities.csv');

void test('the spellings of real files', () => {
  const cases = [['CVR nr. 25050053', '25050053'], ['DK 27446485', '27446485'], ['25 05 00 53', '25050053'], ['DK27446485', '27446485'], ['CVR-nr.: 25050053', '25050053'],
    ['cvr25050053', '25050053'], ['DK-CVR: 25.05.00.53', '25050053'], ['CVR nummer 25050053', '25050053'], [' 25050053 ', '25050053'], ['2505\u00A00053', '25050053'],
    ['２５０５００５３', '25050053'], ['VAT no. DK 27446485', '27446485'], ['DK/CVR/25050053', '25050053']] as const;
  for (const [text, number] of cases) assert.deepEqual(parseCvr(text), { ok: true, value: number }, text);
});

void test('what is no CVR number is refused with the reason', () => {
  const cases = [['', /no digits/], ['CVR', /no digits/], ['2505005', /7 digits/], ['1012345678', /10 digits/], ['25050054', /check digit/], ['00000000', /begins with 0/],
    ['SE 25050053', /SE number/], ['SE25050053', /SE number/], ['DE 25050053', /other characters/], ['25050053 A/S', /other characters/], ['25O50053', /other characters/], ['9'.repeat(100), /too long/]] as const;
  for (const [text, reason] of cases) {
    const parsed = parseCvr(text);
    assert.ok(!parsed.ok, text);
    assert.match(parsed.failure.message, reason, text);
    assert.ok(parsed.failure.help);
  }
});

void test('a personal number is not repeated in the message', () => {
  const parsed = parseCvr('010203-1234');
  assert.ok(!parsed.ok);
  assert.doesNotMatch(JSON.stringify(parsed.failure), /010203|1234/);
});

void test('any single wrong digit is found, whatever digit it was', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
    const digits = Array.from('25050053');
    digits[at] = String((Number(digits[at]) + shift) % 10);
    assert.equal(isCvr(digits.join('')), false);
  }));
});

void test('the number survives any of the spellings', () => {
  const separators = fc.constantFrom('', ' ', '.', '-', '\u00A0');
  fc.assert(fc.property(fc.constantFrom('', 'DK', 'CVR', 'CVR-nr. ', 'DK ', 'cvr: '), fc.array(separators, { minLength: 7, maxLength: 7 }), (prefix, between) => {
    const text = prefix + Array.from('27446485').map((digit, i) => digit + (between[i] ?? '')).join('');
    assert.deepEqual(parseCvr(text), { ok: true, value: '27446485' });
  }));
});

void test('isCvr wants the eight digits only', () => {
  assert.equal(isCvr('25050053'), true);
  assert.equal(isCvr('DK25050053'), false);
});

void test('the 98 municipalities have CVR numbers', { skip: existsSync(MUNICIPALITIES) ? false : `${MUNICIPALITIES} is absent: set TORVET_SHARED` }, () => {
  const [head = '', ...rows] = readFileSync(MUNICIPALITIES, 'utf8').trim().split(/\r?\n/);
  const column = head.split(',').indexOf('cvr');
  // Only a name with a comma is quoted, and it stands after this column.
  const numbers = rows.map((row) => row.split(',')[column] ?? '');
  assert.equal(numbers.length, 98);
  assert.deepEqual(numbers.filter((number) => !isCvr(number)), []);
});
