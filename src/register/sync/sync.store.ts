import { sql, type Kysely } from 'kysely';
import { copenhagenDate, type Clock } from '#base';
import { storable } from '../storable.ts';
import type { RegisterTables } from '../tables.ts';
import type { Period, SyncCounts, SyncView } from './sync.view.ts';

type Db = Kysely<RegisterTables>;

/** A run as it stands. Everything published before the day `reached` is taken. */
export interface SyncRun extends SyncCounts {
  readonly id: string;
  readonly since: string;
  readonly reached: string;
  /** How many notices there are since the first day; null when the service did not say. */
  readonly announced: number | null;
  readonly pages: number;
}

/** A notice that the service lists and does not hand out, and why. */
export interface Missing {
  readonly number: string;
  readonly reason: string;
  readonly help: string;
}

const OVERLAP_DAYS = 5;
const FIRST_DAYS = 30;

/**
 * Does the work unless another session syncs this register. The lock goes with the session, so a killed process leaves none.
 * @returns null when another one does.
 */
export async function withSyncLock<T>(db: Db, work: () => Promise<T>): Promise<T | null> {
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(hashtext('torvet sync')) as got`.execute(connection);
    if (rows[0]?.got !== true) return null;
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(hashtext('torvet sync'))`.execute(connection);
    }
  });
}

const RUN = ['id', sql<string>`since::text`.as('since'), sql<string>`reached::text`.as('reached'), 'announced', 'pages', 'found', 'imported', 'unchanged', 'rejected'] as const;

/**
 * The run to go on with: the newest one of the query when it was not finished and began where this one is to begin, else a new one.
 * @param since null: where the last finished run ended less some days, for notices that appeared late; the first time a month back.
 */
export async function openRun(db: Db, source: string, query: string, since: string | null, clock: Clock): Promise<SyncRun> {
  const runs = db.selectFrom('sync_run').where('source', '=', source).where('query', '=', query);
  const newest = await runs.select([...RUN, 'finished_at']).orderBy('id', 'desc').limit(1).executeTakeFirst();
  if (newest !== undefined && newest.finished_at === null && (since === null || since === newest.since)) return newest;
  const last = await runs.select(sql<string | null>`(max(until) - ${OVERLAP_DAYS}::integer)::text`.as('day')).executeTakeFirst();
  const from = since ?? last?.day ?? copenhagenDate(clock.now()).subtract({ days: FIRST_DAYS }).toString();
  return db.insertInto('sync_run').values({ source, query, since: from, reached: from }).returning(RUN).executeTakeFirstOrThrow();
}

/** Which of the notices the run has not counted yet, in their order. */
export async function uncounted(db: Db, run: string, numbers: readonly string[]): Promise<string[]> {
  if (numbers.length === 0) return [];
  const rows = await db.selectFrom('sync_notice').select('number').where('run', '=', run).where('number', 'in', numbers).execute();
  const counted = new Set(rows.map(({ number }) => number));
  return numbers.filter((number) => !counted.has(number));
}

/** Counts notices, in one transaction with the memory that they are counted. */
export async function countNotices(
  db: Db, run: string, notices: readonly (Missing | { readonly number: string })[], counts: Omit<SyncCounts, 'found'>,
): Promise<SyncRun> {
  return db.transaction().execute(async (transaction) => {
    if (notices.length > 0) {
      await transaction.insertInto('sync_notice').values(notices.map((notice) => ('reason' in notice
        ? { run, number: notice.number, reason: storable(notice.reason), help: storable(notice.help) }
        : { run, number: notice.number, reason: null, help: null }))).execute();
    }
    return transaction.updateTable('sync_run').where('id', '=', run).set((eb) => ({
      found: eb('found', '+', notices.length),
      imported: eb('imported', '+', counts.imported),
      unchanged: eb('unchanged', '+', counts.unchanged),
      rejected: eb('rejected', '+', counts.rejected),
    })).returning(RUN).executeTakeFirstOrThrow();
  });
}

/** One more page is read. */
export function turnPage(db: Db, run: string, now: Pick<SyncRun, 'reached' | 'announced'>): Promise<SyncRun> {
  return db.updateTable('sync_run').where('id', '=', run).set((eb) => ({ ...now, pages: eb('pages', '+', 1) })).returning(RUN).executeTakeFirstOrThrow();
}

export async function finishRun(db: Db, run: string, until: string): Promise<void> {
  await db.updateTable('sync_run').where('id', '=', run).set({ finished_at: sql`now()`, until, reached: until }).execute();
}

export async function failRun(db: Db, run: string, error: string): Promise<void> {
  await db.updateTable('sync_run').where('id', '=', run).set({ failed_at: sql`now()`, error: storable(error) }).execute();
}

/** Which of these publication numbers of TED (without leading zeros) the register holds, in whichever form. */
export async function knownNotices(db: Db, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set();
  const rows = await db.selectFrom('notice').select('number').where('number', 'in', numbers).execute();
  return new Set(rows.flatMap(({ number }) => number ?? []));
}

/** How the fetching stands, for each source and query. */
export async function readSyncRuns(db: Db): Promise<readonly SyncView[]> {
  const rows = await db.selectFrom('sync_run').select([
    ...RUN, sql<string | null>`until::text`.as('until'), 'source', 'query', 'finished_at', 'failed_at', 'error',
  ]).orderBy('source').orderBy('query').orderBy('id').execute();
  return Map.groupBy(rows, ({ source, query }) => `${source} ${query}`).values().map((runs): SyncView => {
    const finished = runs.flatMap(({ finished_at: finishedAt, until, since, found, imported, unchanged, rejected }) =>
      (finishedAt === null || until === null ? [] : [{ since, until, finishedAt, found, imported, unchanged, rejected }]));
    const failed = runs.flatMap(({ failed_at: at, error }) => (at === null || error === null ? [] : [{ at, error }]));
    const { source = '', query = '', finished_at: ended = null, failed_at: broke = null } = runs.at(-1) ?? {};
    return {
      source, query, covered: joined(finished),
      // Keys rise, and of a query only the newest run is gone on with: the last one is also the last to end.
      lastSuccess: finished.at(-1) ?? null,
      lastFailure: failed.at(-1) ?? null,
      endedAt: ended ?? broke,
    };
  }).toArray();
}

/** Periods that overlap or follow each other become one. */
function joined(periods: readonly Period[]): Period[] {
  const result: Period[] = [];
  // Days in this form stand in the order of their text.
  for (const { since, until } of periods.toSorted((a, b) => (a.since < b.since ? -1 : 1))) {
    const last = result.at(-1);
    if (last === undefined || since > Temporal.PlainDate.from(last.until).add({ days: 1 }).toString()) result.push({ since, until });
    else if (until > last.until) result[result.length - 1] = { since: last.since, until };
  }
  return result;
}
