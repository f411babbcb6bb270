import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { codeOf, divisionOf, fieldOf, fieldsOf, levelsOf, readField } from './fields.ts';
import { divisions, fieldLabel, fieldName, findFields, narrower, wider } from './names.ts';

describe('fields of the CPV', () => {
  test('a field is the code without the zeros that end it, and never less than a division', () => {
    assert.deepEqual(['72000000', '72222300-0', '90910000-9', '30000000', '7222', 'x'].map(fieldOf), ['72', '722223', '9091', '30', null, null]);
    assert.deepEqual(['72', '72000000-5', '9091', '909100', '30', 'abc', '7', ''].map(readField), ['72', '72', '9091', '9091', '30', null, null, null]);
    assert.deepEqual(levelsOf('722223'), ['72', '722', '7222', '72222', '722223']);
    assert.deepEqual(fieldsOf(['72222300', '72000000', '48000000', 'x']), ['48', '72', '722', '7222', '72222', '722223']);
    assert.equal(divisionOf(['x', '48810000', '72000000']), '48');
  });
  test('property: whatever somebody writes of a code is found among the levels of the code', () => {
    fc.assert(fc.property(fc.integer({ min: 3_000_000, max: 99_999_999 }), fc.integer({ min: 2, max: 8 }), (number, length) => {
      const code = String(number).padStart(8, '0');
      const written = readField(code.slice(0, length));
      assert.ok(written !== null && fieldsOf([code]).includes(written), `${code} ${length} ${written}`);
      assert.equal(fieldOf(codeOf(written)), written);
    }));
  });
  test('the vocabulary is whole: 9,454 codes in 45 divisions, each reached from its division step by step', () => {
    assert.equal(divisions().length, 45);
    const reached = new Set<string>();
    const walk = (field: string): void => {
      assert.ok(!reached.has(field), `${field} is reached twice`);
      reached.add(field);
      for (const { field: below } of narrower(field)) walk(below);
    };
    for (const { field } of divisions()) walk(field);
    assert.equal(reached.size, 9454);
  });
  test('names in two languages, with the way to the wider fields', () => {
    assert.equal(fieldName('72222', 'en'), 'Information systems or technology strategic review and planning services');
    assert.equal(fieldLabel('48', 'da'), 'Programpakker og informationssystemer (48000000)');
    assert.equal(fieldLabel('99999', 'da'), '99999000');
    assert.deepEqual(wider('722223').map(({ field }) => field), ['72', '722', '7222', '72222']);
    assert.equal(findFields('bibliotek styring', 5)[0]?.field, '4816');
  });
});
