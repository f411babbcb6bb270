import assert from 'node:assert/strict';
import path from 'node:path';
import { Readable } from 'node:stream';
import { before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { fixedClock, isObject, parseJson, type JsonObject } from '#base';
import { isValidRelease } from '#ocds';
import { importFiles, makeDemoWorld } from '#register';
import { makeFindable, testRegister } from '../../test/support/database.ts';
import { sharedFolder, without } from '../../test/support/shared.ts';
import { buildServer } from './server.ts';

const real = path.join(sharedFolder, 'data/ocds/releases.jsonl');
const [register, demo, many] = [await testRegister(), await testRegister(), await testRegister()];
const SOLE = ['tender', 'award'].map((tag) => JSON.stringify({
  ocid: 'o-sole', id: tag, date: `2026-0${tag.length - 3}-01T00:00:00Z`, tag: [tag], initiationType: 'tender',
  ...(tag === 'tender'
    ? { parties: [{ id: 'p', name: 'Ib Enkeltmand', details: { scale: 'selfEmployed' }, roles: ['tenderer'] }] }
    : { awards: [{ id: 'a', suppliers: [{ id: 'p', name: 'Ib Enkeltmand' }] }] }),
  tender: { id: 't', title: 'Lønsystem', value: { amount: 1, currency: 'DKK' }, procuringEntity: { id: 'b', name: 'Byen' } }, buyer: { id: 'b', name: 'Byen', contactPoint: { name: 'Karla Kontakt' } },
}).replace('"amount":1,', '"amount":12345678901234567.89,'));
let app: FastifyInstance;
let big: FastifyInstance;

before(async () => {
  await makeDemoWorld(demo);
  await importFiles(register, without('data/ocds/releases.jsonl') === false ? ['-', real] : ['-'], { input: Readable.from([SOLE.map((line) => `${line}\n`).join('')]), inputName: 'sole.jsonl' });
  await sql`insert into process (ocid, compiled, title, suppliers, release_count, fault_count)
    select 'o-' || n, '{"ocid":"o-' || n || '"}', 'x', '[]', 1, 0 from generate_series(1, 2500) as n`.execute(many);
  await makeFindable(many);
  const options = { clock: fixedClock('2026-11-22T12:00:00Z'), url: 'https://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent' };
  app = await buildServer({ ...options, worlds: { register, demo } });
  big = await buildServer({ ...options, worlds: { register: many, demo: null } });
});

async function linesOf(url: string, server = app): Promise<{ readonly text: string; readonly values: readonly JsonObject[] }> {
  const answer = await server.inject(url);
  assert.deepEqual([answer.statusCode, answer.headers['content-type'], answer.headers['content-encoding']], [200, 'application/gzip', undefined], url);
  const text = gunzipSync(answer.rawPayload).toString();
  return { text, values: text.split('\n').slice(0, -1).map((line) => parseJson(line)).filter(isObject) };
}

test('a line is a compiled release: pure OCDS, exact, persons masked', async () => {
  const { text, values } = await linesOf('/udbud.jsonl.gz?q=lønsystem&currency=DKK');
  assert.equal(values.length, 1);
  assert.match(text, /^\{"tag":\["compiled"\],"ocid":"o-sole",.*"amount":12345678901234567\.89/);
  assert.doesNotMatch(text, /Enkeltmand|Karla/);
  const api = (await app.inject('/api/v1/processes/o-sole')).body;
  assert.ok(api.includes(text.trim()), 'the same as the API gives');
  const fictional = (await linesOf('/demo/udbud.jsonl.gz')).values;
  assert.ok(fictional.length > 100 && fictional.every(isValidRelease));
});

test('the whole register, each process once, in the order of the ocids, as many as the list tells of', async () => {
  for (const [world, query] of [['', ''], ['', '?country=GB'], ['/demo', '?open=yes'], ['', '?q=zzzzzz']] as const) {
    const { values } = await linesOf(`${world}/udbud.jsonl.gz${query}`);
    const ocids = values.map(({ ocid }) => ocid as string);
    const list = (await app.inject(`${world}/udbud.json${query}`)).json<{ total: number; rows: { ocid: string }[] }>();
    assert.deepEqual(ocids.toSorted(), list.rows.map(({ ocid }) => ocid).toSorted(), query);
  }
  const { values } = await linesOf('/udbud.jsonl.gz', big);
  assert.deepEqual([values.length, new Set(values.map(({ ocid }) => ocid)).size], [2500, 2500]);
  assert.equal((await linesOf('/udbud.jsonl.gz', big)).text, (await linesOf('/udbud.jsonl.gz?sort=oldest', big)).text);
});
