import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { fixedClock } from '#base';
import { importFiles, makeDemoWorld } from '#register';
import { testRegister } from '../../test/support/database.ts';
import { readParquet, type ReadParquet } from '../../test/support/parquet.ts';
import { buildServer } from './server.ts';

const [register, demo] = [await testRegister(), await testRegister()];
let app: FastifyInstance;

/** What a file of text and one of types could tell differently. */
const NOTICE = {
  ocid: 'o-1', id: '1', date: '2026-03-01T10:00:00.25Z', tag: ['tender'], initiationType: 'tender',
  parties: [{ id: 'b', name: '=HYPERLINK("x") Ærø', roles: ['buyer'] }], buyer: { id: 'b', name: 'b' },
  tender: { id: 't', title: 'Blåbærgrød, "fin"\nog 😀', value: { amount: 123_456_789.1234567, currency: 'DKK' } },
};

before(async () => {
  await makeDemoWorld(demo);
  await importFiles(register, ['-'], { input: Readable.from([`${JSON.stringify(NOTICE)}\n`]), inputName: 'one.jsonl' });
  app = await buildServer({ worlds: { register, demo }, clock: fixedClock('2026-11-22T23:30:00Z'), url: 'https://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent' });
});

const get = async (url: string) => app.inject(url);

async function parquet(url: string): Promise<ReadParquet> {
  const answer = await get(url);
  assert.deepEqual([answer.statusCode, answer.headers['content-type']], [200, 'application/vnd.apache.parquet'], url);
  return readParquet(answer.rawPayload);
}

/** Rows of a CSV file for programs, by the names of their columns. */
function csvRows(csv: string): readonly Readonly<Record<string, string>>[] {
  const lines: string[][] = [[]];
  for (const [, cell = '', end] of csv.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g)) {
    lines.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ',') lines.push([]);
  }
  const [names = [], ...rows] = lines.slice(0, -1);
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
}

/** A value in one spelling, so that both files can be compared. */
function plain(value: string | null | undefined, type = ''): string {
  if (value === null || value === undefined || value === '') return '';
  if (type.startsWith('DECIMAL') && value.includes('.')) return value.replace(/\.?0+$/, '');
  return type.startsWith('TIMESTAMP') ? Temporal.Instant.from(value).toString() : value;
}

const LISTS = ['/udbud', '/udbud?q=kommune&sort=oldest', '/organisationer', '/kontrakter?ends=any', '/aendringer', '/rammer', '/kommuner', '/daekning'] as const;

test('every list is the same in Parquet as in CSV, row for row and cell for cell', async () => {
  for (const list of LISTS) {
    const [path = '', query = ''] = list.split('?');
    const csv = csvRows((await get(`/demo${path}.csv?${query}`)).body);
    const { types, rows } = await parquet(`/demo${path}.parquet?${query}`);
    assert.ok(csv.length > 1, list);
    const names = Object.keys(csv[0] ?? {}).filter((name) => name !== 'retrieved' && name !== 'licence');
    assert.deepEqual(Object.keys(types).filter((name) => !name.endsWith('_text')), names, list);
    const cells = (row: Readonly<Record<string, string | null>>): string[] => names.map((name) => plain(row[name], types[name]));
    assert.deepEqual(rows.map(cells), csv.map(cells), list);
    assert.ok(rows.some((row) => Object.values(row).includes(null)), `${list} has something that is not stated`);
  }
});

test('types are real: counts, amounts, days, instants, yes and no', async () => {
  const read = await Promise.all(['/demo/udbud.parquet', '/demo/kontrakter.parquet', '/demo/aendringer.parquet', '/demo/rammer.parquet'].map(parquet));
  const [processes, contracts, changes, frameworks] = read.map(({ types }) => types);
  assert.deepEqual([processes?.['amount'], processes?.['tender_end'], processes?.['releases'], processes?.['stage']], ['DECIMAL(38,6)', 'TIMESTAMP WITH TIME ZONE', 'BIGINT', 'VARCHAR']);
  assert.deepEqual([contracts?.['ends'], contracts?.['renewal'], contracts?.['amount']], ['DATE', 'BOOLEAN', 'DECIMAL(38,6)']);
  assert.deepEqual([changes?.['published'], changes?.['rise'], changes?.['amount_before']], ['DATE', 'DECIMAL(38,6)', 'DECIMAL(38,6)']);
  assert.deepEqual([frameworks?.['days'], frameworks?.['open'], frameworks?.['maximum']], ['BIGINT', 'BOOLEAN', 'DECIMAL(38,6)']);
});

test('a text is itself, not made inert, and an amount too fine for its column stands beside it', async () => {
  const { rows: [row], facts } = await parquet('/udbud.parquet?q=blåbærgrød');
  const [expected] = (await get('/udbud.json?q=blåbærgrød')).json<{ rows: { title: string; value: { amount: string }; firstDate: string; tenderEnd: null }[] }>().rows;
  assert.deepEqual(
    [row?.['title'], row?.['buyer'], row?.['amount'], row?.['amount_text'], row?.['tender_end'], Temporal.Instant.from(row?.['first_date'] ?? '').toString()],
    [NOTICE.tender.title, '=HYPERLINK("x") Ærø', null, '123456789.1234567', null, '2026-03-01T10:00:00.25Z'],
  );
  assert.deepEqual([expected?.title, expected?.value.amount, expected?.tenderEnd], [NOTICE.tender.title, '123456789.1234567', null]);
  assert.deepEqual(facts, {
    world: 'register', title: 'Udbud og kontrakter', publisher: 'Prøven', address: 'https://torvet.example/udbud?q=bl%C3%A5b%C3%A6rgr%C3%B8d',
    retrieved: '2026-11-22T23:30:00Z', updated: facts['updated'], licence: 'https://creativecommons.org/licenses/by/4.0/', terms: facts['terms'],
  });
  assert.match(facts['updated'] ?? '', /^\d{4}-\d\d-\d\dT.*Z$/);
  assert.match(facts['terms'] ?? '', /2011\/833/);
});

test('nothing found is a file without rows, and a list that stands elsewhere leads there', async () => {
  const { rows, types } = await parquet('/en/udbud.parquet?q=zzzzzzzz');
  assert.deepEqual([rows, types['title']], [[], 'VARCHAR']);
  const moved = await get('/demo/uden-udbud.parquet');
  assert.deepEqual([moved.statusCode, moved.headers.location], [302, '/demo/udbud.parquet?call=without']);
  assert.match(String((await get('/udbud.parquet')).headers['content-disposition']), /^attachment; filename="torvet-udbud-2026-11-23\.parquet"$/);
});

test('every page of a list leads to its file', async () => {
  for (const list of LISTS) {
    const [path = '', query = ''] = list.split('?');
    for (const place of ['/demo', '/en/demo']) {
      const href = `${place}${path}.parquet${query === '' ? '' : `?${query}`}`.replaceAll('&', '&amp;');
      assert.ok((await get(place + list)).body.includes(`<a href="${href}" download`), href);
    }
  }
});
