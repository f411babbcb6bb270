import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LEFT_OUT } from './left-out.ts';
import { RULES } from './rules.ts';

void test('every rule has its own name, both languages, a source and days that are in order', () => {
  assert.ok(RULES.length > 100);
  assert.equal(new Set(RULES.map(({ id }) => id)).size, RULES.length);
  for (const { id, title, sentence, source, validFrom, validTo, confirm } of RULES) {
    for (const text of [title.da, title.en, sentence.da, sentence.en, source, confirm?.da ?? '-', confirm?.en ?? '-']) assert.notEqual(text.trim(), '', id);
    assert.notEqual(sentence.da, sentence.en, id);
    assert.doesNotMatch(sentence.da, /\{\w+\}/, id);
    assert.ok(validTo === null || validFrom <= validTo, id);
    assert.equal(Temporal.PlainDate.from(validFrom).toString(), validFrom, id);
  }
});

void test('what is not verified says so in what must be confirmed', () => {
  const unverified = RULES.filter(({ grade }) => grade === 'U' || grade === 'M');
  assert.ok(unverified.length > 0);
  for (const { id, confirm } of unverified) assert.ok(confirm !== null, id);
});

void test('a rule that is left out says why', () => {
  assert.ok(LEFT_OUT.length > 0);
  for (const { topic, why, source } of LEFT_OUT) assert.ok([topic.da, topic.en, why.da, why.en, source].every((text) => text.length > 0));
});
