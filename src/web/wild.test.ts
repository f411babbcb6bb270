/** Whatever is asked of whatever address, the answer is one, or says clearly why there is none. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { Readable } from 'node:stream';
import { before, describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Kysely, KyselyPlugin } from 'kysely';
import { fixedClock } from '#base';
import { importFiles, makeDemoWorld, type RegisterTables } from '#register';
import { htmlFaults } from '#ui';
import { crawl, type SeenRoute } from '../../test/support/crawl.ts';
import { servedRegister, testRegister } from '../../test/support/database.ts';
import { runs } from '../../test/support/deep.ts';
import { NORWEGIAN } from '../../test/support/real-notices.ts';
import { withRoutes, type Route } from '../../test/support/routes.ts';
import { sharedFolder, without } from '../../test/support/shared.ts';
import { singleRequests, wildRequests, type WildRequest } from '../../test/support/wild.ts';
import { buildServer } from './server.ts';

/** A statement that takes longer is broken off, and its request fails. */
const LONGEST_STATEMENT_MS = 1000;
/** Of one request. What is read in a loop over what was asked for would need more. */
const MOST_STATEMENTS = 30;
/** Of one file, which is read in groups, two statements for every twenty of its processes at most. */
const MOST_OF_FILE = 150;

const [register, demo] = [await testRegister(), await testRegister()];
let app: FastifyInstance;
let routes: readonly Route[];
let seen: readonly SeenRoute[];
let statements = 0;

/** An ocid with all that an address must write otherwise, and a name and a key that want to be markup. */
const ODD = ['ocds-odd/1?&#<b>%2F', 'æ ø/å', '😀', '..', 'שלום'].map((ocid, at) => JSON.stringify({
  ocid, id: `odd/${at}`, date: '2026-01-02T03:04:05Z', tag: ['tender', 'award'], initiationType: 'tender', buyer: { id: 'b', name: '<script>alert(1)</script>' },
  parties: [{ id: 'b', name: '<script>alert(1)</script>', roles: ['buyer'], identifier: { scheme: 'XX-=', id: '=1+1' } }, { id: 's', name: `😀"'/${at}`, roles: ['supplier'], identifier: { scheme: 'X/Y?', id: `ø#${at}` } }],
  tender: { id: 't', title: '"><img src=x onerror=alert(1)>', value: { amount: 1e15, currency: 'D"K' }, tenderPeriod: { endDate: '9999-12-31T00:00:00Z' } },
}));

before(async () => {
  await makeDemoWorld(demo);
  const real = [['data', 'ocds', 'releases.jsonl'], NORWEGIAN].filter((place) => without(...place) === false).map((place) => path.join(sharedFolder, ...place));
  await importFiles(register, ['-', ...real], { input: Readable.from([ODD.join('\n')]), inputName: 'odd.jsonl' });
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const served = async (db: Kysely<RegisterTables>): Promise<Kysely<RegisterTables>> => (await servedRegister(db, LONGEST_STATEMENT_MS)).withPlugin(counting);
  const worlds = { register: await served(register), demo: await served(demo) };
  ({ app, routes } = await withRoutes(() => buildServer({
    worlds, clock: fixedClock('2026-11-22T12:00:00Z'), url: 'http://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent',
  })));
  seen = await crawl(app, routes.filter(({ url }) => !url.startsWith('/assets/')), ['', '/en/demo'], 4);
});

async function send({ method, url, headers }: WildRequest): Promise<LightMyRequestResponse> {
  statements = 0;
  const answer = await app.inject({ method, url, headers: { ...headers } });
  const shown = `${method} ${url.slice(0, 300)} ${JSON.stringify(headers).slice(0, 300)} gave ${answer.statusCode}`;
  assert.ok(answer.statusCode >= 200 && answer.statusCode < 500, `${shown}: ${answer.body.slice(0, 300)}`);
  assert.ok(statements <= (answer.headers['content-disposition'] === undefined ? MOST_STATEMENTS : MOST_OF_FILE), `${shown} after ${statements} statements`);
  assert.ok(answer.headers['x-request-id'] && answer.headers['content-security-policy'], shown);
  if (answer.body !== '') checkBody(answer, url, shown);
  return answer;
}

function checkBody(answer: LightMyRequestResponse, url: string, shown: string): void {
  const type = String(answer.headers['content-type']);
  if (type.startsWith('text/html')) assert.deepEqual(htmlFaults(answer.body), [], shown);
  if (answer.statusCode < 400 || type.startsWith('text/html') || url.includes('/metrics')) return;
  assert.match(type, /^application\/problem\+json/, shown);
  const { status, title, detail, help } = answer.json<{ status: number; title: string; detail: string; help: string }>();
  assert.equal(status, answer.statusCode);
  for (const told of [title, detail, help]) assert.ok(told.length > 5, `${shown} without title, detail or help`);
}

/** Sends, and follows where the answer leads. */
async function answered(request: WildRequest): Promise<void> {
  const answer = await send(request);
  if (answer.statusCode < 300 || answer.statusCode === 304 || answer.statusCode >= 400) return;
  const location = String(answer.headers.location);
  assert.match(location, /^\/(?![/\\])/, `${request.url} leads to ${location}`);
  const next = await send({ method: 'GET', url: location, headers: {} });
  assert.equal(next.statusCode, 200, `${request.url} leads to ${location}, which gave ${next.statusCode}`);
}

void describe('whatever is asked', () => {
  void test('the test knows every address of the API and the pages beside it', async () => {
    const { paths } = (await app.inject('/openapi.json')).json<{ paths: Record<string, object> }>();
    const listed = routes.filter(({ hidden }) => !hidden).map(({ url }) => url.replaceAll(/:(\w+)/g, '{$1}'));
    // What is sent to the law has a test of its own.
    assert.deepEqual(listed.toSorted(), Object.entries(paths).filter(([, item]) => 'get' in item).map(([place]) => place).toSorted());
    assert.ok(routes.length > 2 * listed.length && seen.filter(({ url, addresses }) => url.includes(':') && addresses.length > 0).length > 5);
  });

  void test('each parameter alone, as its schema has it, is taken', async () => {
    const requests = singleRequests(seen);
    assert.ok(requests.length > 100);
    for (const request of requests) await answered(request);
  });

  void test('property: any request to any address gets an answer or a clear refusal', async () => {
    await fc.assert(fc.asyncProperty(wildRequests(seen), answered), runs(500));
  });
});
