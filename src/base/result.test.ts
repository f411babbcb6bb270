import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuse, toldIn } from './result.ts';

void test('a failure is told in the language of the reader, and in English where it has no other', () => {
  const failure = refuse('conflict', { da: ['Fristen er gået.', 'Skriv til indkøberen.'], en: ['The deadline has passed.', 'Write to the buyer.'] }, 'deadline');
  assert.deepEqual(toldIn('da', failure), { message: 'Fristen er gået.', help: 'Skriv til indkøberen.' });
  const { message, help } = toldIn('en', failure);
  assert.deepEqual([message, help, failure.kind, failure.place], ['The deadline has passed.', 'Write to the buyer.', 'conflict', 'deadline']);
  assert.equal(toldIn('da', { kind: 'invalid', message: 'No.' }).message, 'No.');
  assert.ok(!('place' in refuse('invalid', { da: ['a', 'b'], en: ['c', 'd'] })));
});
