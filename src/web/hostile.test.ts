import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { before, describe, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { fixedClock } from '#base';
import { importFiles, type RegisterTables } from '#register';
import { openDatabase } from '#store';
import { testRegister, testServer } from '../../test/support/database.ts';
import { addHeaders } from './headers.ts';
import { buildServer, type WebOptions } from './server.ts';

const register = await testRegister();
const options: WebOptions = {
  worlds: { register, demo: null }, clock: fixedClock('2026-11-22T12:00:00Z'), url: 'http://torvet.example', publisher: 'Prøven', contact: null,
  metricsToken: null, logLevel: 'silent',
};
let app: FastifyInstance;

before(async () => {
  const lines = Array.from({ length: 60 }, (_, at) => `${JSON.stringify({
    ocid: `o-${at}`, id: `${at}`, date: `2026-01-${String((at % 28) + 1).padStart(2, '0')}T00:00:00Z`, tag: ['tender'], initiationType: 'tender',
    parties: [{ id: 'b', name: `Kommune ${at % 7}`, roles: ['buyer'] }], tender: { id: 't', title: `System ${at}`, value: { amount: at, currency: 'DKK' } },
  })}\n`);
  await importFiles(register, ['-'], { input: Readable.from(lines), inputName: 'sixty.jsonl' });
  app = await buildServer(options);
});

describe('what was found by asking whatever comes to mind', () => {
  test('a cursor whose key is no number or date of the database is a clear refusal', async () => {
    for (const [path, sort, stretch] of [['processes', 'newest', 'newest'], ['processes', 'deadline', 'deadline ahead'], ['processes', 'value', 'value'], ['organisations', 'size', 'size']] as const) {
      for (const key of ['NaN', '0x10', '0b1', '1e-400', '1e999', '', ' ', '2026-02-31 00:00:00+00', '999999-01-01 00:00:00+00', 'infinity']) {
        const body = JSON.stringify([stretch, key, 'x']);
        // With a checksum that fits: made by somebody who knows how.
        const forged = Buffer.from(createHash('sha256').update(body).digest('base64url').slice(0, 8) + body).toString('base64url');
        const { statusCode } = await app.inject(`/api/v1/${path}?${path === 'processes' ? `currency=DKK&sort=${sort}&` : ''}after=${forged}`);
        // An exact decimal may be as small or large as it likes, and every list begins after infinity.
        const fits = path === 'processes' && (sort === 'value' ? key.startsWith('1e') : key === 'infinity');
        assert.equal(statusCode, fits ? 200 : 400, `${path} ${sort} ${key}`);
      }
    }
  });
});

describe('an address that a page cannot use', () => {
  test('broken beyond reading, it gets a page whose links lead somewhere', async () => {
    for (const [url, front] of [['/organisationer/%', '/'], ['/en/udbud/%zz', '/en']] as const) {
      const { statusCode, body } = await app.inject(url);
      assert.equal(statusCode, 400);
      assert.doesNotMatch(body, /undefined/);
      assert.ok(body.includes(`href="${front}"`), url);
    }
  });

  test('says which part of it that is, and leads to the page without it', async () => {
    const cases = [
      ['/udbud?q=system&cpv=abc&open=yes', 'cpv', '/udbud?q=system&amp;open=yes'], ['/en/kommuner?figure=none', 'figure', '/en/kommuner'], ['/marked?open=no', 'open', '/marked'],
      ['/udbud?sort=best&q=%C3%B8%26', 'sort', '/udbud?q=%C3%B8%26'], ['/organisationer?limit=0', 'limit', '/organisationer'], ['/organisationer?after=x&before=y', 'after', '/organisationer'],
      ['/sammenlign?som=x', 'som', '/sammenlign'], [`/udbud?year=2026&year=${'9'.repeat(300)}`, 'year', '/udbud'],
    ] as const;
    for (const [url, name, without] of cases) {
      const { statusCode, body } = await app.inject(url);
      assert.equal(statusCode, 400, url);
      assert.ok(body.includes(`<code>${name}</code>`), url);
      assert.ok(body.includes(`<a href="${without}">`), url);
      assert.equal((await app.inject(without.replaceAll('&amp;', '&'))).statusCode, 200, without);
    }
    assert.doesNotMatch((await app.inject('/udbud/%')).body, /<code>undefined|<a href="\/udbud">Vis/);
  });

  test('a text that is too long is cut by a page and refused by the API', async () => {
    const long = 'a'.repeat(10_000);
    assert.equal((await app.inject(`/udbud?q=${long}`)).statusCode, 200);
    assert.equal((await app.inject(`/udbud?q=${'%F0%9F%98%80'.repeat(251)}&q=a`)).statusCode, 200);
    assert.equal((await app.inject(`/api/v1/processes?q=${long}`)).statusCode, 400);
    assert.equal((await app.inject('/udbud?cpv=72000000-55')).statusCode, 400);
  });
});

test('HEAD of a file makes none', async () => {
  const own = Fastify();
  addHeaders(own, false);
  let [made, ended] = [0, 0];
  const rows = async function* rows(): AsyncGenerator<string> {
    try {
      while (made < 100_000) {
        made += 1;
        yield await Promise.resolve('row\n');
      }
    } finally {
      ended += 1;
    }
  };
  own.get('/file.csv', async (_request, reply) => reply.type('text/csv').send(Readable.from(rows())));
  const { statusCode, body, headers } = await own.inject({ method: 'HEAD', url: '/file.csv' });
  assert.deepEqual([statusCode, body, headers['content-type'], headers['content-length']], [200, '', 'text/csv', undefined]);
  const before = made;
  await setImmediate();
  assert.deepEqual([made, ended <= 1, made < 50], [before, true, true]);
  await own.close();
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
