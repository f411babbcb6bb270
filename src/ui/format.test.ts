import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  formatAmount, formatBytes, formatCountry, formatDate, formatDateTime, formatDecimal, formatLanguage, formatNumber,
  formatShortAmount, formatShortDate, formatShortDecimal, machineDate,
} from './format.ts';

const HARD = '\u00a0';

void test('amounts are grouped and pointed as the language does', () => {
  const amount = { amount: '1234567.50', currency: 'DKK' };
  assert.equal(formatAmount(amount, 'da'), `1.234.567,50${HARD}kr.`);
  assert.equal(formatAmount(amount, 'en'), `1,234,567.50${HARD}DKK`);
  assert.equal(formatAmount({ amount: '500000', currency: 'MXN' }, 'da'), `500.000${HARD}MXN`);
  assert.equal(formatAmount({ amount: '315122.5', currency: 'EUR' }, 'da'), `315.122,50${HARD}EUR`);
  assert.equal(formatAmount({ amount: '20000000.0', currency: 'NGN' }, 'en'), `20,000,000${HARD}NGN`);
  assert.equal(formatAmount({ amount: '-62999.99', currency: 'AMD' }, 'da'), `\u221262.999,99${HARD}AMD`);
  assert.equal(formatAmount({ amount: '12', currency: null }, 'da'), '12 (valuta ikke oplyst)');
});

void test('an amount that a double cannot hold keeps every digit', () => {
  assert.equal(formatAmount({ amount: '90071992547409931234.123456789', currency: 'DKK' }, 'da'), `90.071.992.547.409.931.234,123456789${HARD}kr.`);
});

void test('an amount that is no decimal is shown as given', () => {
  for (const amount of ['', 'ti', '1e5', '1.234,50', '--1', '1.', '٣']) {
    assert.equal(formatAmount({ amount, currency: 'DKK' }, 'da'), `${amount}${HARD}kr.`);
  }
});

void test('every exact decimal can be read back digit by digit', () => {
  const decimal = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 40n }), fc.stringMatching(/^\d{0,30}$/), fc.boolean());
  fc.assert(fc.property(decimal, fc.constantFrom('da' as const, 'en' as const), ([whole, fraction, negative], lang) => {
    const value = `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
    const [group, point] = lang === 'da' ? ['.', ','] : [',', '.'];
    const read = formatDecimal(value, lang).replaceAll(group, '').replace(point, '.').replace('\u2212', '-');
    assert.equal(read, value);
    assert.match(formatDecimal(value, lang).replace(/^\u2212/, '').split(point)[0] ?? '', /^\d{1,3}(?:[.,]\d{3})*$/);
  }));
});

void test('a short amount has one decimal from a million up, and the unit that fits after rounding', () => {
  const short = (amount: string, currency: string | null = 'DKK') => formatShortAmount({ amount, currency }, 'da').replaceAll(HARD, ' ');
  assert.deepEqual(
    ['0', '0.00', '1', '999.5', '999999.49', '999999.50', '1000000', '12449999.99', '12450000', '999949999.99', '999950000', '1000000000', '2800400000000'].map((amount) => short(amount)),
    ['0 kr.', '0 kr.', '1 kr.', '1.000 kr.', '999.999 kr.', '1,0 mio. kr.', '1,0 mio. kr.', '12,4 mio. kr.', '12,5 mio. kr.', '999,9 mio. kr.', '1,0 mia. kr.', '1,0 mia. kr.', '2.800,4 mia. kr.'],
  );
  assert.equal(short('3200000', 'EUR'), '3,2 mio. EUR');
  assert.equal(short('3200000', null), '3,2 mio. (valuta ikke oplyst)');
  assert.equal(short('-12450000'), '\u221212,5 mio. kr.');
  assert.equal(short('-0'), '0 kr.');
  assert.equal(formatShortAmount({ amount: '12400000.00', currency: 'DKK' }, 'en'), `DKK${HARD}12.4${HARD}million`);
  assert.equal(formatShortAmount({ amount: '1234567890', currency: 'EUR' }, 'en'), `EUR${HARD}1.2${HARD}billion`);
  assert.equal(formatShortAmount({ amount: '123456', currency: 'SEK' }, 'en'), `SEK${HARD}123,456`);
});

void test('a short amount is neither made nothing nor guessed', () => {
  assert.equal(formatShortAmount({ amount: '0.40', currency: 'DKK' }, 'da'), `0,40${HARD}kr.`);
  assert.equal(formatShortAmount({ amount: '-0.4', currency: 'DKK' }, 'da'), `\u22120,40${HARD}kr.`);
  assert.equal(formatShortAmount({ amount: '0.50', currency: 'DKK' }, 'da'), `1${HARD}kr.`);
  for (const amount of ['', 'ti', '1e5', '1.234,50']) assert.equal(formatShortAmount({ amount, currency: 'DKK' }, 'da'), `${amount}${HARD}kr.`);
});

/** The last digit shown of a short figure, in millionths. */
const LAST_DIGIT: Readonly<Record<string, bigint>> = {
  '': 10n ** 6n, 'mio.': 10n ** 11n, million: 10n ** 11n, 'mia.': 10n ** 14n, billion: 10n ** 14n,
};

void test('a short amount is never further off than half of its last digit, and never has a figure of a larger unit', () => {
  const wholes = fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 13n }), fc.nat(14).map((power) => 10n ** BigInt(power) - 1n));
  const fractions = fc.stringMatching(/^(?:|\d{1,6}|9{1,4}|50{0,5}|49{0,5})$/);
  fc.assert(fc.property(wholes, fractions, fc.boolean(), fc.constantFrom('da' as const, 'en' as const), (whole, fraction, negative, lang) => {
    const text = formatShortDecimal(`${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`, lang);
    const exact = whole * 10n ** 6n + BigInt(fraction.padEnd(6, '0'));
    if (text === null) return assert.ok(exact > 0n && exact < 500_000n);
    const [, sign = '', figure = '', unit = ''] = /^(\u2212?)([\d.,]+)(?:\u00a0(.+))?$/.exec(text) ?? [];
    const plain = lang === 'da' ? figure.replaceAll('.', '').replace(',', '.') : figure.replaceAll(',', '');
    const digit = LAST_DIGIT[unit] ?? 0n;
    const off = BigInt(plain.replace('.', '')) * digit - exact;
    assert.ok(2n * (off < 0n ? -off : off) <= digit, `${text} for ${exact}`);
    assert.equal(sign === '\u2212', negative && exact > 0n);
    assert.equal(plain.includes('.'), unit !== '');
    assert.ok(unit === '' ? Number(plain) < 1_000_000 : Number(plain) >= 1, text);
    assert.ok(digit === 10n ** 14n || Number(plain) < (unit === '' ? 1_000_000 : 1000), text);
  }), { numRuns: 2000 });
});

void test('nothing that a file may hold makes a format throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('da' as const, 'en' as const), (value, lang) => {
    for (const format of [formatDecimal, (amount: string) => formatShortAmount({ amount, currency: value }, lang), formatDate, formatShortDate, formatDateTime, formatCountry, formatLanguage]) {
      assert.equal(typeof format(value, lang), 'string');
    }
    machineDate(value);
  }));
  for (const value of ['0000-00-00', '2017-02-30', '2017-13-01T00:00:00Z', '+275760-09-14', 'No aplica', '2017', '']) {
    assert.equal(formatDate(value, 'da'), value);
    assert.equal(machineDate(value), undefined);
  }
});

void test('an instant is shown as the time in Copenhagen, summer and winter', () => {
  assert.equal(formatDateTime('2026-07-01T22:30:00Z', 'da'), '2. juli 2026 kl. 00.30');
  assert.equal(formatDateTime('2026-12-31T23:30:00Z', 'da'), '1. januar 2027 kl. 00.30');
  assert.equal(formatDateTime('2026-07-01T12:05:00+04:00', 'en'), '1 July 2026 at 10:05');
  assert.equal(formatDate('2026-12-31T23:30:00Z', 'en'), '1 January 2027');
  assert.equal(formatShortDate('2026-07-01T22:30:00Z', 'da'), '02.07.2026');
  assert.equal(formatShortDate('2026-07-01T22:30:00Z', 'en'), '02/07/2026');
  assert.equal(machineDate('2026-07-01T12:05:00+04:00'), '2026-07-01T08:05:00Z');
});

void test('a day stays the day it was written as, wherever that was', () => {
  for (const day of ['2016-12-25', '2016-12-25T00:00:00+04:00', '2016-12-25T00:00:00Z', '2016-12-25T23:59:59.999999-06:00', '2016-12-25T00:00:00']) {
    assert.equal(formatDate(day, 'da'), '25. december 2016');
    assert.equal(formatDateTime(day, 'da'), '25. december 2016');
    assert.equal(machineDate(day), '2016-12-25');
  }
});

void test('counts, sizes, countries and languages', () => {
  assert.equal(formatNumber(1234567, 'da'), '1.234.567');
  assert.equal(formatNumber(999, 'en'), '999');
  assert.equal(formatBytes(999, 'da'), `999${HARD}B`);
  assert.equal(formatBytes(1_234_567, 'da'), `1,2${HARD}MB`);
  assert.equal(formatBytes(1_000_000_000, 'en'), `1.0${HARD}GB`);
  assert.equal(formatCountry('DK', 'da'), 'Danmark');
  assert.equal(formatCountry('Elbonia', 'da'), 'Elbonia');
  assert.equal(formatLanguage('da', 'en'), 'Danish');
});
