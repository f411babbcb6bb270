import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseJson } from '#base';
import { hugeNumbers } from './huge-numbers.ts';

const found = (text: string): string[] => hugeNumbers(text, parseJson(text));

test('numbers nobody can mean are named; long and exact ones are not', () => {
  assert.deepEqual(found('{"a":{"amount":1e400},"b":[1,{"c/d":1e-300}]}'), ['/a/amount', '/b/1/c~1d']);
  assert.deepEqual(found(`{"a":${'9'.repeat(500)}}`), ['/a']);
  assert.deepEqual(found('{"a":12345678901234567890.12345,"b":1e12,"c":"1e400"}'), []);
});
