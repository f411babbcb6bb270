/** Notices and coverage as a visitor gets them: from real addresses, out of a register that notices came into. */
import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import path from 'node:path';
import { Readable } from 'node:stream';
import { before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { fixedClock } from '#base';
import { importFiles, importNotices } from '#register';
import { testRegister } from '../../test/support/database.ts';
import { noticeXml, type MadeNotice } from '../../test/support/notices.ts';
import { sharedFolder, without } from '../../test/support/shared.ts';
import { buildServer } from './server.ts';

const [register, empty] = [await testRegister(), await testRegister()];
let app: FastifyInstance;
let bare: FastifyInstance;

const CONTACT = '<cac:Contact><cbc:Name>Hanne Prøve</cbc:Name><cbc:ElectronicMail>hanne@kommune.dk</cbc:ElectronicMail></cac:Contact>';
const LATIN = noticeXml({ number: '70-2024', title: 'Æblegrød' }).replace('encoding="UTF-8"', 'encoding="ISO-8859-1"');
const PERSON = noticeXml({ number: '71-2024', title: 'Æblegrød' }).replace('encoding="UTF-8"', 'encoding="ISO-8859-1"').replace('</efac:Company>', `${CONTACT}</efac:Company>`);

const serve = (database: typeof register): Promise<FastifyInstance> => buildServer({
  worlds: { register: database, demo: null }, clock: fixedClock('2026-11-26T12:00:00Z'), url: 'http://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent',
});

async function take(...notices: readonly MadeNotice[]): Promise<void> {
  await importNotices(register, notices.map((made) => ({ name: `https://ted.example/${made.number}`, bytes: Buffer.from(noticeXml(made)) })), { ocidPrefix: 'p' });
}

before(async () => {
  // An award whose earlier notice comes later: the process changes its ocid.
  await take({ number: '9-2024', formType: 'result', previous: ['5-2024'] });
  await take({ number: '5-2024', formType: 'result', previous: ['3-2023'] }, { number: '3-2023' });
  await take({ number: '20-2024', procedure: 'u' }, { number: '21-2024', procedure: 'u', changes: 'id-20-2024-01', date: '2024-06-01' });
  await take({ number: '30-2024', title: 'Første' });
  await take({ number: '30-2024', title: 'Anden', date: '2024-05-02' });
  await importNotices(register, [['latin', LATIN], ['person', PERSON]].map(([name = '', xml = '']) => ({ name, bytes: Buffer.from(xml, 'latin1') })), { ocidPrefix: 'p' });
  [app, bare] = [await serve(register), await serve(empty)];
});

const get = async (url: string, server = app) => server.inject(url);
const text = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');

interface Listed { readonly releases: readonly { readonly key: string; readonly name: string; readonly kind: string; readonly format: string; readonly sha256: string }[] }
const releasesOf = async (ocid: string): Promise<Listed['releases']> => (await get(`/api/v1/processes/${ocid}`)).json<Listed>().releases;

void describe('the page of a notice', () => {
  void test('stands under its process, in both languages, and the process leads to it', async () => {
    const releases = await releasesOf('p-3-2023');
    assert.deepEqual(releases.map(({ name, kind, format }) => [name, kind, format]), [
      ['id-9-2024-01', 'result', 'eforms'], ['id-5-2024-01', 'result', 'eforms'], ['id-3-2023-01', 'call', 'eforms'],
    ]);
    const process = (await get('/udbud/p-3-2023')).body;
    for (const { name } of releases) {
      assert.ok(process.includes(`href="/udbud/p-3-2023/bekendtgoerelse/${name}"`), name);
      for (const [lang, words] of [['', 'Du læser denne'], ['/en', 'You are reading this one']] as const) {
        const page = await get(`${lang}/udbud/p-3-2023/bekendtgoerelse/${name}`);
        assert.equal(page.statusCode, 200);
        assert.ok(page.body.includes(words));
      }
    }
    // One way to say how it was bought, for both.
    for (const page of [process, (await get('/udbud/p-3-2023/bekendtgoerelse/id-3-2023-01')).body]) assert.match(text(page), /Offentligt udbud Alle virksomheder kan byde\./);
  });

  void test('is found by its publication number, and under an ocid that its process had before', async () => {
    for (const asked of ['/udbud/p-3-2023/bekendtgoerelse/9-2024', '/udbud/p-5-2024/bekendtgoerelse/id-9-2024-01', '/udbud/p-9-2024/bekendtgoerelse/9-2024']) {
      const answer = await get(asked);
      assert.deepEqual([answer.statusCode, answer.headers.location], [302, '/udbud/p-3-2023/bekendtgoerelse/id-9-2024-01'], asked);
    }
    assert.equal((await get('/en/udbud/p-3-2023/bekendtgoerelse/9-2024')).headers.location, '/en/udbud/p-3-2023/bekendtgoerelse/id-9-2024-01');
    for (const nowhere of ['/udbud/p-3-2023/bekendtgoerelse/999-2024', '/udbud/x/bekendtgoerelse/%00', '/udbud/p-3-2023/bekendtgoerelse/id-9-2024-01@00000000x']) {
      assert.ok([400, 404].includes((await get(nowhere)).statusCode), nowhere);
    }
  });

  void test('says at the top that a later notice changes it, and the later one says what it changes', async () => {
    const first = (await get('/udbud/p-u/bekendtgoerelse/id-20-2024-01')).body;
    assert.match(first, /Bekendtgørelsen er ændret.*href="\/udbud\/p-u\/bekendtgoerelse\/id-21-2024-01"/s);
    const second = (await get('/udbud/p-u/bekendtgoerelse/id-21-2024-01')).body;
    assert.doesNotMatch(second, /Bekendtgørelsen er ændret/);
    assert.match(second, /Ændrer: .*href="\/udbud\/p-u\/bekendtgoerelse\/id-20-2024-01"/s);
    assert.equal((await get('/udbud/p-u/bekendtgoerelse/id-20-2024-01')).statusCode, 200);
  });

  void test('two contents under one number are two pages', async () => {
    const releases = await releasesOf('p-30-2024');
    assert.deepEqual(releases.map(({ name, sha256 }) => name === `id-30-2024-01@${sha256.slice(0, 8)}`), [true, true]);
    const pages = await Promise.all(releases.map(async ({ name }) => (await get(`/udbud/p-30-2024/bekendtgoerelse/${encodeURIComponent(name)}`)).body));
    assert.deepEqual(new Set(pages.map((page) => /<h1[^>]*><bdi[^>]*>([^<]+)/.exec(page)?.[1])), new Set(['Anden', 'Første']));
    assert.equal((await get('/udbud/p-30-2024/bekendtgoerelse/30-2024')).statusCode, 302);
  });
});

/** The original of the only notice of a process, what the register says of it, and its page. */
async function originalOf(number: string) {
  const [release] = await releasesOf(`p-${number}`);
  const answer = await get(`/api/v1/processes/p-${number}/releases/${release?.key}/original.xml`);
  return { answer, release, page: text((await get(`/udbud/p-${number}/bekendtgoerelse/${release?.name}`)).body) };
}

void describe('the original file', () => {
  void test('is what was published, to the letter, when it names no person', async () => {
    const { answer, release, page } = await originalOf('70-2024');
    assert.equal(answer.headers['content-type'], 'application/xml');
    assert.equal(hash('sha256', answer.rawPayload), release?.sha256);
    assert.match(page, /Filen er uændret/);
  });

  void test('has its persons masked, says so, and says in which letters it is written', async () => {
    const { answer, page } = await originalOf('71-2024');
    assert.doesNotMatch(answer.body, /Hanne|hanne@/);
    assert.match(answer.body, /^<\?xml version="1.0" encoding="UTF-8"\?>/);
    assert.match(answer.body, /Æblegrød.*\[masked\]|\[masked\].*Æblegrød/s);
    assert.match(page, /Personer er maskeret i filerne/);
  });

  void test('of an unknown notice there is none', async () => {
    assert.equal((await get('/api/v1/processes/p-70-2024/releases/nothing/original.xml')).statusCode, 404);
  });
});

void test('an ocid that a process had before leads to it for good: pages, data, packages', async () => {
  const [release] = await releasesOf('p-3-2023');
  const moved = {
    '/udbud/p-9-2024': '/udbud/p-3-2023', '/en/udbud/p-5-2024': '/en/udbud/p-3-2023', '/api/v1/processes/p-9-2024': '/api/v1/processes/p-3-2023',
    '/api/v1/processes/p-9-2024/release-package': '/api/v1/processes/p-3-2023/release-package', '/api/v1/processes/p-9-2024/record-package': '/api/v1/processes/p-3-2023/record-package',
    [`/api/v1/processes/p-9-2024/releases/${release?.key}`]: `/api/v1/processes/p-3-2023/releases/${release?.key}`,
    [`/api/v1/processes/p-9-2024/releases/${release?.key}/original.xml`]: `/api/v1/processes/p-3-2023/releases/${release?.key}/original.xml`,
  };
  for (const [before, now] of Object.entries(moved)) {
    const answer = await get(before);
    assert.deepEqual([answer.statusCode, answer.headers.location], [301, now], before);
    assert.equal((await get(now)).statusCode, 200, now);
  }
  assert.equal((await get('/udbud/p-404-2024')).statusCode, 404);
});

interface CoverageAnswer {
  readonly releases: number;
  readonly uncounted: number;
  readonly countries: readonly { readonly country: string; readonly releases: number }[];
  readonly fields: readonly { readonly field: string; readonly asked: number; readonly filled: number }[];
}

void describe('the coverage', () => {
  void test('page, API and file tell the same', async () => {
    const answer = (await get('/api/v1/coverage')).json<CoverageAnswer>();
    assert.deepEqual([answer.releases, answer.uncounted, answer.countries], [9, 0, [{ country: 'DK', releases: 9, first: '2024-05-01', last: '2024-06-01' }]]);
    const title = answer.fields.find(({ field }) => field === 'title');
    assert.deepEqual([title?.asked, title?.filled], [9, 9]);
    const page = text((await get('/daekning')).body);
    assert.match(page, /9 bekendtgørelser 1 land 2024/);
    assert.match(page, /Titel 100 % 9 af 9/);
    assert.match(text((await get('/en/daekning')).body), /Title 100% 9 of 9/);
    const csv = (await get('/daekning.csv')).body.split('\r\n');
    assert.ok(csv.some((line) => /^eforms,DK,2024,,title,9,9,2024-05-01,2024-06-01,[^,]+Z,https:\/\/creativecommons\.org\/licenses\/by\/4\.0\/$/.test(line)), csv.slice(0, 3).join('\n'));
    for (const suffix of ['-excel.csv', '.xlsx', '.json']) assert.equal((await get(`/daekning${suffix}`)).statusCode, 200, suffix);
  });

  void test('a choice narrows the fill rates and nothing else, and what matches nothing says so', async () => {
    const chosen = (await get('/api/v1/coverage?year=2024&source=eforms&country=DK')).json<CoverageAnswer>();
    assert.deepEqual([chosen.releases, chosen.fields.find(({ field }) => field === 'title')?.asked], [9, 9]);
    const none = (await get('/api/v1/coverage?year=1999')).json<CoverageAnswer>();
    assert.deepEqual([none.releases, none.fields], [9, []]);
    assert.match((await get('/daekning?year=1999&source=')).body, /Ingen bekendtgørelser svarer til valget/);
    assert.equal((await get('/api/v1/coverage?wrong=1')).statusCode, 400);
  });

  void test('an empty register says that it is empty', async () => {
    const page = await get('/daekning', bare);
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /Registret er tomt/);
    assert.equal((await get('/api/v1/coverage', bare)).json<CoverageAnswer>().releases, 0);
  });

  void test('of the real notices every one is counted', { skip: without('data/eforms-norway') }, async () => {
    await importFiles(empty, [path.join(sharedFolder, 'data/eforms-norway')], { input: Readable.from([]) });
    const { releases, uncounted, countries } = (await get('/api/v1/coverage', bare)).json<CoverageAnswer>();
    assert.deepEqual([releases, uncounted, countries.map(({ country }) => country)], [36, 0, ['NO']]);
    assert.match(text((await get('/daekning', bare)).body), /Bekendtgørelser fra Danmark\. Der er ingen i registret/);
  });
});
