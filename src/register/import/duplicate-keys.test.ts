import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { parseJson } from '#base';
import { duplicateKeys } from './duplicate-keys.ts';

const found = (text: string): string[] => duplicateKeys(text, parseJson(text));

void test('a key that stands twice in one object is named by its place', () => {
  assert.deepEqual(found('{"a":1,"a":2}'), ['/a']);
  assert.deepEqual(found('{"tender":{"items":[{"id":1},{"id":1,"x":{"id":1}, "id" : 2}]}}'), ['/tender/items/1/id']);
  assert.deepEqual(found('{"a/b":1,"a/b":2,"~":1,"~":1,"a/b":3}'), ['/a~1b', '/~0', '/a~1b']);
  assert.deepEqual(found('{"a":1,"\\u0061":2}'), ['/a']);
});

void test('what only looks like a key is none', () => {
  for (const text of ['{"a":"\\"b\\":1,\\"b\\":2"}', '{"a":{"b":1},"c":{"b":1}}', '[{"a":1},{"a":2}]', '"a"', '{"a":"x\\\\","b":"\\"a\\" :"}', '{"n":1e400,"m":[1e400]}']) {
    assert.deepEqual(found(text), [], text);
  }
});

void test('any JSON without them has none; one planted anywhere is found', () => {
  const key = fc.string({ unit: fc.constantFrom('a', '"', ':', ' ', '\\', '/', 'æ'), maxLength: 4 });
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 4 }, key, fc.integer(), tie('list'), tie('object')),
    list: fc.array(tie('any'), { maxLength: 3 }),
    object: fc.dictionary(key, tie('any'), { maxKeys: 4 }),
  })).any;
  fc.assert(fc.property(value, key, fc.constantFrom(undefined, 1), (inside, name, layout) => {
    assert.deepEqual(found(JSON.stringify(inside, null, layout)), []);
    const member = JSON.stringify(name);
    const text = `{"x":[${JSON.stringify(inside)}],"y":{${member} : 1,${member}:${JSON.stringify(inside)}}}`;
    assert.deepEqual(found(text), [`/y/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`]);
  }));
});
