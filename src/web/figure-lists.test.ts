/** The figures of organisations and markets lead to lists that count what they count. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { before, describe, test } from 'node:test';
import { sql, type Kysely } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { fixedClock } from '#base';
import { label } from '#eforms';
import { importFiles, makeDemoWorld, type RegisterTables } from '#register';
import { htmlFaults } from '#ui';
import { testRegister } from '../../test/support/database.ts';
import { buildServer } from './server.ts';

const [register, demo] = [await testRegister(), await testRegister()];
let app: FastifyInstance;

/** How often each way of buying is planted: a procedure of the EU list, and a method. More ways than a bar tells apart, with and without a procedure among the rare ones. */
const WAYS: readonly (readonly [code: string | null, method: string | null, times: number])[] = [
  ['open', 'open', 9], ['restricted', 'selective', 7], ['neg-wo-call', 'limited', 6], [null, 'direct', 5], ['neg-w-call', 'selective', 4],
  ['comp-dial', 'selective', 3], [null, null, 3], [null, 'open', 2], ['innovation', 'selective', 2], [null, 'limited', 1],
];

function planted(): string[] {
  const kinds = WAYS.flatMap(([code, method, times]) => Array.from({ length: times }, () => ({ code, method })));
  return kinds.map(({ code, method }, at) => JSON.stringify({
    ocid: `o-${String(at).padStart(2, '0')}`, id: String(at), date: `20${10 + (at % 9)}-03-01T10:00:00Z`, tag: ['tender', 'award'], initiationType: 'tender',
    parties: [{ id: 'b', name: 'Æblerød Kommune', roles: ['buyer'], identifier: { scheme: 'DK-CVR', id: '29189900' } }, { id: 's', name: 'Nordlys A/S', roles: ['supplier'], identifier: { scheme: 'DK-CVR', id: '64942212' } }],
    buyer: { id: 'b', name: 'Æblerød Kommune' },
    tender: {
      id: 't', title: `Journalsystem ${at}`, items: [{ id: '1', classification: { scheme: 'CPV', id: '72000000' } }], lots: [{ id: 'L1' }, { id: 'L2' }, { id: 'L3' }],
      ...(method === null ? {} : { procurementMethod: method }), ...(code === null ? {} : { procurementMethodDetails: label('procurement-procedure-type', code) }),
    },
    // None, one, two or three of the lots had one bid; every fifth process does not say.
    ...(at % 5 === 4 ? {} : { bids: { statistics: ['L1', 'L2', 'L3'].map((lot, place) => ({ id: `n-${place}`, measure: 'bids', value: place < at % 4 ? 1 : 2 + place, relatedLots: [lot] })) } }),
    awards: [{ id: 'a', status: 'active', suppliers: [{ id: 's', name: 'Nordlys A/S' }], relatedLots: ['L1'] }],
  }));
}

before(async () => {
  await makeDemoWorld(demo);
  assert.equal((await importFiles(register, ['-'], { input: Readable.from([planted().join('\n')]), inputName: 'ways.jsonl' })).rejected, 0);
  app = await buildServer({
    worlds: { register, demo }, clock: fixedClock('2026-11-22T12:00:00Z'), url: 'http://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent',
  });
});

interface Counted {
  readonly address: string;
  readonly count: number;
}

const readable = (address: string): string => address.replaceAll('&amp;', '&');
const numberIn = (text: string): number => Number(text.replaceAll(/\D/g, ''));

async function page(address: string): Promise<string> {
  const { statusCode, body } = await app.inject(address);
  assert.equal(statusCode, 200, address);
  assert.deepEqual(htmlFaults(body), [], address);
  return body;
}

/** The rows below the bar of procedures: where each leads, and its figure. A row without a link fails. */
function procedureRows(html: string): Counted[] {
  return [...html.matchAll(/<figure class="chart"><figcaption id="[^"]*-procedurer-caption"[^]*?<\/figure>/g)].flatMap(([figure]) => {
    const rows = [...figure.matchAll(/<li>(?:(?!<\/li>)[^])*mix-name[^]*?<\/li>/g)].map(([row]) => row);
    assert.ok(rows.length > 0 && rows.length <= 6, figure.slice(0, 200));
    return rows.map((row) => ({
      address: readable(/class="mix-name"><a href="([^"]+)"/.exec(row)?.[1] ?? assert.fail(`no list: ${row}`)),
      count: numberIn(/class="mix-value" title="([^"]*)"/.exec(row)?.[1] ?? assert.fail(row)),
    }));
  });
}

/** The figures of single bids that lead to a list, with the number of processes that they name. */
function singleBids(html: string): (Counted & { readonly lots: number })[] {
  return [...html.matchAll(/<a class="key-figure" href="([^"]+)"><strong>[^<]*<\/strong> <span>[^<]*netop ét tilbud \(([\d.]+) af [^<]*; i ([\d.]+|ét) forløb\)<\/span>/g)]
    .map(([, address = '', lots = '', count = '']) => ({ address: readable(address), lots: numberIn(lots), count: count === 'ét' ? 1 : numberIn(count) }));
}

/** The ocids that the list at an address holds; its page, its file and the API agree on how many. */
async function listed(address: string): Promise<string[]> {
  const data = await app.inject(address.replace('/udbud', '/api/v1/processes'));
  assert.equal(data.statusCode, 200, data.body);
  const file = (await app.inject(address.replace('/udbud', '/udbud.json'))).json<{ rows?: unknown[] } | unknown[]>();
  const ocids = JSON.stringify(file).matchAll(/"ocid":"([^"]+)"/g).map(([, ocid]) => ocid ?? '').toArray();
  assert.equal(data.json<{ total: number }>().total, new Set(ocids).size, address);
  return [...new Set(ocids)];
}

async function lotsWithOneBid(db: Kysely<RegisterTables>, ocids: readonly string[]): Promise<number[]> {
  const { rows } = await sql<{ lots: number }>`select lots_single_bid as lots from process where ocid = any(${ocids}::text[])`.execute(db);
  return rows.map(({ lots }) => lots);
}

async function checkFigures(db: Kysely<RegisterTables>, address: string): Promise<{ rows: Counted[]; single: Counted[] }> {
  const html = await page(address);
  const rows = procedureRows(html);
  for (const { address: list, count } of rows) assert.equal((await listed(list)).length, count, `${address} to ${list}`);
  const single = singleBids(html);
  for (const { address: list, count, lots } of single) {
    const ocids = await listed(list);
    assert.equal(ocids.length, count, `${address} to ${list}`);
    const each = await lotsWithOneBid(db, ocids);
    assert.ok(each.every((one) => one > 0), list);
    assert.equal(each.reduce((sum, one) => sum + one, 0), lots, `${list}: the lots of its processes are those of the figure`);
  }
  return { rows, single };
}

void describe('planted ways of buying', () => {
  const whole = WAYS.reduce((sum, [, , times]) => sum + times, 0);

  for (const address of ['/organisationer/DK-CVR-29189900', '/marked?cpv=72', '/marked', '/marked?q=journalsystem', '/marked?buyer=DK-CVR-29189900&cpv=72']) {
    void test(`${address}: each row leads to what it counts, and the rows are all of it`, async () => {
      const { rows, single } = await checkFigures(register, address);
      assert.equal(rows.length, 6);
      assert.equal(rows.reduce((sum, { count }) => sum + count, 0), whole);
      const all = await Promise.all(rows.map(({ address: list }) => listed(list)));
      assert.equal(new Set(all.flat()).size, whole);
      assert.deepEqual(rows.map(({ count }) => count), [9, 7, 6, 5, 9, 6]);
      const withOne = Array.from({ length: whole }, (_none, at) => at).filter((at) => at % 5 !== 4 && at % 4 > 0);
      assert.deepEqual(single.map(({ count }) => count), [withOne.length]);
    });
  }

  void test('narrowed by what the register says otherwise, the rows still count what their lists hold', async () => {
    for (const address of ['/marked?method=selective', '/marked?method=open&method=limited', '/marked?procedure=open&procedure=unknown', '/marked?bids=one', '/marked?bids=one&year=2012', '/marked?procedure=neg-wo-call&call=without']) {
      const { rows } = await checkFigures(register, address);
      assert.ok(rows.length > 0, address);
    }
    // By the method alone the two that were made by another procedure would be counted too.
    assert.equal((await listed('/udbud?method=open')).length, 11);
    assert.equal((await listed('/udbud?method=open&procedure=unknown')).length, 2);
  });

  void test('the single bids of a supplier are awards, which no list counts', async () => {
    for (const address of ['/organisationer/DK-CVR-64942212', '/marked?supplier=DK-CVR-64942212']) {
      const { single } = await checkFigures(register, address);
      assert.deepEqual(single, []);
      assert.match(await page(address), /<div class="key-figure"><strong>[^<]*<\/strong> <span>af tildelingerne var uden andre bydende/);
    }
  });

  void test('a search says what is chosen, each choice can be taken away, and what carries it along keeps it', async () => {
    const chosen = '?cpv=72&procedure=open&procedure=unknown&bids=one';
    for (const path of ['/udbud', '/marked', '/kontrakter', '/aendringer', '/rammer', '/uden-udbud']) {
      const html = await page(path + chosen);
      const chips = /<ul class="[^"]*active[^]*?<\/ul>/.exec(html)?.[0] ?? /Valgte filtre[^]*?<\/ul>/.exec(html)?.[0] ?? assert.fail(path);
      for (const said of ['ingen EU-procedure oplyst', label('procurement-procedure-type', 'open', 'da') ?? '', 'netop ét, på en delaftale eller det hele']) assert.ok(said !== '' && chips.includes(said), `${path}: ${said}`);
      const left = [...chips.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => new URL(readable(href), 'http://x').searchParams);
      for (const [procedures, bids] of [[['unknown'], 'one'], [['open'], 'one'], [['open', 'unknown'], null]] as const) {
        assert.ok(left.some((without) => without.get('bids') === bids && without.getAll('procedure').join() === procedures.join() && without.get('cpv') === '72'), `${path} without ${procedures.join()} ${bids}`);
      }
      assert.match(html, /type="hidden" name="procedure" value="unknown"/, path);
      assert.match(html, /type="hidden" name="bids" value="one"/, path);
    }
    assert.match(await page(`/en/udbud${chosen}`), /exactly one, for a lot or the whole/);
    const feed = await app.inject(`/udbud.atom${chosen}`);
    assert.equal(feed.statusCode, 200);
    assert.match(feed.body, /<title>[^<]*Tilbud: netop ét/);
    assert.equal([...feed.body.matchAll(/<entry>/g)].length, (await listed(`/udbud${chosen}`)).length);
  });

  void test('values that mean nothing find nothing or are refused, and break nothing', async () => {
    for (const value of ['none', "'; drop table process; --", '<script>alert(1)</script>', '%00', '%F0%9F%98%80', '{"open"}', 'UNKNOWN']) {
      const query = `?procedure=${value.startsWith('%') ? value : encodeURIComponent(value)}`;
      assert.deepEqual(await listed(`/udbud${query}`), [], value);
      for (const path of ['/udbud', '/marked', '/kontrakter']) assert.doesNotMatch(await page(path + query), /<script>alert/);
      assert.equal((await listed(`/udbud${query}&procedure=open`)).length, 9, value);
    }
    for (const value of ['two', 'One', '1', 'one&bids=one']) assert.equal((await app.inject(`/api/v1/processes?bids=${value}`)).statusCode, 400, value);
    assert.equal((await app.inject('/udbud?bids=two')).statusCode, 400);
  });
});

void test('the demo world: the figures of its largest organisations and fields lead to what they count', async () => {
  const { rows: organisations } = await sql<{ key: string }>`select organisation as key from participation group by 1 order by count(*) desc, 1 limit 8`.execute(demo);
  const addresses = [...organisations.map(({ key }) => `/demo/organisationer/${encodeURIComponent(key)}`), ...['', '?cpv=72', '?cpv=48', '?year=2024', '?call=without'].map((query) => `/demo/marked${query}`)];
  let [rows, single] = [0, 0];
  for (const address of addresses) {
    const figures = await checkFigures(demo, address);
    rows += figures.rows.length;
    single += figures.single.length;
  }
  assert.ok(rows > 2 * addresses.length && single > 2, `${rows} rows and ${single} figures of single bids`);
});
