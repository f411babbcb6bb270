/** The pages, files and API of competition, in both worlds and languages. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { fixedClock } from '#base';
import { buildAnalysis, importFiles, makeDemoWorld } from '#register';
import { htmlFaults } from '#ui';
import { testRegister } from '../../test/support/database.ts';
import { buildServer } from './server.ts';

const [register, demo] = [await testRegister(), await testRegister()];
const clock = fixedClock('2026-11-22T12:00:00Z');
const analysisFolder = await mkdtemp(path.join(tmpdir(), 'torvet-competition-web-'));
let app: FastifyInstance;

const DANISH = {
  ocid: 'o-1', id: '1', date: '2024-03-01T10:00:00Z', tag: ['award'], initiationType: 'tender', buyer: { id: 'b', name: 'Æblerød Kommune' },
  parties: [{ id: 'b', name: 'Æblerød Kommune', roles: ['buyer'], identifier: { scheme: 'DK-CVR', id: '29189900' } }, { id: 's', name: '<b>Nordlys</b>', roles: ['supplier'], address: { countryName: 'DK' } }],
  tender: { id: 't', title: 'Journal <script>', procurementMethod: 'open', numberOfTenderers: 1, items: [{ id: 'i', classification: { scheme: 'CPV', id: '72000000' } }] },
  awards: [{ id: 'a', status: 'active', date: '2024-03-01T10:00:00Z', suppliers: [{ id: 's', name: '<b>Nordlys</b>' }] }],
};

before(async () => {
  await makeDemoWorld(demo);
  await buildAnalysis(demo, { place: { folder: analysisFolder, world: 'demo' }, clock });
  await importFiles(register, ['-'], { input: Readable.from([`${JSON.stringify(DANISH)}\n`]), inputName: 'one.jsonl' });
  await buildAnalysis(register, { place: { folder: analysisFolder, world: 'register' }, clock });
  app = await buildServer({ worlds: { register, demo }, analysisFolder, clock, url: 'https://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent' });
});
after(async () => {
  await app.close();
  await rm(analysisFolder, { recursive: true, force: true });
});

async function page(address: string): Promise<string> {
  const { statusCode, body } = await app.inject(address);
  assert.equal(statusCode, 200, address);
  assert.deepEqual(htmlFaults(body), [], address);
  return body;
}

interface Rows { readonly total: number; readonly rows: readonly { readonly ocid: string }[] }
interface Picture {
  readonly calls: { readonly processes: number };
  readonly bids: { readonly lots: number; readonly single: number };
  readonly bidders: { readonly named: number };
  readonly awards: { readonly named: number };
  readonly places: { readonly rows: readonly { readonly key: string }[] };
}

async function data<Answer>(address: string): Promise<Answer> {
  const { statusCode, body } = await app.inject(`/demo${address}`);
  assert.equal(statusCode, 200, `${address}: ${body.slice(0, 300)}`);
  return JSON.parse(body) as Answer;
}

const firstLink = (html: string, pattern: RegExp): string => pattern.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? assert.fail(`no link ${pattern.source}`);

void describe('competition on the web', () => {
  test('without analysis files a page says so, and the API that there is nothing yet', async () => {
    const bare = await buildServer({ worlds: { register, demo }, clock, url: 'https://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent' });
    for (const address of ['/demo/konkurrence', '/demo/konkurrence/felt/72', '/demo/konkurrence/raekker?of=all']) assert.match((await bare.inject(address)).body, /Tallene er ikke klar endnu/, address);
    assert.equal((await bare.inject('/demo/api/v1/competition?of=all')).statusCode, 404);
    await bare.close();
  });

  test('from the choice to a field, its rows and their file; each says the same number', async () => {
    const choice = await page('/demo/konkurrence');
    const field = firstLink(choice, /href="(\/demo\/konkurrence\/felt\/[^"]+)"/);
    const html = await page(field);
    const key = field.split('/').at(-1) ?? '';
    const view = await data<Picture>(`/api/v1/competition?of=cpv:${key}`);
    assert.ok(view.bids.lots > 5 && view.awards.named > 5, JSON.stringify(view).slice(0, 300));
    for (const [figure, count] of [['processes', view.calls.processes], ['bids', view.bids.lots], ['single-bid', view.bids.single]] as const) {
      const rows = await data<Rows>(`/api/v1/competition/rows?of=cpv:${key}&figure=${figure}&limit=1000`);
      assert.deepEqual([rows.total, rows.rows.length], [count, Math.min(count, 1000)], figure);
      assert.ok(count === 0 || html.includes(`/demo/konkurrence/raekker?of=cpv%3A${key}&amp;figure=${figure}"`), `${figure} leads to its rows`);
      await page(`/demo/konkurrence/raekker?of=cpv:${key}&figure=${figure}`);
      const csv = (await app.inject(`/demo/konkurrence/raekker.csv?of=cpv:${key}&figure=${figure}`)).body;
      assert.equal(csv.trimEnd().split('\r\n').length, count + 1, figure);
    }
    const years = (await app.inject(`/demo/konkurrence/tal.csv?of=cpv:${key}`)).body;
    assert.match(years, /^year,processes,with_call,without_call,lots,single_bid,/);
  });

  test('the concentration opens to its winners: a page, files and the API, of all years, of each and of one currency', async () => {
    const html = await page('/demo/konkurrence/felt/72');
    assert.ok(html.includes('/demo/konkurrence/vindere?of=cpv%3A72"'));
    assert.match(html, /\/demo\/konkurrence\/vindere\?of=cpv%3A72&amp;year=20\d\d"/);
    assert.match(html, /\/demo\/konkurrence\/vindere\?of=cpv%3A72&amp;currency=DKK"/);
    assert.match(html, /\/demo\/konkurrence\/raekker\?of=cpv%3A72&amp;figure=tenure"/);
    for (const more of ['', '&years=each', '&year=2024', '&currency=DKK', '&division=whole', '&from=3', '&currency=%3Cb%3E']) {
      const address = `/konkurrence/vindere?of=cpv:72${more}`;
      await page(`/demo${address}`);
      assert.match(await page(`/en/demo${address}`), /Winners and their shares/, address);
      const { total } = await data<Rows>(`/api/v1/competition/winners?of=cpv:72${more}`);
      const { statusCode, body } = await app.inject(`/demo/konkurrence/vindere.csv?of=cpv:72${more.replace('&from=3', '')}`);
      assert.deepEqual([statusCode, body.trimEnd().split('\r\n').length], [200, total + 1], address);
    }
    assert.match((await app.inject('/demo/konkurrence/vindere.csv?of=cpv:72')).body, /^year,place,organisation,organisation_key,awards,amount,currency,share,together,square,/);
    await page('/demo/konkurrence/raekker?of=cpv:72&figure=tenure');
    for (const address of ['/demo/konkurrence/vindere?of=hvad', '/demo/konkurrence/vindere?of=all&years=nogle', '/demo/api/v1/competition/winners?of=all&limit=0']) assert.equal((await app.inject(address)).statusCode, 400, address);
  });

  test('the register’s pages of a field, a buyer and an agreement lead to their competition; those of others do not', async () => {
    const choice = await page('/demo/konkurrence');
    const [agreement, buyer] = [firstLink(choice, /href="\/demo(\/konkurrence\/aftale\/[^"]+)"/), firstLink(choice, /href="\/demo(\/konkurrence\/koeber\/[^"]+)"/)];
    const competition = /href="\/demo\/konkurrence\/(felt|koeber|aftale)\//;
    assert.match(await page('/demo/marked?cpv=72'), /href="\/demo\/konkurrence\/felt\/72"/);
    assert.match(await page('/en/demo/marked?cpv=72'), /href="\/en\/demo\/konkurrence\/felt\/72"/);
    assert.ok((await page(`/demo/udbud/${agreement.split('/').at(-1) ?? ''}`)).includes(`href="/demo${agreement}"`), agreement);
    assert.ok((await page(`/demo/organisationer/${buyer.split('/').at(-1) ?? ''}`)).includes(`href="/demo${buyer}"`), buyer);
    for (const plain of ['/demo/marked', '/demo/udbud/ocds-torvet-demo-jul-2022']) assert.doesNotMatch(await page(plain), competition, plain);
    const { rows } = await data<{ rows: readonly { readonly organisation: { readonly key: string } }[] }>('/api/v1/competition/winners?of=all&limit=1');
    assert.doesNotMatch(await page(`/demo/organisationer/${encodeURIComponent(rows[0]?.organisation.key ?? '')}`), competition, 'who only sells is no buyer');
  });

  test('a buyer, a framework or system, a country, the whole, two side by side, and the method, in both languages', async () => {
    const choice = await page('/demo/konkurrence');
    const agreement = firstLink(choice, /href="\/demo(\/konkurrence\/aftale\/[^"]+)"/);
    const buyer = firstLink(choice, /href="\/demo(\/konkurrence\/koeber\/[^"]+)"/);
    const pair = '/konkurrence/sammenlign?a=cpv:72&b=cpv:48';
    for (const address of [agreement, buyer, '/konkurrence/alt', pair, '/konkurrence/sammenlign?a=cpv:72', '/konkurrence/sammenlign?a=cpv:72&b=cpv:72', '/konkurrence/metode', '/konkurrence?q=system', '/konkurrence?q=qqqqqq']) {
      await page(`/demo${address}`);
      const english = await page(`/en/demo${address}`);
      assert.match(english, /<html lang="en"/, address);
    }
    const method = await page('/demo/konkurrence/metode');
    for (const words of ['tilfredsstillende til og med 10 %, utilfredsstillende over 20 %', 'tilfredsstillende til og med 5 %, utilfredsstillende fra 10 %', 'tilfredsstillende fra 10 %, ellers', 'tilfredsstillende under 80 %, ellers', 'tilfredsstillende under 120 dage, ellers', '5,8 % af BNP']) assert.ok(method.replaceAll('\u00A0', ' ').includes(words), words);
    assert.equal(method.split('ikke efterprøvet<').length - 1, 7 + 4, 'of seven no limits, of four no typical country');
    assert.match(await page(`/demo${buyer}`), /Typisk EU-land 2024/);
    assert.doesNotMatch(await page(`/demo${agreement}`), /Typisk EU-land 2024/);
    const { a, b } = await data<{ a: Picture; b: Picture }>('/api/v1/competition/compare?a=cpv:72&b=cpv:48');
    assert.deepEqual([a, b], [await data('/api/v1/competition?of=cpv:72'), await data('/api/v1/competition?of=cpv:48')]);
    await data('/api/v1/competition/single-market?of=all');
  });

  test('the other world has its own figures, the country of a number where none is stated, and words of others never as elements', async () => {
    const html = await page('/konkurrence/land/DK');
    assert.match(html, /Andele af så få siger lidt/);
    assert.match(html, /Nordlys/);
    assert.doesNotMatch(html, /<b>Nordlys|<script>/);
    assert.match(firstLink(await page('/konkurrence'), /href="(\/konkurrence\/land\/[^"]+)"/), /DK$/);
    assert.equal((await app.inject('/demo/konkurrence/land/DK')).statusCode, 404, 'the demo world names no country');
  });

  test('a field written otherwise goes on to its address; what is unknown is not found; what is no scope is said to be none', async () => {
    const long = await app.inject('/demo/konkurrence/felt/72000000-5');
    assert.deepEqual([long.statusCode, long.headers.location], [302, '/demo/konkurrence/felt/72']);
    for (const address of ['/demo/konkurrence/felt/99', '/demo/konkurrence/koeber/nobody', '/demo/konkurrence/aftale/none', '/demo/konkurrence/land/XX', '/demo/api/v1/competition?of=country:XX']) assert.equal((await app.inject(address)).statusCode, 404, address);
    for (const address of ['/demo/konkurrence/raekker?of=hvad', '/demo/api/v1/competition?of=hvad', '/demo/api/v1/competition/rows?of=all&figure=hvad', '/demo/api/v1/competition']) assert.equal((await app.inject(address)).statusCode, 400, address);
  });

  test('the paths of the API stand in the document of the API with their answers', async () => {
    const { paths } = JSON.parse((await app.inject('/openapi.json')).body) as { paths: Record<string, { get?: { responses: Record<string, { content?: object }> } }> };
    for (const name of ['/api/v1/competition', '/api/v1/competition/rows', '/api/v1/competition/winners', '/api/v1/competition/compare', '/api/v1/competition/single-market']) assert.ok(paths[name]?.get?.responses['200']?.content, name);
  });
});
