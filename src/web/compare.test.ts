/** The addresses of a comparison: what is typed, what is found, what is refused, what is taken home. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { fixedClock } from '#base';
import { importFiles } from '#register';
import { testRegister } from '../../test/support/database.ts';
import { buildServer } from './server.ts';

const register = await testRegister();
let app: FastifyInstance;

const NUMBERS = ['40200118', '40200126', '40200134'] as const;
const KEYS = NUMBERS.map((number) => `DK-CVR-${number}`);

/** A buyer and its supplier, with an amount. */
function notice(at: number, buyer: number, currency: string) {
  return {
    ocid: `o-${at}`, id: `${at}`, date: `20${15 + at}-03-01T10:00:00Z`, tag: ['award'], initiationType: 'tender',
    parties: [
      { id: 'b', name: ['=Nordby Kommune', 'Sydby Kommune'][buyer - 1], roles: ['buyer'], identifier: { scheme: 'DK-CVR', id: NUMBERS[buyer - 1] ?? '' } },
      { id: 's', name: 'Fælles Data A/S', roles: ['supplier'], identifier: { scheme: 'DK-CVR', id: NUMBERS[2] } },
    ],
    buyer: { id: 'b' }, tender: { id: 't', title: 'Lønsystem', items: [{ id: '1', classification: { scheme: 'CPV', id: '72000000' } }] },
    awards: [{ id: 'a', status: 'active', suppliers: [{ id: 's' }], value: { amount: 100.5 * at, currency } }],
  };
}

before(async () => {
  const lines = [notice(1, 1, 'DKK'), notice(2, 1, 'DKK'), notice(7, 2, 'EUR')].map((release) => `${JSON.stringify(release)}\n`);
  assert.equal((await importFiles(register, ['-'], { input: Readable.from(lines), inputName: 'two.jsonl' })).imported, 3);
  app = await buildServer({
    worlds: { register, demo: null }, clock: fixedClock('2026-11-22T12:00:00Z'), url: 'http://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent',
  });
});

const get = async (url: string) => app.inject({ url: encodeURI(url), headers: { accept: 'text/html' } });

describe('comparisons', () => {
  test('what is typed and found goes on to its lasting address, in its language', async () => {
    for (const prefix of ['', '/en']) {
      const { statusCode, headers } = await get(`${prefix}/sammenlign?a=sydby&b=cpv:72000000&som=koeber`);
      assert.deepEqual([statusCode, headers.location], [302, `${prefix}/sammenlign?a=DK-CVR-40200126&b=cpv%3A72&som=koeber`]);
    }
    const half = await get('/sammenlign?a=sydby&b=kommune');
    assert.deepEqual([half.statusCode, half.headers.location], [302, '/sammenlign?a=DK-CVR-40200126&b=kommune']);
    assert.equal((await get(`/sammenlign?a=${KEYS[0]}&b=${KEYS[1]}`)).statusCode, 200);
  });

  test('a choice, nothing like it, the same twice, nothing at all: each a page that says so', async () => {
    for (const [query, said] of [
      ['?a=kommune', /Hvad menes der med &quot;kommune&quot;\?|Hvad menes der med "kommune"\?/], ['?a=qqxxyyzz', /Intet i registret ligner/],
      [`?a=${KEYS[0]}&b=${KEYS[0]}`, /begge gange/], ['', /<form class="compare-form"/], ['?a=&b=&som=', /<form class="compare-form"/], ['', /Sydby Kommune/],
      [`?a=${KEYS[0]}`, /type="hidden" name="a" value="DK-CVR-40200118"/],
    ] as const) {
      const { statusCode, body } = await get(`/sammenlign${query}`);
      assert.equal(statusCode, 200, query);
      assert.match(body, said, query);
    }
    assert.equal((await get('/sammenlign?a=x&som=andet')).statusCode, 400);
    assert.equal((await get(`/sammenlign?a=${'x'.repeat(501)}`)).statusCode, 200);
    assert.equal((await get(`/api/v1/compare?a=${'x'.repeat(501)}&b=cpv:72`)).statusCode, 400);
  });

  test('the file holds the table: a currency that a side lacks is empty, and a name is no formula', async () => {
    const { body, headers } = await get(`/sammenlign.csv?a=${KEYS[0]}&b=${KEYS[1]}`);
    assert.match(String(headers['content-disposition']), /filename="torvet-sammenligning-2026-11-22\.csv"/);
    const lines = body.split('\r\n');
    assert.equal(lines[0], 'measure,currency,a_side,a_name,a,a_of,b_side,b_name,b,b_of,retrieved,licence');
    assert.ok(lines.some((line) => line.startsWith("processes,,DK-CVR-40200118,'=Nordby Kommune,2,,DK-CVR-40200126,Sydby Kommune,1,")));
    assert.ok(lines.some((line) => line.startsWith("amount,DKK,DK-CVR-40200118,'=Nordby Kommune,301.5,2,DK-CVR-40200126,Sydby Kommune,,")));
    assert.ok(lines.some((line) => line.startsWith("amount,EUR,DK-CVR-40200118,'=Nordby Kommune,,,DK-CVR-40200126,Sydby Kommune,703.5,1")));
    assert.match((await get(`/sammenlign-excel.csv?a=${KEYS[0]}&b=${KEYS[1]}`)).body, /Tildelt;DKK;.*;301,5;2;/);
    for (const query of [`?a=${KEYS[0]}`, '?a=nobody&b=cpv:72', '']) assert.equal((await get(`/sammenlign.csv${query}`)).statusCode, 404, query);
  });

  test('the API says the same, and refuses what it does not know', async () => {
    interface Answer { as: string | null; shared: { of: string; total: number; top: { key: string; a: number; b: number }[] }[]; remarks: { kind: string; of: string | null }[] }
    const answer = (await get(`/api/v1/compare?a=${KEYS[0]}&b=${KEYS[1]}`)).json<Answer>();
    assert.equal(answer.as, 'buyer');
    assert.deepEqual(answer.shared, [{ of: 'suppliers', total: 1, top: [{ key: KEYS[2], name: 'Fælles Data A/S', a: 2, b: 1 }] }]);
    assert.deepEqual(answer.remarks, [{ kind: 'few', of: 'a' }, { kind: 'few', of: 'b' }, { kind: 'years', of: null }]);
    assert.equal((await get(`/api/v1/compare?a=${KEYS[0]}&b=${KEYS[1]}&as=supplier`)).json<Answer>().as, 'supplier');
    for (const [query, status] of [[`?a=${KEYS[0]}&b=${KEYS[0]}`, 400], [`?a=${KEYS[0]}&b=nobody`, 404], [`?a=${KEYS[0]}`, 400], [`?a=${KEYS[0]}&b=cpv:72&som=koeber`, 400], [`?a=${KEYS[0]}&b=cpv:72&as=x`, 400]] as const) {
      assert.equal((await get(`/api/v1/compare${query}`)).statusCode, status, query);
    }
  });

  test('the pages of an organisation and of a field lead here', async () => {
    assert.match((await get(`/organisationer/${KEYS[0]}`)).body, /href="\/sammenlign\?a=DK-CVR-40200118&amp;som=koeber"/);
    assert.match((await get('/marked?cpv=72')).body, /href="\/sammenlign\?a=cpv%3A72"/);
    assert.doesNotMatch((await get('/marked')).body, /sammenlign\?a=/);
  });
});
