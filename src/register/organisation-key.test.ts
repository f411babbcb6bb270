import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { organisationKey, type Identity } from './organisation-key.ts';

const key = (identity: Partial<Identity>): string => organisationKey({ scheme: null, number: null, name: '', country: null, ...identity });

void test('register and number make the key; the name does not', () => {
  assert.equal(key({ scheme: 'DK-CVR', number: '12345678', name: 'A' }), 'DK-CVR-12345678');
  assert.equal(key({ scheme: 'DK-CVR', number: '12345678', name: 'B', country: 'DK' }), 'DK-CVR-12345678');
  assert.equal(key({ scheme: 'XX', number: '12/34 5' }), 'XX-12-34-5');
});

void test('without both, the same name in the same country is one, however it is spelt', () => {
  const acme = key({ name: 'Acme A/S', country: 'DK' });
  assert.match(acme, /^name-[0-9a-f]{16}$/);
  for (const name of ['ACME  A/S', 'acme a/s.', ' Acme, A/S ']) assert.equal(key({ name, country: 'DK' }), acme);
  assert.equal(key({ name: 'Acme A/S', country: 'DK', number: '1' }), acme);
  assert.notEqual(key({ name: 'Acme A/S', country: 'NO' }), acme);
  assert.notEqual(key({ name: 'Acme B/S', country: 'DK' }), acme);
});

void test('any key is short and whole text, and long numbers that begin alike stay apart', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }), (scheme, number) => {
    const made = key({ scheme, number });
    assert.ok(made.length <= 120 && made.isWellFormed());
  }));
  const long = '😀'.repeat(100);
  assert.notEqual(key({ scheme: 'X', number: `${long}1` }), key({ scheme: 'X', number: `${long}2` }));
});
