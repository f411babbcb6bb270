import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { addForms } from './forms.ts';

const app = Fastify({ bodyLimit: 1024 * 1024 });
await addForms(app);
app.post('/form', { config: { form: true } }, async ({ body }) => ({ body }));
app.post('/data', async ({ body }) => ({ body }));

const FORM = 'application/x-www-form-urlencoded';
const post = (url: string, payload: string, type = FORM) => app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });

void test('a form arrives as pairs, in the order sent, with what stands twice', async () => {
  const answer = await post('/form', 'b=1&a=%C3%A6+%26&b=2&__proto__=x&tom=', `${FORM}; charset=UTF-8`);
  assert.deepEqual(answer.json(), { body: [['b', '1'], ['a', 'æ &'], ['b', '2'], ['__proto__', 'x'], ['tom', '']] });
  assert.deepEqual((await post('/form', '')).json(), { body: [] });
  assert.deepEqual((await post('/form', '%ff=%c3%28&=&&%')).json<{ body: unknown[] }>().body.length, 3, 'what is no UTF-8 is still pairs');
});

void test('more than 64 KiB is refused, and just that much is not', async () => {
  assert.equal((await post('/form', `a=${'x'.repeat(64 * 1024 - 2)}`)).statusCode, 200);
  assert.equal((await post('/form', `a=${'x'.repeat(64 * 1024 - 1)}`)).statusCode, 413);
});

void test('a route that takes no form refuses one', async () => {
  assert.equal((await post('/data', 'a=1')).statusCode, 415);
  assert.deepEqual((await post('/data', '{"a":1}', 'application/json')).json(), { body: { a: 1 } });
  assert.equal((await post('/nowhere', 'a=1')).statusCode, 404);
});
