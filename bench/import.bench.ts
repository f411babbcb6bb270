/**
 * How fast the register takes files in, as a ratio to the least that any importer must do: one JSON.parse of every line
 * of the same file, in the same process, just before. The ratio says more than seconds do, because it survives a slower
 * machine. The database is the embedded one with its durable settings, made empty for each file.
 */
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { importFiles, registerMigrations, type RegisterTables } from '#register';
import { migrate, openDatabase, openServer, storeMigrations, type DatabaseServer } from '#store';
import type { Bench, Figure } from './bench.ts';

const SHARED = path.resolve(process.env['TORVET_SHARED'] ?? path.join(import.meta.dirname, '../../shared'));
const SYNTHETIC = 4000;

/** Import of 4,000 synthetic releases (32 MB) and of the 499 real ones. */
export async function importBench(): Promise<Bench> {
  const folder = await mkdtemp(path.join(tmpdir(), 'torvet-bench-'));
  const server = await openServer({ dataFolder: path.join(folder, 'data'), databaseUrl: null, name: `torvet bench ${process.pid}` });
  try {
    const figures: Figure[] = [];
    for (const file of await filesToImport(folder)) figures.push(await measure(server, file));
    return { name: 'import', figures };
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function filesToImport(folder: string): Promise<string[]> {
  const generator = path.join(SHARED, 'bench/generate-ocds.mjs');
  const real = path.join(SHARED, 'data/ocds/releases.jsonl');
  const synthetic = path.join(folder, `synthetic-${SYNTHETIC}.jsonl`);
  const made = existsSync(generator) && spawnSync(process.execPath, [generator, String(SYNTHETIC), synthetic], { stdio: 'ignore' }).status === 0;
  const files = [...(existsSync(real) ? [real] : []), ...(made ? [synthetic] : [])];
  if (files.length === 0) throw new Error(`There is nothing to import under ${SHARED}: set TORVET_SHARED to where the outside material lies.`);
  return files;
}

async function measure(server: DatabaseServer, file: string): Promise<Figure> {
  const database = `bench_${process.pid}_${path.basename(file).replaceAll(/\W/g, '_')}`;
  await server.ensureDatabase(database);
  await migrate(server.connection(database), [storeMigrations, registerMigrations]);
  const db = openDatabase<RegisterTables>(server.connection(database), 2);
  try {
    const bare = await bareParse(file);
    const processor = process.cpuUsage();
    const { imported, seconds } = await importFiles(db, [file], { input: Readable.from([]) });
    const { user, system } = process.cpuUsage(processor);
    if (imported === 0) throw new Error(`Nothing of ${file} was imported; there is nothing to measure.`);
    const { size } = await stat(file);
    return {
      what: `${path.basename(file)} (${imported} releases, ${(size / 1e6).toFixed(1)} MB)`,
      ratio: seconds / bare,
      seconds, megabytesPerSecond: size / 1e6 / seconds, processorSeconds: (user + system) / 1e6,
    };
  } finally {
    await db.destroy();
    await server.dropDatabase(database);
  }
}

/** Seconds for reading the file and parsing every line: the floor for any importer. */
async function bareParse(file: string): Promise<number> {
  const started = performance.now();
  let parsed = 0;
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    if (line === '') continue;
    JSON.parse(line);
    parsed += 1;
  }
  if (parsed === 0) throw new Error(`${file} holds no lines.`);
  return (performance.now() - started) / 1000;
}
