import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countryCode, schemeCountry } from './country.ts';

void test('a country is known by its code or by its name in many languages', () => {
  for (const text of ['DK', 'dk', ' Danmark ', 'Denmark', 'DANMARK', 'Dänemark', 'Danemark']) assert.equal(countryCode(text), 'DK', text);
  for (const [text, code] of [['Україна', 'UA'], ['México', 'MX'], ['Paraguay', 'PY'], ['United Kingdom', 'GB'], ['Norge', 'NO'], ['Sverige', 'SE']] as const) assert.equal(countryCode(text), code);
});

void test('what is no country is not guessed', () => {
  for (const text of [null, '', ' ', 'EU', 'ZZ', 'Q', 'DKK', 'Kommune', 'Europe']) assert.equal(countryCode(text), null, String(text));
});

void test('a register code names its country, another scheme does not', () => {
  assert.equal(schemeCountry('DK-CVR'), 'DK');
  assert.equal(schemeCountry('GB-COH'), 'GB');
  for (const scheme of [null, '', 'CVR', 'XI-LEI', 'DK', 'dk-cvr', 'DK-', 'ZZ-ABC']) assert.equal(schemeCountry(scheme), null, String(scheme));
});
