import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Check } from 'typebox/value';
import { factsReader } from '#law';
import { day, fields, moment } from './fields.ts';
import { readForm } from './form-values.ts';

const WHEN = fields({ on: day(), at: moment() });
const reader = factsReader(WHEN);

void test('a day and a time are those that the calendar and the clock have', () => {
  for (const at of ['2026-12-01T12:00', '2028-02-29T00:00', '2026-12-31T23:59']) assert.ok(Check(moment(), at), at);
  for (const at of ['2026-13-45T12:00', '2026-02-29T12:00', '2026-12-01T24:00', '2026-12-01T12:60', '2026-12-01T12:00:00', '2026-12-01', '2026-12-01T12:00Z']) assert.ok(!Check(moment(), at), at);
  for (const on of ['2026-13-45', '2026-02-29', '2026-00-10', '1.12.2026']) assert.ok(!Check(day(), on), on);
  assert.ok(Check(day(), '2028-02-29'));
});

function of(on: string, at: string): string | undefined {
  const read = reader.read({ on, at });
  return read.ok ? undefined : read.failure.place;
}

void test('a command is told which field has no such day or time', () => {
  assert.deepEqual([of('2026-12-01', '2026-12-01T12:00'), of('2026-13-45', '2026-12-01T12:00'), of('2026-12-01', '2026-13-45T12:00')], [undefined, 'on', 'at']);
});

void test('a form is told the same', () => {
  const read = readForm([['on', '2026-12-01'], ['at', '2026-02-30T12:00']], WHEN, 'da');
  assert.deepEqual(read.ok ? [] : read.failure, [{ place: 'at', fault: 'invalid' }]);
});
