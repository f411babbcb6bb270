import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { DEEPEST_JSON, exactNumber, isObject, parseJson, type Json } from './json.ts';

const member = (text: string): Json => {
  const value = parseJson(`{"a":${text}}`);
  assert.ok(isObject(value));
  return value['a'] ?? null;
};

const nested = (depth: number, inside: string) => '['.repeat(depth) + inside + ']'.repeat(depth);

void test('a number that a double holds is a plain number', () => {
  for (const [text, number] of [['0', 0], ['1234.50', 1234.5], ['1e3', 1000], ['15e-1', 1.5], ['9007199254740991', 2 ** 53 - 1], ['1e23', 1e23], ['0e999', 0]] as const) {
    assert.equal(member(text), number, text);
  }
});

void test('a number that a double cannot hold is kept as it was written', () => {
  for (const text of ['0.12345678901234567890', '9007199254740993', '1e400', '-1e400', '1e-400', '1e-999999', '123456789012345678901234567890', '1E+999']) {
    assert.equal(JSON.stringify(member(text)), text);
    assert.equal(JSON.stringify(parseJson(` [1 ,\r\n\t ${text} , ${text}]`)), `[1,${text},${text}]`);
    assert.equal(JSON.stringify(parseJson(text)), text);
  }
});

void test('minus nought is nought', () => {
  for (const text of ['-0', '-0.0', '-0e5', '-0.0000000000000000000']) assert.equal(exactNumber(member(text)), '0', text);
});

void test('exactNumber writes numbers out as plain decimals', () => {
  const cases = [['1e21', `1${'0'.repeat(21)}`], ['1e-7', '0.0000001'], ['-2.5e-9', '-0.0000000025'], ['12.34e1', '123.4'], ['0.10', '0.1'],
    ['12345678901234567890.10', '12345678901234567890.10'], ['1e400', `1${'0'.repeat(400)}`], ['1e401', null], ['1e-401', null], ['0e999999', '0']] as const;
  for (const [text, plain] of cases) assert.equal(exactNumber(member(text)), plain, text);
  for (const value of ['1', true, null, [], {}, Number.NaN, Number.POSITIVE_INFINITY]) assert.equal(exactNumber(value), null);
});

void test('a number inside a string or a key is no number', () => {
  const text = '{"1e400":"9007199254740993 and 1e5","b":["12345678901234567890"]}';
  assert.equal(JSON.stringify(parseJson(text)), text);
});

void test('of a key that stands twice the last one counts, exact or not', () => {
  assert.deepEqual(parseJson('{"a":1,"a":2}'), { a: 2 });
  assert.deepEqual(parseJson('{"a":1e400,"a":2}'), { a: 2 });
  assert.equal(JSON.stringify(parseJson('{"a":2,"a":1e400}')), '{"a":1e400}');
  assert.deepEqual(parseJson('{"a":{"b":1e400},"a":[1]}'), { a: [1] });
});

void test('"__proto__" is a key like any other', () => {
  for (const number of ['1', '1e400']) {
    const value = parseJson(`{"__proto__":{"x":${number}}}`);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
    assert.equal(JSON.stringify(value), `{"__proto__":{"x":${number}}}`);
  }
});

void test('nesting is limited, with and without exact numbers, and brackets in strings do not count', () => {
  for (const inside of ['1', '1e400', '"\\\\"', '"\\"["']) {
    assert.equal(JSON.stringify(parseJson(nested(DEEPEST_JSON, inside))), nested(DEEPEST_JSON, inside));
    assert.throws(() => parseJson(nested(DEEPEST_JSON + 1, inside)), { name: 'SyntaxError', message: /nests deeper than 500/ });
    assert.throws(() => parseJson(nested(200_000, inside)), SyntaxError);
  }
  const wide = `[${Array.from({ length: 2000 }, () => '{"a":[]}').join(',')}]`;
  assert.equal(JSON.stringify(parseJson(wide)), wide);
  const text = JSON.stringify({ a: '[{'.repeat(5000), b: '\\"[' });
  assert.equal(JSON.stringify(parseJson(text)), text);
  assert.throws(() => parseJson('{"a":"'.repeat(100_000)), SyntaxError);
});

void test('what is not JSON is refused', () => {
  for (const text of ['', '{', '{"a":01}', '{"a":.5}', '{"a":NaN}', "{'a':1}", '{"a":1e}', '[1e400,]', '\uFEFF{}', '{"a":1} x']) {
    assert.throws(() => parseJson(text), SyntaxError, text);
  }
});

void test('a raw number is no object', () => {
  assert.equal(isObject(JSON.rawJSON('1e400')), false);
  assert.equal(isObject({}), true);
  for (const value of [null, [], 'a', 1, undefined]) assert.equal(isObject(value), false);
});

void test('any JSON survives reading and writing', () => {
  fc.assert(fc.property(fc.json({ maxDepth: 6 }), (text) => {
    assert.equal(JSON.stringify(parseJson(text)), JSON.stringify(JSON.parse(text)));
  }));
});

void test('any decimal keeps its exact value', () => {
  const decimal = fc.tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.integer({ min: -40, max: 40 }));
  fc.assert(fc.property(decimal, ([minus, digits, exponent]) => {
    const plain = exactNumber(member(`${minus ? '-' : ''}${digits}e${exponent}`));
    assert.ok(plain !== null);
    const [whole = '', fraction = ''] = plain.split('.');
    const scale = 60; // Both sides as whole numbers of 10^-60.
    const left = BigInt(whole.replace('-', '') + fraction.padEnd(scale, '0').slice(0, scale));
    assert.equal(left, digits * 10n ** BigInt(exponent + scale), plain);
    assert.ok(fraction.length <= scale);
    assert.equal(plain.startsWith('-'), minus && digits !== 0n && left !== 0n, plain);
  }));
});
