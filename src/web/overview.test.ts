/** Overviews as anybody may read them: pages, files, and what is not there. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { before, describe, test } from 'node:test';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { fixedClock } from '#base';
import { importFiles, makeDemoWorld } from '#register';
import { htmlFaults } from '#ui';
import { testRegister } from '../../test/support/database.ts';
import { buildServer } from './server.ts';

const [register, demo] = [await testRegister(), await testRegister()];
let app: FastifyInstance;
before(async () => {
  await makeDemoWorld(demo);
  const hostile = {
    ocid: 'o/1', id: '1', date: '2024-01-02T03:04:05Z', tag: ['tender'], initiationType: 'tender', buyer: { id: 'b', name: 'Vejle Kommune' },
    parties: [{ id: 'b', name: 'Vejle Kommune', roles: ['buyer'], address: { countryName: 'Danmark' } }],
    tender: { id: 't', title: '=cmd til KMD Opera <b onclick="x">y</b>\u202E', procurementMethod: 'open', procurementMethodDetails: 'Open' },
  };
  await importFiles(register, ['-'], { input: Readable.from([`${JSON.stringify(hostile)}\n`]), inputName: 'one.jsonl' });
  app = await buildServer({ worlds: { register, demo }, clock: fixedClock('2026-11-27T12:00:00Z'), url: 'https://torvet.example', publisher: 'Prøven', contact: 'svar@torvet.example', metricsToken: null, logLevel: 'silent' });
});

const get = (url: string): Promise<LightMyRequestResponse> => app.inject({ url, headers: { accept: 'text/html' } });

describe('pages', () => {
  test('each is a lawful page in both languages, out of search engines, with its publisher', async () => {
    const list = await get('/overblik');
    const ids = [...list.body.matchAll(/href="\/overblik\/([\w-]+)"/g)].map(([, id]) => id);
    assert.ok(ids.includes('kmd-opera') && ids.includes('ski-0219'));
    for (const path of ['/overblik', ...ids.map((id) => `/overblik/${id ?? ''}`), '/overblik/kmd-opera?sort=status', '/overblik/felt/it-i-norden']) {
      for (const prefix of ['', '/en']) {
        const { body, statusCode } = await get(`${prefix}${path}`);
        assert.deepEqual([statusCode, htmlFaults(body)], [200, []], prefix + path);
        assert.match(body, /<meta name="robots" content="noindex"/);
      }
    }
    assert.match(list.body, /href="\/overblik\/felt\/it-i-norden"/);
    assert.match((await get('/overblik/felt/it-i-norden.csv')).body, /^buyer,country,legal_kind,status/);
    assert.deepEqual((JSON.parse((await get('/overblik/felt/it-i-norden.json')).body) as { readonly countries: unknown }).countries, ['DK', 'FI', 'NO', 'SE']);
    assert.equal((await get('/overblik/felt/findes-ikke')).statusCode, 404);
    assert.match((await get('/overblik/kmd-opera')).body, /Udgives af Prøven\. Fejl eller et svar\? Skriv til svar@torvet\.example\./);
  });

  test('claim, reply and outcome stand in the row, and what is not known is said', async () => {
    const { body } = await get('/overblik/kmd-opera');
    const row = /<tr role="row"><th role="rowheader" scope="row">Nyborg<[\s\S]*?<\/tr>/.exec(body)?.[0] ?? '';
    assert.match(row, /Uden udbud[\s\S]*Der er kun få leverandører\.[\s\S]*Ingen sag åbnet/);
    assert.match(body, /KMD siger:<\/strong> Det er køberen, der afgør/);
    assert.match(body, /de 13 andre er ikke kendt/);
    assert.match(body, /Torvet siger ikke, om et køb var lovligt/);
    assert.match((await get('/overblik/ski-0219')).body, /dens svar er ikke fundet i det, der er læst/);
  });

  test('a notice that names the system is a row, its words without power', async () => {
    const { body } = await get('/overblik/kmd-opera');
    assert.match(body, /scope="row">Vejle<[\s\S]{0,200}Udbudt/);
    assert.equal(/.{0,80}<b onclick.{0,40}/.exec(body)?.[0], undefined);
  });

  test('what is not there, and the demo world', async () => {
    assert.equal((await get('/overblik/findes-ikke')).statusCode, 404);
    assert.equal((await get('/overblik/..%2F..%2Fetc')).statusCode, 404);
    assert.doesNotMatch((await get('/demo/overblik')).body, /KMD/);
    assert.equal((await get('/demo/overblik/kmd-opera')).statusCode, 404);
  });
});

describe('files', () => {
  test('CSV has every statement with its source, and formulas are inert', async () => {
    const { body, headers } = await get('/overblik/kmd-opera.csv');
    assert.equal(headers['content-disposition'], 'attachment; filename="kmd-opera.csv"');
    assert.match(body, /^municipality,status,kind,outcome,text,date,entered,id,source\r\n/);
    assert.match(body, /\r\nHedensted,Uden udbud,holding,,Aftale for fire år til 475\.000 kr\. om året\.,2010,2026-11-26,hedensted-har,https:\/\//);
    assert.match(body, /,'=cmd/);
    assert.equal(body.trimEnd().split('\r\n').filter((line) => line.includes('Ikke kendt')).length, 94);
  });
  test('JSON has a row for each municipality, and the sources', async () => {
    const data = (await get('/overblik/kmd-opera.json')).json<{ rows: { municipality: string; status: string }[]; counts: Record<string, number>; statements: unknown[] }>();
    assert.deepEqual([data.rows.length, data.counts, data.statements.length], [98, { 'without-notice': 3, tendered: 1, 'not-known': 94 }, 13]);
  });
});
