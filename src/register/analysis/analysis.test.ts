import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { sql, type Kysely } from 'kysely';
import { FailureError, systemClock } from '#base';
import { NORWEGIAN } from '../../../test/support/real-notices.ts';
import { testRegister, testServer } from '../../../test/support/database.ts';
import { sharedFolder, without } from '../../../test/support/shared.ts';
import { importFiles } from '../import/importer.ts';
import type { RegisterTables } from '../tables.ts';
import { buildAnalysis } from './build.ts';
import { analysisIsCurrent } from './current.ts';
import { generationFolder, newGenerationId, removeLeftovers, type AnalysisPlace } from './generation.ts';
import { openAnalysis, type Analysis } from './reader.ts';
import { currentGeneration } from './snapshot.store.ts';
import { ANALYSIS_TABLES, LONGEST_TEXT } from './tables.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'torvet-analysis-'));
after(() => rm(folder, { recursive: true, force: true }));

// Opened here, so that it closes when all tests are done and not with the first of them.
await testServer();

async function registerOf(...releases: readonly object[]): Promise<{ db: Kysely<RegisterTables>; place: AnalysisPlace }> {
  const db = await testRegister();
  const place = { folder: await mkdtemp(path.join(folder, 'files-')), world: 'register' } as const;
  await take(db, ...releases);
  return { db, place };
}

async function take(db: Kysely<RegisterTables>, ...releases: readonly object[]): Promise<void> {
  const file = path.join(await mkdtemp(path.join(folder, 'in-')), 'releases.jsonl');
  await writeFile(file, releases.map((release) => JSON.stringify(release)).join('\n'));
  const { rejected, unreadable } = await importFiles(db, [file], { input: Readable.from([]) });
  assert.equal(rejected + unreadable, 0);
}

async function opened(db: Kysely<RegisterTables>, place: AnalysisPlace): Promise<Analysis> {
  const analysis = await openAnalysis(db, place, { megabytes: 200 });
  assert.ok(analysis);
  after(() => analysis.close());
  return analysis;
}

const release = (ocid: string, more: object = {}): object => ({ ocid, id: '1', date: '2026-01-01T12:30:00+01:00', tag: ['tender'], initiationType: 'tender', ...more });

const items = (id: string): object => ({ id: 't', items: [{ id: '1', classification: { scheme: 'CPV', id } }] });
const under = (ocid: string, identifier: string): object => release(ocid, { relatedProcesses: [{ id: '1', relationship: ['framework'], identifier }] });

const FORMULA = '=HYPERLINK("http://x";"y")';
const LONG = `a${'\u{1F600}'.repeat(LONGEST_TEXT / 2)}`;
const HOSTILE = [
  release('ocds-b', { tender: { id: 't', title: 'line\nbreak "quoted", \u0000nul \uD800half', items: [{ id: '1', quantity: 1.1234567 }, { id: '2', quantity: 0.5 }] } }),
  release('ocds-a', {
    tag: ['award'], parties: [{ id: 'p', name: FORMULA, roles: ['supplier'] }], tender: { id: 't', title: LONG },
    awards: ['-1234567890123456789012.5', '12345678901234567890.123456', '0001.1000000000', '7'].map((amount, at) => ({
      id: String(at), status: 'active', date: at === 3 ? '9999-12-31' : '0001-01-01', value: { amount, currency: at === 0 ? FORMULA : 'DKK' }, suppliers: [{ id: 'p', name: FORMULA }],
    })),
  }),
];

void test('without a generation nothing is open; a generation holds every table, with its hashes, and says what it is', async () => {
  const { db, place } = await registerOf(...HOSTILE);
  assert.equal(await openAnalysis(db, place), null);
  const { generation, isNew } = await buildAnalysis(db, { place, clock: systemClock });
  assert.ok(isNew && await analysisIsCurrent(db, place));
  assert.equal(await currentGeneration(db), generation.id);
  const home = generationFolder(place, generation.id);
  assert.deepEqual(JSON.parse(await readFile(path.join(home, 'generation.json'), 'utf8')), generation);
  assert.deepEqual((await readdir(home)).toSorted(), [...ANALYSIS_TABLES.flatMap(({ name }) => [`${name}.parquet`, `${name}.csv.gz`]), 'generation.json'].toSorted());
  for (const { parquet, csv } of generation.tables) {
    for (const { file, bytes, sha256 } of [parquet, csv]) {
      const content = await readFile(path.join(home, file));
      assert.deepEqual([content.length, createHash('sha256').update(content).digest('hex')], [bytes, sha256], file);
    }
  }
  const analysis = await opened(db, place);
  for (const { name, rows } of generation.tables) assert.deepEqual(await analysis.query(`select count(*) as n from ${name}`), [{ n: rows }], name);
  assert.equal(generation.tables.find(({ name }) => name === 'notice')?.rows, 2);
  const facts = await analysis.query(`select decode(key) as name, decode(value) as value from parquet_kv_metadata('${path.join(home, 'lot.parquet')}')`);
  const said = Object.fromEntries(facts.map(({ name, value }) => [name, value]));
  assert.deepEqual([said['generation'], said['updated_at'], said['world']], [generation.id, generation.updatedAt, 'register']);
  assert.match(String(said['licence']), /creativecommons/);
  await analysis.close();
});

void test('hostile values: nothing is rounded, lost or run, and rows stand in a fixed order', async () => {
  const { db, place } = await registerOf(...HOSTILE);
  const { generation } = await buildAnalysis(db, { place, clock: systemClock });
  const analysis = await opened(db, place);
  assert.deepEqual(await analysis.query('select ocid, title from process'), [
    { ocid: 'ocds-a', title: `a${'\u{1F600}'.repeat(LONGEST_TEXT / 2 - 1)}` }, { ocid: 'ocds-b', title: 'line\nbreak "quoted", nul \uFFFDhalf' },
  ]);
  assert.deepEqual(await analysis.query('select award, amount, amount_text, currency, date from award'), [
    { award: '0', amount: null, amount_text: '-1234567890123456789012.5', currency: FORMULA, date: '0001-01-01' },
    { award: '1', amount: '12345678901234567890.123456', amount_text: null, currency: 'DKK', date: '0001-01-01' },
    { award: '2', amount: '1.100000', amount_text: null, currency: 'DKK', date: '0001-01-01' },
    { award: '3', amount: '7.000000', amount_text: null, currency: 'DKK', date: '9999-12-31' },
  ]);
  assert.deepEqual(await analysis.query('select item, quantity, quantity_text from item'), [
    { item: '1', quantity: null, quantity_text: '1.1234567' }, { item: '2', quantity: '0.500000', quantity_text: null },
  ]);
  assert.deepEqual(await analysis.query('select date, kind, source, tags from notice where ocid = $ocid', { ocid: 'ocds-a' }), [{ date: '2026-01-01T11:30:00Z', kind: 'result', source: 'ocds', tags: 'award' }]);
  const types = await analysis.query("select column_name as c, data_type as t from information_schema.columns where table_name = 'award'");
  assert.deepEqual(Object.fromEntries(types.map(({ c, t }) => [c, t])), {
    ocid: 'VARCHAR', award: 'VARCHAR', lot: 'VARCHAR', lots: 'BIGINT', title: 'VARCHAR', status: 'VARCHAR', date: 'DATE', amount: 'DECIMAL(38,6)', amount_text: 'VARCHAR',
    currency: 'VARCHAR', bids: 'BIGINT', counted: 'BOOLEAN',
  });
  await analysis.close();
  const [, first, second] = gunzipSync(await readFile(path.join(generationFolder(place, generation.id), 'award.csv.gz'))).toString().split('\r\n');
  assert.equal(first, `ocds-a,0,,0,,active,0001-01-01,,-1234567890123456789012.5,"'=HYPERLINK(""http://x"";""y"")",,true`.replace(',-1234', ",'-1234"));
  assert.match(second ?? '', /,12345678901234567890\.123456,,DKK,/);
});

void test('what stands in no compiled release is found again: what was bought before a change, and the process that a name stands for', async () => {
  const { db, place } = await registerOf(
    release('ocds-a', { tender: items('72000000') }),
    release('ocds-a', { id: '2', date: '2026-02-01T12:00:00Z', tag: ['contractAmendment'], tender: items('45000000'), contracts: [{ id: 'c', amendments: [{ id: '1', rationale: 'More' }] }] }),
    under('ocds-b', 'ocds-a'), under('ocds-c', 'toString'),
  );
  await sql`insert into ocid_alias (alias, ocid) values ('ocds-old', 'ocds-a')`.execute(db);
  await take(db, under('ocds-d', 'ocds-old'));
  await buildAnalysis(db, { place, clock: systemClock });
  const analysis = await opened(db, place);
  assert.deepEqual(await analysis.query('select cpv, cpv_before, shared_divisions, published from change'), [{ cpv: '45000000', cpv_before: '72000000', shared_divisions: 0, published: '2026-02-01' }]);
  assert.deepEqual(await analysis.query('select ocid, process from bought_under order by ocid'), [
    { ocid: 'ocds-b', process: 'ocds-a' }, { ocid: 'ocds-c', process: null }, { ocid: 'ocds-d', process: 'ocds-a' },
  ]);
  await analysis.close();
});

void test('the same register gives no new generation, unless asked; the new one stands beside the old until its readers are done', async () => {
  const { db, place } = await registerOf(...HOSTILE);
  const first = await buildAnalysis(db, { place, clock: systemClock });
  const again = await buildAnalysis(db, { place, clock: systemClock });
  assert.deepEqual([again.isNew, again.generation], [false, first.generation]);
  const reader = await opened(db, place);
  await take(db, release('ocds-c'));
  assert.equal(await analysisIsCurrent(db, place), false);
  const second = await buildAnalysis(db, { place, clock: systemClock });
  const forced = await buildAnalysis(db, { place, clock: systemClock, force: true });
  assert.ok(first.generation.id < second.generation.id && second.generation.id < forced.generation.id);
  assert.deepEqual(await reader.query('select count(*) as n from process'), [{ n: 2 }]);
  assert.deepEqual([reader.generation.id, (await readdir(path.join(place.folder, 'register'))).length], [first.generation.id, 3]);
  await reader.close();
  const bytes = (built: typeof first): string[] => built.generation.tables.map(({ csv }) => csv.sha256);
  assert.deepEqual(bytes(forced), bytes(second));
});

void test('two builds at once: the second waits, and finds that there is nothing left to do', async () => {
  const { db, place } = await registerOf(...HOSTILE);
  const built = await Promise.all([1, 2].map(() => buildAnalysis(db, { place, clock: systemClock })));
  assert.deepEqual(new Set(built.map(({ isNew }) => isNew)), new Set([false, true]));
  assert.equal(new Set(built.map(({ generation }) => generation.id)).size, 1);
});

void test('a build that fails says so and leaves the current generation as it is', async () => {
  const { db, place } = await registerOf(...HOSTILE);
  const { generation } = await buildAnalysis(db, { place, clock: systemClock });
  await sql`update process set compiled = '[]' where ocid = 'ocds-b'`.execute(db);
  await assert.rejects(buildAnalysis(db, { place, clock: systemClock, force: true }), (error: unknown) => {
    assert.ok(error instanceof FailureError && /compiled release of ocds-b/.test(error.failure.message) && /rebuild --analysis/.test(error.failure.help ?? ''));
    return true;
  });
  assert.equal(await currentGeneration(db), generation.id);
  const analysis = await opened(db, place);
  assert.deepEqual(await analysis.query('select count(*) as n from process'), [{ n: 2 }]);
  await analysis.close();
  await sql`update process set compiled = '{}' where ocid = 'ocds-b'`.execute(db);
  await buildAnalysis(db, { place, clock: systemClock, force: true });
  assert.deepEqual((await readdir(path.join(place.folder, 'register'))).filter((name) => name.startsWith('new-')), []);
});

void test('leftovers: what was never current, what came to no end, and what was replaced over an hour ago', async () => {
  const place = { folder: await mkdtemp(path.join(folder, 'left-')), world: 'demo' } as const;
  const [old, replaced, just, current, never] = ['08:00:00', '09:00:00', '10:59:00', '11:30:00', '11:40:00'].map((time) => newGenerationId(Temporal.Instant.from(`2026-11-25T${time}Z`), null)) as [string, string, string, string, string];
  for (const name of [old, replaced, just, current, never, `new-${never}`, 'keep.txt']) await mkdir(path.join(place.folder, 'demo', name), { recursive: true });
  // `replaced` was current until 10:59, `just` until 11:30.
  const gone = await removeLeftovers(place, current, Temporal.Instant.from('2026-11-25T12:00:00Z'));
  assert.deepEqual(gone, [old, replaced, never, `new-${never}`]);
  assert.deepEqual((await readdir(path.join(place.folder, 'demo'))).toSorted(), [just, current, 'keep.txt'].toSorted());
  const set = newGenerationId(Temporal.Instant.from('2020-01-01T00:00:00Z'), current);
  assert.ok(set > current, 'a clock that was set back makes no id before the current one');
});

void test('a question reaches no other file, changes no setting, and its mistakes are told', async () => {
  const { db, place } = await registerOf(...HOSTILE);
  await buildAnalysis(db, { place, clock: systemClock });
  const analysis = await opened(db, place);
  for (const statement of ["select * from read_text('/etc/hostname')", "copy process to '/tmp/torvet-x.csv'", 'set enable_external_access = true', "set memory_limit = '9GB'", "install 'httpfs'", 'load httpfs', 'select nonsense from process']) {
    await assert.rejects(analysis.query(statement), (error: unknown) => error instanceof FailureError && error.failure.message.length > 30, statement);
  }
  const file = path.join(folder, 'question.sql');
  await writeFile(file, 'select ocid from process where ocid > $after order by ocid');
  assert.deepEqual(await analysis.queryFile(file, { after: 'ocds-a' }), [{ ocid: 'ocds-b' }]);
  assert.deepEqual(await analysis.query("select 9007199254740993 as big, 2 as small, 1.5::double as d, true as yes, null as nothing, timestamp '2026-01-01 10:00:00' as t, sum(1::decimal(38,6)) as s"), [
    { big: '9007199254740993', small: 2, d: 1.5, yes: true, nothing: null, t: '2026-01-01T10:00:00Z', s: '1.000000' },
  ]);
  const late = analysis.query('select count(*) from range(100000000000) a');
  await analysis.close();
  await assert.rejects(late, FailureError);
});

const OCDS = ['data', 'ocds', 'releases.jsonl'] as const;

/** Sums without the zeros behind the point, of which each database has its own number. */
function plain(rows: readonly object[]): unknown {
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, name === 'total' && value !== null ? String(value).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : value as unknown])));
}

void test('the real notices: every count and every sum is the one that PostgreSQL makes', { skip: without(...OCDS) || without(...NORWEGIAN) }, async () => {
  const { db, place } = await registerOf();
  await importFiles(db, [path.join(sharedFolder, ...OCDS), path.join(sharedFolder, ...NORWEGIAN)], { input: Readable.from([]) });
  await buildAnalysis(db, { place, clock: systemClock });
  const analysis = await opened(db, place);
  const same = async (duck: string, postgres = duck): Promise<number> => {
    const [here, there] = await Promise.all([analysis.query(duck), sql.raw<object>(postgres).execute(db)]);
    assert.deepEqual(plain(here), plain(there.rows), duck);
    return here.length;
  };
  const lists = [
    await same("select coalesce(currency, '') as currency, counted, count(*) as n, count(amount) as valued, sum(amount) as total, sum(bids)::bigint as bids from award group by 1, 2 order by 1, 2"),
    await same("select coalesce(currency, '') as currency, count(*) as n, sum(amount) as total, sum(case when renewal then 1 else 0 end)::bigint as renewals, min(ends)::varchar as first from contract group by 1 order by 1"),
    await same("select coalesce(currency, '') as currency, count(*) as n, sum(amount_after) as total, min(published)::varchar as first, max(published)::varchar as last from change group by 1 order by 1",
      "select coalesce(currency, '') as currency, count(*) as n, sum(amount_after) as total, min(published)::varchar as first, max(published)::varchar as last from contract_change group by 1 order by 1"),
    await same('select procedure, without_call, technique, count(*) as n, sum(lots_with_bids)::bigint as lots, sum(lots_single_bid)::bigint as single from process group by 1, 2, 3 order by 1 nulls last, 2 nulls last, 3 nulls last',
      'select procedure, without_call, technique, count(*) as n, sum(lots_with_bids)::bigint as lots, sum(lots_single_bid)::bigint as single from process group by 1, 2, 3 order by 1 nulls last, 2 nulls last, 3 nulls last'),
    await same('select organisation, count(*) as n from (select distinct ocid, organisation, party from party) group by 1 order by 1',
      'select organisation_main(organisation) as organisation, count(*) as n from (select distinct ocid, organisation, party_id from participation where cardinality(roles) > 0) given group by 1 order by 1'),
    await same('select ocid, count(*) as n from notice group by 1 order by 1', 'select ocid, count(*) as n from release group by 1 order by 1'),
    await same('select ocid, award, count(*) as n from award_supplier group by 1, 2 order by 1, 2', 'select ocid, award, sum(cardinality(suppliers))::bigint as n from award where cardinality(suppliers) > 0 group by 1, 2 order by 1, 2'),
  ];
  assert.ok(lists.every((rows) => rows > 0) && lists.some((rows) => rows > 400), lists.join());
  assert.ok((await stat(path.join(generationFolder(place, analysis.generation.id), 'item.parquet'))).size > 10_000);
  await analysis.close();
});
