import assert from 'node:assert/strict';
import type { Readable as Stream } from 'node:stream';
import { Readable } from 'node:stream';
import { before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { fixedClock } from '#base';
import { importFiles } from '#register';
import { testRegister } from '../../test/support/database.ts';
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
  await sql`insert into process (ocid, compiled, title, suppliers, amount, currency, release_count, fault_count, search, last_date)
    select 'o-' || n, '{}', 'Fællesaftale ' || n, '[]', n + 0.25, 'SEK', 1, 0, to_tsvector('danish', 'Fællesaftale'), timestamptz '2020-01-01' + n % 50 * interval '1 day'
    from generate_series(1, ${ROWS}) as n`.execute(register);
  app = await buildServer({
    worlds: { register, demo: null }, clock: fixedClock('2026-11-22T23:30:00Z'), url: 'http://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent',
  });
});

const get = async (url: string) => app.inject(url);

describe('downloads of a list', () => {
  test('each format names its file, its day in Copenhagen and its kind', async () => {
    const kinds = { '.csv': 'text/csv', '-excel.csv': 'text/csv', '.json': 'application/json', '.xlsx': 'application/vnd.openxmlformats' };
    for (const [suffix, kind] of Object.entries(kinds)) {
      for (const list of ['/udbud', '/organisationer', '/en/udbud']) {
        const answer = await get(`${list}${suffix}?q=${list === '/organisationer' ? 'b' : 'lønsystem'}`);
        assert.equal(answer.statusCode, 200);
        assert.ok(String(answer.headers['content-type']).startsWith(kind));
        assert.match(String(answer.headers['content-disposition']), /^attachment; filename="torvet-(udbud|organisationer)-2026-11-23[-.](excel\.)?(csv|json|xlsx)"$/);
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
});
