import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { fixedClock, parseJson } from '#base';
import { validate } from '#ocds';
import { importFiles, makeDemoWorld } from '#register';
import { testRegister } from '../../test/support/database.ts';
import { withRoutes } from '../../test/support/routes.ts';
import { sharedFolder, without } from '../../test/support/shared.ts';
import { buildServer, type WebOptions } from './server.ts';

const TOKEN = 'a-token-nobody-may-read';
const real = path.join(sharedFolder, 'data/ocds/releases.jsonl');
const [register, demo, empty] = [await testRegister(), await testRegister(), await testRegister()];
const logged: string[] = [];
const logStream = new Writable({ write: (chunk: Buffer, _encoding, done) => { logged.push(chunk.toString()); done(); } });

/** Numbers that a double cannot hold, text that wants to be markup, and a fault. */
const ODD = '{"ocid":"ocds-odd/1?&#<b>","id":"odd-1","date":"2026-01-02T03:04:05Z","tag":["tender"],"initiationType":"tender",'
  + '"buyer":{"id":"b","name":"<script>alert(1)</script>"},"parties":[{"id":"b","name":"<script>alert(1)</script>","roles":["buyer"],"identifier":{"scheme":"XX-\\u003d","id":"=1+1"}}],'
  + '"tender":{"id":"t","title":"\\"><img src=x onerror=alert(1)>","value":{"amount":12345678901234567.89,"currency":"DKK"}},"x":0.10000000000000000000001}';
const TWICE = ['Først', 'Siden'].map((title) => `{"ocid":"ocds-213czf-twice","id":"t-1","date":"2026-02-03T04:05:06Z","tag":["tender"],"initiationType":"tender","tender":{"id":"t","title":"${title}"}}`);
const WHOLE = '{"ocid":"ocds-213czf-whole","id":"w-1","date":"2026-02-03T04:05:06Z","tag":["tender"],"initiationType":"tender",  "tender":{"id":"t","title":"Hel"}}';

function options(worlds: WebOptions['worlds'], change: Partial<WebOptions> = {}): WebOptions {
  return { worlds, clock: fixedClock('2026-11-22T12:00:00Z'), url: 'https://torvet.example', publisher: 'Prøven', contact: null, metricsToken: TOKEN, logLevel: 'info', logStream, ...change };
}

let app: FastifyInstance;
before(async () => {
  await makeDemoWorld(demo);
  const paths = without('data/ocds/releases.jsonl') === false ? ['-', real] : ['-'];
  await importFiles(register, paths, { input: Readable.from([[ODD, WHOLE, ...TWICE].join('\n')]), inputName: 'odd.jsonl' });
  app = await buildServer(options({ register, demo }));
});

const get = async (url: string, headers: Record<string, string> = {}, server = app) => server.inject({ method: 'GET', url, headers });
const json = async (url: string): Promise<Record<string, unknown>> => (await get(url)).json();

interface Listed { readonly rows: readonly { readonly ocid: string; readonly key: string }[]; readonly total: number }

const ocidPath = encodeURIComponent('ocds-odd/1?&#<b>');

describe('pages', () => {
  test('every page stands in both languages and both worlds, without anything inline', async () => {
    const seen = new Set<string>();
    for (const world of ['', '/demo']) {
      const { rows } = (await json(`${world}/api/v1/processes?limit=3`)) as unknown as Listed;
      const organisations = (await json(`${world}/api/v1/organisations?limit=2`)) as unknown as Listed;
      const pages = ['/', '/udbud', '/udbud?q=system', '/udbud?open=yes', '/udbud?q=qqqqqqqq', '/organisationer', '/om', '/was', '/findes-ikke',
        ...rows.map(({ ocid }) => `/udbud/${encodeURIComponent(ocid)}`), ...organisations.rows.map(({ key }) => `/organisationer/${encodeURIComponent(key)}`),
        ...(world === '' ? [`/udbud/${ocidPath}`] : [])];
      for (const lang of ['', '/en']) {
        for (const page of pages) {
          const url = lang + world + page;
          const answer = await get(url);
          assert.equal(answer.statusCode, page === '/findes-ikke' ? 404 : 200, url);
          assert.match(answer.headers['content-type'] as string, /^text\/html/);
          assert.match(answer.body, lang === '' ? /<html lang="da"/ : /<html lang="en"/, url);
          assert.doesNotMatch(answer.body, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+="|javascript:/i, url);
          assert.doesNotMatch(answer.body, /<img src=x|alert\(1\)<\/script>/, url);
          assert.match(answer.headers['content-security-policy'] as string, /^default-src 'none'(?!.*unsafe)/);
          seen.add(answer.body);
        }
      }
    }
    assert.ok(seen.size > 40);
  });

  test('the links of a page lead somewhere, with the same figures behind them', async () => {
    for (const start of ['/', '/demo', '/en/demo', '/udbud', '/demo/organisationer', `/udbud/${ocidPath}`]) {
      const { body } = await get(start);
      const links = [...body.matchAll(/href="(\/[^"#]*)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));
      assert.ok(links.length > 8, start);
      for (const link of new Set(links)) {
        const answer = await get(link);
        assert.equal(answer.statusCode, 200, `${link} on ${start}`);
        // Out of the demo world lead only the banner's two links to the front page of the register.
        if (start.includes('demo')) assert.match(link, /^(\/en)?\/demo\b|^\/assets\/|^\/(en)?$/, `${link} leaves the demo world on ${start}`);
      }
    }
  });

  test('HEAD is GET without a body, and other methods are told so', async () => {
    const head = await app.inject({ method: 'HEAD', url: '/udbud' });
    assert.deepEqual([head.statusCode, head.body], [200, '']);
    for (const method of ['POST', 'PUT', 'DELETE'] as const) {
      const answer = await app.inject({ method, url: '/api/v1/processes' });
      assert.equal(answer.statusCode, 404);
      assert.match(answer.headers['content-type'] as string, /problem\+json/);
    }
  });
});

describe('worlds', () => {
  test('an empty register shows the demo world until data come, then the register', async () => {
    const own = await testRegister();
    const server = await buildServer(options({ register: own, demo }));
    const before = await get('/udbud', {}, server);
    assert.equal(before.body.includes('Kommune'), true);
    assert.equal((await get('/api/v1/processes', {}, server)).json<Listed>().total > 100, true);
    assert.doesNotMatch(before.body, /Gå til registret/);
    assert.doesNotMatch((await get('/demo/udbud', {}, server)).body, /Gå til registret/);
    await importFiles(own, ['-'], { input: Readable.from([`${WHOLE}\n`]), inputName: 'one.jsonl' });
    assert.equal((await get('/api/v1/processes', {}, server)).json<Listed>().total, 1);
    assert.equal((await get('/demo/api/v1/processes', {}, server)).json<Listed>().total > 100, true);
    assert.match((await get('/demo/udbud', {}, server)).body, /Gå til registret/);
    await server.close();
  });
  test('without a demo world its addresses are 404 and the empty register is shown', async () => {
    const server = await buildServer(options({ register: empty, demo: null }));
    for (const url of ['/demo', '/demo/udbud', '/en/demo/om', '/demo/api/v1/processes']) assert.equal((await get(url, {}, server)).statusCode, 404, url);
    for (const url of ['/', '/udbud', '/organisationer', '/om', '/en']) assert.equal((await get(url, {}, server)).statusCode, 200, url);
    assert.equal((await get('/api/v1/processes', {}, server)).json<Listed>().total, 0);
    await server.close();
  });
  test('no figure of one world stands in the other', async () => {
    const demoOcids = (await get('/demo/udbud.json')).json<Listed>().rows.map(({ ocid }) => ocid);
    const realOcids = (await get('/udbud.json')).json<Listed>().rows.map(({ ocid }) => ocid);
    assert.deepEqual(new Set(demoOcids).intersection(new Set(realOcids)).size, 0);
    assert.equal((await get('/demo/udbud.json')).json<{ world: string }>().world, 'demo');
  });
});

describe('headers', () => {
  test('ETag: the same answer again is 304, another is not', async () => {
    for (const url of ['/udbud', '/api/v1/processes', '/openapi.json', `/api/v1/processes/${ocidPath}/record-package`]) {
      const { etag } = (await get(url)).headers;
      assert.match(etag as string, /^"[\w-]{20,}"$/);
      for (const header of [String(etag), `"x", W/${String(etag)}`, '*']) {
        const again = await get(url, { 'if-none-match': header });
        assert.deepEqual([again.statusCode, again.body, again.headers.etag], [304, '', etag], url);
      }
      assert.equal((await get(url, { 'if-none-match': '"other"' })).statusCode, 200);
    }
  });
  test('request ids: a plain one is kept, an odd one is not echoed', async () => {
    assert.equal((await get('/om', { 'x-request-id': 'abcd-1234-efgh' })).headers['x-request-id'], 'abcd-1234-efgh');
    for (const odd of ['x', '<script>', 'a b c d e f g h', 'a'.repeat(65), '"}{"level":60']) {
      assert.match((await get('/om', { 'x-request-id': odd })).headers['x-request-id'] as string, /^[0-9a-f-]{36}$/);
    }
    assert.equal((await get('/om')).headers['strict-transport-security'], 'max-age=31536000; includeSubDomains');
  });
  test('metrics open to the token alone, which stands in no log', async () => {
    for (const headers of [{}, { authorization: 'Bearer wrong' }, { authorization: TOKEN }]) {
      assert.equal((await get('/metrics', headers as Record<string, string>)).statusCode, 401);
    }
    const open = await get('/metrics', { authorization: `Bearer ${TOKEN}` });
    assert.match(open.body, /torvet_http_request_seconds_bucket/);
    assert.ok(logged.length > 20);
    assert.doesNotMatch(logged.join(''), new RegExp(TOKEN));
    const closed = await buildServer(options({ register: empty, demo: null }, { metricsToken: null }));
    assert.equal((await get('/metrics', { authorization: 'Bearer null' }, closed)).statusCode, 401);
    assert.equal((await get('/metrics', { authorization: 'Bearer ' }, closed)).statusCode, 401);
    await closed.close();
  });
});

describe('API', () => {
  test('what was received comes back to the letter, under its hash', async () => {
    for (const [ocid, text] of [['ocds-odd/1?&#<b>', ODD], ['ocds-213czf-whole', WHOLE]] as const) {
      const view = (await get(`/api/v1/processes/${encodeURIComponent(ocid)}`)).json<{ releases: { key: string; sha256: string }[] }>();
      const [release] = view.releases;
      assert.ok(release);
      const { rawPayload } = await get(`/api/v1/processes/${encodeURIComponent(ocid)}/releases/${release.key}`);
      assert.equal(rawPayload.toString(), text);
      assert.equal(createHash('sha256').update(rawPayload).digest('hex'), release.sha256);
      assert.equal((await get(`/api/v1/processes/other/releases/${release.key}`)).statusCode, 404);
    }
  });
  test('one release number with two contents is two versions, and both are there', async () => {
    const { releases } = (await get('/api/v1/processes/ocds-213czf-twice')).json<{ releases: { key: string; releaseId: string; hasOtherVersion: boolean }[] }>();
    assert.deepEqual(releases.map(({ releaseId, hasOtherVersion }) => [releaseId, hasOtherVersion]), [['t-1', true], ['t-1', true]]);
    const texts = await Promise.all(releases.map(async ({ key }) => (await get(`/api/v1/processes/ocds-213czf-twice/releases/${key}`)).body));
    assert.deepEqual(texts.toSorted(), TWICE);
  });
  test('packages are OCDS 1.1 and keep every number', async () => {
    for (const kind of ['release-package', 'record-package']) {
      const { body } = await get(`/api/v1/processes/${ocidPath}/${kind}`);
      assert.match(body, /12345678901234567\.89/);
      assert.match(body, /0\.10000000000000000000001/);
      const clean = await get(`/api/v1/processes/ocds-213czf-whole/${kind}`);
      assert.deepEqual(validate(parseJson(clean.body)).errors, []);
    }
    assert.match((await get(`/api/v1/processes/${ocidPath}`)).body, /12345678901234567\.89/);
  });
  test('packages of the demo world are valid, and name their address', async () => {
    const { rows } = (await json('/demo/api/v1/processes?limit=40')) as unknown as Listed;
    assert.equal(rows.length, 40);
    for (const { ocid } of rows) {
      for (const kind of ['release-package', 'record-package']) {
        const url = `/demo/api/v1/processes/${encodeURIComponent(ocid)}/${kind}`;
        const answer = await get(url);
        const { valid, errors, warnings } = validate(parseJson(answer.body));
        assert.deepEqual([valid, errors, warnings.filter(({ path: place }) => /^\/(uri|publishedDate)/.test(place))], [true, [], []], url);
        assert.equal(answer.json<{ uri: string }>().uri, `https://torvet.example${url}`);
      }
    }
  });
  test('an error is problem+json with what happened and what to do', async () => {
    const cases = [
      ['/api/v1/processes?foo=1', 400, 'foo'], ['/api/v1/processes?limit=0', 400, 'limit'], ['/api/v1/processes?limit=1e3', 400, 'limit'],
      ['/api/v1/processes?sort=best', 400, 'sort'], ['/api/v1/processes?after=x', 400, 'after'], ['/api/v1/processes?q=a&q=b', 400, 'q'],
      ['/api/v1/processes?open=no', 400, 'open'], ['/api/v1/processes/none', 404, undefined], ['/api/v1/organisations/none', 404, undefined], ['/api/v1/none', 404, undefined],
      ['/api/v1/processes/%00', 404, undefined], ['/api/v1/processes/%', 400, undefined], [`/api/v1/processes/${'a'.repeat(11_000)}`, 414, undefined],
    ] as const;
    for (const [url, status, place] of cases) {
      const answer = await get(url);
      assert.equal(answer.statusCode, status, url);
      assert.match(answer.headers['content-type'] as string, /^application\/problem\+json/);
      assert.equal(answer.headers['cache-control'], 'no-store');
      assert.match(answer.headers['content-security-policy'] as string, /default-src 'none'/);
      const problem = answer.json<Record<string, unknown>>();
      assert.deepEqual([problem['type'], problem['status'], problem['place'], problem['requestId']], ['about:blank', status, place, answer.headers['x-request-id']], url);
      for (const field of ['title', 'detail', 'help']) assert.ok(String(problem[field]).length > 3, `${url} ${field}`);
    }
    assert.match((await get('/udbud/none', { accept: 'application/json' })).headers['content-type'] as string, /problem/);
  });
  test('OpenAPI 3.1 names every address of the API and no page', async () => {
    const document = (await get('/openapi.json')).json<{ openapi: string; paths: Record<string, Record<string, { summary?: string; responses: Record<string, unknown>; parameters?: { name: string; in: string; schema: unknown }[] }>> }>();
    assert.match(document.openapi, /^3\.1\./);
    const declared = Object.keys(document.paths).filter((place) => 'get' in (document.paths[place] ?? {})).toSorted();
    const { routes } = await withRoutes(() => buildServer(options({ register: empty, demo: null })));
    assert.deepEqual(declared, routes.filter(({ url }) => url.startsWith('/api/v1/')).map(({ url }) => url.replaceAll(/:(\w+)/g, '{$1}')).toSorted());
    assert.ok(declared.includes('/api/v1/processes/{ocid}/releases/{key}/original.xml'));
    for (const [place, item] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(item)) {
        assert.ok(app.hasRoute({ method: method.toUpperCase(), url: place.replaceAll(/\{(\w+)\}/g, ':$1') }), place);
        assert.ok(operation.summary);
        assert.ok('200' in operation.responses && 'default' in operation.responses, place);
        const named = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name);
        assert.deepEqual(named, [...place.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
        for (const parameter of operation.parameters ?? []) assert.ok(parameter.schema);
      }
    }
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, ref = '']) => ref.split('/'));
    assert.ok(refs.length > 0);
    for (const ref of refs) assert.ok(ref.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document), ref.join('/'));
  });
});
