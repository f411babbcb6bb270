import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GROUND_CODES, GROUNDS } from './grounds.ts';
import { lawThen } from './law-then.ts';

test('before 2016 the act did not hold, and an unverified threshold is none', () => {
  const { inForce, notInForce, threshold } = lawThen(GROUNDS['add-on'].rules, '2010');
  assert.deepEqual([inForce.length, notInForce.length, threshold], [0, 4, null]);
});

test('a verified threshold of the day is told with its source, whether a year, a month or a day is known', () => {
  for (const when of ['2020', '2020-02', '2020-05-29']) {
    const { inForce, threshold } = lawThen(GROUNDS['framework-covers'].rules, when);
    assert.deepEqual([inForce.length, threshold?.kroner], [3, 1_595_391]);
    assert.match(threshold?.source ?? '', /2019\/1828/);
  }
});

test('where the days that it may have been lie on both sides of a change, nothing is told', () => {
  assert.equal(lawThen([], '2026').threshold, null);
  assert.equal(lawThen([], '1999').threshold, null);
});

test('every rule that a ground names is a rule', () => {
  for (const code of GROUND_CODES) {
    const { inForce, notInForce } = lawThen(GROUNDS[code].rules, '2024-06-01');
    assert.equal(inForce.length + notInForce.length, GROUNDS[code].rules.length, code);
  }
});
