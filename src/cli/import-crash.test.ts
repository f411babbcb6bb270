/**
 * The import as people run it, killed without warning: whatever the moment, running it again ends where an undisturbed
 * run ends, and no process is left behind.
 */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { openServer } from '#store';
import { tarOf } from '../../test/support/archives.ts';
import { noticeXml } from '../../test/support/notices.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const KILLS = 10;
const RELEASES = 3000;
const FILES = 12;
const NOTICES = 400;
/** The first kills fall into making the database; the others each wait for a share of the work to be done. */
const BLIND_KILLS = 2;

const folder = await mkdtemp(path.join(tmpdir(), 'torvet-crash-'));
after(() => rm(folder, { recursive: true, force: true }));

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Files of about half a batch each; their releases share processes and organisations, so that every batch changes what an earlier one wrote. */
async function releases(random: () => number): Promise<string[]> {
  const pick = (count: number): number => Math.floor(random() * count);
  const lines = Array.from({ length: RELEASES }, (_, index) => JSON.stringify({
    ocid: `ocds-crash-${pick(RELEASES / 2)}`, id: String(index), date: new Date(1.6e12 + pick(1e9) * 100).toISOString(), tag: ['tender'], initiationType: 'tender',
    parties: Array.from({ length: 3 }, (_party, at) => ({ id: `p${at}`, name: `Leverandør ${'abcdefgh'[pick(8)]?.repeat(5) ?? ''} ${pick(40)}`, roles: [at === 0 ? 'buyer' : 'supplier'], identifier: { scheme: 'DK-CVR', id: String(pick(300)) } })),
    tender: { id: 't', title: `Journalsystem nummer ${'klmnopqr'[pick(8)]?.repeat(6) ?? ''}`, description: 'Drift og vedligehold. '.repeat(pick(60)), value: { amount: pick(1e6), currency: 'DKK' } },
  }));
  lines[700] = '{"broken":';
  lines[1700] = '[1,2,3]';
  const files = Array.from({ length: FILES }, (_, at) => path.join(folder, `${String(at).padStart(2, '0')}.jsonl`));
  const each = RELEASES / FILES;
  for (const [at, file] of files.entries()) await writeFile(file, lines.slice(at * each, (at + 1) * each).join('\n'));
  files.splice(FILES / 2, 0, await notices(random));
  return files;
}

/** An archive of notices that name each other out of order, so that later ones join processes of earlier ones. */
async function notices(random: () => number): Promise<string> {
  const pick = (count: number): number => Math.floor(random() * count);
  const file = path.join(folder, 'notices.tar');
  await writeFile(file, tarOf(Array.from({ length: NOTICES }, (_, at) => {
    const number = (at * 7919) % NOTICES;
    const previous = pick(3) === 0 ? [`${1 + pick(NOTICES)}-2024`] : [];
    return { name: `${at}.xml`, content: noticeXml({ number: `${number + 1}-2024`, previous, formType: ['competition', 'result'][pick(2)] ?? '', buyer: `Kommune ${pick(20)}` }) };
  })));
  return file;
}

function torvetImport(data: string, files: readonly string[]): ChildProcess {
  const env = { ...process.env, TORVET_DATA: data, TORVET_DEMO: 'no', DATABASE_URL: '' };
  return spawn(process.execPath, [path.join(ROOT, 'scripts/launch.mjs'), 'import', ...files, '--json'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function untilItEnds(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  child.stderr?.resume();
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

/** The processes that work on the folder: imports, which have it in their environment, and PostgreSQL, which stands in it. */
async function living(data: string): Promise<number[]> {
  const found: number[] = [];
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry) || Number(entry) === process.pid) continue;
    const [command, environment, place] = await Promise.all(['cmdline', 'environ', 'status'].map((name) => readFile(`/proc/${entry}/${name}`, 'utf8').catch(() => '')));
    const standsIn = await readlink(`/proc/${entry}/cwd`).catch(() => '');
    if (`${command}${environment}${standsIn}`.includes(data) && !/^State:\s+Z/m.test(place ?? '')) found.push(Number(entry));
  }
  return found;
}

async function importsLeft(data: string): Promise<number[]> {
  const left: number[] = [];
  for (const pid of await living(data)) {
    if ((await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes('main.ts')) left.push(pid);
  }
  return left;
}

/**
 * Kills the launcher when the moment has come; its child has to notice by itself.
 * @param alone false: the child is killed too, so that PostgreSQL loses its client in the middle of a statement.
 * @returns whether there was an import to kill.
 */
async function killedAt(child: ChildProcess, moment: Promise<unknown>, alone: boolean, data: string): Promise<boolean> {
  const ended = untilItEnds(child);
  await Promise.race([moment, ended]);
  const children = await importsLeft(data);
  const hit = child.exitCode === null && children.length > 0;
  child.kill('SIGKILL');
  if (!alone) {
    for (const pid of children) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It had ended by itself.
      }
    }
  }
  await ended;
  for (let waited = 0; (await importsLeft(data)).length > 0; waited += 25) {
    assert.ok(waited < 5000, 'the child of a killed launcher lives on');
    await sleep(25);
  }
  return hit;
}

/** Kills the import again and again, each time after more of the work is done. @returns how often it met one at work. */
async function disturb(data: string, files: readonly string[], random: () => number): Promise<number> {
  const server = await openServer({ dataFolder: data, databaseUrl: null, name: 'crash test' });
  const client = new Client(server.connection('torvet'));
  let hits = 0;
  try {
    await client.connect();
    const done = async (): Promise<number> => (await client.query<{ n: number }>('select coalesce(sum(values_done), 0)::int as n from source_file')).rows[0]?.n ?? 0;
    const shares = Array.from({ length: KILLS - BLIND_KILLS }, random).sort((a, b) => a - b);
    for (const [kill, share] of shares.entries()) {
      const child = torvetImport(data, files);
      const moment = (async () => {
        const before = await done();
        // At work is who has written a batch since it started; then a little later, so that another one is under way.
        while (child.exitCode === null && (await done()) <= Math.max(before, share * RELEASES * 0.9)) await sleep(5);
        await sleep(random() * 60);
      })();
      if (await killedAt(child, moment, kill % 2 === 0, data)) hits += 1;
    }
  } finally {
    await client.end();
    await server.close();
  }
  return hits;
}

/** Every table, without the keys and times that differ from run to run. */
async function tables(data: string): Promise<Record<string, unknown[]>> {
  const server = await openServer({ dataFolder: data, databaseUrl: null, name: 'crash test' });
  const client = new Client(server.connection('torvet'));
  try {
    await client.connect();
    const found: Record<string, unknown[]> = {};
    for (const [name, columns] of Object.entries({
      notice: 'source, content, number, procedure_id, names, joins, plans, replaces, form_type, country', ocid_alias: '*', coverage: '*',
      release: 'ocid, release_id, date, tags, language, ocds_version, received, sha256, content, file, place, faults, fault_count',
      process: '*', process_search: 'ocid, search, (select parts from combination where id = combination) as parts', participation: '*', organisation: '*',
      organisation_spelling: '*', organisation_same: '*', award: '*', contract: '*', contract_change: '*', framework: '*', bought_under: '*', word: '*', reject: '*',
      source_file: 'sha256, name, bytes, reader, values_done, imported, unchanged, completed_at is not null as completed',
    })) found[name] = (await client.query<{ row: unknown }>(`select to_jsonb(found) as row from (select ${columns} from ${name}) found order by to_jsonb(found)::text`)).rows.map(({ row }) => row);
    return found;
  } finally {
    await client.end();
    await server.close();
  }
}

const skip = process.platform === 'linux' ? false : 'processes are looked for in /proc, which only Linux has';

void test('an import killed at ten random moments ends like an undisturbed one, and leaves no process behind', { skip, timeout: 300_000 }, async (context) => {
  const seed = Number(process.env['CRASH_SEED'] ?? randomInt(2 ** 31));
  context.diagnostic(`CRASH_SEED=${seed}`);
  const random = randomFrom(seed);
  const files = await releases(random);
  const [calm, rough] = [path.join(folder, 'calm'), path.join(folder, 'rough')];
  const undisturbed = await untilItEnds(torvetImport(calm, files));
  assert.equal(undisturbed.code, 1, undisturbed.output);
  const expected = await tables(calm);
  assert.ok((expected['release']?.length ?? 0) > RELEASES + NOTICES - 10 && expected['notice']?.length === NOTICES && (expected['ocid_alias']?.length ?? 0) > 50 && (expected['organisation']?.length ?? 0) > 100 && expected['reject']?.length === 4);
  for (let kill = 0; kill < BLIND_KILLS; kill += 1) await killedAt(torvetImport(rough, files), sleep(300 + random() * 2000), kill % 2 === 0, rough);
  // Somebody has to make the database, if every import so far was killed before it could.
  await (await openServer({ dataFolder: rough, databaseUrl: null, name: 'crash test' })).close();
  await untilItEnds(torvetImport(rough, [path.join(folder, 'nothing.jsonl')]));
  const hits = await disturb(rough, files, random);
  assert.ok(hits >= (KILLS - BLIND_KILLS) / 2, `only ${hits} of ${KILLS - BLIND_KILLS} kills met a running import (CRASH_SEED=${seed})`);
  const last = await untilItEnds(torvetImport(rough, files));
  assert.equal(last.code, 1, last.output);
  const { imported, unchanged, rejected } = JSON.parse(last.output.trim().split('\n').at(-1) ?? '') as Record<string, number>;
  assert.equal((imported ?? 0) + (unchanged ?? 0), RELEASES + NOTICES - 2);
  assert.equal(rejected, 4);
  const found = await tables(rough);
  for (const [name, rows] of Object.entries(expected)) assert.deepEqual(found[name], rows, `${name} differs (CRASH_SEED=${seed})`);
  assert.deepEqual(await living(rough), [], 'something lives on');
  assert.deepEqual(await living(calm), [], 'something lives on');
});
