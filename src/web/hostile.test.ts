import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { before, describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { fixedClock } from '#base';
import { importFiles, type RegisterTables } from '#register';
import { openDatabase } from '#store';
import { testRegister, testServer } from '../../test/support/database.ts';
import { buildServer, type WebOptions } from './server.ts';

const register = await testRegister();
const options: WebOptions = {
  worlds: { register, demo: null }, clock: fixedClock('2026-11-22T12:00:00Z'), url: 'http://torvet.example', publisher: 'Prøven', contact: null,
  metricsToken: null, logLevel: 'silent',
};
let app: FastifyInstance;
let parameters: readonly { readonly path: string; readonly name: string; readonly in: string; readonly type: string }[] = [];

interface Document { readonly paths: Record<string, { readonly get: { readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: { readonly type: string } }[] } }> }

before(async () => {
  const lines = Array.from({ length: 60 }, (_, at) => `${JSON.stringify({
    ocid: `o-${at}`, id: `${at}`, date: `2026-01-${String((at % 28) + 1).padStart(2, '0')}T00:00:00Z`, tag: ['tender'], initiationType: 'tender',
    parties: [{ id: 'b', name: `Kommune ${at % 7}`, roles: ['buyer'] }], tender: { id: 't', title: `System ${at}`, value: { amount: at, currency: 'DKK' } },
  })}\n`);
  await importFiles(register, ['-'], { input: Readable.from(lines), inputName: 'sixty.jsonl' });
  app = await buildServer(options);
  const { paths } = (await app.inject('/openapi.json')).json<Document>();
  parameters = Object.entries(paths).flatMap(([path, { get }]) => (get.parameters ?? []).map(({ name, in: place, schema }) => ({ path, name, in: place, type: schema.type })));
  assert.ok(parameters.length > 20);
});

/** An answer or a clear refusal, within a second; never a fault of ours. */
async function answered(url: string, headers: Record<string, string> = {}): Promise<void> {
  const started = performance.now();
  const answer = await app.inject({ method: 'GET', url, headers });
  const took = performance.now() - started;
  const shown = `${url.slice(0, 300)} gave ${answer.statusCode}`;
  assert.ok(answer.statusCode < 500 && answer.statusCode >= 200, shown);
  assert.ok(took < 1000, `${shown} after ${Math.round(took)} ms`);
  assert.ok(answer.headers['x-request-id'] && answer.headers['content-security-policy'], shown);
  if (url.startsWith('/api/') && answer.statusCode >= 400) {
    assert.match(String(answer.headers['content-type']), /problem\+json/, shown);
    assert.ok(answer.json<{ detail: string }>().detail.length > 5);
  }
}

const cursor = (sort: string): fc.Arbitrary<string> => fc.tuple(fc.constantFrom('Infinity', 'NaN', '0x10', '0b1', '1e400', '', '-infinity', '2026-99-99 00:00:00+00', '9'.repeat(500)), fc.string())
  .map(([key, id]) => Buffer.from(JSON.stringify([sort, key, id])).toString('base64url'));
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('', ' ', '0', '-1', '20', '101', '1e3', '0x10', '9'.repeat(30), 'unknown', 'yes', 'DKK', 'newest', 'value', 'deadline', '2026', 'null', '__proto__', "'--", '\u0000', '%', '../'),
  fc.string({ unit: 'grapheme', minLength: 1000, maxLength: 2000 }), cursor('newest'), cursor('size'), cursor('relevance'), cursor('end'), cursor('open'),
);
const encoded = value.map((text) => encodeURIComponent(text.toWellFormed()));
const raw = fc.constantFrom('%', '%00', '%zz', '%ff', '%2e%2e%2f', '..', '../', '../../etc/passwd', '%2F', '%5C', ';', '+', 'a'.repeat(2000), '%F0%9F%98%80'.repeat(100), '.', '%252e');
const language = fc.constantFrom('da', 'en', 'xx;q=9', '*', 'da-DK,da;q=0.9', ';;;', 'a'.repeat(500));

describe('whatever is asked', () => {
  test('property: any query over the schemas of the API gets an answer or a clear refusal', async () => {
    const paths = [...new Set(parameters.filter((entry) => entry.in === 'query').map(({ path }) => path))];
    const request = fc.constantFrom(...paths, '/udbud', '/organisationer', '/en/udbud', '/udbud.csv', '/udbud.json', '/organisationer.xlsx', '/udbud-excel.csv', '/kontrakter', '/kontrakter.csv', '/aendringer', '/uden-udbud', '/rammer', '/sammenlign', '/sammenlign.csv').chain((path) => {
      const known = parameters.filter((entry) => entry.in === 'query' && (entry.path === path || !path.startsWith('/api/'))).map(({ name }) => name);
      const pair = fc.tuple(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...known) }, encoded), fc.oneof({ weight: 6, arbitrary: encoded }, raw));
      return fc.array(pair, { maxLength: 5 }).map((pairs) => `${path}?${pairs.map(([name, given]) => `${name}=${given}`).join('&')}`);
    });
    await fc.assert(fc.asyncProperty(request, language, async (url, lang) => answered(url, { 'accept-language': lang })), { numRuns: 150 });
  });

  test('property: any path gets an answer or a clear refusal', async () => {
    const places = [...new Set(parameters.filter((entry) => entry.in === 'path').map(({ path }) => path)), '/udbud/{x}', '/organisationer/{x}', '/en/udbud/{x}', '/demo/{x}', '/{x}', '/assets/{x}'];
    const url = fc.tuple(fc.constantFrom(...places), fc.oneof(encoded, raw), fc.oneof(encoded, raw)).map(([place, first, second]) => {
      const given = [first, second];
      return place.replaceAll(/\{\w+\}/g, () => given.pop() ?? 'x');
    });
    await fc.assert(fc.asyncProperty(url, fc.constantFrom('text/html', 'application/json', '*/*', 'x'), async (place, accept) => answered(place, { accept })), { numRuns: 150 });
  });

  test('a cursor whose key is no number or date of the database is a clear refusal', async () => {
    for (const [path, sort] of [['processes', 'newest'], ['processes', 'deadline'], ['organisations', 'size']] as const) {
      for (const key of ['NaN', '0x10', '0b1', '1e-400', '1e999', '', ' ', '2026-02-31 00:00:00+00', '999999-01-01 00:00:00+00', 'infinity']) {
        const body = JSON.stringify([sort, key, 'x']);
        // With a checksum that fits: made by somebody who knows how.
        const forged = Buffer.from(createHash('sha256').update(body).digest('base64url').slice(0, 8) + body).toString('base64url');
        const { statusCode } = await app.inject(`/api/v1/${path}?${path === 'processes' ? `sort=${sort}&` : ''}after=${forged}`);
        // An exact decimal may be as small or large as it likes, and every list begins after infinity.
        const fits = (sort === 'newest' && key === 'infinity') || (sort === 'deadline' && key.startsWith('1e'));
        assert.equal(statusCode, fits ? 200 : 400, `${path} ${sort} ${key}`);
      }
    }
  });
});

describe('while the database is gone', () => {
  test('health stands, readiness says no, pages are pages, the API says 503, and no password is logged', async () => {
    const lines: string[] = [];
    const logStream = new Writable({ write: (chunk: Buffer, _encoding, done) => { lines.push(chunk.toString()); done(); } });
    // Nothing listens on the discard port.
    const gone = openDatabase<RegisterTables>({ host: '127.0.0.1', port: 9, user: 'torvet', password: 'secret-word', database: 'none' });
    for (const demo of [null, gone]) {
      const server = await buildServer({ ...options, worlds: { register: gone, demo }, logLevel: 'info', logStream });
      assert.deepEqual([(await server.inject('/healthz')).statusCode, (await server.inject('/readyz')).statusCode], [200, 503]);
      for (const url of ['/', '/udbud', '/en/om', '/organisationer/x', '/findes-ikke', '/udbud/%', ...(demo === null ? [] : ['/demo/udbud'])]) {
        const answer = await server.inject({ url, headers: { accept: 'text/html' } });
        assert.ok([503, 404, 400].includes(answer.statusCode), `${url} ${answer.statusCode}`);
        assert.match(answer.body, /^<!DOCTYPE html>/i, url);
        assert.doesNotMatch(answer.body, /ECONNREFUSED|127\.0\.0\.1/);
      }
      assert.equal((await server.inject('/udbud')).statusCode, 503);
      const list = await server.inject('/api/v1/processes');
      assert.deepEqual([list.statusCode, list.headers['content-type']], [503, 'application/problem+json; charset=utf-8']);
      const file = await server.inject('/udbud.csv');
      assert.deepEqual([file.statusCode, file.headers['content-disposition']], [503, undefined]);
      await server.close();
    }
    assert.ok(lines.some((line) => line.includes('ECONNREFUSED')));
    assert.doesNotMatch(lines.join(''), /secret-word/);
    for (const line of lines.join('').trim().split('\n')) assert.ok((JSON.parse(line) as { level: number }).level);
    await gone.destroy();
  });

  test('a demo world that is removed under a running server is no longer there, and the register is', async () => {
    const [own, demo] = [await testRegister(), await testRegister()];
    await importFiles(demo, ['-'], { input: Readable.from(['{"ocid":"d","id":"1","date":"2026-01-01T00:00:00Z","tag":["tender"]}\n']), inputName: 'demo.jsonl' });
    const server = await buildServer({ ...options, worlds: { register: own, demo } });
    const statuses = async (): Promise<number[]> => Promise.all(['/', '/demo', '/api/v1/processes/d', '/readyz'].map(async (url) => (await server.inject(url)).statusCode));
    assert.deepEqual(await statuses(), [200, 200, 200, 200]);
    const { rows: [row] } = await sql<{ name: string }>`select current_database() as name`.execute(demo);
    await (await testServer()).dropDatabase(row?.name ?? '');
    assert.deepEqual(await statuses(), [200, 404, 404, 200]);
    await server.close();
  });

  test('a database that is dropped under a running server is 503, and no crash', async () => {
    const own = await testRegister();
    const server = await buildServer({ ...options, worlds: { register: own, demo: null } });
    assert.equal((await server.inject('/udbud')).statusCode, 200);
    const { rows: [row] } = await sql<{ name: string }>`select current_database() as name`.execute(own);
    await (await testServer()).dropDatabase(row?.name ?? '');
    for (let at = 0; at < 3; at++) assert.equal((await server.inject('/udbud')).statusCode, 503);
    assert.equal((await server.inject('/readyz')).statusCode, 503);
    assert.equal((await server.inject('/healthz')).statusCode, 200);
    await server.close();
  });
});
