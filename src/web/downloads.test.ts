import assert from 'node:assert/strict';
import type { Readable as Stream } from 'node:stream';
import { Readable } from 'node:stream';
import { before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { fixedClock } from '#base';
import { importFiles } from '#register';
import { makeFindable, testRegister } from '../../test/support/database.ts';
import { buildServer } from './server.ts';

const ROWS = 5000;
const register = await testRegister();
let app: FastifyInstance;

/** One process from a notice that wants to do harm, and five thousand that only want to be many. */
const NOTICE = {
  ocid: 'o-harm', id: '1', date: '2026-03-01T10:00:00Z', tag: ['award'], initiationType: 'tender',
  parties: [{ id: 'b', name: '=HYPERLINK("http://x.example")', roles: ['buyer'], identifier: { scheme: 'DK-CVR', id: '-10' } }, { id: 's', name: 'A;B,C', roles: ['supplier'] }],
  buyer: { id: 'b', name: 'b' }, tender: { id: 't', title: 'Lønsystem\nmed "anførsel"', value: { amount: -1234567.5, currency: 'DKK' } },
};

before(async () => {
  await importFiles(register, ['-'], { input: Readable.from([`${JSON.stringify(NOTICE)}\n`]), inputName: 'harm.jsonl' });
  await sql`insert into process (ocid, compiled, title, suppliers, amount, currency, release_count, fault_count, last_date)
    select 'o-' || n, '{}', 'Fællesaftale ' || n, '[]', n + 0.25, 'SEK', 1, 0, timestamptz '2020-01-01' + n % 50 * interval '1 day'
    from generate_series(1, ${ROWS}) as n`.execute(register);
  await makeFindable(register);
  app = await buildServer({
    worlds: { register, demo: null }, clock: fixedClock('2026-11-22T23:30:00Z'), url: 'http://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent',
  });
});

const get = async (url: string) => app.inject(url);

describe('downloads of a list', () => {
  test('each format names its file, its day in Copenhagen and its kind', async () => {
    const kinds = { '.csv': 'text/csv', '-excel.csv': 'text/csv', '.json': 'application/json', '.xlsx': 'application/vnd.openxmlformats', '.parquet': 'application/vnd.apache.parquet' };
    for (const [suffix, kind] of Object.entries(kinds)) {
      for (const list of ['/udbud', '/organisationer', '/en/udbud']) {
        const answer = await get(`${list}${suffix}?q=${list === '/organisationer' ? 'b' : 'lønsystem'}`);
        assert.equal(answer.statusCode, 200);
        assert.ok(String(answer.headers['content-type']).startsWith(kind));
        assert.match(String(answer.headers['content-disposition']), /^attachment; filename="torvet-(udbud|organisationer)-2026-11-23[-.](excel\.)?(csv|json|xlsx|parquet)"$/);
        assert.ok(answer.rawPayload.length > 50);
      }
    }
  });

  test('a hostile notice comes out inert, with its amount as it was', async () => {
    const machine = (await get('/udbud.csv?currency=DKK')).body;
    assert.match(machine, /^ocid,title,buyer,.*\r\no-harm,"Lønsystem\nmed ""anførsel""","'=HYPERLINK\(""http:\/\/x\.example""\)",name-[0-9a-f]{16},"A;B,C",.*,-1234567\.5,DKK,.*\r\n$/s);
    const danish = (await get('/udbud-excel.csv?currency=DKK')).body;
    assert.match(danish, /^\u{feff}OCID;Titel;Køber;.*;-1234567,5;DKK;.*;2026-03-01 11:00;.*\r\n$/su);
    const organisations = (await get('/organisationer.csv')).body;
    assert.match(organisations, /name-[0-9a-f]{16},"'=HYPERLINK\(""http:\/\/x\.example""\)",DK-CVR,'-10,/);
    const json = (await get('/udbud.json?currency=DKK')).json<{ world: string; total: number; rows: { title: string; value: { amount: string } }[] }>();
    assert.deepEqual([json.world, json.total, json.rows[0]?.title, json.rows[0]?.value.amount], ['register', 1, NOTICE.tender.title, '-1234567.5']);
  });

  test('a file holds what its page shows, also where the spelling was corrected or nothing is found', async () => {
    const buyer = (await get('/organisationer.json?q=hyperlink')).json<{ rows: { key: string }[] }>().rows[0]?.key;
    for (const [query, rows] of [['q=lønsystm', 1], ['q=fællesaftale&currency=SEK', ROWS], ['q=lønsystm&currency=SEK', 0], [`buyer=${buyer}`, 1], ['open=yes', 0]] as const) {
      const file = (await get(`/udbud.json?${encodeURI(query)}`)).json<{ total: number; rows: unknown[] }>();
      const list = (await get(`/api/v1/processes?${encodeURI(query)}`)).json<{ total: number }>();
      assert.deepEqual([file.total, file.rows.length, list.total], [rows, rows, rows], query);
    }
    assert.equal((await get('/organisationer.json?q=hyperlnk')).json<{ total: number }>().total, 1);
  });

  test(`${ROWS} rows stream, each once, in every format`, async () => {
    for (const file of ['/udbud.csv?currency=SEK', '/udbud-excel.csv?currency=SEK', '/udbud.json?currency=SEK']) {
      const answer = await app.inject({ url: file, payloadAsStream: true });
      let chunks = 0;
      let text = '';
      for await (const chunk of (answer as unknown as { stream(): Stream }).stream() as AsyncIterable<Buffer>) {
        chunks += 1;
        text += chunk.toString();
      }
      assert.ok(chunks >= ROWS / 1000, `${file} came in ${chunks} pieces`);
      assert.equal(answer.headers['content-length'], undefined);
      const ocids = [...text.matchAll(/o-\d+(?=[",;])/g)].map(([ocid]) => ocid);
      assert.deepEqual([ocids.length, new Set(ocids).size], [ROWS, ROWS], file);
    }
    const workbook = await get('/udbud.xlsx?currency=SEK');
    assert.equal(workbook.rawPayload.subarray(0, 2).toString(), 'PK');
  });
  test('every file names licence, publisher, time and the address of its search', async () => {
    const address = 'http://torvet.example/udbud?q=l%C3%B8nsystem';
    for (const suffix of ['.csv', '-excel.csv', '.json', '.xlsx', '.parquet', '.jsonl.gz']) {
      const { headers } = await get(`/udbud${suffix}?q=lønsystem`);
      const link = String(headers['link']);
      assert.ok(link.includes('<https://creativecommons.org/licenses/by/4.0/>; rel="license"'), suffix);
      assert.ok(link.includes(`<${address}>; rel="collection"`) && link.includes("rel=\"author\"; title*=UTF-8''Pr%C3%B8ven"), suffix);
      assert.match(String(headers['last-modified']), /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/);
      assert.equal(headers['cache-control'], 'no-cache');
    }
    const json = (await get('/udbud.json?q=lønsystem')).json<Record<string, unknown>>();
    assert.deepEqual([json['publisher'], json['address'], json['retrieved'], json['licence']], ['Prøven', address, '2026-11-22T23:30:00Z', { id: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }]);
    assert.match(String(json['updated']), /^\d{4}-.*Z$/);
    assert.match(String(json['terms']), /2011\/833/);
    assert.match((await get('/udbud.csv?q=lønsystem')).body, /,retrieved,licence\r\n.*,2026-11-22T23:30:00Z,https:\/\/creativecommons\.org\/licenses\/by\/4\.0\/\r\n$/s);
    assert.match((await get('/udbud-excel.csv?q=lønsystem')).body, /;Hentet \(dansk tid\);Licens\r\n.*;2026-11-23 00:30;https:\/\/creative/s);
  });

  test('a CSV file is described by a file beside it, column for column', async () => {
    for (const [file, list] of [['/udbud.csv', 'udbud?q=x&country=DK'], ['/en/udbud-excel.csv', 'en/udbud?q=x&country=DK'], ['/organisationer.csv', 'organisationer?q=x&country=DK'], ['/daekning.csv', 'daekning?country=DK']] as const) {
      const answer = await get(`${file}?q=x&country=DK`);
      const [, described = ''] = /<([^>]+)>; rel="describedby"; type="application\/csvm\+json"/.exec(String(answer.headers['link'])) ?? [];
      const metadata = await get(described);
      assert.match(String(metadata.headers['content-type']), /^application\/csvm\+json/);
      const body = metadata.json<{ url: string; 'dc:source': { '@id': string }; dialect: { delimiter: string }; tableSchema: { columns: { titles: string[] | { da: string } }[] } }>();
      assert.equal(new URL(body.url).pathname, file);
      assert.equal(body['dc:source']['@id'], `http://torvet.example/${list}`);
      assert.equal((await get(body.url.replace('http://torvet.example', ''))).body.split('\r\n')[0], answer.body.split('\r\n')[0]);
      const heading = answer.body.replace('\u{feff}', '').split('\r\n')[0]?.split(body.dialect.delimiter);
      assert.deepEqual(body.tableSchema.columns.map(({ titles }) => ('da' in titles ? titles.da : titles[0])), heading);
    }
  });
});
