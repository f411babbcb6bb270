import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeName, countryName } from './codes.ts';
import { CATEGORIES, METHODS, STAGES } from './views.ts';

void test('codes have names in both languages', () => {
  for (const lang of ['da', 'en'] as const) {
    for (const stage of STAGES) assert.notEqual(codeName('stage', stage, lang), stage);
    for (const method of METHODS) assert.notEqual(codeName('method', method, lang), method);
    for (const category of CATEGORIES) assert.notEqual(codeName('category', category, lang), category);
  }
});

void test('a title in the place of its code is understood; anything else is shown as written', () => {
  assert.equal(codeName('document', 'Tender Notice', 'da'), 'Udbudsbekendtgørelse');
  assert.equal(codeName('document', 'contract_signed', 'en'), 'Signed contract');
  assert.equal(codeName('document', 'contractAmendmenttttttttt', 'da'), 'contractAmendmenttttttttt');
  assert.equal(codeName('role', 'constructor', 'da'), 'constructor');
  assert.equal(codeName('method', 'unknown', 'da'), 'Ikke oplyst');
  assert.equal(countryName('unknown', 'en'), 'Not stated');
  assert.equal(countryName('DK', 'en'), 'Denmark');
});

void test('a procedure without competition is not called direct award, which in Danish is something else', () => {
  assert.doesNotMatch(codeName('method', 'direct', 'da'), /direkte tildeling/i);
});
