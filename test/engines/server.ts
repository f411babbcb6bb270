/** The register answers by DuckDB and by ClickHouse over HTTP: the same rows, hostile values included. Started by `engines.ts` with a folder to write to. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { FailureError, systemClock } from '#base';
import { buildAnalysis, importFiles, openAnalysis, type AnalysisRow, type AnalysisValue } from '#register';
import { testRegister } from '../support/database.ts';
import { startChdbServer } from './chdb-server.ts';

const HOSTILE = [
  { ocid: 'ocds-b', id: '1', date: '2026-01-01T12:30:00.25+01:00', tag: ['tender'], initiationType: 'tender', tender: { id: 't', title: 'line\nbreak "quoted", \\back\'slash', items: [{ id: '1', quantity: 1.1234567 }, { id: '2', quantity: 0.5 }] } },
  {
    ocid: 'ocds-a', id: '1', date: '2026-01-01T12:30:00+01:00', tag: ['award'], initiationType: 'tender', parties: [{ id: 'p', name: '=1+1', roles: ['supplier'] }], tender: { id: 't', title: 'æøå \u{1F600}' },
    awards: ['-1234567890123456789012.5', '12345678901234567890.123456', '0001.1000000000', '7'].map((amount, at) => ({
      id: String(at), status: 'active', date: at === 3 ? '2099-12-31' : '1950-02-28', value: { amount, currency: 'DKK' }, suppliers: [{ id: 'p', name: '=1+1' }],
    })),
  },
];

const QUESTIONS: readonly (readonly [string, Readonly<Record<string, AnalysisValue>>?])[] = [
  ['select award, amount, amount_text, currency, date, counted from award order by award'],
  ['select ocid, title from process order by ocid'],
  ['select * from notice order by ocid'],
  ['select item, quantity, quantity_text from item order by item'],
  ['select ocid from process where ocid > $after order by ocid -- a remark about $nothing', { after: 'ocds-a' }],
  ["select ocid from process where title like '%\\back%' and ocid <> $a", { a: "it's \\ a 'quote'" }],
  ['select $n + 1 as n, $x * 2 as x, $yes as yes', { n: 41, x: 0.25, yes: true }],
  ['select award from award where amount > $least order by award', { least: 5 }],
  ["select cast(9007199254740993 as bigint) as big, cast(2 as bigint) as small, cast('inf' as double) as endless, cast(null as varchar) as nothing, 'a\\n' as two"],
  ['select p.ocid as ocid, a.amount as amount from process p left join award a on a.ocid = p.ocid order by ocid, amount'],
  ['create temporary table kept as select ocid, count(*) as n from award group by ocid'],
  ['insert into kept select ocid, 0 from process'],
  ['select ocid, n from kept order by ocid, n'],
];

/** @returns how many rows were equal */
async function compareServer(folder: string): Promise<number> {
  const file = path.join(folder, 'hostile.jsonl');
  await writeFile(file, HOSTILE.map((one) => JSON.stringify(one)).join('\n'));
  const db = await testRegister();
  const { rejected, unreadable } = await importFiles(db, [file], { input: Readable.from([]) });
  assert.equal(rejected + unreadable, 0);
  const place = { folder: path.join(folder, 'served'), world: 'register' } as const;
  await buildAnalysis(db, { place, clock: systemClock });
  const server = await startChdbServer();
  try {
    const duck = await openAnalysis(db, place);
    const house = await openAnalysis(db, { ...place, clickHouse: { url: server.url, files: place.folder } });
    assert.ok(duck !== null && house !== null);
    let rows = 0;
    for (const [sql, parameters] of QUESTIONS) {
      const here: AnalysisRow[] = await duck.query(sql, parameters);
      const there: AnalysisRow[] = await house.query(sql, parameters);
      // DuckDB tells how many rows a statement wrote.
      if (!sql.startsWith('select')) continue;
      assert.deepEqual(there, here, sql);
      rows += here.length;
    }
    assert.deepEqual(await Promise.all([1, 2, 3].map((n) => house.query('select $n as n', { n }))), [[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]], 'asked at once');
    await assert.rejects(house.query('select nonsense from process'), (error: unknown) => error instanceof FailureError && /nonsense/.test(error.failure.message));
    await duck.close();
    await house.close();
    assert.equal(server.sessions.size, 0, 'the session is closed');
    await assert.rejects(openAnalysis(db, { ...place, clickHouse: { url: server.url, files: '/nowhere' } }), (error: unknown) => error instanceof FailureError && /file/i.test(error.failure.message) && /TORVET_CLICKHOUSE_FILES/.test(error.failure.help ?? ''));
    return rows;
  } finally {
    await server.close();
  }
}

void test('over HTTP', async () => console.log(`equal rows: ${await compareServer(process.argv[2] ?? assert.fail('no folder is named'))}`));
