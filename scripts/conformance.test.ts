import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objections, page } from './conformance.ts';

const MERGE = { suite: 'OCDS merge, compiled', passed: 2, total: 2, failures: [] };

void test('all passed: nothing to object to, and the page says so', () => {
  assert.deepEqual(objections([MERGE]), []);
  assert.match(page([MERGE], '2026-11-22'), /Measured on 2026-11-22 by[\s\S]*\| OCDS merge, compiled \| 2 \| 2 \|[\s\S]*Nothing\./);
  assert.doesNotMatch(page([MERGE], null), /Measured on/);
});

void test('a failure, an empty suite and a suite that nothing is said about are objections', () => {
  const failed = { ...MERGE, passed: 1, failures: ['1.1/x.json: got {}'] };
  assert.deepEqual(objections([failed]), ['OCDS merge, compiled: 1.1/x.json: got {}']);
  assert.match(page([failed], null), /1\.1\/x\.json: got \{\} \*\*Not explained\.\*\*/);
  assert.match(objections([{ ...MERGE, passed: 0, total: 0 }]).join(), /nothing to look at/);
  assert.match(objections([{ ...MERGE, suite: 'another' }]).join(), /says nothing about this suite/);
});
