/**
 * How fast notices in XML are taken in. The floor is a bare saxes parser with empty handlers over the same files, in the
 * same process, just before; the goal is half its speed, a ratio of 2. The whole import counts: reading, converting, merging,
 * and PostgreSQL with its durable settings.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { readNotice } from '#eforms';
import { importFiles, isUnreadable, openSource, registerMigrations, valuesOf, type RegisterTables } from '#register';
import { migrate, openDatabase, openServer, storeMigrations } from '#store';
import { unwrap } from '#base';
import type { Bench, Figure } from './bench.ts';

const SHARED = path.resolve(process.env['TORVET_SHARED'] ?? path.join(import.meta.dirname, '../../shared'));
const ARCHIVE = path.join(SHARED, 'data/notices/ted-notices.tar.xz');

/** 1,846 published notices: read alone, and imported as a folder of files and as their archive. */
export async function noticesBench(): Promise<Bench> {
  if (!existsSync(ARCHIVE)) throw new Error(`There is nothing to import under ${SHARED}: set TORVET_SHARED to where the outside material lies.`);
  const folder = await mkdtemp(path.join(tmpdir(), 'torvet-bench-'));
  const server = await openServer({ dataFolder: path.join(folder, 'data'), databaseUrl: null, name: `torvet bench ${process.pid}` });
  try {
    const notices = await unpack(path.join(folder, 'notices'));
    const bytes = notices.reduce((sum, notice) => sum + notice.length, 0);
    const figures: Figure[] = [read(notices, bytes)];
    for (const [what, place] of [['import of the folder', path.join(folder, 'notices')], ['import of the .tar.xz', ARCHIVE]] as const) {
      const database = `bench_${figures.length}`;
      await server.ensureDatabase(database);
      await migrate(server.connection(database), [storeMigrations, registerMigrations]);
      const db = openDatabase<RegisterTables>(server.connection(database), 4);
      const bare = bareParse(notices);
      const processor = process.cpuUsage();
      const { imported, seconds } = await importFiles(db, [place], { input: Readable.from([]) });
      const { user, system } = process.cpuUsage(processor);
      await db.destroy();
      figures.push({
        what: `${what} (${imported} notices, ${(bytes / 1e6).toFixed(1)} MB)`, ratio: seconds / bare, seconds,
        megabytesPerSecond: bytes / 1e6 / seconds, processorSeconds: (user + system) / 1e6,
      });
    }
    return { name: 'notices', figures };
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reading and converting alone, one thread, nothing kept. */
function read(notices: readonly Buffer[], bytes: number): Figure {
  const bare = bareParse(notices);
  const started = performance.now();
  const processor = process.cpuUsage();
  for (const notice of notices) unwrap(readNotice(notice, { ocidPrefix: 'ocds-bench' }));
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(processor);
  return { what: `reading as OCDS (${notices.length} notices)`, ratio: seconds / bare, seconds, megabytesPerSecond: bytes / 1e6 / seconds, processorSeconds: (user + system) / 1e6 };
}

/** Seconds for decoding and parsing every notice into nothing: the floor for any reader. The second of two runs, when the parser is warm. */
function bareParse(notices: readonly Buffer[]): number {
  let seconds = 0;
  for (let run = 0; run < 2; run += 1) {
    let elements = 0;
    const started = performance.now();
    for (const notice of notices) {
      const parser = new SaxesParser();
      parser.on('opentag', () => { elements += 1; });
      parser.on('text', () => {});
      parser.on('closetag', () => {});
      parser.on('error', (error) => { throw error; });
      parser.write(notice.toString('utf8')).close();
    }
    seconds = (performance.now() - started) / 1000;
    if (elements === 0) throw new Error('There was nothing to parse.');
  }
  return seconds;
}

async function unpack(folder: string): Promise<Buffer[]> {
  await mkdir(folder);
  const { source } = unwrap(await openSource(ARCHIVE, { input: Readable.from([]) }));
  const notices: Buffer[] = [];
  for await (const group of valuesOf(source)) {
    for (const found of group) {
      if (isUnreadable(found) || found.kind !== 'notice') continue;
      await writeFile(path.join(folder, `${String(notices.length).padStart(5, '0')}.xml`), found.bytes);
      notices.push(Buffer.from(found.bytes));
    }
  }
  return notices;
}
