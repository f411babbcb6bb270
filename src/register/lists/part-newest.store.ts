/** What notices told of last, for those who follow a list. */
import { sql, type RawBuilder } from 'kysely';
import { partCondition, type Db, type PartSelection } from './part.store.ts';
import type { Told } from './part.view.ts';

/**
 * SQL that joins `told.at`: when the notice was published that tells of a row; null where its date is none. A notice
 * that was received in two contents counts by the newer one.
 */
export const TOLD = sql`left join lateral (
  select max(case when release.date ~ '^\\d{4}-\\d\\d-\\d\\d' and pg_input_is_valid(release.date, 'timestamptz') then release.date::timestamptz end) as at
  from release where release.ocid = part.ocid and release.release_id = part.notice) told on true`;

/** Never later than the newest notice of the process, whatever a notice's date looks like. */
const TOLD_AT = sql`case when process.last_date is not null then least(told.at, process.last_date) end`;

/** SQL for the columns of `Told`, with `told` at hand. */
export const TOLD_COLUMNS = sql`${TOLD_AT} as told, process.release_count as releases`;

/** What is new mostly stands in processes that are: so many are looked at first, and all of them only where that is not enough. */
const NEWEST_PROCESSES = 2000;

/**
 * The rows that were told of last, the newest first.
 * @param joined SQL that joins `told`, and what else the columns need
 * @param among how many processes are looked at first; the answer is the same for any number
 */
export async function newestParts<Row extends object>(
  db: Db, selection: PartSelection, columns: RawBuilder<unknown>, joined: RawBuilder<unknown>, limit: number, among = NEWEST_PROCESSES,
): Promise<readonly (Row & Told)[]> {
  const find = async (within: RawBuilder<unknown>): Promise<readonly (Row & Told)[]> => (await sql<Row & Told>`
    select part.ocid, ${columns}, ${TOLD_COLUMNS}
    from ${selection.source.part} part join process on process.ocid = part.ocid ${joined}
    where ${partCondition(selection)} ${within}
    order by ${TOLD_AT} desc nulls last, part.ocid, part.place limit ${limit}`.execute(db)).rows;
  const since = await newSince(db, among);
  if (since === null) return find(sql``);
  const rows = await find(sql`and coalesce(process.last_date, '-infinity') >= ${since}::timestamptz`);
  // Every other process changed last before that, and so did what stands in it.
  const last = rows.length < limit ? null : rows.at(-1)?.told ?? null;
  return last !== null && Temporal.Instant.compare(last, since) >= 0 ? rows : find(sql``);
}

/** When the last of so many processes changed, the newest first; null: there are fewer. */
async function newSince(db: Db, among: number): Promise<string | null> {
  const { rows } = await sql<{ since: string | null }>`
    select last_date as since from process order by coalesce(last_date, '-infinity') desc, ocid desc offset ${among - 1} limit 1`.execute(db);
  return rows[0]?.since ?? null;
}
