/** The client against recorded answers of ClickHouse 26.7. `npm run test:engines` asks its engine itself. */
import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { CLICKHOUSE_SETTINGS, valueOf } from './clickhouse-values.ts';
import { clickHouseText, openClickHouse } from './clickhouse.store.ts';
import type { Generation } from './generation.ts';
import { ANALYSIS_TABLES } from './tables.ts';

interface Asked {
  readonly query: string;
  readonly given: URLSearchParams;
  readonly authorization: string | undefined;
}

/** Answers that stand for the beginnings of questions; the rest is answered with nothing. */
async function recorded(answers: Readonly<Record<string, readonly [number, string]>>): Promise<{ readonly url: string; readonly asked: Asked[] }> {
  const asked: Asked[] = [];
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const query = await text(request);
    asked.push({ query, given: new URL(request.url ?? '', 'http://x').searchParams, authorization: request.headers.authorization });
    const [status, body] = Object.entries(answers).find(([beginning]) => query.startsWith(beginning))?.[1] ?? [200, '["ocid"]\n["Nullable(String)"]\n'];
    response.writeHead(status, status === 200 ? {} : { 'x-clickhouse-exception-code': '47' }).end(body);
  };
  const server = http.createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  after(() => { server.closeAllConnections(); server.close(); });
  return { url: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const facts = (file: string) => ({ file, bytes: 1, sha256: '' });
const generation: Generation = {
  id: '20261126T000000000Z-abcdef', world: 'register', madeAt: '', updatedAt: null, version: { releases: 1, newest: null, derived: 1, format: '' },
  tables: ANALYSIS_TABLES.map(({ name, meaning, columns }) => ({ name, meaning, columns, rows: 0, parquet: facts(`${name}.parquet`), csv: facts(`${name}.csv.gz`) })),
};

void test('one session: a view for each file, then the question, then its end', async () => {
  const { url, asked } = await recorded({ 'select amount': [200, '["amount","n","at"]\n["Nullable(Decimal(38, 6))","UInt64","Nullable(DateTime64(6, \'UTC\'))"]\n["7.000000","18446744073709551615","2026-01-01T10:00:00.500000Z"]\n[null,"3",null]\n'] });
  const house = await openClickHouse({ url: `http://reader:secret@${url}/torvet`, files: 'torvet/analysis' }, generation);
  assert.deepEqual(await house.ask('select amount, n, at from award where ocid = $ocid', { ocid: "a'b\\c" }), [{ amount: '7.000000', n: '18446744073709551615', at: '2026-01-01T10:00:00.5Z' }, { amount: null, n: 3, at: null }]);
  assert.deepEqual(await house.ask('create temporary table x as select 1 as one', {}), []);
  await house.close();
  const views = asked.filter(({ query }) => query.startsWith('create temporary view'));
  assert.equal(views.length, ANALYSIS_TABLES.length);
  const award = views.find(({ query }) => query.includes('"award"'))?.query ?? '';
  assert.match(award, /from file\('torvet\/analysis\/register\/20261126T000000000Z-abcdef\/award\.parquet', Parquet, 'ocid Nullable\(String\), .*amount Nullable\(Decimal\(38, 6\)\), .*counted Nullable\(Bool\)'\)/);
  assert.equal(new Set(asked.map(({ given }) => given.get('session_id'))).size, 1);
  for (const { given, authorization } of asked) {
    assert.equal(authorization, `Basic ${Buffer.from('reader:secret').toString('base64')}`);
    assert.equal(given.get('database'), 'torvet');
    for (const [name, value] of Object.entries(CLICKHOUSE_SETTINGS)) assert.equal(given.get(name), String(value));
  }
  const question = asked.find(({ query }) => query.startsWith('select amount'));
  assert.match(question?.query ?? '', /where ocid = \{ocid:Nullable\(String\)\}\s+FORMAT JSONCompactEachRowWithNamesAndTypes$/);
  assert.equal(question?.given.get('param_ocid'), "a\\'b\\\\c");
  assert.equal(asked.at(-1)?.given.get('close_session'), '1');
});

void test('files in a bucket are read as S3; what the server refuses is thrown in its words, and the session goes on', async () => {
  const { url, asked } = await recorded({ 'select nonsense': [404, 'Code: 47. DB::Exception: Unknown expression identifier `nonsense`. (UNKNOWN_IDENTIFIER) (version 26.7.2.1)\n'] });
  const house = await openClickHouse({ url: `http://${url}`, files: 'https://files.example/analysis' }, generation);
  assert.match(asked[0]?.query ?? '', /from s3\('https:\/\/files\.example\/analysis\/register\/20261126T000000000Z-abcdef\/process\.parquet', 'Parquet', '/);
  await assert.rejects(house.ask('select nonsense from process', {}), /Unknown expression identifier/);
  assert.deepEqual(await house.ask('select ocid from process', {}), []);
  await house.close();
});

void test('without a server, or with one that does not find the files, nothing is opened', async () => {
  await assert.rejects(openClickHouse({ url: 'http://127.0.0.1:9', files: 'x' }, generation), /ECONNREFUSED/);
  const { url } = await recorded({ 'select * from "process"': [500, 'Code: 107. DB::Exception: File x doesn\'t exist. (FILE_DOESNT_EXIST) (version 26.7.2.1)\n'] });
  await assert.rejects(openClickHouse({ url: `http://${url}`, files: 'x' }, generation), /doesn't exist/);
});

void test('parameters and strings are written as ClickHouse reads them, remarks and names are left alone', () => {
  assert.equal(
    clickHouseText("select '\\d $x ''$y' as \"a$z\" -- $w\nfrom t where a = $a and b = $b and c = $c and d = $d", { a: 1, b: 0.5, c: true, d: null }),
    "select '\\\\d $x ''$y' as \"a$z\" -- $w\nfrom t where a = {a:Nullable(Int64)} and b = {b:Nullable(Float64)} and c = {c:Nullable(Bool)} and d = {d:Nullable(String)}",
  );
});

for (const [type, given, value] of [
  ['Int64', '9007199254740993', '9007199254740993'], ['Nullable(Int32)', 5, 5], ['UInt64', '5', 5], ['Float64', 'inf', Infinity], ['Nullable(Float64)', '-inf', -Infinity], ['Float64', 0.5, 0.5], ['LowCardinality(Nullable(String))', '5', '5'],
  ['Bool', false, false], ['Nullable(Date32)', '2026-01-01', '2026-01-01'], ['DateTime64(6, \'UTC\')', '2026-01-01T10:00:00.000000Z', '2026-01-01T10:00:00Z'], ['DateTime64(6, \'UTC\')', '2026-01-01T10:00:00.120000Z', '2026-01-01T10:00:00.12Z'],
  ['DateTime', '2026-01-01T10:00:00Z', '2026-01-01T10:00:00Z'], ['Decimal(38, 6)', '1.250000', '1.250000'], ['Nullable(Nothing)', null, null],
] as const) void test(`${type} ${String(given)}`, () => assert.equal(valueOf(type, given), value));
