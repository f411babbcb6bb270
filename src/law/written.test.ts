import assert from 'node:assert/strict';
import { test } from 'node:test';
import { met, review } from './finding.ts';
import { oere } from './kroner.ts';
import { said } from './rule.ts';
import { P180 } from './udbudsloven/p180-small-change.ts';
import { colophon, LAW_VERSION } from './version.ts';
import { written } from './written.ts';

void test('an answer is written in one language, amounts as kroner, and nothing else is changed', () => {
  const answer = { verdict: 'review', likely: null, value: oere(1644638.5), how: [said('grund', 'base')], deep: { list: [{ because: said('ja', 'yes'), on: '2024-01-01', ok: true }] } };
  assert.deepEqual(written(answer, 'da'), { verdict: 'review', likely: null, value: 1644638.5, how: ['grund'], deep: { list: [{ because: 'ja', on: '2024-01-01', ok: true }] } });
  assert.deepEqual(written(answer, 'en').deep.list[0]?.because, 'yes');
});

void test('every answer says what of it must be confirmed, each thing once', () => {
  const finding = met(P180, said('a', 'b'));
  const { version, unverified } = colophon([finding, finding, review({ ...P180, paragraph: 'Udbudsloven § 999', grade: 'U' }, said('c', 'd'))]);
  assert.equal(version, LAW_VERSION);
  assert.deepEqual(unverified.map(({ paragraph, grade, confirm }) => [paragraph, grade, confirm]), [['Udbudsloven § 180', 'V', P180.confirm], ['Udbudsloven § 999', 'U', null]]);
});
