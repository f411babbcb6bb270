/** When the analysis files, or what was found in them, are made anew. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { fixedClock } from '#base';
import { keepFlags } from '#oversight';
import { buildAnalysis, importFiles } from '#register';
import { testRegister } from '../../test/support/database.ts';
import { analyseAfterImport, analyseAtStart, type RunChild } from './analysis.ts';
import type { CommandConfig } from './wiring.ts';

const clock = fixedClock('2026-11-26T12:00:00Z');
const folder = await mkdtemp(path.join(tmpdir(), 'torvet-analysis-'));
after(() => rm(folder, { recursive: true, force: true }));

test('after an import and at the start: for new data, for a run that was killed after the files, and for other questions', async () => {
  const db = await testRegister();
  const config = { analysisFolder: folder } as CommandConfig;
  const asked: string[] = [];
  const run: RunChild = async (args) => {
    asked.push(args.join(' '));
    return { code: 0, stdout: '', stderr: '' };
  };
  const place = { folder, world: 'register' } as const;
  const runs = async (): Promise<number> => {
    asked.length = 0;
    await analyseAfterImport(db, config, new PassThrough(), run);
    const start = analyseAtStart({ register: db, demo: null }, config, { info: () => {}, error: (facts) => assert.fail(JSON.stringify(facts)) }, run);
    // What is not yet begun is given up by a stop.
    while (asked.length === 1) await new Promise((resolve) => { setTimeout(resolve, 10); });
    await start.stop();
    return asked.length;
  };
  await importFiles(db, ['-'], { input: Readable.from(['{"ocid":"o","id":"1","date":"2026-01-02T03:04:05Z","tag":["tender"],"tender":{"id":"t"}}\n']), inputName: 'one.jsonl' });
  assert.equal(await runs(), 2, 'no files yet');
  await buildAnalysis(db, { place, clock });
  assert.equal(await runs(), 2, 'the files are those of today, and nothing was asked of them');
  assert.match(asked[0] ?? '', /register rebuild --analysis --when-behind/);
  await keepFlags(db, place, clock);
  assert.equal(await runs(), 0);
  await sql`update flag_run set asked = 'before the update'`.execute(db);
  assert.equal(await runs(), 2, 'other questions');
});
