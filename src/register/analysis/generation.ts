/** A generation: one state of the register as files that never change, and the folder that it stands in. */
import { randomBytes } from 'node:crypto';
import { readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '#base';
import type { World } from '#ui';
import { FILE_FORMAT, type StoredColumn } from './tables.ts';

/** A ClickHouse server that reads the files where they lie. */
export interface ClickHouseServer {
  /** http:// or https://, with user, password and database as far as they are needed. */
  readonly url: string;
  /** What that server calls the folder of all worlds: a path below its folder of files, or the https:// address of a bucket. */
  readonly files: string;
}

/** Where the generations of a world stand. */
export interface AnalysisPlace {
  /** Folder of all worlds; the setting TORVET_ANALYSIS. */
  readonly folder: string;
  readonly world: World;
  /** Answers questions to them; without it DuckDB does. */
  readonly clickHouse?: ClickHouseServer | null;
}

/** What a generation was made from: the same again gives the same files. */
export interface RegisterVersion {
  readonly releases: number;
  /** ISO instant; null when there are no releases. */
  readonly newest: string | null;
  /** Which reading of a process made the rows (`DERIVED`). */
  readonly derived: number;
  /** `FILE_FORMAT` */
  readonly format: string;
}

export interface FileFacts {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface TableFiles {
  readonly name: string;
  readonly meaning: Readonly<Record<Language, string>>;
  readonly rows: number;
  readonly columns: readonly StoredColumn[];
  readonly parquet: FileFacts;
  readonly csv: FileFacts;
}

/** `generation.json` */
export interface Generation {
  readonly id: string;
  readonly world: World;
  /** ISO instant. */
  readonly madeAt: string;
  /** When data last came into the register before that (ISO instant); null: never. */
  readonly updatedAt: string | null;
  readonly version: RegisterVersion;
  readonly tables: readonly TableFiles[];
}

const MANIFEST = 'generation.json';
const ID = /^\d{8}T\d{9}Z-[0-9a-f]{6}$/;
/** A build writes here, and renames it when all is on the disk. */
const UNFINISHED = 'new-';

export function worldFolder({ folder, world }: AnalysisPlace): string {
  return path.join(folder, world);
}

export function generationFolder(place: AnalysisPlace, id: string): string {
  return path.join(worldFolder(place), id);
}

export function unfinishedFolder(place: AnalysisPlace, id: string): string {
  return path.join(worldFolder(place), UNFINISHED + id);
}

export function manifestFile(folder: string): string {
  return path.join(folder, MANIFEST);
}

/** Ids sort by the time of their making, also when the clock was set back since the one before. */
export function newGenerationId(now: Temporal.Instant, before: string | null): string {
  const earliest = before === null ? now : (timeOf(before) ?? now).add({ milliseconds: 1 });
  const time = Temporal.Instant.compare(now, earliest) < 0 ? earliest : now;
  return `${time.toString({ smallestUnit: 'millisecond' }).replaceAll(/[-:.]/g, '')}-${randomBytes(3).toString('hex')}`;
}

function timeOf(id: string): Temporal.Instant | null {
  const [, day, clock, thousandths] = /^(\d{8}T)(\d{6})(\d{3})Z-/.exec(id) ?? [];
  return day === undefined ? null : Temporal.Instant.from(`${day}${clock ?? ''}.${thousandths ?? ''}Z`);
}

/** null when there is no such generation in the folder, or its description is of another form. */
export async function readGeneration(place: AnalysisPlace, id: string): Promise<Generation | null> {
  if (!ID.test(id)) return null;
  try {
    const generation = JSON.parse(await readFile(manifestFile(generationFolder(place, id)), 'utf8')) as Generation;
    return generation.version.format === FILE_FORMAT ? generation : null;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

/** Whoever opened a generation has this long to finish after another took its place. */
const READERS_HAVE = { hours: 1 } as const;

/**
 * Removes what nobody can be reading: folders of builds that came to no end, generations that were never current, and those
 * whose successor is older than an hour. To be called by the one build that is at work.
 */
export async function removeLeftovers(place: AnalysisPlace, current: string | null, now: Temporal.Instant): Promise<string[]> {
  const names = await readdir(worldFolder(place)).catch(() => []);
  const ids = names.filter((name) => ID.test(name)).toSorted();
  const until = now.subtract(READERS_HAVE);
  const gone = ids.filter((id, at) => {
    if (current === null || id > current) return true;
    const successor = ids[at + 1];
    if (id === current || successor === undefined) return false;
    const replaced = timeOf(successor);
    return replaced !== null && Temporal.Instant.compare(replaced, until) < 0;
  });
  const unfinished = names.filter((name) => name.startsWith(UNFINISHED));
  for (const name of [...gone, ...unfinished]) await rm(path.join(worldFolder(place), name), { recursive: true, force: true });
  return [...gone, ...unfinished];
}
