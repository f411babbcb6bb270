/** Overviews as anybody may read them: pages, files, and what is not there. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
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
    const ids = [...list.body.matchAll(/href="\/overblik\/([\w-]+)"/g)].map(([, id]) => id).filter((id) => id !== 'begrundelser');
    assert.ok(ids.includes('kmd-opera') && ids.includes('ski-0219'));
    assert.ok(ids.includes('kmd-prices') && ids.includes('koeb-uden-udbud'));
    const asked = ['municipality', 'status', 'outcome', 'amount', 'date'].flatMap((sort) => [`?sort=${sort}`, `?sort=${sort}&order=desc&status=without-notice`]);
    for (const path of ['/overblik', ...ids.flatMap((id) => [`/overblik/${id ?? ''}`, `/overblik/${id ?? ''}/indlejret`]), ...asked.map((query) => `/overblik/kmd-opus${query}`), '/overblik/kmd-opus/hilleroed', '/overblik/kmd-opus/aeroe', '/overblik/felt/it-i-norden']) {
      for (const prefix of ['', '/en']) {
        const { body, statusCode } = await get(`${prefix}${path}`);
        // The version to frame carries the one style that its own policy names.
        const markup = path.endsWith('/indlejret') ? body.replace(/<style>[\s\S]*?<\/style>/, '') : body;
        assert.deepEqual([statusCode, htmlFaults(markup)], [200, []], prefix + path);
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
    const row = /<tr role="row"><th role="rowheader" scope="row"><a href="#r-nyborg">Nyborg<[\s\S]*?<\/tr>/.exec(body)?.[0] ?? '';
    assert.match(row, /Uden udbud[\s\S]*Der er kun få leverandører\.[\s\S]*Ingen sag åbnet/);
    assert.match(body, /KMD siger:<\/strong> Det er køberen, der afgør/);
    assert.match(body, /de 13 andre er ikke kendt/);
    assert.match(body, /Torvet siger ikke, om et køb var lovligt/);
    assert.match((await get('/overblik/ski-0219')).body, /dens svar er ikke fundet i det, der er læst/);
  });

  test('a notice that names the system is a row, its words without power', async () => {
    const { body } = await get('/overblik/kmd-opera');
    assert.match(body, /scope="row"><a href="#r-vejle">Vejle<[\s\S]{0,200}Udbudt/);
    assert.equal(/.{0,80}<b onclick.{0,40}/.exec(body)?.[0], undefined);
  });

  test('what is not there, and the demo world', async () => {
    assert.equal((await get('/overblik/findes-ikke')).statusCode, 404);
    assert.equal((await get('/overblik/..%2F..%2Fetc')).statusCode, 404);
    assert.doesNotMatch((await get('/demo/overblik')).body, /KMD/);
    assert.equal((await get('/demo/overblik/kmd-opera')).statusCode, 404);
  });
});

const namesIn = (body: string): readonly string[] => [...body.matchAll(/<th role="rowheader" scope="row"><a href="#r-[\w-]+">([^<]+)</g)].map(([, name = '']) => name);

describe('what can be asked of the rows, by links alone', () => {
  test('each column where it makes sense sorts, both ways; what is not known stands last', async () => {
    assert.deepEqual(namesIn((await get('/overblik/kmd-opus')).body), ['Hillerød', 'Holstebro', 'Thisted']);
    assert.deepEqual(namesIn((await get('/overblik/kmd-opus?order=desc')).body), ['Thisted', 'Holstebro', 'Hillerød']);
    assert.deepEqual(namesIn((await get('/overblik/kmd-opus?sort=date')).body), ['Holstebro', 'Thisted', 'Hillerød']);
    assert.deepEqual(namesIn((await get('/overblik/kmd-opus?sort=date&order=desc')).body), ['Thisted', 'Holstebro', 'Hillerød']);
    assert.deepEqual(namesIn((await get('/overblik/kmd-opus?sort=amount')).body)[0], 'Hillerød');
    assert.deepEqual(namesIn((await get('/overblik/kmd-opus?sort=outcome')).body), ['Hillerød', 'Holstebro', 'Thisted']);
    const { body } = await get('/overblik/kmd-opus?sort=date');
    assert.match(body, /aria-sort="ascending"><a href="\/overblik\/kmd-opus\?sort=date&amp;order=desc#kommuner"/);
  });
  test('a status leaves its rows alone, and the link for it says that it is chosen', async () => {
    const { body } = await get('/overblik/kmd-opera?status=tendered');
    assert.deepEqual(namesIn(body), ['Vejle']);
    assert.match(body, /Viser 1 kommuner: Udbudt\./);
    assert.match(body, /<a href="\/overblik\/kmd-opera\?status=tendered#kommuner" aria-current="true">Udbudt/);
    assert.match((await get('/overblik/kmd-opera?status=not-known')).body, /<details class="overview-rest" open>/);
    assert.equal((await get('/overblik/kmd-opera?status=ulovlig')).statusCode, 400);
  });
  test('the map has a tile for each municipality, with a letter for its status, and leads to what is known', async () => {
    const { body } = await get('/overblik/kmd-opera');
    const map = /<svg class="tiles"[\s\S]*?<\/svg>/.exec(body)?.[0] ?? '';
    assert.equal(map.match(/<a class="tile/g)?.length, 98);
    assert.match(map, /<a class="tile tile-look-5" href="#r-nyborg"><title>Nyborg: Uden udbud<\/title>[\s\S]{0,300}class="tile-mark"[^>]*>E</);
    assert.match(map, /<a class="tile tile-look-open" href="\/overblik\/kmd-opera\/aeroe" tabindex="-1"><title>Ærø: Ikke kendt</);
    assert.equal(map.match(/tabindex="-1"/g)?.length, 94);
  });
});

describe('the page of one row', () => {
  test('has purchase, reason, test, reply and outcome, and the sources', async () => {
    const { body } = await get('/overblik/kmd-opera/nyborg');
    assert.deepEqual([...body.matchAll(/<section class="case-part[^"]*"><h2>([^<]+)</g)].map(([, heading]) => heading), ['Købet', 'Begrundelse', 'Prøven', 'Svar', 'Udfald']);
    assert.match(body, /Skulle være sandt:[\s\S]*Torvet siger ikke, om det var lovligt/);
    assert.match(body, /Ingen sag åbnet<\/strong> \(gælder dem alle\)/);
    assert.match(body, /href="#kilde-cw-100174"[\s\S]*id="kilde-cw-100174"/);
  });
  test('says of whoever is not known that nothing is said, and there is none of whoever is no municipality', async () => {
    assert.match((await get('/overblik/kmd-opera/aeroe')).body, /Om Ærø siger kilderne her intet/);
    assert.equal((await get('/overblik/kmd-opera/atlantis')).statusCode, 404);
  });
  test('figures stand with what they do not show', async () => {
    for (const path of ['/overblik/kmd-opus', '/overblik/kmd-opus/hilleroed', '/overblik/kmd-opus/indlejret']) {
      assert.equal((await get(path)).body.match(/ingen ren sammenligning af med og uden udbud\./g)?.length, path.endsWith('opus') ? 5 : path.endsWith('hilleroed') ? 3 : 2, path);
    }
    const prices = (await get('/overblik/kmd-prices')).body;
    assert.match(prices, /8 gange[\s\S]*?Viser ikke:<\/strong> hvad konkurrence gør ved prisen\. Det er én monopolleverandørs priser/);
    assert.match(prices, /op til 26 gange/);
    assert.match(prices, /Forlig, 55\.000\.000\u00a0kr\./);
    assert.doesNotMatch(prices, /<svg class="tiles"/);
  });
});

describe('the version to frame', () => {
  test('may be framed, runs nothing and fetches nothing; every other address keeps the strict rule', async () => {
    const { headers, body } = await get('/overblik/kmd-opera/indlejret');
    const policy = String(headers['content-security-policy']);
    assert.match(policy, /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'; frame-ancestors \*$/);
    const style = /<style>([\s\S]*?)<\/style>/.exec(body)?.[1] ?? '';
    assert.ok(policy.includes(createHash('sha256').update(style).digest('base64')), 'the style is the one that the policy names');
    assert.doesNotMatch(body, /<script|<link|<img|<nav|\/assets\/|url\((?!#)/);
    const links = [...body.matchAll(/<a [^>]*href="([^"]*)"[^>]*>/g)].filter(([, href = '']) => !/^(?:#|data:)/.test(href));
    assert.ok(links.length > 5);
    for (const [link, href = ''] of links) assert.ok(href.startsWith('https://torvet.example/overblik/kmd-opera') && link.includes('target="_blank" rel="noopener"'), link);
    for (const [, id = ''] of body.matchAll(/href="#([^"]*)"/g)) assert.ok(body.includes(`id="${id}"`), id);
    for (const other of ['/overblik/kmd-opera', '/overblik/kmd-opera/nyborg', '/overblik', '/overblik/kmd-opera.json', '/overblik/findes-ikke/indlejret', '/']) {
      const answer = await get(other);
      assert.match(String(answer.headers['content-security-policy']), /style-src 'self'.*frame-ancestors 'none'/, other);
      assert.equal(answer.headers['cross-origin-resource-policy'], 'same-origin', other);
    }
  });
  test('has publisher, date, coverage and the way back, reply and outcome', async () => {
    const { body } = await get('/overblik/kmd-opera/indlejret');
    for (const told of [/udgivet af Prøven\. Data opdateret/, /Registret er ikke hentet i sin helhed/, /<a href="https:\/\/torvet\.example\/overblik\/kmd-opera" target="_blank" rel="noopener">Hele overblikket/, /Der er kun få leverandører[\s\S]*Ingen sag åbnet/]) assert.match(body, told);
  });
  test('its code stands on the page', async () => {
    assert.match((await get('/en/overblik/kmd-opera')).body.replaceAll('&quot;', '"'), /&lt;iframe src="https:\/\/torvet\.example\/en\/overblik\/kmd-opera\/indlejret" title="KMD Opera – [^"]+" width="100%" height="900" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox"/);
  });
});

describe('files', () => {
  test('CSV has every statement with its source, and formulas are inert', async () => {
    const { body, headers } = await get('/overblik/kmd-opera.csv');
    assert.equal(headers['content-disposition'], 'attachment; filename="kmd-opera.csv"');
    assert.match(body, /^municipality,status,kind,outcome,text,date,entered,id,source,amount,currency,by,corrected_by,basis,not_shown\r\n/);
    assert.match(body, /\r\nHedensted,Uden udbud,holding,,Aftale for fire år til 475\.000 kr\. om året\.,2010,2026-11-26,hedensted-har,https:\/\/[^\r,]+,475000,DKK,,,year,\r\n/);
    assert.match(body, /,'=cmd/);
    assert.equal(body.trimEnd().split('\r\n').filter((line) => line.includes('Ikke kendt')).length, 94);
  });
  test('JSON has a row for each municipality, and the sources', async () => {
    const data = (await get('/overblik/kmd-opera.json')).json<{ rows: { municipality: string; status: string }[]; counts: Record<string, number>; statements: unknown[] }>();
    assert.deepEqual([data.rows.length, data.counts, data.statements.length], [98, { 'without-notice': 3, tendered: 1, 'not-known': 94 }, 14]);
  });
  test('the PDF is tagged, in both languages', async () => {
    for (const [prefix, locale] of [['', 'da-DK'], ['/en', 'en-GB']] as const) {
      const { rawPayload, headers, statusCode } = await get(`${prefix}/overblik/kmd-opus.pdf`);
      assert.deepEqual([statusCode, headers['content-type'], headers['content-disposition']], [200, 'application/pdf', 'attachment; filename="kmd-opus.pdf"']);
      const text = rawPayload.toString('latin1');
      for (const part of [/^%PDF-1\.7/, new RegExp(`/Lang \\(${locale}\\)`), /\/StructTreeRoot/, /\/S \/Table\b/, /\/S \/TH\b/, /\/S \/H3\b/]) assert.match(text, part);
    }
  });
});

describe('an installation of oversight alone', () => {
  test('has neither wizards nor law, and nothing leads there', async () => {
    const alone = await buildServer({ worlds: { register, demo }, rooms: 'oversight', owners: ['Vejle Kommune'], customers: ['KMD'], clock: fixedClock('2026-11-27T12:00:00Z'), url: 'https://torvet.example', publisher: 'Vagten', contact: null, metricsToken: null, logLevel: 'silent' });
    const at = (url: string): Promise<LightMyRequestResponse> => alone.inject({ url, headers: { accept: 'text/html' } });
    const guide = [...(await get('/')).body.matchAll(/href="(\/vejledning)"/g)].map(([, path]) => path ?? '');
    assert.deepEqual([...new Set(guide)], ['/vejledning']);
    for (const gone of ['/vejledning', '/regler', '/skal-det-i-udbud']) assert.deepEqual([(await get(gone)).statusCode, (await at(gone)).statusCode], [200, 404], gone);
    assert.deepEqual([(await alone.inject({ url: '/api/v1/law/route', method: 'POST', payload: {} })).statusCode, Object.keys((await alone.inject('/openapi.json')).json<{ paths: object }>().paths).some((path) => path.includes('/law/'))], [404, false]);
    const seen = new Set<string>(['/']);
    for (const page of seen) {
      const { body, statusCode } = await at(page);
      assert.ok(statusCode < 400, `${page}: ${statusCode}`);
      if (seen.size < 80) for (const [, link = ''] of body.matchAll(/href="(\/(?!assets|en\b|demo\b)[^"#?]*)/g)) seen.add(link.replaceAll('&amp;', '&'));
    }
    assert.ok(seen.size > 20 && seen.has('/opmaerksomhed') && seen.has('/overblik/kmd-opera'));
    const { body } = await at('/overblik/kmd-opera');
    assert.match(body, /Udgives af Vagten\. Udgiverens ejere: Vejle Kommune\. Udgiverens kunder: KMD\. Indført af Torvet \(ejere: ingen; kunder: ingen\)/);
    assert.match(body, /Regel i dag: Udbudsloven/);
    await alone.close();
  });
});
