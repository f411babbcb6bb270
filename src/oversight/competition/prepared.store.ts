/** What questions about competition build on, made once of each generation: files beside its own, so that whoever opens them has nothing to make. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { generationFolder, openAnalysis, type Analysis, type AnalysisPlace, type RegisterTables } from '#register';
import type { Kysely } from 'kysely';
import { OPEN_SOURCES } from './disclosure.ts';
import type { Parameters } from './scope.ts';

type Db = Kysely<RegisterTables>;

/** In the order in which one needs the other. */
const FACTS = ['process', 'award', 'piece', 'placed_award', 'win', 'unit', 'code', 'bidder', 'buyer', 'name', 'under', 'number', 'lot', 'framework'] as const;
const MEGABYTES = 800;
/** A date further ahead than this is a slip of the pen. */
const DAYS_AHEAD = 366;

interface Fact {
  readonly table: string;
  readonly sql: string;
  readonly parameters: Parameters;
}

/**
 * Opens the current generation of a world with the facts as tables `competition_…`; null when there is none yet.
 * @param openSources where notices come from that everybody can read
 */
export async function openPrepared(db: Db, place: AnalysisPlace, openSources: readonly string[] = OPEN_SOURCES): Promise<Analysis | null> {
  const analysis = await openAnalysis(db, place, { megabytes: MEGABYTES, spills: true });
  if (analysis === null) return null;
  try {
    const facts = await factsFor(analysis, openSources);
    const folder = place.clickHouse ? null : await folderOf(facts, generationFolder(place, analysis.generation.id), analysis);
    // A server reads the files and writes none, and so does a process in a folder that belongs to others: the facts last as long as the session.
    if (folder === null) for (const fact of facts) await makeTable(analysis, fact.table, fact);
    else await showFiles(analysis, folder);
  } catch (error) {
    await analysis.close();
    throw error;
  }
  return analysis;
}

/** Makes the facts of the current generation before anybody asks. @returns false when there is no generation */
export async function prepareCompetition(db: Db, place: AnalysisPlace): Promise<boolean> {
  const analysis = await openPrepared(db, place);
  await analysis?.close();
  return analysis !== null;
}

async function factsFor({ generation }: Analysis, openSources: readonly string[]): Promise<readonly Fact[]> {
  const until = Temporal.Instant.from(generation.madeAt).toZonedDateTimeISO('UTC').toPlainDate().add({ days: DAYS_AHEAD }).toString();
  const values = { open: ` ${openSources.join(' ')} `, until };
  return Promise.all(FACTS.map(async (name) => {
    const sql = await readFile(new URL(`facts/${name}.sql`, import.meta.url), 'utf8');
    return { table: tableOf(name), sql, parameters: usedIn(sql, values) };
  }));
}

/** The folder of the files, which are made when they are not there. Those of another Torvet, which asks in other words, are others. @returns null where none can be written */
async function folderOf(facts: readonly Fact[], generation: string, analysis: Analysis): Promise<string | null> {
  const mark = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
  const folder = path.join(generation, `competition-${mark}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${randomUUID()}`;
  try {
    await mkdir(unfinished);
  } catch {
    return null;
  }
  try {
    await writeFiles(analysis, facts, unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process was quicker, with the same files.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Each is read from its file by those after it, so that memory holds one at a time. */
async function writeFiles(analysis: Analysis, facts: readonly Fact[], folder: string): Promise<void> {
  for (const fact of facts) {
    await makeTable(analysis, 'competition_made', fact);
    await analysis.query(`copy competition_made to ${quoted(fileOf(folder, fact.table))} (format parquet)`);
    await analysis.query('drop table competition_made');
    await showFile(analysis, folder, fact.table);
  }
}

async function makeTable(analysis: Analysis, table: string, { sql, parameters }: Fact): Promise<void> {
  await analysis.query(`create table ${table} as\n${sql}`, parameters);
}

async function showFiles(analysis: Analysis, folder: string): Promise<void> {
  for (const name of FACTS) await showFile(analysis, folder, tableOf(name));
}

async function showFile(analysis: Analysis, folder: string, table: string): Promise<void> {
  await analysis.query(`create or replace view ${table} as select * from read_parquet(${quoted(fileOf(folder, table))})`);
}

function tableOf(name: string): string {
  return `competition_${name}`;
}

function fileOf(folder: string, table: string): string {
  return path.join(folder, `${table}.parquet`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A statement refuses values for names that are not in it. */
export function usedIn(text: string, parameters: Parameters): Parameters {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => new RegExp(`\\$${name}\\b`).test(text)));
}
