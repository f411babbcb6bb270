import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { sql, type Kysely } from 'kysely';
import { runs } from '../../../test/support/deep.ts';
import { emptyRegister, testRegister } from '../../../test/support/database.ts';
import { sharedFolder, without } from '../../../test/support/shared.ts';
import type { RegisterTables } from '../tables.ts';
import { importFiles, type ImportSummary, type Reject } from './importer.ts';

type Register = Kysely<RegisterTables>;

const REAL = path.join('data', 'ocds', 'releases.jsonl');
const folder = await mkdtemp(path.join(tmpdir(), 'torvet-importer-'));
after(() => rm(folder, { recursive: true, force: true }));
const db = await testRegister();
let made = 0;

async function file(content: string | Buffer, name = 'x.jsonl'): Promise<string> {
  made += 1;
  const place = path.join(folder, `${made}-${name}`);
  await writeFile(place, content);
  return place;
}

async function importAll(paths: readonly string[], into: Register = db): Promise<ImportSummary & { rejects: Reject[] }> {
  const rejects: Reject[] = [];
  const summary = await importFiles(into, paths, { input: Readable.from([]), tempFolder: folder, onReject: (reject) => rejects.push(reject) });
  assert.equal(summary.rejected + summary.unreadable, rejects.length);
  return { ...summary, rejects };
}

const counts = ({ imported, unchanged, rejected }: ImportSummary): number[] => [imported, unchanged, rejected];

const rows = async (query: ReturnType<typeof sql>): Promise<unknown> => (await query.execute(db)).rows;

/** What people see, without keys, times and the place each release came from. */
async function contents(): Promise<unknown> {
  return {
    releases: await rows(sql`select ocid, release_id, date, tags, language, ocds_version, content, faults, fault_count from release order by ocid, release_id, content`),
    processes: await rows(sql`select * from process order by ocid`),
    searches: await rows(sql`select ocid, parts, search from process_search join combination on combination.id = combination order by ocid`),
    participations: await rows(sql`select * from participation order by ocid, organisation, party_id`),
    organisations: await rows(sql`select * from organisation order by key`),
    words: await rows(sql`select * from word order by word`),
  };
}

const release = (id: string, more: object = {}): object => ({ ocid: 'ocds-x-1', id, date: '2026-01-01T00:00:00Z', tag: ['tender'], initiationType: 'tender', ...more });

void test('the 499 real releases are 455 processes, and importing them again changes nothing', { skip: without(REAL) }, async () => {
  await emptyRegister(db);
  const real = path.join(sharedFolder, REAL);
  assert.deepEqual(counts(await importAll([real])), [499, 0, 0]);
  // The number that the official schema gives when formats are taken as annotations.
  const faulty = await db.selectFrom('release').select((eb) => eb.fn.countAll<number>().as('n')).where('fault_count', '>', 0).executeTakeFirstOrThrow();
  assert.equal(faulty.n, 325);
  const before = await contents();
  assert.equal((await db.selectFrom('process').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count, 455);
  const received = await db.selectFrom('release').select('received').execute();
  const lines = (await readFile(real, 'utf8')).split('\n').filter((line) => line !== '');
  assert.deepEqual(received.map((row) => row.received).sort(), lines.sort());
  const again = await importAll([real]);
  assert.deepEqual(counts(again), [0, 499, 0]);
  // The same releases as one document, zipped: other bytes, the same releases.
  const document = await file(gzipSync(`{"version":"1.1","releases":[\n${lines.toReversed().join(',\n')}\n]}`), 'package.json.gz');
  assert.deepEqual(counts(await importAll([document, real])), [0, 998, 0]);
  assert.deepEqual(await contents(), before);
});

void test('broken lines are rejected with place and reason, the rest is imported, and a repetition says the same', async () => {
  await emptyRegister(db);
  const lines = [JSON.stringify(release('1')), '{"ocid":', '', JSON.stringify({ ...release('2'), ocid: undefined }), Buffer.from('{"a":"æ"}', 'latin1'), '5', JSON.stringify(release('3'))];
  const place = await file(Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')])));
  const first = await importAll([place]);
  assert.deepEqual(counts(first), [2, 0, 4]);
  assert.deepEqual(first.rejects.map(({ place: at, reason }) => [at, reason.replace(/[:,].*/, '')]), [
    ['line 2', 'It is not JSON'], ['line 4', 'It has no ocid'], ['line 5', 'It is not UTF-8'], ['line 6', 'It is a number'],
  ]);
  const again = await importAll([place]);
  assert.deepEqual(counts(again), [0, 2, 4]);
  assert.deepEqual(again.rejects, first.rejects);
});

void test('a broken document imports nothing; a file that is not there counts no release, and the others are imported', async () => {
  await emptyRegister(db);
  const broken = await file(`[\n${JSON.stringify(release('1'))},\n${JSON.stringify(release('2'))}`, 'x.json');
  assert.deepEqual(counts(await importAll([broken])), [0, 0, 1]);
  const mixed = await importAll([path.join(folder, 'none.json'), broken, await file(JSON.stringify(release('3')))]);
  assert.deepEqual([...counts(mixed), mixed.unreadable], [1, 0, 1, 1]);
  assert.deepEqual((await db.selectFrom('release').select('release_id').execute()).map((row) => row.release_id), ['3']);
});

void test('one id with two contents is two versions, the same content twice is one', async () => {
  await emptyRegister(db);
  const first = JSON.stringify(release('1', { tender: { id: 't', title: 'Første' } }));
  const second = JSON.stringify(release('1', { tender: { id: 't', title: 'Anden' } }), null, 1);
  assert.deepEqual(counts(await importAll([await file(`${first}\n${first}\n`), await file(second, 'x.json'), await file(` ${first}`, 'x.json')])), [2, 2, 0]);
  const versions = await db.selectFrom('release').select(['received']).execute();
  assert.deepEqual(versions.map((row) => row.received).sort(), [second, first].sort());
  assert.equal((await db.selectFrom('process').select('release_count').executeTakeFirstOrThrow()).release_count, 2);
});

const party = (name: string, number: string | null): object => ({ id: `p-${name}`, name, roles: ['buyer', 'supplier'], ...(number !== null && { identifier: { scheme: 'DK-CVR', id: number } }) });

void test('any order of the releases and any split into files gives the same register', async () => {
  const releases = [
    release('1', { parties: [party('Alfa', '1')], tender: { id: 't', title: 'System' } }),
    release('2', { date: '2026-02-01T00:00:00+02:00', parties: [party('Alpha', '1')], awards: [{ id: 'a', value: { amount: 5, currency: 'DKK' } }] }),
    release('3', { date: '2026-02-01', parties: [party('Beta', null)] }),
    release('1', { tender: { id: 't', title: 'Journalsystem' } }),
    release('4', { tender: { id: 't', title: { da: 'Et objekt' } }, date: '2026-03-01T00:00:00Z' }),
    ...['1', '2', '3'].map((id) => ({ ...release(id, { parties: [party(`Gamma ${id}`, '3'), party('Alfa', '1')], buyer: { name: 'Delta', identifier: { id: '9' } } }), ocid: 'ocds-x-2' })),
    { ...release('5', { buyer: { name: 'Delta', identifier: { scheme: 'DK-CVR', id: '4' } } }), ocid: 'ocds-x-3' },
  ].map((value) => JSON.stringify(value));
  await emptyRegister(db);
  await importAll([await file(releases.join('\n'))]);
  const expected = await contents();
  const arrangement = fc.tuple(fc.shuffledSubarray(releases, { minLength: releases.length }), fc.array(fc.nat(3), { minLength: releases.length, maxLength: releases.length }), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }));
  await fc.assert(fc.asyncProperty(arrangement, async ([order, places, asDocument]) => {
    await emptyRegister(db);
    for (const [index, document] of asDocument.entries()) {
      const mine = order.filter((_, at) => places[at] === index);
      if (mine.length > 0) await importAll([document ? await file(`[${mine.join(',\n')}]`, 'x.json') : await file(mine.join('\n'))]);
    }
    assert.deepEqual(await contents(), expected);
  }), runs(25));
});

void test('what no database holds, huge numbers and hostile text go in and come out as they were', async () => {
  await emptyRegister(db);
  const lines = [
    String.raw`{"ocid":"ocds-x-\u0000n","id":"\ud800","date":"2026-01-01","a\u0000":1,"tender":{"id":"t","title":"a\u0000b\udfff","value":{"amount":12345678901234567890.10,"currency":"DK\u0000K"}},"parties":[{"id":"\u0000","name":"N\u0000\ud800","roles":["b\u0000uyer"],"identifier":{"scheme":"\u0000S","id":"\ud8001"}}]}`,
    '{"ocid":"ocds-x-2","id":"2","date":"9999-12-31T23:59:59-12:00","tender":{"id":"t","title":"=HYPERLINK(\\"http://x\\")","description":"<script>alert(1)</script> \u202e1\u2066","value":{"amount":1e30},"x":1e400}}',
    `{"ocid":"ocds-x-3","id":"3","date":"2026-01-01","x":${'['.repeat(490)}${']'.repeat(490)},"buyer":{"id":1,"name":"B"}}`,
    `{"ocid":"ocds-x-4","id":"4","date":20260101,"tender":{"id":"t","title":"${'ø 7 æå1-x '.repeat(40_000)}"},"parties":[{"id":"${'å'.repeat(5000)}","name":"${['a', 'b', 'c', 'd'].map((letter) => letter.repeat(997)).join(' ')}","roles":["buyer"]}]}`,
  ];
  const { rejects } = await importAll([await file(lines.join('\n')), await file(`${'['.repeat(100_000)}\n`)]);
  assert.deepEqual(rejects.map(({ place }) => place), ['line 1']);
  const received = await db.selectFrom('release').select('received').orderBy('ocid').execute();
  assert.deepEqual(received.map((row) => row.received), [lines[1], lines[2], lines[3], lines[0]]);
  const processes = await db.selectFrom('process').select(['ocid', 'title', 'amount', 'compiled', 'buyer_name']).orderBy('ocid').execute();
  assert.deepEqual(processes.map(({ ocid, title, amount }) => [ocid, title?.slice(0, 30), amount]), [
    ['ocds-x-2', '=HYPERLINK("http://x")', `1${'0'.repeat(30)}`], ['ocds-x-3', undefined, null], ['ocds-x-4', 'ø 7 æå1-x '.repeat(3), null], ['ocds-x-n', 'ab\ufffd', '12345678901234567890.10'],
  ]);
  assert.match(processes[3]?.compiled ?? '', /"amount":12345678901234567890\.10/);
});

void test('a value with very many rejects, and one with very many releases, fit into the statements', async () => {
  await emptyRegister(db);
  const many = JSON.stringify({ releases: Array.from({ length: 20_000 }, (_, index) => index) });
  const releases = JSON.stringify(Array.from({ length: 2300 }, (_, index) => ({ ocid: `o-${index}`, id: '1', date: '2026-01-01' })));
  assert.deepEqual(counts(await importAll([await file(`${many}\n${many}\n${releases}\n`)])), [2300, 0, 40_000]);
  const { count } = await db.selectFrom('process').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  assert.equal(count, 2300);
});

void test('two imports at the same time take turns: every release is imported once', async () => {
  await emptyRegister(db);
  const text = Array.from({ length: 600 }, (_, index) => JSON.stringify({ ...release('1', { parties: [{ id: 'p', name: `Navn ${index % 7}`, roles: ['buyer'] }] }), ocid: `o-${index % 50}`, id: `${index}` })).join('\n');
  const [one, two] = [await file(text), await file(`${text}\n`)];
  const done = await Promise.all([importAll([one]), importAll([two]), importAll([one])]);
  assert.deepEqual(done.map((summary) => counts(summary).join()).toSorted(), ['0,600,0', '0,600,0', '600,0,0']);
  const together = await contents();
  await emptyRegister(db);
  await importAll([one]);
  assert.deepEqual(await contents(), together);
});

void test('an import that fails in the middle leaves whole batches, and the next one goes on from there', async () => {
  await emptyRegister(db);
  const place = await file(Array.from({ length: 1300 }, (_, index) => JSON.stringify({ ...release('1'), ocid: `o-${index}` })).join('\n'));
  await sql`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no more room'; end $$`.execute(db);
  await sql`create trigger refuse before insert on release for each row when (new.ocid = 'o-700') execute function refuse()`.execute(db);
  await assert.rejects(importAll([place]), /no more room/);
  await sql`drop trigger refuse on release`.execute(db);
  await sql`drop function refuse`.execute(db);
  const held = await db.selectFrom('release').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  assert.equal(held.count, 500);
  assert.deepEqual(counts(await importAll([place])), [800, 500, 0]);
  const resumed = await contents();
  await emptyRegister(db);
  await importAll([place]);
  assert.deepEqual(await contents(), resumed);
});

void test('the standard input is read like a file and its copy is removed', async () => {
  await emptyRegister(db);
  const text = JSON.stringify(release('1'));
  const summary = await importFiles(db, ['-'], { input: Readable.from([gzipSync(text)]), inputName: 'fra røret', tempFolder: folder });
  assert.deepEqual(counts(summary), [1, 0, 0]);
  assert.deepEqual(await db.selectFrom('source_file').select('name').execute(), [{ name: 'fra røret' }]);
  assert.deepEqual((await readdir(folder)).filter((name) => name.startsWith('torvet-import')), []);
});

const longLine = (at: number): string => `${JSON.stringify({ ...release('1', { description: 'x'.repeat(1000) }), ocid: `o-${at}` })}\n`;

void test('a file that grows while it is read is not taken for done, and imported again it is', async () => {
  await emptyRegister(db);
  const place = await file(Array.from({ length: 1200 }, (_, at) => longLine(at)).join(''));
  let grown = false;
  const onProgress = (): void => {
    if (!grown) appendFileSync(place, longLine(1200));
    grown = true;
  };
  await assert.rejects(importFiles(db, [place], { input: Readable.from([]), tempFolder: folder, onProgress }), /changed while it was being imported/);
  assert.deepEqual(await db.selectFrom('source_file').select('completed_at').execute(), [{ completed_at: null }]);
  const again = counts(await importAll([place]));
  assert.deepEqual([(again[0] ?? 0) + (again[1] ?? 0), again[2]], [1201, 0]);
  assert.equal((await db.selectFrom('process').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count, 1201);
});

void test('of the same release in two layouts the first stays, in one batch as in two', async () => {
  const [first, second] = [JSON.stringify(release('1')), ` ${JSON.stringify(release('1'))}`];
  for (const files of [[`${first}\n${second}\n`], [first, second]]) {
    await emptyRegister(db);
    await importAll(await Promise.all(files.map((content) => file(content))));
    assert.deepEqual(await db.selectFrom('release').select('received').execute(), [{ received: first }]);
  }
});
