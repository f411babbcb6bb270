/** The analysis files as people and programs fetch them. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { fixedClock, systemClock } from '#base';
import { buildAnalysis, importFiles } from '#register';
import { htmlFaults } from '#ui';
import { testRegister } from '../../test/support/database.ts';
import { buildServer } from './server.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'torvet-data-'));
after(() => rm(folder, { recursive: true, force: true }));
const register = await testRegister();
const demo = await testRegister();
let app: FastifyInstance;
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

interface Data {
  readonly state: string;
  readonly generation: string | null;
  readonly updatedAt: string | null;
  readonly tables: readonly {
    readonly name: string; readonly rows: number | null; readonly parquet: { href: string; bytes: number; sha256: string } | null; readonly csv: { href: string; bytes: number } | null;
    readonly columns: readonly { name: string; unit: string | null; meaning: { da: string; en: string } }[];
  }[];
}
const data = async (prefix = ''): Promise<Data> => (await get(`${prefix}/api/v1/data`)).json<Data>();

const release = (id: string): string => JSON.stringify({
  ocid: 'ocds-x-1', id, date: '2026-03-01T10:00:00Z', tag: ['award'], initiationType: 'tender', tender: { id: 't', title: '=1+1' },
  awards: [{ id: 'a', status: 'active', value: { amount: 12.5, currency: 'DKK' } }],
});

before(async () => {
  for (const db of [register, demo]) await importFiles(db, ['-'], { input: Readable.from([`${release('1')}\n`]), inputName: 'one.jsonl' });
  app = await buildServer({
    worlds: { register, demo }, analysisFolder: folder, clock: fixedClock('2026-11-22T23:30:00Z'), url: 'http://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent',
  });
});

describe('data for analysis', () => {
  test('before there is a generation the page says what makes one, the dictionary stands, and no file is promised', async () => {
    const page = await get('/data');
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /torvet register rebuild --analysis<\/code>/);
    assert.doesNotMatch(page.body, /\.parquet/);
    assert.match((await get('/demo/data')).body, /rebuild --analysis --demo</);
    const { state, generation, tables } = await data();
    assert.deepEqual([state, generation, tables.length], ['none', null, 11]);
    assert.ok(tables.every(({ rows, parquet, csv }) => rows === null && parquet === null && csv === null));
    assert.equal((await get('/data/award.parquet')).statusCode, 404);
  });

  test('the page is the dictionary: every table, column, meaning and unit, in both languages, with what the files hold', async () => {
    await buildAnalysis(register, { place: { folder, world: 'register' }, clock: systemClock });
    const { state, generation, tables } = await data();
    assert.equal(state, 'ready');
    for (const [lang, address] of [['da', '/data'], ['en', '/en/data']] as const) {
      const { body } = await get(address);
      assert.deepEqual(htmlFaults(body), []);
      assert.ok(body.includes(generation ?? 'none'));
      const text = body.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
      for (const { name, columns, parquet } of tables) {
        assert.ok(text.includes(`id="tabel-${name}"`) && parquet !== null && text.includes(`href="${parquet.href}"`), name);
        for (const column of columns) assert.ok(text.includes(`<code>${column.name}</code>`) && text.includes(column.meaning[lang]), `${name}.${column.name}`);
      }
    }
    const units = new Set(tables.flatMap(({ columns }) => columns.flatMap(({ unit }) => unit ?? [])));
    const danish = (await get('/data')).body;
    assert.ok(units.size >= 6);
    for (const unit of units) assert.doesNotMatch(danish, new RegExp(`<div class="cell">${unit}</div>`), `${unit} has no Danish word`);
  });

  test('a file comes whole, in part, or not again; its hash is its ETag', async () => {
    const { tables } = await data();
    const award = tables.find(({ name }) => name === 'award')?.parquet;
    assert.ok(award);
    const whole = await get(award.href);
    assert.equal(createHash('sha256').update(whole.rawPayload).digest('hex'), award.sha256);
    assert.deepEqual([whole.statusCode, whole.rawPayload.length, whole.headers.etag, whole.headers['content-type']], [200, award.bytes, `"${award.sha256}"`, 'application/vnd.apache.parquet']);
    const head = await app.inject({ method: 'HEAD', url: award.href });
    assert.deepEqual([head.statusCode, head.headers['content-length'], head.rawPayload.length], [200, String(award.bytes), 0]);
    const etag = `"${award.sha256}"`;
    const part = async (headers: Record<string, string>): Promise<unknown[]> => {
      const { statusCode, rawPayload, headers: given } = await get(award.href, headers);
      return [statusCode, statusCode < 300 ? rawPayload.toString('latin1').slice(0, 4) : '', given['content-range'] ?? null];
    };
    assert.deepEqual(await part({ range: 'bytes=0-3' }), [206, 'PAR1', `bytes 0-3/${award.bytes}`]);
    assert.deepEqual(await part({ range: 'bytes=-4' }), [206, 'PAR1', `bytes ${award.bytes - 4}-${award.bytes - 1}/${award.bytes}`]);
    assert.deepEqual(await part({ range: `bytes=${award.bytes - 4}-` , 'if-range': etag }), [206, 'PAR1', `bytes ${award.bytes - 4}-${award.bytes - 1}/${award.bytes}`]);
    assert.deepEqual(await part({ range: 'bytes=-4', 'if-range': '"other"' }), [200, 'PAR1', null]);
    for (const range of ['bytes=0-1,3-4', 'lines=1-2', 'bytes=5-2', 'bytes=-']) assert.deepEqual(await part({ range }), [200, 'PAR1', null], range);
    for (const range of [`bytes=${award.bytes}-`, 'bytes=-0']) assert.deepEqual(await part({ range }), [416, '', `bytes */${award.bytes}`], range);
    assert.equal((await get(award.href, { 'if-none-match': `W/${etag}, "x"` })).statusCode, 304);
  });

  test('the CSV file is inert and its description fits it', async () => {
    const { csv } = (await data()).tables.find(({ name }) => name === 'process') ?? {};
    assert.ok(csv);
    const answer = await get(csv.href);
    assert.match(String(answer.headers.link), /<\/data\/process\.csv-metadata\.json>; rel="describedby"/);
    const [header, row] = gunzipSync(answer.rawPayload).toString().split('\r\n');
    assert.match(row ?? '', /^ocds-x-1,'=1\+1,/);
    const described = (await get('/data/process.csv-metadata.json')).json<Record<string, unknown> & { tableSchema: { columns: { name: string }[] } }>();
    assert.equal(described.tableSchema.columns.map(({ name }) => name).join(','), header);
    assert.deepEqual([described['url'], described['dc:license'], described['dc:identifier']], ['http://torvet.example/data/process.csv.gz', { '@id': 'https://creativecommons.org/licenses/by/4.0/' }, (await data()).generation]);
  });

  test('worlds are kept apart, newer data is announced, and files that are gone are told of', async () => {
    assert.equal((await data('/demo')).state, 'none');
    await buildAnalysis(demo, { place: { folder, world: 'demo' }, clock: systemClock });
    const [ours, fictional] = [await data(), await data('/demo')];
    assert.notEqual(ours.generation, fictional.generation);
    assert.match(fictional.tables[0]?.csv?.href ?? '', /^\/demo\/data\//);
    assert.match(String((await get('/demo/data/lot.csv.gz')).headers['content-disposition']), /torvet-demo-/);
    assert.doesNotMatch((await get('/data')).body, /læst nye data ind siden/);
    await importFiles(register, ['-'], { input: Readable.from([`${release('2')}\n`]), inputName: 'two.jsonl' });
    assert.match((await get('/data')).body, /læst nye data ind siden/);
    await rename(path.join(folder, 'register'), path.join(folder, 'away'));
    assert.equal((await data()).state, 'elsewhere');
    assert.match((await get('/data')).body, /TORVET_ANALYSIS/);
  });
});
