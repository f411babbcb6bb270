/** What the last run looked at, and what it could say. */
import { sql, type Kysely } from 'kysely';
import { keysOf, type RegisterTables } from '#register';
import { own } from '../tables.ts';
import type { Counts, CoverageRow, Run } from './flags.view.ts';

type Db = Kysely<RegisterTables>;

/** When the files were asked, and which; null: never. */
export async function readRun(db: Db): Promise<Run | null> {
  const run = await own(db).selectFrom('flag_run').select(['generation', 'made_at']).executeTakeFirst();
  return run === undefined ? null : { generation: run.generation, madeAt: run.made_at };
}

/** How many things each indicator looked at, by its code. An indicator that is not there was not asked, or found nothing to look at. */
export async function readCounts(db: Db): Promise<ReadonlyMap<string, Counts>> {
  const { rows } = await sql<{ indicator: string } & Counts>`
    select indicator, coalesce(sum(count) filter (where outcome = 'flagged'), 0)::bigint as flagged, coalesce(sum(count) filter (where outcome = 'clear'), 0)::bigint as clear,
      coalesce(sum(count) filter (where outcome = 'not-assessed'), 0)::bigint as "notAssessed"
    from flag_coverage group by indicator`.execute(db);
  return new Map(rows.map(({ indicator, ...counts }) => [indicator, counts]));
}

/** @param code of one indicator; left out: of all, each row with its indicator */
export async function readCoverage(db: Db, code?: string): Promise<readonly (CoverageRow & { readonly indicator: string })[]> {
  const all = own(db).selectFrom('flag_coverage').select(['indicator', 'country', 'source', 'form', 'outcome', 'reason', 'count']);
  return (code === undefined ? all : all.where('indicator', '=', code)).orderBy('indicator').orderBy('country').orderBy('source').orderBy('form').orderBy('outcome').orderBy('reason').execute();
}

/** What each indicator said of a process: an outcome or a reason, by its code. null: the process was not among the files. */
export async function readOutcomes(db: Db, ocid: string): Promise<Readonly<Record<string, string>> | null> {
  return (await own(db).selectFrom('flag_outcome').select('outcomes').where('ocid', '=', ocid).executeTakeFirst())?.outcomes ?? null;
}

export interface SaidOften {
  readonly indicator: string;
  /** An outcome, or a reason. */
  readonly said: string;
  /** Processes. */
  readonly count: number;
}

/** The same of all processes that an organisation buys or supplies in. */
export async function readOutcomesOf(db: Db, organisation: string): Promise<readonly SaidOften[]> {
  const { rows } = await sql<SaidOften>`
    select one.key as indicator, one.value as said, count(*) as count
    from flag_outcome o cross join lateral jsonb_each_text(o.outcomes) one
    where o.ocid in (
      select ocid from process where buyer_key = any(${keysOf(organisation)})
      union select ocid from participation where organisation = any(${keysOf(organisation)}) and 'supplier' = any(roles))
    group by 1, 2 order by 1, 3 desc, 2`.execute(db);
  return rows;
}
