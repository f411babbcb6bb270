import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import swagger from '@fastify/swagger';
import { registerRoutes } from '../index.ts';
import type { Serving } from '../serving.ts';
import { operationsOf, type ApiDocument } from './operations.ts';
import { words } from './words.da.ts';

void test('every word of the API has its Danish, and no Danish is left over', async () => {
  const app = Fastify({ routerOptions: { maxParamLength: 10_000 } });
  await app.register(swagger, { openapi: { openapi: '3.1.0' } });
  // No route is asked here.
  registerRoutes(app, {} as unknown as Serving);
  await app.ready();
  const operations = operationsOf(app.swagger() as unknown as ApiDocument, { release: null, organisation: null, hasAnalysis: false });
  await app.close();
  const used = new Set(operations.flatMap(({ path, parameters, answer }) => [
    path, ...(answer === null ? [] : [`answer ${path}`]), ...parameters.map(({ name }) => (`${path} ${name}` in words ? `${path} ${name}` : name)),
  ]));
  assert.ok(used.size > 25);
  assert.deepEqual([...used].filter((key) => !(key in words)), []);
  assert.deepEqual(Object.keys(words).filter((key) => !used.has(key) && !key.startsWith('problem ')), []);
});
