/** Keeps what the indicators found, in the place of what the run before found. */
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Clock } from '#base';
import { openAnalysis, type AnalysisPlace, type RegisterTables } from '#register';
import { ASKED } from '../indicators/asked.ts';
import { defaultsOf } from '../settings/settings.ts';
import type { KeptEvidence, OversightTables } from '../tables.ts';
import { runQuestions, type Answered, type Evidence, type Finding } from './run.store.ts';

type Db = Kysely<RegisterTables>;
type Work = Transaction<OversightTables>;

const ROWS_AT_ONCE = 1000;

export interface Kept {
  readonly generation: string;
  /** False: what was kept before came from the same files. */
  readonly isNew: boolean;
  readonly flags: number;
}

/**
 * Asks every indicator of the current analysis files and keeps the answers; readers see those from before until all are there.
 * @param force also when they were asked of the same files before
 * @returns null when there are no analysis files
 */
export async function keepFlags(db: Db, place: AnalysisPlace, clock: Clock, force = false): Promise<Kept | null> {
  const analysis = await openAnalysis(db, place);
  if (analysis === null) return null;
  try {
    const generation = analysis.generation.id;
    const before = await keptGeneration(db);
    if (before === generation && !force) return { generation, isNew: false, flags: await countFlags(db) };
    return await own(db).transaction().execute(async (work) => {
      await sql`lock table flag_run in share row exclusive mode`.execute(work);
      for (const table of ['flag', 'flag_coverage', 'flag_outcome', 'flag_run'] as const) await work.deleteFrom(table).execute();
      const outcomes = new Map<string, Record<string, string>>();
      let flags = 0;
      for await (const answered of runQuestions((text) => analysis.query(text), defaultsOf(ASKED))) {
        await keepOne(work, answered);
        noteOutcomes(outcomes, answered.indicator.code, [...await answered.others(), ...answered.flagged]);
        flags += answered.flagged.length;
      }
      await keepOutcomes(work, outcomes);
      await work.insertInto('flag_run').values({ one: true, generation, made_at: clock.now().toString() }).execute();
      return { generation, isNew: true, flags };
    });
  } finally {
    await analysis.close();
  }
}

/** The tables of this room are in the same database. */
function own(db: Db): Kysely<OversightTables> {
  return db;
}

async function keptGeneration(db: Db): Promise<string | null> {
  return (await own(db).selectFrom('flag_run').select('generation').executeTakeFirst())?.generation ?? null;
}

async function countFlags(db: Db): Promise<number> {
  return Number((await own(db).selectFrom('flag').select((eb) => eb.fn.countAll<string>().as('n')).executeTakeFirstOrThrow()).n);
}

async function keepOne(work: Work, { indicator: { code }, flagged, evidence, coverage }: Answered): Promise<void> {
  const rows = Map.groupBy(evidence, keyOf);
  const flags = flagged.map((finding) => ({
    indicator: code, ocid: finding.ocid, part: finding.part, buyer: finding.buyer, supplier: finding.supplier, value: finding.value,
    evidence: (rows.get(keyOf(finding)) ?? []).map(keptRow),
  }));
  for (const some of portions(flags)) {
    await sql`insert into flag select * from json_to_recordset(${JSON.stringify(some)}::json) as row (
      indicator text, ocid text, part text, buyer text, supplier text, value double precision, evidence jsonb)`.execute(work);
  }
  for (const some of portions(coverage.map((row) => ({ indicator: code, ...row })))) {
    await sql`insert into flag_coverage select * from json_to_recordset(${JSON.stringify(some)}::json) as row (
      indicator text, country text, source text, form text, outcome text, reason text, count bigint)`.execute(work);
  }
}

function keptRow(row: Evidence): KeptEvidence {
  const { ocid: _, part: __, nth: ___, ...kept } = row;
  return kept;
}

function keyOf({ ocid, part }: Pick<Finding | Evidence, 'ocid' | 'part'>): string {
  return JSON.stringify([ocid, part]);
}

/** Of several findings of an indicator in one process the gravest speaks: they come last. */
function noteOutcomes(outcomes: Map<string, Record<string, string>>, code: string, findings: readonly Finding[]): void {
  for (const { ocid, outcome, reason } of findings.toSorted((one, other) => GRAVITY[one.outcome] - GRAVITY[other.outcome])) {
    const own = outcomes.get(ocid) ?? {};
    own[code] = reason ?? outcome;
    outcomes.set(ocid, own);
  }
}

const GRAVITY = { clear: 0, 'not-assessed': 1, flagged: 2 } as const;

async function keepOutcomes(work: Work, outcomes: ReadonlyMap<string, Readonly<Record<string, string>>>): Promise<void> {
  for (const some of portions([...outcomes].map(([ocid, said]) => ({ ocid, outcomes: said })))) {
    await sql`insert into flag_outcome select * from json_to_recordset(${JSON.stringify(some)}::json) as row (ocid text, outcomes jsonb)`.execute(work);
  }
}

function portions<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, at) => rows.slice(at * ROWS_AT_ONCE, (at + 1) * ROWS_AT_ONCE));
}
