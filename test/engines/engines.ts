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
import { Pair, Tally } from './engine.ts';
import { enginesPage } from './page.ts';
import { registerFiles } from './register-tables.ts';

const root = path.join(import.meta.dirname, '../..');
const [seed = 20_261_126, times = 25] = process.argv.slice(2).map(Number);
const written = writtenCases();
const random = randomCases(seed, times);
const { published, own } = indicatorFolders();

// Opened here, so that it closes when all tests are done and not with the first that asks for it.
await testServer();

const folder = await mkdtemp(path.join(tmpdir(), 'torvet-engines-'));
const tally = new Tally();
const pair = new Pair([await duckEngine(), chdbEngine()], tally);
const failed: string[] = [];
let register = '';
let overHttp: number | null = null;

const nameOf = (file: URL | string): string => path.relative(root, typeof file === 'string' ? file : fileURLToPath(file));

async function compare(what: string, work: () => Promise<void>): Promise<void> {
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
  assert.ok(there.length >= 27, `${there.length} texts`);
});

function sqlIn(at: string): readonly string[] {
  return readdirSync(at, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.sql')).toSorted().map((name) => path.join(at, name));
}

/** The texts of indicators over the register, with those that they share first. */
function ownTexts(): readonly string[] {
  const shared = path.join(root, 'src/oversight/own');
  return own.length === 0 ? [] : [...readdirSync(path.dirname(shared)).includes('own') ? sqlIn(shared) : [], ...own.flatMap(sqlIn)];
}

/** Texts in no known order: those that need a table which another makes are tried again when it is there. */
async function compareOwn(files: readonly string[]): Promise<void> {
  let waiting = files;
  while (waiting.length > 0) {
    const still: string[] = [];
    const reasons: unknown[] = [];
    for (const file of waiting) {
      const sql = readFileSync(file, 'utf8');
      const isStep = /^\s*(?:create|insert)\b/im.test(sql.replaceAll(/--.*$/gm, ''));
      try {
        await (isStep ? pair.step(nameOf(file), sql) : pair.ask(nameOf(file), sql));
      } catch (error) {
        if (!/does not exist/.test(String(error))) throw error;
        still.push(file);
        reasons.push(error);
      }
    }
    if (still.length === waiting.length) throw new AggregateError(reasons, `${still.map(nameOf).join(', ')} cannot be run`);
    waiting = still;
  }
}

void test('the tables of the register, and the indicators over them', () => compare('the register', async () => {
  const { what, files } = await registerFiles(path.join(folder, 'analysis'));
  register = what;
  for (const [table, file] of files) await pair.see(table, file);
  for (const table of files.keys()) assert.ok(await pair.ask(`table ${table}`, `select * from ${table}`) >= 0);
  await compareOwn(ownTexts());
}));

// In a process of its own: one process holds one place of chdb.
void test('the register, answered over HTTP', () => compare('over HTTP', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, path.join(import.meta.dirname, 'server.ts'), folder]);
  overHttp = Number(/^equal rows: (\d+)$/m.exec(stdout)?.[1] ?? Number.NaN);
  assert.ok(overHttp > 0, stdout);
}));

after(async () => {
  await rm(folder, { recursive: true, force: true });
  const day = Temporal.Now.plainDateISO('Europe/Copenhagen').toString();
  await writeFile(path.join(root, 'docs/engines.md'), enginesPage({
    day, engines: pair.engines, tally, failed, register, overHttp, seed, cases: { written: written.length, random: random.length }, folders: { published: published.length, own: own.length },
  }));
});
