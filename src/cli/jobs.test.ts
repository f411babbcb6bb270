/** The jobs of a server, as `torvet serve` keeps them: our own notices come in, and the analysis files follow now and then. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import { fixedClock, idSource } from '#base';
import type { RegisterTables } from '#register';
import { publish, startJobs } from '#store';
import { testRegister, testServer } from '../../test/support/database.ts';
import { analyseSoon, type RunChild } from './analysis.ts';
import { keepWorking } from './jobs.ts';
import type { CommandConfig, CommandInstallation } from './wiring.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'torvet-jobs-'));
after(() => rm(folder, { recursive: true, force: true }));
const server = await testServer();
const clock = fixedClock('2026-11-26T12:00:00Z');
const newId = idSource(clock);
const config = { analysisFolder: folder, ocidPrefix: 'ocds-torvet' } as CommandConfig;
const nothingSaid = { info: () => {}, error: (facts: object) => assert.fail(JSON.stringify(facts)) };

async function nameOf(db: Kysely<RegisterTables>): Promise<string> {
  const { rows: [row] } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  return row?.name ?? '';
}

const put = (db: Kysely<RegisterTables>, id: string): Promise<void> => db.transaction().execute((transaction) => publish(transaction, {
  id: newId(), at: clock.now(), type: 'purchase.announce', subject: newId(), version: 1, actor: null, ocid: `ocds-torvet-${id}`,
  release: `{"ocid":"ocds-torvet-${id}","id":"${id}","date":"2026-11-26T11:00:00Z","tag":["tender"],"initiationType":"tender","tender":{"id":"t","title":"Køb ${id}"}}`,
}));

async function titles(db: Kysely<RegisterTables>): Promise<readonly (string | null)[]> {
  return (await db.selectFrom('process').select('title').orderBy('title').execute()).map(({ title }) => title);
}

async function comes(db: Kysely<RegisterTables>, wanted: readonly string[]): Promise<number> {
  const began = performance.now();
  while ((await titles(db)).length < wanted.length) {
    assert.ok(performance.now() - began < 10_000, 'it did not come');
    await sleep(10);
  }
  assert.deepEqual(await titles(db), wanted);
  return performance.now() - began;
}

test('what was published before the start comes in at the start, what is published later when somebody wakes the world, each in its own', async () => {
  const worlds = { register: await testRegister(), demo: await testRegister() };
  const names = { register: await nameOf(worlds.register), demo: await nameOf(worlds.demo) };
  const installation: CommandInstallation = { ...worlds, close: async () => {}, startJobs: (world, jobs, log) => startJobs(server.connection(names[world]), jobs, log) };
  await put(worlds.register, 'foer');
  const jobs = keepWorking(installation, config, nothingSaid, async () => assert.fail('the analysis files can wait'));
  try {
    await comes(worlds.register, ['Køb foer']);
    await put(worlds.demo, 'opdigtet');
    jobs.wake('demo');
    await comes(worlds.demo, ['Køb opdigtet']);
    await put(worlds.register, 'siden');
    jobs.wake('register');
    const took = await comes(worlds.register, ['Køb foer', 'Køb siden']);
    assert.ok(took < 5000, `${took} ms`);
  } finally {
    await jobs.stop();
  }
});

test('the analysis files are made once for many notices, in each world, and not after a stop', async () => {
  const [register, demo] = [await testRegister(), await testRegister()];
  const asked: string[] = [];
  const run: RunChild = async (args) => {
    asked.push(args.join(' '));
    return { code: 0, stdout: '', stderr: '' };
  };
  const analysis = analyseSoon(config, nothingSaid, run, 200);
  for (let n = 0; n < 5; n += 1) {
    analysis.behind(register, 'register');
    analysis.behind(demo, 'demo');
  }
  for (let n = 0; asked.length < 2 && n < 500; n += 1) await sleep(10);
  await sleep(300);
  assert.deepEqual(asked, ['', ' --demo'].map((world) => `register rebuild --analysis --when-behind --json${world}`));
  analysis.behind(register, 'register');
  for (let n = 0; asked.length < 3 && n < 500; n += 1) await sleep(10);
  assert.equal(asked.length, 3, 'later ones wait anew');
  analysis.behind(register, 'register');
  await analysis.stop();
  await sleep(300);
  assert.equal(asked.length, 3);
});
