import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { addAmounts, addMoney, compareAmounts, compareMoney, moneyText, parseAmount, parseMoney, sumAmounts, sumMoney, type Amount, type Money } from './money.ts';
import { unwrap } from './result.ts';

const dkk = (amount: string): Amount => ({ amount, currency: 'DKK' });
const ore = (minor: bigint): Money => ({ currency: 'DKK', minor });
const minors = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const decimals = fc.tuple(minors, fc.integer({ min: 0, max: 30 })).map(([digits, scale]) => {
  const sign = digits < 0n ? '-' : '';
  const plain = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  return scale === 0 ? sign + plain : `${sign}${plain.slice(0, -scale)}.${plain.slice(-scale)}`;
});

const add = (a: Amount, b: Amount) => unwrap(addAmounts(a, b));
const equal = (a: Amount, b: Amount) => unwrap(compareAmounts(a, b)) === 0;

void test('an amount is read to the øre', () => {
  assert.deepEqual(parseMoney('1234.50', 'DKK'), { ok: true, value: ore(123450n) });
  assert.deepEqual(parseMoney('-0.05', 'DKK'), { ok: true, value: ore(-5n) });
  assert.deepEqual(parseMoney('90071992547409.93', 'DKK'), { ok: true, value: ore(9007199254740993n) });
  assert.deepEqual(parseMoney('1.500', 'DKK'), { ok: true, value: ore(150n) });
  assert.equal(unwrap(parseMoney('1200', 'JPY')).minor, 1200n);
  assert.equal(unwrap(parseMoney('1.234', 'KWD')).minor, 1234n);
});

void test('what is no plain decimal, or has decimals to lose, is refused', () => {
  for (const text of ['', '1,50', '1.', '.5', '1e3', '1 000', '+1', '1.2.3', 'Infinity', '٣', '1\n', `1${'0'.repeat(1000)}`]) {
    assert.equal(parseMoney(text, 'DKK').ok, false, text);
    assert.equal(parseAmount(text, 'DKK').ok, false, text);
  }
  assert.equal(parseMoney('1.005', 'DKK').ok, false);
  assert.equal(parseMoney('1.5', 'JPY').ok, false);
  assert.equal(parseMoney('1.50', 'kr.').ok, false);
});

void test('currencies never meet', () => {
  const euro = { amount: '1', currency: 'EUR' };
  const unnamed = { amount: '1', currency: null };
  for (const other of [euro, unnamed]) {
    assert.equal(addAmounts(dkk('1'), other).ok, false);
    assert.equal(compareAmounts(other, dkk('1')).ok, false);
    assert.equal(sumAmounts([dkk('1'), other], 'DKK').ok, false);
  }
  assert.equal(addAmounts(unnamed, unnamed).ok, false);
  assert.equal(addMoney(ore(1n), { currency: 'EUR', minor: 1n }).ok, false);
  assert.equal(compareMoney(ore(1n), { currency: 'EUR', minor: 1n }).ok, false);
  assert.equal(sumMoney([{ currency: 'EUR', minor: 1n }], 'DKK').ok, false);
});

void test('a text that is no number does not disappear in a sum', () => {
  assert.equal(addAmounts(dkk('1'), dkk('x')).ok, false);
  assert.equal(addAmounts(dkk(''), dkk('1')).ok, false);
});

void test('sums are exact where doubles are not', () => {
  assert.equal(unwrap(addAmounts(dkk('0.1'), dkk('0.2'))).amount, '0.3');
  assert.equal(unwrap(addAmounts(dkk('9007199254740993'), dkk('0.01'))).amount, '9007199254740993.01');
  assert.equal(unwrap(addAmounts(dkk('1.50'), dkk('-1.5'))).amount, '0.00');
  assert.deepEqual(unwrap(sumAmounts([], 'DKK')), dkk('0'));
  assert.deepEqual(unwrap(sumMoney([ore(1n), ore(2n)], 'DKK')), ore(3n));
});

void test('money reads back what it writes', () => {
  fc.assert(fc.property(minors, fc.constantFrom('DKK', 'JPY', 'KWD', 'CLF'), (minor, currency) => {
    assert.deepEqual(unwrap(parseMoney(moneyText({ currency, minor }), currency)), { currency, minor });
  }));
});

void test('adding amounts is commutative, associative and undone by the opposite', () => {
  fc.assert(fc.property(decimals, decimals, decimals, (x, y, z) => {
    const [a, b, c] = [dkk(x), dkk(y), dkk(z)];
    assert.deepEqual(add(a, b), add(b, a));
    assert.ok(equal(add(add(a, b), c), add(a, add(b, c))));
    const opposite = dkk(y.startsWith('-') ? y.slice(1) : `-${y}`);
    assert.ok(equal(add(add(a, b), opposite), a));
  }));
});

void test('the order of amounts is that of their values, whatever the spelling', () => {
  fc.assert(fc.property(minors, minors, fc.integer({ min: 0, max: 5 }), (x, y, zeros) => {
    const a = unwrap(compareAmounts(dkk(`${moneyText(ore(x))}${'0'.repeat(zeros)}`), dkk(moneyText(ore(y)))));
    assert.equal(a, unwrap(compareMoney(ore(x), ore(y))));
    assert.equal(a, x < y ? -1 : Number(x > y));
  }));
});
