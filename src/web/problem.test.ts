import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FastifyRequest } from 'fastify';
import { problemOf } from './problem.ts';

const request = { id: 'r1' } as FastifyRequest;

void test('a question that the database stopped at its limit of time is 503 and says what to do', () => {
  const { status, detail, help } = problemOf(Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' }), request);
  assert.equal(status, 503);
  assert.match(detail, /longer than the server waits/);
  assert.match(help, /Ask for less/);
});

void test('an error that nobody foresaw tells nothing of the inside', () => {
  const { status, detail } = problemOf(new Error('column "secret" does not exist'), request);
  assert.equal(status, 500);
  assert.doesNotMatch(detail, /secret/);
});
