import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { choice, count, day, decimal, fields, line, list, maybe, money, truth } from './fields.ts';
import { pairsOf } from './form-pairs.ts';
import { readForm } from './form-values.ts';

const Schema = fields({ title: line(), price: money(), share: maybe(decimal()), on: day(), many: count(0, 99), yes: truth(), which: choice(['a', 'b'] as const), rows: list(fields({ name: line(), price: money() }), 5) });

const kroner = fc.tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.constantFrom('', '.5', '.05', '.50')).map(([whole, part]) => `${whole}${part}`);
const word = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom('a', 'æ', ' ', ',', '.', '[', ']', '&', '0') }).filter((text) => text.trim() === text && text !== '');
const value = fc.record({
  title: word, price: kroner, on: fc.constantFrom('2026-12-01', '2028-02-29'), many: fc.integer({ min: 0, max: 99 }), yes: fc.boolean(), which: fc.constantFrom('a' as const, 'b' as const),
  rows: fc.array(fc.record({ name: word, price: kroner }), { maxLength: 5 }),
});

void test('what a form is filled with is read back as it was, in both languages', () => {
  fc.assert(fc.property(value, fc.constantFrom('da' as const, 'en' as const), (given, lang) => {
    const read = readForm([...pairsOf(given, Schema, lang)], Schema, lang);
    assert.ok(read.ok, JSON.stringify(read));
    assert.deepEqual(read.value, structuredClone(given));
  }));
});

void test('what the schema does not know is not shown', () => {
  assert.deepEqual([...pairsOf({ title: 'x', secret: 'y' }, Schema, 'da')], [['title', 'x']]);
});
