/** Systems before they are bought, overviews that are followed, counted grounds and drafts of requests: as anybody may read them. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { before, describe, test } from 'node:test';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { fixedClock } from '#base';
import { importHoldings } from '#oversight';
import { importFiles, makeDemoWorld } from '#register';
import { htmlFaults } from '#ui';
import { testRegister } from '../../test/support/database.ts';
import { parseXml, type XmlElement } from '../../test/support/xml.ts';
import { buildServer } from './server.ts';

const [register, demo] = [await testRegister(), await testRegister()];
let app: FastifyInstance;

const EVIL = '<b onclick="x">y</b>\u202E]]>';
const LIST = [
  'municipality,system,supplier,from,to,amount,currency,basis,source',
  'Vejle,KMD Opera,KMD,2025-01-01,2027-06-30,300000,DKK,year,https://example.org/vejle',
  `Odense,Jobsys+,"Firma ${EVIL.replaceAll('"', '""')}",2025-01-01,2026-12-31,1000,EUR,total,et brev`,
].join('\n');

function notice(ocid: string, title: string): string {
  return `${JSON.stringify({
    ocid, id: '1', date: '2025-01-02T03:04:05Z', tag: ['award'], initiationType: 'tender', buyer: { id: 'b', name: 'Vejle Kommune' },
    parties: [{ id: 'b', name: 'Vejle Kommune', roles: ['buyer'], address: { countryName: 'Danmark' } }],
    tender: { id: 't', title, procurementMethod: 'open', procurementMethodDetails: 'Open', documents: [{ id: '1', title: `Vilkår ${EVIL}`, url: 'https://example.org/vilkaar' }] },
    awards: [{ id: 'a', status: 'active' }], contracts: [{ id: 'c', awardID: 'a', status: 'active', period: { endDate: '2027-03-01T00:00:00Z' }, value: { amount: 5000000, currency: 'DKK' } }],
  })}\n`;
}

before(async () => {
  await makeDemoWorld(demo);
  await importFiles(register, ['-'], { input: Readable.from([notice('o/1', `Drift af KMD Opera ${EVIL}`)]), inputName: 'one.jsonl' });
  assert.equal((await importHoldings(register, Buffer.from(LIST), 'liste.csv')).ok, true);
  app = await buildServer({ worlds: { register, demo }, clock: fixedClock('2026-11-27T12:00:00Z'), url: 'https://torvet.example', publisher: 'Prøven', contact: 'svar@torvet.example', metricsToken: null, logLevel: 'silent' });
});

const get = (url: string): Promise<LightMyRequestResponse> => app.inject({ url, headers: { accept: 'text/html' } });

/** The page, lawful, out of search engines, and without the power of what others wrote. */
async function page(url: string): Promise<string> {
  const { body, statusCode } = await get(url);
  assert.deepEqual([statusCode, htmlFaults(body)], [200, []], url);
  assert.match(body, /<meta name="robots" content="noindex"/, url);
  assert.doesNotMatch(body, /<b onclick/, url);
  return body;
}

describe('systems', () => {
  test('the list has those of overviews and lists, and each has a page in both languages', async () => {
    const list = await page('/systemer');
    const slugs = [...list.matchAll(/href="\/systemer\/([\w-]+)"/g)].map(([, slug]) => slug);
    assert.deepEqual(slugs, ['jobsys-plus', 'kmd-opera', 'kmd-opus']);
    for (const slug of slugs) for (const prefix of ['', '/en']) await page(`${prefix}/systemer/${slug ?? ''}`);
  });

  test('who has it, the documents of those who tendered, what ends, what it cost, and what to ask next', async () => {
    const body = await page('/systemer/kmd-opera');
    assert.match(body, /scope="row">Vejle<[\s\S]{0,300}Udbudt/);
    assert.match(body, /scope="row">Nyborg<[\s\S]{0,300}Uden udbud[\s\S]*Ingen sag åbnet/);
    assert.match(body, /href="\/udbud\/o%2F1"[\s\S]*href="https:\/\/example\.org\/vilkaar" rel="nofollow noopener noreferrer"/);
    assert.match(body, /Udløber[\s\S]*01\.03\.2027[\s\S]*30\.06\.2027/);
    assert.match(body, /Pr\. år \(DKK\)<\/h3><p><strong>Fra 300\.000\u00a0kr\. til 475\.000\u00a0kr\. \(n = 2\)/);
    assert.match(body, /Kontraktens værdi i bekendtgørelsen \(DKK\)<\/h3><p><strong>Ét beløb \(n = 1\)/);
    const links = new Set([...body.matchAll(/href="(\/[^"#]*)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&')));
    for (const link of ['/skal-det-i-udbud?what=KMD+Opera', '/er-det-et-tilkoeb?what=KMD+Opera', '/hvornaar', '/regler', '/overblik/kmd-opera']) {
      assert.ok(links.has(link), link);
      assert.equal((await get(link)).statusCode, 200, link);
    }
  });

  test('amounts of two currencies, or for a year and in all, are never held against each other', async () => {
    const body = await page('/systemer/jobsys-plus');
    assert.match(body, /For hele aftalen \(EUR\)<\/h3><p><strong>Ét beløb \(n = 1\)/);
    assert.match(body, /Der er ikke lavet et overblik over systemet/);
    const { prices } = (await get('/systemer/kmd-opera.json')).json<{ prices: { kind: string; currency: string; n: number; range: object | null }[] }>();
    assert.deepEqual(prices.map(({ kind, currency, n, range }) => [kind, currency, n, range !== null]), [['year', 'DKK', 2, true], ['contract', 'DKK', 1, false]]);
  });

  test('files, with formulas inert', async () => {
    const { body, headers } = await get('/systemer/jobsys-plus.csv');
    assert.equal(headers['content-disposition'], 'attachment; filename="system-jobsys-plus.csv"');
    assert.match(body, /^system,row,who,how,supplier,from,to,amount,currency,basis,source\r\nJobsys\+,has,Odense,/);
  });

  test('a search of the register and the answer of a wizard lead there, and words that name none do not', async () => {
    for (const [path, address] of [['/udbud?q=kmd+opera', '/systemer/kmd-opera'], ['/en/udbud?q=%22JOBSYS%2B%22', '/en/systemer/jobsys-plus']] as const) assert.ok((await get(path)).body.includes(`href="${address}"`), path);
    for (const path of ['/udbud?q=opera', '/udbud', '/demo/udbud?q=kmd+opera']) assert.doesNotMatch((await get(path)).body, /\/systemer\//, path);
    for (const wizard of ['/skal-det-i-udbud?on=2024-05-01&buyer=municipality&kind=services&price=total&value=2000000&options=-&extensions=-&lots=-&sameKindLast12Months=0&crossBorderInterest=no&via=none', '/er-det-et-tilkoeb?on=2024-05-01&buyer=municipality&signed=2021-01-01&kind=services&tendered=nej&originalValue=5000000&changes=2022-01-01%7C100000%7C180&value=300000&sameKindLast12Months=0&argument=-']) {
      assert.match((await get(`${wizard}&what=KMD+Opera&who=-`)).body, /class="verdict[\s\S]*<h2 id="system-kmd-opera">Kendt system: KMD Opera<\/h2>[\s\S]*href="\/systemer\/kmd-opera"/);
      assert.doesNotMatch((await get(`${wizard}&what=-&who=-`)).body, /\/systemer\//);
    }
  });

  test('what is not there, and the demo world', async () => {
    for (const path of ['/systemer/findes-ikke', '/systemer/..%2F..%2Fetc', '/demo/systemer/kmd-opera', '/systemer/findes-ikke.csv']) assert.equal((await get(path)).statusCode, 404, path);
    assert.doesNotMatch((await get('/demo/systemer')).body, /KMD/);
  });
});

describe('drafts of requests', () => {
  test('each municipality of which nothing is known has one, as a page and as text', async () => {
    const body = await page('/overblik/kmd-opera');
    const links = [...body.matchAll(/href="(\/overblik\/kmd-opera\/aktindsigt\/[\w-]+)"/g)].map(([, link = '']) => link);
    assert.ok(links.length > 90);
    for (const link of links.slice(0, 3)) {
      for (const prefix of ['', '/en']) assert.match(await page(prefix + link), /lang="da">Emne: Aktindsigt i køb af KMD Opera[\s\S]*href="(?:\/en)?\/regler#udbudsloven-5a"[\s\S]*lang="en">Subject/);
      const { body: text, headers } = await get(`${link}.txt`);
      assert.deepEqual([headers['content-type'], /^attachment; filename="aktindsigt-kmd-opera-[\w-]+\.txt"$/.test(String(headers['content-disposition']))], ['text/plain; charset=utf-8', true]);
      assert.match(text, /Til .+ Kommune\n[\s\S]*https:\/\/torvet\.example\/overblik\/kmd-opera\n/);
    }
  });
  test('none where it is known how, or there is no such municipality or overview', async () => {
    for (const path of ['/overblik/kmd-opera/aktindsigt/nyborg', '/overblik/kmd-opera/aktindsigt/atlantis', '/overblik/findes-ikke/aktindsigt/aeroe', '/demo/overblik/kmd-opera/aktindsigt/aeroe']) assert.equal((await get(path)).statusCode, 404, path);
  });
});

const entriesOf = (feed: XmlElement): readonly XmlElement[] => feed.children.filter(({ name }) => name === 'entry');
const textOf = (element: XmlElement, name: string): string => element.children.find((child) => child.name === name)?.text ?? '';

const required = (element: XmlElement): readonly string[] => ['id', 'title', 'updated'].filter((name) => textOf(element, name) === '' || element.children.filter((child) => child.name === name).length !== 1);

describe('feeds', () => {
  for (const [path, least] of [['/overblik/kmd-opera.atom', 15], ['/en/overblik/kmd-opus.atom', 5], ['/overblik.atom', 25], ['/en/overblik.atom', 25], ['/demo/overblik.atom', 0]] as const) {
    test(`${path} is well-formed XML with what Atom asks for`, async () => {
      const answer = await get(path);
      assert.equal(answer.headers['content-type'], 'application/atom+xml; charset=utf-8');
      const feed = parseXml(answer.body);
      assert.deepEqual([feed.name, feed.attributes['xmlns'], required(feed)], ['feed', 'http://www.w3.org/2005/Atom', []]);
      assert.equal(feed.children.find(({ name, attributes }) => name === 'link' && attributes['rel'] === 'self')?.attributes['href'], `https://torvet.example${path}`);
      assert.ok(feed.children.find(({ name }) => name === 'author')?.children.some(({ name, text }) => name === 'name' && text === 'Prøven'));
      const entries = entriesOf(feed);
      assert.ok(entries.length >= least, `${entries.length} entries`);
      assert.deepEqual(entries.flatMap(required), []);
      const ids = entries.map((entry) => textOf(entry, 'id'));
      assert.equal(new Set(ids).size, ids.length);
      assert.ok(ids.every((id) => /^tag:torvet\.example,2026:\/overblik\/[\w-]+#\S+$/.test(id)));
      const moments = entries.map((entry) => Temporal.Instant.from(textOf(entry, 'updated')).epochMilliseconds);
      assert.deepEqual(moments, moments.toSorted((one, other) => other - one));
      if (least > 0) assert.equal(Temporal.Instant.from(textOf(feed, 'updated')).epochMilliseconds, moments[0]);
    });
  }

  test('a notice and an agreement that came in stand in it, their words without power', async () => {
    const titles = new Set(entriesOf(parseXml((await get('/overblik/kmd-opera.atom')).body)).map((entry) => textOf(entry, 'title')));
    assert.ok(titles.has('Bekendtgørelse: Drift af KMD Opera y]]>'));
    assert.ok(titles.has('Vejle: KMD Opera fra KMD'));
  });

  test('the pages lead to them in their heads', async () => {
    assert.match(await page('/overblik/kmd-opera'), /<link rel="alternate" type="application\/atom\+xml" href="\/overblik\/kmd-opera\.atom"/);
    assert.match(await page('/en/overblik'), /<link rel="alternate" type="application\/atom\+xml" href="\/en\/overblik\.atom"/);
    assert.equal((await get('/overblik/findes-ikke.atom')).statusCode, 404);
  });
});

describe('grounds', () => {
  test('each number opens to its claims, with outcome and source', async () => {
    const body = await page('/overblik/begrundelser');
    const numbers = [...body.matchAll(/<a href="(\/overblik\/begrundelser\?[^"#]+)#krav" aria-label="(\d+): /g)].map(([, path = '', count = '']) => ({ path: path.replaceAll('&amp;', '&'), count: Number(count) }));
    assert.ok(numbers.length >= 10, `${numbers.length} numbers`);
    for (const { path, count } of numbers) {
      const opened = await page(path);
      const section = opened.slice(opened.indexOf('id="krav"'));
      assert.equal([...section.matchAll(/<li class="overview-statement">/g)].length, count, path);
      assert.equal([...section.matchAll(/Udfald: /g)].length, count, path);
    }
    await page('/en/overblik/begrundelser?ground=add-on&year=1999');
  });
  test('files', async () => {
    assert.match((await get('/overblik/begrundelser.csv')).body, /\r\nfew-suppliers,Der er kun få leverandører,kmd-opera,Nyborg,2010,no-case,no-case-opened,/);
    const data = (await get('/overblik/begrundelser.json')).json<{ n: number; grounds: { n: number }[] }>();
    assert.equal(data.grounds.reduce((sum, { n }) => sum + n, 0), data.n);
    assert.ok(data.n >= 3);
  });
  test('the demo world has none', async () => assert.doesNotMatch((await get('/demo/overblik/begrundelser')).body, /Nyborg/));
});
