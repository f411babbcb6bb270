import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { fixedClock } from '#base';
import { importFiles, makeDemoWorld } from '#register';
import { testRegister } from '../../test/support/database.ts';
import { buildServer } from './server.ts';

const [register, demo, empty] = [await testRegister(), await testRegister(), await testRegister()];
const options = { clock: fixedClock('2026-11-22T12:00:00Z'), url: 'https://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent' };
let app: FastifyInstance;

before(async () => {
  await makeDemoWorld(demo);
  await importFiles(register, ['-'], {
    input: Readable.from(['{"ocid":"o/1 ?","id":"1","date":"2026-01-02T03:04:05Z","tag":["tender"],"initiationType":"tender","buyer":{"id":"b","name":"Byen"},"parties":[{"id":"b","name":"Byen","roles":["buyer"]}],"tender":{"id":"t","title":"Lønsystem"}}\n']), inputName: 'one.jsonl',
  });
  app = await buildServer({ ...options, worlds: { register, demo }, rate: 300 });
});

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly summary: string; readonly parameters?: readonly { readonly name: string; readonly description?: string }[] }>>>>;
  readonly components: { readonly schemas: { readonly Problem: { readonly properties: Readonly<Record<string, { readonly description?: string }>> } } };
}

const decoded = (html: string): string => html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

test('every operation, parameter and field of an error stands on the page; English in the words of the document', async () => {
  const document = (await app.inject('/openapi.json')).json<Document>();
  const [danish, english] = [decoded((await app.inject('/api')).body), decoded((await app.inject('/en/api')).body)];
  assert.ok(Object.keys(document.paths).length >= 9);
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })));
  assert.deepEqual([...new Set(operations.map(({ method }) => method))].toSorted(), ['GET', 'POST', 'PUT']);
  for (const { path, method, operation } of operations) {
    for (const page of [danish, english]) assert.ok(page.includes(`<code>${method} ${path}</code>`), path);
    const meanings = (operation.parameters ?? []).map(({ name, description }) => {
      for (const page of [danish, english]) assert.ok(page.includes(`<code>${name}</code>`), `${path} ${name}`);
      assert.ok(description, `${path} ${name} has a meaning`);
      return description;
    });
    for (const words of [operation.summary, ...meanings]) {
      assert.ok(english.includes(words), words);
      assert.ok(!danish.includes(`>${words}<`), `no Danish for: ${words}`);
    }
  }
  for (const [name, { description = '' }] of Object.entries(document.components.schemas.Problem.properties)) {
    assert.ok(english.includes(`<code>${name}</code>`) && description !== '' && english.includes(description), name);
    assert.ok(!danish.includes(`>${description}<`), name);
  }
  assert.match(danish, /300 forespørgsler i minuttet/);
});

test('what the page says can be sent is answered', async () => {
  const sent = [...decoded((await app.inject('/api')).body).matchAll(/-d '([^']+)' \S+?(\/api\/v1\/\S+?)</g)];
  assert.ok(sent.length >= 5);
  for (const [, payload = '', url = ''] of sent) {
    const answer = await app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json' } });
    assert.equal(answer.statusCode, 200, url);
  }
});

test('every example works, in each world', async () => {
  for (const [page, least] of [['/api', 8], ['/en/demo/api', 8]] as const) {
    const { body } = await app.inject(page);
    const examples = [...decoded(body).matchAll(/<a href="([^"]+)"><code>([^<]+)<\/code><\/a>/g)].map(([, href = '', text]) => { assert.equal(href, text); return href; });
    assert.ok(examples.length >= least, page);
    for (const example of examples) {
      assert.ok(example.startsWith(page.includes('demo') ? '/demo/api/v1/' : '/api/v1/'), example);
      assert.equal((await app.inject(example)).statusCode, 200, example);
    }
  }
  const bare = await buildServer({ ...options, worlds: { register: empty, demo: null } });
  const { body } = await bare.inject('/api');
  assert.match(body, /intet af den slags/);
  assert.match(body, /ingen grænse/);
  await bare.close();
});
