/** Points of attention on their pages, on those of processes and organisations, in files and in the API; of the demo world, of real notices, and of words that want to be markup. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { fixedClock } from '#base';
import { keepFlags } from '#oversight';
import { buildAnalysis, importFiles, makeDemoWorld, type RegisterTables } from '#register';
import { htmlFaults } from '#ui';
import { testRegister } from '../../test/support/database.ts';
import { sharedFolder, without } from '../../test/support/shared.ts';
import { buildServer } from './server.ts';

const SAMPLE = ['data', 'notices', 'sample'];
const clock = fixedClock('2026-11-26T12:00:00Z');
const folder = await mkdtemp(path.join(tmpdir(), 'torvet-flags-'));
after(() => rm(folder, { recursive: true, force: true }));

const EVIL = '<script>alert(1)</script> \u202eedes\u202c =cmd|\'/c calc\'!A1';
/** Negotiated without a notice, one bid, and words that want to be markup, a formula, or to turn the line. */
const HOSTILE = [
  {
    ocid: 'evil/1?&#<b>', id: 'n/1<i>', date: '2024-03-01T00:00:00Z', tag: ['award'], initiationType: 'tender', buyer: { id: 'b', name: EVIL },
    parties: [{ id: 'b', name: EVIL, roles: ['buyer'], identifier: { scheme: 'XX-=', id: '=1+1' }, address: { countryName: 'DK' } }, { id: 's', name: '=HYPERLINK("http://x.example")', roles: ['supplier'] }],
    tender: { id: 't', title: `=1+1${EVIL}`, procurementMethod: 'limited', procurementMethodDetails: 'Negotiated without prior call for competition', procurementMethodRationale: `${EVIL}\n=2+3` },
    awards: [{ id: 'a', status: 'active', title: '@SUM(1)', date: '2024-02-20T00:00:00Z', value: { amount: -5.5, currency: 'D"K' }, suppliers: [{ id: 's', name: '=HYPERLINK("http://x.example")' }] }],
  },
  { ocid: 'open', id: '1', date: '2024-05-01T00:00:00Z', tag: ['award'], tender: { id: 't', procurementMethod: 'open', procurementMethodDetails: 'Open', numberOfTenderers: 3 }, awards: [{ id: 'a', status: 'active' }] },
  { ocid: 'planned', id: '1', date: '2024-05-01T00:00:00Z', tag: ['planning'], tender: { id: 't', title: 'Kun en plan' } },
];

interface Flag {
  readonly indicator: string; readonly ocid: string; readonly part: string; readonly country: string | null; readonly day: string | null; readonly value: number | null;
  readonly buyer: { readonly key: string; readonly name: string } | null; readonly supplier: { readonly key: string; readonly name: string } | null;
  readonly evidence: readonly { readonly source: string | null; readonly notice: string | null; readonly what: string; readonly words: string | null }[];
}
interface FlagPage { readonly total: number; readonly rows: readonly Flag[]; readonly next: string | null; readonly previous: string | null }
interface Indicators {
  readonly run: { readonly generation: string } | null;
  readonly indicators: readonly { readonly code: string; readonly title: { readonly da: string; readonly en: string }; readonly flagged: number; readonly clear: number; readonly notAssessed: number; readonly coverage: readonly { readonly count: number }[] }[];
}

const [register, demo, empty] = [await testRegister(), await testRegister(), await testRegister()];
let app: FastifyInstance;

async function prepared(db: Kysely<RegisterTables>, world: 'register' | 'demo'): Promise<void> {
  await buildAnalysis(db, { place: { folder, world }, clock });
  await keepFlags(db, { folder, world }, clock);
}

before(async () => {
  await makeDemoWorld(demo);
  await importFiles(register, ['-'], { input: Readable.from(HOSTILE.map((release) => `${JSON.stringify(release)}\n`)), inputName: 'hostile.jsonl' });
  if (without(...SAMPLE) === false) {
    const place = path.join(sharedFolder, ...SAMPLE);
    await importFiles(register, (await readdir(place)).filter((name) => name.endsWith('.xml')).map((name) => path.join(place, name)), { input: Readable.from([]), inputName: '-' });
  }
  await prepared(register, 'register');
  await prepared(demo, 'demo');
  app = await serverOf(register);
});

function serverOf(db: Kysely<RegisterTables>): Promise<FastifyInstance> {
  return buildServer({ worlds: { register: db, demo }, analysisFolder: folder, clock, url: 'https://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent' });
}

async function page(url: string): Promise<string> {
  const answer = await app.inject(url);
  assert.equal(answer.statusCode, 200, url);
  assert.deepEqual(htmlFaults(answer.body), [], url);
  return answer.body;
}

async function json<Answer>(url: string): Promise<Answer> {
  const answer = await app.inject(url);
  assert.equal(answer.statusCode, 200, `${url}: ${answer.body.slice(0, 300)}`);
  return answer.json<Answer>();
}

/** The cells of each line of a CSV text. */
function csvRows(given: string, delimiter: string): string[][] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${delimiter}\\r\\n]*))(${delimiter}|\\r\\n|$)`, 'y');
  const rows: string[][] = [[]];
  const csv = given.replace(/^\ufeff/, '').replace(/\r\n$/, '');
  for (cell.lastIndex = 0; cell.lastIndex <= csv.length;) {
    const [, quoted, plain = '', end = ''] = cell.exec(csv) ?? assert.fail(`no cell at ${cell.lastIndex}`);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '') break;
    if (end !== delimiter) rows.push([]);
  }
  return rows;
}

const text = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const keyOf = ({ indicator, ocid, part }: Flag): string => JSON.stringify([indicator, ocid, part]);

const dayOf = (flag: Flag): number => Number(flag.day?.replaceAll('-', '') ?? 0);
const valueOf = (flag: Flag): number => flag.value ?? 0;
const ORDERS = { newest: dayOf, oldest: dayOf, highest: valueOf, lowest: valueOf };

/** All of a list, page by page. */
async function all(query: string, world = ''): Promise<readonly Flag[]> {
  const rows: Flag[] = [];
  for (let after: string | null = ''; after !== null;) {
    const found: FlagPage = await json<FlagPage>(`${world}/api/v1/flags?limit=100${query}${after === '' ? '' : `&after=${after}`}`);
    rows.push(...found.rows);
    after = found.next;
  }
  return rows;
}

describe('the pages of points of attention', () => {
  test('the overview names every indicator and counts what it looked at', async () => {
    for (const world of ['', '/demo']) {
      const { indicators, run } = await json<Indicators>(`${world}/api/v1/flags/indicators`);
      assert.ok(run !== null && indicators.some(({ flagged, clear }) => flagged > 0 && clear > 0));
      const [danish, english] = [await page(`${world}/opmaerksomhed`), await page(`/en${world}/opmaerksomhed`)];
      assert.match(text(danish), /ikke en anklage.*uskyldige forklaringer/);
      assert.ok(danish.includes(run.generation));
      for (const { code, title, flagged, clear, notAssessed, coverage } of indicators) {
        assert.ok(text(danish).includes(title.da) && text(english).includes(title.en) && danish.includes(`/opmaerksomhed/${code}"`), code);
        assert.equal(coverage.reduce((sum, { count }) => sum + count, 0), flagged + clear + notAssessed);
        assert.equal((await json<FlagPage>(`${world}/api/v1/flags?indicator=${code}`)).total, flagged, code);
      }
      assert.equal((await json<FlagPage>(`${world}/api/v1/flags`)).total, indicators.reduce((sum, { flagged }) => sum + flagged, 0));
    }
  });

  test('each indicator has its page, kept out of search engines, with all that must stand there', async () => {
    const { indicators } = await json<Indicators>('/api/v1/flags/indicators');
    for (const { code, title } of indicators) {
      for (const place of [`/opmaerksomhed/${code}`, `/en/demo/opmaerksomhed/${code}`]) {
        const body = await page(place);
        assert.match(body, /<meta name="robots" content="noindex"/);
        assert.ok(body.includes(`<h1>${place.startsWith('/en') ? title.en : title.da}</h1>`), place);
        for (const id of ['hvad', 'forklaringer', 'kontrol', 'daekning', 'punkter', 'definition']) assert.ok(body.includes(`<h2 id="${id}"`), `${place} ${id}`);
        assert.doesNotMatch(body, /<script/);
      }
      assert.equal((await app.inject(`/opmaerksomhed/${code.toLowerCase()}`)).headers.location, `/opmaerksomhed/${code}`);
    }
    assert.equal((await app.inject('/opmaerksomhed/X99')).statusCode, 404);
  });

  test('before anything was asked the pages say so, and no process says a word', async () => {
    await importFiles(empty, ['-'], { input: Readable.from([`${JSON.stringify(HOSTILE[1])}\n`]), inputName: 'one.jsonl' });
    const other = await serverOf(empty);
    for (const place of ['/opmaerksomhed', '/opmaerksomhed/R018']) assert.match((await other.inject(place)).body, /Der er ikke spurgt endnu/);
    assert.doesNotMatch((await other.inject('/udbud/open')).body, /id="opmaerksomhed"/);
    assert.equal((await other.inject('/api/v1/flags')).json<FlagPage>().total, 0);
  });
});

describe('the list of points of attention', () => {
  test('whatever the order, every point stands in it once, and the pages lead back', async () => {
    const every = await all('', '/demo');
    assert.ok(every.length > 20);
    const { indicator } = every.find(({ value }) => value !== null) ?? assert.fail('an indicator with a value');
    const own = every.filter((flag) => flag.indicator === indicator);
    for (const [sort, keyIn] of Object.entries(ORDERS)) {
      const found = await all(`&indicator=${indicator}&sort=${sort}`, '/demo');
      assert.deepEqual(found.map(keyOf).toSorted(), own.map(keyOf).toSorted(), sort);
      const keys = found.map(keyIn);
      const rising = sort === 'oldest' || sort === 'lowest' ? keys : keys.toReversed();
      assert.ok(rising.every((key, index) => index === 0 || key >= (rising[index - 1] ?? key)), sort);
    }
    const first = await json<FlagPage>('/demo/api/v1/flags?limit=7');
    const second = await json<FlagPage>(`/demo/api/v1/flags?limit=7&after=${first.next}`);
    const back = await json<FlagPage>(`/demo/api/v1/flags?limit=7&before=${second.previous}`);
    assert.deepEqual(back.rows, first.rows);
    assert.equal(first.previous, null);
    for (const wrong of ['after=x', `after=${first.next}&sort=oldest`, 'indicator=R999', 'sort=best', 'year=24', 'x=1']) assert.equal((await app.inject(`/demo/api/v1/flags?${wrong}`)).statusCode, 400, wrong);
  });

  test('each filter gives what it names, and nothing of it is lost', async () => {
    for (const world of ['', '/demo']) {
      const every = await all('', world);
      const some = every.filter((_, index) => index % 5 === 0);
      for (const [name, of] of [['country', (flag: Flag) => flag.country ?? 'unknown'], ['year', (flag: Flag) => flag.day?.slice(0, 4)], ['buyer', (flag: Flag) => flag.buyer?.key], ['supplier', (flag: Flag) => flag.supplier?.key], ['indicator', (flag: Flag) => flag.indicator]] as const) {
        for (const value of new Set(some.map(of).filter((one) => one !== undefined))) {
          assert.deepEqual((await all(`&${name}=${encodeURIComponent(value)}`, world)).map(keyOf), every.filter((flag) => of(flag) === value).map(keyOf), `${name} ${value}`);
        }
      }
      for (const key of new Set(some.flatMap(({ buyer, supplier }) => [buyer?.key, supplier?.key]).filter((one) => one !== undefined))) {
        assert.deepEqual((await all(`&organisation=${encodeURIComponent(key)}`, world)).map(keyOf), every.filter(({ buyer, supplier }) => buyer?.key === key || supplier?.key === key).map(keyOf), key);
      }
      for (const ocid of new Set(some.map((flag) => flag.ocid))) {
        assert.deepEqual((await all(`&ocid=${encodeURIComponent(ocid)}`, world)).map(keyOf), every.filter((flag) => flag.ocid === ocid || flag.evidence.some(({ source }) => source === ocid)).map(keyOf), ocid);
      }
    }
  });

  test('the files hold a line for each row that a point rests on, and no formula', async () => {
    const every = await all('');
    const [head = [], ...lines] = csvRows((await app.inject('/opmaerksomhed/punkter.csv')).body, ',');
    const rows = lines.map((cells) => Object.fromEntries(cells.map((cell, index) => [head[index] ?? '', cell])));
    assert.equal(rows.length, every.reduce((sum, { evidence }) => sum + Math.max(1, evidence.length), 0));
    const evil = rows.filter((row) => row['ocid'] === HOSTILE[0]?.ocid);
    assert.ok(evil.length >= 3);
    for (const file of ['/opmaerksomhed/punkter.csv', '/opmaerksomhed/punkter-excel.csv']) {
      const cells = csvRows((await app.inject(file)).body, file.includes('excel') ? ';' : ',').flat();
      assert.ok(cells.length > rows.length * 20);
      assert.deepEqual(cells.filter((cell) => /^[=@+\t\r]|^-(?![\d.,]+$)/.test(cell)), [], file);
    }
    assert.ok(evil.some((row) => row['row_amount'] === '-5.5' && row['row_currency'] === 'D"K'), JSON.stringify(evil));
    const { rows: listed, total } = await json<{ total: number; rows: readonly { readonly ocid: string; readonly row: { readonly words: string | null } | null }[] }>('/opmaerksomhed/punkter.json?indicator=T01');
    assert.equal(total, (await all('&indicator=T01')).length);
    assert.ok(listed.some(({ row }) => row?.words?.includes('<script>') === true), 'JSON holds the words as they are');
    for (const format of ['.xlsx', '.parquet']) assert.equal((await app.inject(`/opmaerksomhed/punkter${format}`)).statusCode, 200);
  });
});

describe('points of attention where they stand', () => {
  test('words of others stay words', async () => {
    const [ocid = ''] = HOSTILE.map((release) => release.ocid);
    const [flag = assert.fail('the hostile purchase is flagged')] = await all(`&ocid=${encodeURIComponent(ocid)}`);
    for (const place of [`/udbud/${encodeURIComponent(ocid)}`, '/opmaerksomhed/T01', '/opmaerksomhed/punkter', `/organisationer/${encodeURIComponent(flag.buyer?.key ?? '')}`]) {
      const body = await page(place);
      assert.match(body, /&lt;script>alert\(1\)/, place);
      assert.doesNotMatch(body, /<script/, place);
      // What turns the line is shut in, or left out where nothing can shut it in.
      for (const [, attribute = ''] of body.matchAll(/="([^"]*)"/g)) assert.doesNotMatch(attribute, /\u202e/);
      assert.doesNotMatch(body.replaceAll(/<bdi[^>]*>.*?<\/bdi>/gs, '').replaceAll(/<div class="outside".*?<\/div>/gs, ''), /\u202e/, place);
    }
  });

  test('a process says what was flagged, what was looked at and is clear, and what cannot be assessed and why', async () => {
    const flagged = await page(`/udbud/${encodeURIComponent(HOSTILE[0]?.ocid ?? '')}`);
    assert.match(flagged, /id="opmaerksomhed"/);
    assert.match(text(flagged), /Forhandlet uden forudgående bekendtgørelse.*Det bygger på.*Uskyldige forklaringer:/);
    assert.match(flagged, /<meta name="robots" content="noindex"/, 'who is pointed at is not found by a search for the name');
    const clear = text(await page('/udbud/open'));
    assert.match(clear, /Ingen opmærksomhedspunkter ved dette forløb\..*Set på, uden punkt \(\d+\)/);
    assert.doesNotMatch(await page('/udbud/open'), /noindex/);
    assert.match(text(await page('/udbud/planned')), /Opmærksomhedspunkter/);
  });

  test('real notices: each point leads to pages that are there, and the process and the organisations tell of it', { skip: without(...SAMPLE) }, async () => {
    const every = (await all('')).filter(({ ocid }) => ocid.startsWith('ocds-'));
    assert.ok(every.length > 5, `${every.length} flags`);
    for (const flag of every.slice(0, 12)) {
      const process = await page(`/udbud/${encodeURIComponent(flag.ocid)}`);
      assert.ok(process.includes(`href="/opmaerksomhed/${flag.indicator}"`), keyOf(flag));
      for (const { source, notice } of flag.evidence) {
        if (source === null) continue;
        const place = `/udbud/${encodeURIComponent(source)}${notice === null ? '' : `/bekendtgoerelse/${encodeURIComponent(notice)}`}`;
        assert.equal((await app.inject(place)).statusCode, 200, place);
      }
      for (const organisation of [flag.buyer, flag.supplier]) if (organisation !== null) assert.match(await page(`/organisationer/${encodeURIComponent(organisation.key)}`), /id="opmaerksomhed"/);
    }
  });

  test('the demo world: planted purchases are pointed at, on the page and in the API alike', async () => {
    const every = await all('', '/demo');
    for (const flag of every.slice(0, 5)) {
      const body = await page(`/demo/udbud/${encodeURIComponent(flag.ocid)}`);
      assert.ok(body.includes(`/demo/opmaerksomhed/${flag.indicator}`));
    }
    const organisation = every.find(({ buyer }) => buyer !== null)?.buyer;
    assert.ok(organisation);
    assert.match(text(await page(`/demo/organisationer/${encodeURIComponent(organisation.key)}`)), /Tallene gælder de forløb, hvor organisationen køber eller leverer/);
  });
});
