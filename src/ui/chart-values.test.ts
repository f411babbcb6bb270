import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { axisOf, axisUnit, exactly, fullValue, plainValue, portion, shortValue, sumOf } from './chart-values.ts';

const HARD = '\u00A0';
const DKK = { currency: 'DKK' };

void test('a figure has a plain, a short and a full form', () => {
  assert.equal(plainValue('12449999.50'), '12449999.50');
  assert.equal(shortValue('12449999.50', DKK, 'da'), `12,4${HARD}mio.${HARD}kr.`);
  assert.equal(fullValue('12449999.50', DKK, 'da'), `12.449.999,50${HARD}kr.`);
  assert.equal(shortValue(1234567, 'count', 'da'), '1.234.567');
  assert.equal(fullValue('3', { currency: null }, 'en'), '3 (currency not stated)');
  assert.equal(shortValue('2800400000000', { currency: null }, 'da'), `2.800,4${HARD}mia. (valuta ikke oplyst)`);
  assert.equal(fullValue('3', { currency: '\u202Eab\u0000'.repeat(20) }, 'da'), `3${HARD}${'ab'.repeat(6)}\u2026`);
  assert.equal(shortValue('9'.repeat(60), 'count', 'da').length, 36);
});

void test('not covered, and what is no decimal, is never zero', () => {
  for (const value of [null, '', 'NaN', '1e5', '=1+1', Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.equal(plainValue(value), '');
    assert.equal(shortValue(value, 'count', 'da'), 'ikke dækket');
    assert.equal(fullValue(value, DKK, 'en'), 'not covered');
    assert.deepEqual(exactly([value, 0]).values, [null, 0n]);
    assert.equal(sumOf([value, 0]), null);
  }
});

void test('sums are exact, with as many decimals as the longest figure', () => {
  assert.equal(sumOf(['0.1', '0.20', 3]), '3.30');
  assert.equal(sumOf(['90071992547409931234.1', '-0.2']), '90071992547409931233.9');
  assert.equal(sumOf(['-0.5', '0.25']), '-0.25');
  assert.equal(sumOf([]), '0');
  fc.assert(fc.property(fc.array(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n })), (values) => {
    assert.equal(sumOf(values.map(String)), String(values.reduce((sum, value) => sum + value, 0n)));
  }));
});

void test('an axis has two to five round figures, from 0 to at least the highest and less than a step beyond', () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.constantFrom(1n, 100n), (highest, one) => {
    const { top, ticks } = axisOf(highest, one, 'count', 'da');
    const places = ticks.map(({ at }) => at);
    const step = (places[1] ?? 0n) - (places[0] ?? 0n);
    assert.ok(ticks.length >= 2 && ticks.length <= 5);
    assert.ok(places[0] === 0n && places.at(-1) === top && top >= highest && (top - highest < step || highest < one));
    assert.match(String(step / one), /^[125]0*$/);
    assert.equal(new Set(ticks.map(({ label }) => label)).size, ticks.length);
  }));
});

void test('the figures of an axis are short, and their unit stands once', () => {
  const { ticks } = axisOf(169_000_000_50n, 100n, DKK, 'da');
  assert.deepEqual(ticks.map(({ label }) => label.replaceAll(HARD, ' ')), ['0', '50 mio.', '100 mio.', '150 mio.', '200 mio.']);
  assert.deepEqual(axisOf(4_400_000_000n, 1n, DKK, 'en').ticks.map(({ label }) => label), ['0', '2bn', '4bn', '6bn']);
  assert.deepEqual([axisUnit(DKK, 'da'), axisUnit(DKK, 'en'), axisUnit({ currency: 'EUR' }, 'da'), axisUnit({ currency: null }, 'da'), axisUnit('count', 'da')], ['kr.', 'DKK', 'EUR', '', '']);
});

void test('a length is a finite share of the whole, and nothing of nothing', () => {
  assert.equal(portion(1n, 4n, 100), 25);
  assert.equal(portion(0n, 0n, 100), 0);
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 400n }), fc.bigInt({ min: 0n, max: 10n ** 400n }), (one, other) => {
    const [part, whole] = one < other ? [one, other] : [other, one];
    const length = portion(part, whole, 200);
    assert.ok(length >= 0 && length <= 200);
  }));
});
