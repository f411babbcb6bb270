/** The analysis files as the commands make them: after an import, by themselves, and when the build is killed. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openAnalysis, type Generation, type RegisterTables } from '#register';
import { openDatabase, openServer } from '#store';

const ROOT = path.join(import.meta.dirname, '../..');
const RELEASES = 600;
const folder = await mkdtemp(path.join(tmpdir(), 'torvet-rebuild-'));
const data = path.join(folder, 'data');
const files = path.join(data, 'analysis', 'register');
// Holds the database open for every command and every kill.
const server = await openServer({ dataFolder: data, databaseUrl: null, name: 'rebuild test' });
const db = openDatabase<RegisterTables>(server.connection('torvet'), 2);
after(async () => {
  await db.destroy();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** The program without its launcher, so that one kill ends it. */
function torvet(args: readonly string[], more: NodeJS.ProcessEnv = {}): ChildProcess {
  const env = { ...process.env, TORVET_DATA: data, TORVET_DEMO: 'no', DATABASE_URL: '', ...more };
  return spawn(process.execPath, [...process.execArgv.filter((flag) => !flag.startsWith('--test')), path.join(ROOT, 'src/main.ts'), ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function ended(child: ChildProcess): Promise<{ code: number | null; stdout: string; stderr: string }> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => { stdout += chunk.toString(); });
  child.stderr?.on('data', (chunk: Buffer) => { stderr += chunk.toString(); });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

async function releases(name: string, from: number): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, Array.from({ length: RELEASES }, (_, at) => JSON.stringify({
    ocid: `ocds-rebuild-${from + at}`, id: '1', date: '2026-01-01T00:00:00Z', tag: ['tender'], initiationType: 'tender',
    tender: { id: 't', title: `Journalsystem ${at}`, lots: Array.from({ length: 20 }, (_lot, lot) => ({ id: String(lot), value: { amount: lot, currency: 'DKK' } })) },
  })).join('\n'));
  return file;
}

/** The current generation, whole: every file is the one that its description names. */
async function whole(): Promise<Generation> {
  const analysis = await openAnalysis(db, { folder: path.join(data, 'analysis'), world: 'register' });
  assert.ok(analysis);
  try {
    const { generation } = analysis;
    for (const { name, rows, parquet, csv } of generation.tables) {
      assert.deepEqual(await analysis.query(`select count(*) as n from ${name}`), [{ n: rows }]);
      for (const { file, sha256 } of [parquet, csv]) {
        assert.equal(createHash('sha256').update(await readFile(path.join(files, generation.id, file))).digest('hex'), sha256, file);
      }
    }
    return generation;
  } finally {
    await analysis.close();
  }
}

const rowsOf = (generation: Generation, name: string): number | undefined => generation.tables.find((table) => table.name === name)?.rows;
const unfinished = async (): Promise<string[]> => (await readdir(files)).filter((name) => name.startsWith('new-'));

void test('an import makes them; a build that is killed leaves those from before, and the next one clears up', { timeout: 300_000 }, async () => {
  const first = await ended(torvet(['import', await releases('first.jsonl', 0), '--json']));
  assert.deepEqual([first.code, first.stderr], [0, ''], first.stderr);
  const before = await whole();
  assert.deepEqual([rowsOf(before, 'process'), rowsOf(before, 'lot')], [RELEASES, RELEASES * 20]);

  let hits = 0;
  for (const moment of ['jsonl', 'parquet', 'generation.json']) {
    const child = torvet(['register', 'rebuild', '--analysis']);
    const over = ended(child);
    // Killed when the first file of that kind is there.
    for (let isThere = false; !isThere && child.exitCode === null; await sleep(2)) {
      const names = await Promise.all((await unfinished()).map((name) => readdir(path.join(files, name)).catch(() => [])));
      isThere = names.flat().some((name) => name.endsWith(moment));
    }
    if (child.kill('SIGKILL')) hits += 1;
    await over;
    const now = await whole();
    if (now.id === before.id) continue;
    // It was faster than the kill.
    hits -= 1;
    Object.assign(before, now);
  }
  // On a busy machine the last of them may come when the build is through.
  assert.ok(hits >= 1, 'no kill met a build at work');

  const again = await ended(torvet(['register', 'rebuild', '--json']));
  assert.equal(again.code, 0, again.stderr);
  const { generation, made, processes, rows } = JSON.parse(again.stdout) as { generation: string; made: boolean; processes: number; rows: Record<string, number> };
  assert.deepEqual([made, processes, rows['lot'], generation], [true, RELEASES, RELEASES * 20, (await whole()).id]);
  assert.deepEqual(await unfinished(), []);
});

void test('files that cannot be made fail no import, and are told of; a wrong option is exit 2', { timeout: 120_000 }, async () => {
  const before = await whole();
  const blocked = path.join(folder, 'blocked');
  await writeFile(blocked, 'a file, where a folder should be');
  const second = await ended(torvet(['import', await releases('second.jsonl', RELEASES), '--json'], { TORVET_ANALYSIS: blocked }));
  assert.equal(second.code, 0, second.stderr);
  assert.equal((JSON.parse(second.stdout) as { imported: number }).imported, RELEASES);
  assert.match(second.stderr, /analysis files could not be made.*\n(.*\n)*.*torvet register rebuild --analysis/);
  assert.equal((await whole()).id, before.id);
  const behind = await ended(torvet(['register', 'rebuild', '--analysis', '--when-behind']));
  assert.match(behind.stdout, new RegExp(`Analysis files \\S+ made:\\n {2}process +${2 * RELEASES} rows`));
  const wrong = await ended(torvet(['register', 'rebuild', '--nonsense']));
  assert.deepEqual([wrong.code, wrong.stdout], [2, '']);
  const help = await ended(torvet(['register', 'rebuild', '--help']));
  assert.match(help.stdout, /Examples:[^]*Exit codes:/);
});
