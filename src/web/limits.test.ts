import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '#base';
import { makeDemoWorld } from '#register';
import { testRegister } from '../../test/support/database.ts';
import { isData } from './limits.ts';
import { buildServer, type WebOptions } from './server.ts';

const [register, demo] = [await testRegister(), await testRegister()];
let now = Temporal.Instant.from('2026-11-22T12:00:00Z');
const clock: Clock = { now: () => now };
const later = (seconds: number): void => { now = now.add({ seconds }); };

before(async () => { await makeDemoWorld(demo); });

const server = async (change: Partial<WebOptions> = {}): Promise<FastifyInstance> =>
  buildServer({ worlds: { register, demo }, clock, url: 'https://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent', rate: 6, ...change });

/** How many of `times` requests were answered. */
async function answered(app: FastifyInstance, url: string, times: number, remoteAddress = '192.0.2.1', headers: Record<string, string> = {}): Promise<number> {
  let count = 0;
  for (let index = 0; index < times; index += 1) if ((await app.inject({ url, remoteAddress, headers })).statusCode === 200) count += 1;
  return count;
}

test('data: so many at once, then as fast as the tokens run in, each client on its own', async () => {
  const app = await server();
  const first = await app.inject({ url: '/api/v1/coverage', remoteAddress: '192.0.2.1' });
  assert.deepEqual(['limit', 'remaining', 'reset'].map((name) => first.headers[`ratelimit-${name}`]), ['6', '5', '10']);
  assert.equal(await answered(app, '/daekning.csv', 8), 5, 'API and files take from one bucket');
  assert.equal(await answered(app, '/daekning.csv', 3, '192.0.2.2'), 3);
  later(9);
  assert.equal(await answered(app, '/api/v1/coverage', 1), 0);
  later(1);
  assert.equal(await answered(app, '/api/v1/coverage', 3), 1, 'six a minute are one in ten seconds');
  later(3600);
  assert.equal(await answered(app, '/api/v1/coverage', 9), 6, 'a bucket is never more than full');
  later(-7200);
  assert.equal(await answered(app, '/api/v1/coverage', 1), 0, 'a clock that is set back gives nothing and takes nothing');
  await app.close();
});

test('a refusal says what happened and what to do: to programs as problem+json, to people as a page', async () => {
  const app = await server();
  await answered(app, '/api/v1/coverage', 6);
  for (const [url, accept] of [['/api/v1/coverage', 'text/html'], ['/daekning.csv', '*/*'], ['/udbud.jsonl.gz', undefined], ['/catalog.ttl', 'text/turtle']] as const) {
    const answer = await app.inject({ url, remoteAddress: '192.0.2.1', headers: accept === undefined ? {} : { accept } });
    assert.deepEqual([answer.statusCode, answer.headers['retry-after'], answer.headers['ratelimit-remaining']], [429, '10', '0'], url);
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/, url);
    const problem = answer.json<{ title: string; status: number; detail: string; help: string }>();
    assert.deepEqual([problem.title, problem.status], ['Too Many Requests', 429]);
    assert.match(problem.detail, /6 times a minute/);
    assert.match(problem.help, /Wait 10 s.*\/catalog/);
  }
  const page = await app.inject({ url: '/daekning.csv', remoteAddress: '192.0.2.1', headers: { accept: 'text/html,*/*;q=0.8' } });
  assert.deepEqual([page.statusCode, page.headers['retry-after'], page.headers['content-disposition']], [429, '10', undefined]);
  assert.match(page.body, /Der er spurgt for mange gange/);
  await app.close();
});

test('pages have a bucket of their own, ten times as large; assets and health are free', async () => {
  const app = await server();
  assert.equal(await answered(app, '/api/v1/coverage', 7), 6);
  assert.equal(await answered(app, '/was', 61), 60);
  assert.equal(await answered(app, '/udbud', 1), 0);
  assert.equal(await answered(app, '/healthz', 70), 70);
  const asset = /href="(\/assets\/[^"]+\.css)"/.exec((await app.inject({ url: '/was', remoteAddress: '192.0.2.9' })).body)?.[1] ?? '';
  assert.equal(await answered(app, asset, 70), 70);
  await app.close();
});

test('clients of IPv6 are told apart by their network, and behind a proxy by what a trusted one says', async () => {
  const app = await server();
  assert.equal(await answered(app, '/api/v1/coverage', 6, '2001:db8:0:1::1'), 6);
  assert.equal(await answered(app, '/api/v1/coverage', 1, '2001:db8:0:1:ffff::2'), 0);
  assert.equal(await answered(app, '/api/v1/coverage', 1, '2001:db8:0:2::1'), 1);
  assert.equal(await answered(app, '/api/v1/coverage', 8, '192.0.2.7', { 'x-forwarded-for': '203.0.113.1' }), 6, 'what anybody writes into a header counts for nothing');
  assert.equal(await answered(app, '/api/v1/coverage', 1, '192.0.2.7', { 'x-forwarded-for': '203.0.113.2' }), 0);
  await app.close();
  const behind = await server({ trustProxy: ['10.0.0.0/8'] });
  assert.equal(await answered(behind, '/api/v1/coverage', 8, '10.1.2.3', { 'x-forwarded-for': '203.0.113.1' }), 6);
  assert.equal(await answered(behind, '/api/v1/coverage', 1, '10.1.2.3', { 'x-forwarded-for': '203.0.113.2' }), 1);
  assert.equal(await answered(behind, '/api/v1/coverage', 1, '192.0.2.7', { 'x-forwarded-for': '203.0.113.3' }), 1);
  await behind.close();
});

test('which routes are data', async () => {
  for (const route of ['/api/v1/processes', '/udbud.csv', '/udbud-excel.csv', '/udbud.csv-metadata.json', '/udbud.jsonl.gz', '/udbud.atom', '/openapi.json', '/catalog.ttl']) assert.equal(isData(route), true, route);
  for (const route of [undefined, '/', '/udbud', '/udbud/:ocid', '/api', '/catalog', '/assets/abc/torvet.css']) assert.equal(isData(route), false, route ?? 'none');
  const free = await server({ rate: null });
  assert.equal(await answered(free, '/api/v1/coverage', 40), 40);
  await free.close();
});
