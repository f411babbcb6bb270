/** Makes a generation of analysis files out of the register. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Kysely, Transaction } from 'kysely';
import { FailureError, isObject, parseJson, type Clock } from '#base';
import { noticeFlat } from '../flat/notice.flat.ts';
import { readUpdatedAt } from '../front.store.ts';
import { flatRowsOf } from '../process-row.ts';
import type { RegisterTables } from '../tables.ts';
import { isSame } from './current.ts';
import {
  generationFolder, manifestFile, newGenerationId, readGeneration, removeLeftovers, unfinishedFolder, worldFolder,
  type AnalysisPlace, type FileFacts, type Generation,
} from './generation.ts';
import { DATA_LICENCE } from '../licence.ts';
import { writeParquet } from './parquet.store.ts';
import { compiledProcesses, currentGeneration, inSnapshot, registerVersion, storedNotices, switchGeneration, withAnalysisLock } from './snapshot.store.ts';
import { TableStage } from './staging.ts';
import { ANALYSIS_TABLES } from './tables.ts';

type Db = Kysely<RegisterTables>;

export interface BuildOptions {
  readonly place: AnalysisPlace;
  readonly clock: Clock;
  /** Also when the current generation was made from the very same register. */
  readonly force?: boolean;
  readonly onProgress?: (processes: number) => void;
}

export interface Built {
  readonly generation: Generation;
  /** False: the current generation says all there is to say. */
  readonly isNew: boolean;
}

/**
 * Writes all tables into a new folder and makes it the current generation in one step. Waits for another build of the same
 * world; killed at any moment it leaves the current generation as it is, and its leftovers to the next build.
 * @throws FailureError when the files cannot be written
 */
export async function buildAnalysis(db: Db, { place, clock, force = false, onProgress }: BuildOptions): Promise<Built> {
  return withAnalysisLock(db, async (connection) => {
    const before = await currentGeneration(connection);
    const current = before === null ? null : await readGeneration(place, before);
    if (current !== null && !force && isSame(current.version, await registerVersion(connection))) return { generation: current, isNew: false };
    try {
      await removeLeftovers(place, before, clock.now());
      const id = newGenerationId(clock.now(), before);
      const generation = await inSnapshot(connection, (snapshot) => writeGeneration(snapshot, place, id, clock, onProgress));
      await switchGeneration(connection, id);
      await removeLeftovers(place, id, clock.now());
      return { generation, isNew: true };
    } catch (error) {
      throw new FailureError({
        kind: 'unavailable',
        message: `The analysis files could not be made: ${error instanceof Error ? error.message : String(error)}`,
        help: `Those made before stay as they are. Look at the folder ${worldFolder(place)} and at the room on its disk, then run: torvet register rebuild --analysis`,
      });
    }
  });
}

async function writeGeneration(
  snapshot: Transaction<RegisterTables>, place: AnalysisPlace, id: string, clock: Clock, onProgress: BuildOptions['onProgress'],
): Promise<Generation> {
  const folder = unfinishedFolder(place, id);
  await mkdir(folder, { recursive: true });
  const version = await registerVersion(snapshot);
  const updatedAt = await readUpdatedAt(snapshot);
  const stages = ANALYSIS_TABLES.map((table) => new TableStage(folder, table));
  try {
    await fill(snapshot, new Map(stages.map((stage) => [stage.table.name, stage])), onProgress);
    for (const stage of stages) await stage.end();
  } finally {
    for (const stage of stages) await stage.destroy();
  }
  const madeAt = clock.now().toString({ smallestUnit: 'millisecond' });
  await writeParquet(folder, stages, { generation: id, world: place.world, made_at: madeAt, updated_at: updatedAt ?? '', licence: DATA_LICENCE.url });
  const tables = [];
  for (const { table: { name, meaning, columns }, rows, lines } of stages) {
    await rm(lines);
    tables.push({ name, meaning, rows, columns, parquet: await settled(folder, `${name}.parquet`), csv: await settled(folder, `${name}.csv.gz`) });
  }
  await rm(path.join(folder, 'spill'), { recursive: true, force: true });
  const generation: Generation = { id, world: place.world, madeAt, updatedAt, version, tables };
  await writeFile(manifestFile(folder), `${JSON.stringify(generation, null, 1)}\n`);
  await settle(manifestFile(folder));
  await settle(folder);
  await rename(folder, generationFolder(place, id));
  await settle(worldFolder(place));
  return generation;
}

async function fill(snapshot: Transaction<RegisterTables>, stages: ReadonlyMap<string, TableStage>, onProgress: BuildOptions['onProgress']): Promise<void> {
  const add = async (name: string, rows: readonly object[]): Promise<void> => {
    const stage = stages.get(name);
    if (stage === undefined) throw new Error(`There is no analysis table ${name}.`);
    await stage.add(rows);
  };
  let done = 0;
  for await (const processes of compiledProcesses(snapshot)) {
    const read = processes.map(({ ocid, compiled, ...beside }) => {
      const release = parseJson(compiled);
      if (!isObject(release)) throw new Error(`The compiled release of ${ocid} is no object.`);
      return Object.entries<readonly object[]>(flatRowsOf(ocid, release, beside));
    });
    for (const [name, rows] of Map.groupBy(read.flat(), ([table]) => table)) await add(name, rows.flatMap(([, own]) => own));
    done += processes.length;
    onProgress?.(done);
  }
  for await (const notices of storedNotices(snapshot)) await add('notice', notices.map(noticeFlat));
}

/** Waits until the file is on the disk. */
async function settle(file: string): Promise<void> {
  const handle = await open(file);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function settled(folder: string, file: string): Promise<FileFacts> {
  const place = path.join(folder, file);
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(place, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  await settle(place);
  return { file, bytes, sha256: hash.digest('hex') };
}
