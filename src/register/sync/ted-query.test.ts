import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unwrap } from '#base';
import { expertQuery, queryName, readSince, readTedQuery } from './ted-query.ts';

const today = Temporal.PlainDate.from('2026-11-25');

function refusal(result: ReturnType<typeof readTedQuery> | ReturnType<typeof readSince>): string {
  assert.ok(!result.ok, 'it was taken');
  assert.equal(result.failure.kind, 'invalid');
  assert.ok(result.failure.help);
  return result.failure.message;
}

void test('a country and the first digits of codes become an expert query, oldest first', () => {
  const query = unwrap(readTedQuery('dnk', ' 72, 48,72 ,48900000'));
  assert.equal(expertQuery(query, '2024-01-31'), 'buyer-country IN (DNK) AND classification-cpv IN (48* 48900000 72*) AND publication-date>=20240131 SORT BY publication-date');
  assert.equal(queryName(query), 'DNK:48,48900000,72');
  const all = unwrap(readTedQuery('DNK'));
  assert.equal(expertQuery(all, '2024-01-01'), 'buyer-country IN (DNK) AND publication-date>=20240101 SORT BY publication-date');
  assert.equal(queryName(all), 'DNK');
});

void test('the name of a query reads as that query, whatever the order of its codes', () => {
  for (const cpv of ['48,72', '72,48', '72,48,72']) assert.equal(queryName(unwrap(readTedQuery('DNK', cpv))), 'DNK:48,72');
});

void test('what TED cannot be asked for is refused, with what to write', () => {
  for (const country of ['DK', 'Danmark', '', 'DNK,SWE', 'D*K', 'DNK) OR (FT ~ x']) assert.match(refusal(readTedQuery(country)), /is no country/);
  for (const cpv of ['4', '48,,72', '48*', '480000000', '48000000-8', 'it', '48)']) assert.match(refusal(readTedQuery('DNK', cpv)), /is no beginning of a CPV code/);
});

void test('a date is a day that has come', () => {
  assert.equal(unwrap(readSince(' 2024-02-29', today)), '2024-02-29');
  assert.equal(unwrap(readSince('2026-11-25', today)), '2026-11-25');
  for (const text of ['2023-02-29', '20240101', '2024-1-1', '01-02-2024', 'yesterday', '2024-01-01T00:00']) assert.match(refusal(readSince(text, today)), /is no date/);
  assert.match(refusal(readSince('2026-11-26', today)), /has not come yet/);
});
