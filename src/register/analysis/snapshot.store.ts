/** The register as the analysis files see it: one moment, read group by group. */
import { sql, type Kysely, type Transaction } from 'kysely';
import { recall, remember } from '#store';
import type { StoredNotice } from '../flat/notice.flat.ts';
import { DERIVED, type BesideCompiled } from '../process-row.ts';
import { namedProcess } from '../process-filter.store.ts';
import type { RegisterTables } from '../tables.ts';
import type { RegisterVersion } from './generation.ts';
import { FILE_FORMAT } from './tables.ts';

type Db = Kysely<RegisterTables>;

const CURRENT = 'analysis generation';
/** A compiled release may hold some hundred kilobytes. */
const PROCESSES_AT_ONCE = 50;
const NOTICES_AT_ONCE = 2000;

export interface CompiledProcess extends BesideCompiled {
  readonly ocid: string;
  /** JSON text. */
  readonly compiled: string;
}

/** The id of the generation that is current; null: none was made yet. */
export function currentGeneration(db: Db): Promise<string | null> {
  return recall(db, CURRENT);
}

/** The one step that makes a generation current. */
export async function switchGeneration(db: Db, id: string): Promise<void> {
  await remember(db, CURRENT, id);
}

export async function registerVersion(db: Db): Promise<RegisterVersion> {
  const row = await db.selectFrom('release').select((eb) => [eb.fn.countAll<number>().as('releases'), eb.fn.max('imported_at').as('newest')]).executeTakeFirstOrThrow();
  return { releases: row.releases, newest: row.newest, derived: DERIVED, format: FILE_FORMAT };
}

/** One build at a time in each world; a second waits. The lock goes with the session, so a build that was killed holds none. */
export async function withAnalysisLock<Result>(db: Db, work: (connection: Db) => Promise<Result>): Promise<Result> {
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(hashtext('torvet analysis'))`.execute(connection);
    try {
      return await work(connection);
    } finally {
      await sql`select pg_advisory_unlock(hashtext('torvet analysis'))`.execute(connection);
    }
  });
}

/** Reads everything as of one moment, whatever imports do meanwhile. */
export function inSnapshot<Result>(connection: Db, work: (snapshot: Transaction<RegisterTables>) => Promise<Result>): Promise<Result> {
  return connection.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
}

/** The key of the page of each organisation that notices name by another key too. */
export async function mainKeys(snapshot: Transaction<RegisterTables>): Promise<ReadonlyMap<string, string>> {
  const rows = await snapshot.selectFrom('organisation_same').select(['key', 'main']).execute();
  return new Map(rows.map(({ key, main }) => [key, main]));
}

/** Every process by ocid. */
export async function* compiledProcesses(snapshot: Transaction<RegisterTables>): AsyncGenerator<readonly CompiledProcess[]> {
  await sql`
    declare compiled_processes no scroll cursor for
    select p.ocid, p.compiled, array(select c.published::text from contract_change c where c.ocid = p.ocid order by c.place) as change_days,
           array(select c.notice from contract_change c where c.ocid = p.ocid order by c.place) as change_notices,
           (select coalesce(json_agg(json_build_object('cpv', c.cpv, 'cpv_before', c.cpv_before, 'category', c.category, 'category_before', c.category_before) order by c.place), '[]')
            from contract_change c where c.ocid = p.ocid) as change_kinds,
           (select coalesce(json_object_agg(b.framework, ${namedProcess(sql`b.framework`)}), '{}') from bought_under b where b.ocid = p.ocid) as bought_under,
           array(select c.notice from contract c where c.ocid = p.ocid order by c.place) as contract_notices
    from process p order by p.ocid collate "C"`.execute(snapshot);
  yield* groups(() => sql<CompiledProcess>`fetch ${sql.lit(PROCESSES_AT_ONCE)} from compiled_processes`.execute(snapshot));
}

/** Every release by ocid and date. */
export async function* storedNotices(snapshot: Transaction<RegisterTables>): AsyncGenerator<readonly StoredNotice[]> {
  await sql`
    declare stored_notices no scroll cursor for
    select r.ocid, r.release_id, r.date, r.tags, coalesce(n.language, r.language) as language, r.fault_count, n.source, n.form, n.notice_type, n.number,
           n.published::text as published, n.country,
           coalesce(n.source = 'ted' and n.form_type is null, false) as is_corrigendum,
           n.release is not null and r.received like '%"status":"unsuccessful"%' and r.received not like '%"status":"active"%' as has_no_winner
    from release r left join notice n on n.release = r.id
    order by r.ocid collate "C", r.date collate "C", r.release_id collate "C", r.content collate "C"`.execute(snapshot);
  yield* groups(() => sql<StoredNotice>`fetch ${sql.lit(NOTICES_AT_ONCE)} from stored_notices`.execute(snapshot));
}

/** The database finds the next group while this one is worked on. */
async function* groups<Row>(next: () => Promise<{ rows: Row[] }>): AsyncGenerator<readonly Row[]> {
  let coming = next();
  for (;;) {
    const { rows } = await coming;
    if (rows.length === 0) return;
    coming = next();
    // Its failure is met at the next turn; until then it must not count as one that nobody looks at.
    coming.catch(() => {});
    yield rows;
  }
}
