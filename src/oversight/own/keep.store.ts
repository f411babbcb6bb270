/** Keeps what the indicators found, in the place of what the run before found. */
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Clock } from '#base';
import { openAnalysis, readCurrent, type AnalysisPlace, type RegisterTables } from '#register';
import { ASKED } from '../indicators/asked.ts';
import { defaultsOf } from '../settings/settings.ts';
import { own, type KeptEvidence, type OversightTables } from '../tables.ts';
import { markOf } from './asked-mark.ts';
import { settingsOf } from './world-law.ts';
import { runQuestions, type Answered, type Evidence, type Finding, type Flagged } from './run.store.ts';

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
 * @param force also when the same was asked of the same files before
 * @returns null when there are no analysis files
 */
export async function keepFlags(db: Db, place: AnalysisPlace, clock: Clock, force = false): Promise<Kept | null> {
  const analysis = await openAnalysis(db, place, { spills: true });
  if (analysis === null) return null;
  try {
    const generation = analysis.generation.id;
    const settings = settingsOf(place.world, defaultsOf(ASKED));
    const asked = await markOf(settings);
    if (!force && (await isKept(db, generation, asked))) return { generation, isNew: false, flags: await countFlags(db) };
    return await own(db).transaction().execute(async (work) => {
      await sql`lock table flag_run in share row exclusive mode`.execute(work);
      for (const table of ['flag', 'flag_coverage', 'flag_outcome', 'flag_run'] as const) await work.deleteFrom(table).execute();
      const outcomes = new Map<string, Record<string, string>>();
      let flags = 0;
      for await (const answered of runQuestions((text) => analysis.query(text), settings)) {
        await keepOne(work, answered);
        noteOutcomes(outcomes, answered.indicator.code, [...await answered.others(), ...answered.flagged]);
        flags += answered.flagged.length;
      }
      await keepOutcomes(work, outcomes);
      await work.insertInto('flag_run').values({ one: true, generation, asked, made_at: clock.now().toString() }).execute();
      return { generation, isNew: true, flags };
    });
  } finally {
    await analysis.close();
  }
}

/**
 * Whether the kept answers are those to what this Torvet asks of the current files. False also when there are no files.
 * A run that was killed left those from before; an update of Torvet asks other things.
 */
export async function flagsAreCurrent(db: Db, place: AnalysisPlace): Promise<boolean> {
  const current = await readCurrent(db, place);
  return current !== null && isKept(db, current.id, await markOf(settingsOf(place.world, defaultsOf(ASKED))));
}

async function isKept(db: Db, generation: string, asked: string): Promise<boolean> {
  const kept = await own(db).selectFrom('flag_run').select(['generation', 'asked']).executeTakeFirst();
  return kept !== undefined && kept.generation === generation && kept.asked === asked;
}

async function countFlags(db: Db): Promise<number> {
  return Number((await own(db).selectFrom('flag').select((eb) => eb.fn.countAll<string>().as('n')).executeTakeFirstOrThrow()).n);
}

async function keepOne(work: Work, { indicator: { code }, flagged, evidence, coverage }: Answered): Promise<void> {
  const rows = Map.groupBy(evidence, keyOf);
  const flags = flagged.map((finding) => ({
    indicator: code, ocid: finding.ocid, part: finding.part, buyer: finding.buyer, supplier: finding.supplier, value: finding.value,
    country: finding.country, day: dayOf(finding, rows.get(keyOf(finding)) ?? []),
    evidence: (rows.get(keyOf(finding)) ?? []).map(keptRow),
  }));
  for (const some of portions(flags)) {
    await sql`insert into flag (indicator, ocid, part, buyer, supplier, country, day, value, evidence)
      select * from json_to_recordset(${JSON.stringify(some)}::json) as row (
        indicator text, ocid text, part text, buyer text, supplier text, country text, day text, value double precision, evidence jsonb)`.execute(work);
  }
  for (const some of portions(coverage.map((row) => ({ indicator: code, ...row })))) {
    await sql`insert into flag_coverage select * from json_to_recordset(${JSON.stringify(some)}::json) as row (
      indicator text, country text, source text, form text, outcome text, reason text, count bigint)`.execute(work);
  }
}

/** A row without what its flag says, and its amount without the zeros that the files fill up with. */
export function keptRow({ what, source, notice, day, amount, currency, number, words }: Evidence): KeptEvidence {
  return { what, source, notice, day, amount: amount?.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') ?? null, currency, number, words };
}

/** Other days than of our calendar stand in real files; none of them is a day to sort by. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The newest day among the rows, else that of the newest notice. */
export function dayOf(finding: Flagged, rows: readonly Evidence[]): string | null {
  const days = rows.flatMap(({ day }) => (day !== null && DAY.test(day) ? [day] : []));
  return days.toSorted().at(-1) ?? (finding.day !== null && DAY.test(finding.day) ? finding.day : null);
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
