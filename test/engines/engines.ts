/**
 * `npm run test:engines`: DuckDB and ClickHouse run every text of the indicators over the same Parquet files and must give equal rows.
 * Writes docs/engines.md. A number behind the command is the seed of the random files, two are the seed and how many of each kind.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { testServer } from '../support/database.ts';
import { indicatorFolders, randomCases, writtenCases, type Case } from './cases.ts';
import { chdbEngine } from './chdb.ts';
import { duckEngine, writeFlat } from './duck.ts';
import { ASKED } from '../../src/oversight/engines.ts';
import { writeReleases } from '../../src/register/analysis/engines.ts';
import { Pair, Tally } from './engine.ts';
import { allAsked, compareQuestions, ownCases } from './own.ts';
import { enginesPage } from './page.ts';
import { registerFiles } from './register-tables.ts';

const root = path.join(import.meta.dirname, '../..');
const [seed = 20_261_126, times = 25] = process.argv.slice(2).map(Number);
const written = writtenCases();
const random = randomCases(seed, times);
const { published } = indicatorFolders();

// Opened here, so that it closes when all tests are done and not with the first that asks for it.
await testServer();

const folder = await mkdtemp(path.join(tmpdir(), 'torvet-engines-'));
const tally = new Tally();
const pair = new Pair([await duckEngine(), chdbEngine()], tally);
const failed: string[] = [];
let ran = 0;
let register = '';
let overHttp: number | null = null;

const nameOf = (file: URL | string): string => path.relative(root, typeof file === 'string' ? file : fileURLToPath(file));

async function compare(what: string, work: () => Promise<void>): Promise<void> {
  ran += 1;
  try {
    await work();
  } catch (error) {
    failed.push(what);
    throw error;
  } finally {
    await pair.clear();
  }
}

async function compareCase({ text, ini }: Case): Promise<void> {
  const { files, steps, queries } = await writeFlat(folder, text, ini);
  for (const [table, file] of files) await pair.see(table, file);
  for (const step of steps) await pair.step(nameOf(step), readFileSync(step, 'utf8'));
  for (const query of queries) await pair.ask(nameOf(query), readFileSync(query, 'utf8'));
}

for (const one of [...written, ...random]) void test(one.name, () => compare(one.name, () => compareCase(one)));

void test('every text of every published indicator was run, and those that they share', () => {
  const shared = path.join(published[0] ?? '', '../common');
  const there = [...published, shared].flatMap((at) => readdirSync(at).filter((name) => name.endsWith('.sql')).map((name) => nameOf(path.join(at, name))));
  assert.deepEqual(there.filter((file) => !tally.texts.has(file)), []);
  assert.ok(there.length >= 25, `${there.length} texts`);
});

const asked = ownCases();
for (const { name, settings, releases } of asked) {
  void test(name, () => compare(name, async () => {
    const own = await mkdtemp(path.join(folder, 'own-'));
    for (const { name: table, file } of await writeReleases(own, releases)) await pair.see(table, path.join(own, file));
    await compareQuestions(pair, settings, nameOf);
  }));
}

void test('every text of every indicator that is asked of a register was run', () => {
  const there = ASKED.flatMap(({ question }) => [question.query, question.evidence, ...(question.measure === null ? [] : [question.measure])]).map(nameOf);
  const steps = readdirSync(path.join(root, 'src/oversight/own')).filter((name) => name.endsWith('.sql')).map((name) => `src/oversight/own/${name}`);
  assert.deepEqual([...there, ...steps].filter((file) => !tally.texts.has(file)), []);
});

void test('the tables of the register, and the indicators over them', () => compare('the register', async () => {
  const { what, files } = await registerFiles(path.join(folder, 'analysis'));
  register = what;
  for (const [table, file] of files) await pair.see(table, file);
  for (const table of files.keys()) assert.ok(await pair.ask(`table ${table}`, `select * from ${table}`) >= 0);
  await compareQuestions(pair, allAsked(), nameOf);
}));

// In a process of its own: one process holds one place of chdb.
void test('the register, answered over HTTP', () => compare('over HTTP', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, path.join(import.meta.dirname, 'server.ts'), folder]);
  overHttp = Number(/^equal rows: (\d+)$/m.exec(stdout)?.[1] ?? Number.NaN);
  assert.ok(overHttp > 0, stdout);
}));

after(async () => {
  await rm(folder, { recursive: true, force: true });
  // A run of some of the tests says nothing of the rest.
  if (ran < written.length + random.length + asked.length + 2) return;
  const day = Temporal.Now.plainDateISO('Europe/Copenhagen').toString();
  await writeFile(path.join(root, 'docs/engines.md'), enginesPage({
    day, engines: pair.engines, tally, failed, register, overHttp, seed, cases: { written: written.length, random: random.length }, folders: { published: published.length, own: ASKED.length, cases: asked.length },
  }));
});
