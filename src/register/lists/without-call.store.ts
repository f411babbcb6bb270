import { sql } from 'kysely';
import { ok, type Clock, type Result } from '#base';
import type { PageRequest } from '../cursor.ts';
import { UNKNOWN, type FacetOption, type ProcessQuery } from '../list.view.ts';
import { matchedOcids } from '../process-filter.store.ts';
import { correctProcessQuery, searchProcesses } from '../processes.store.ts';
import type { Db } from './part.store.ts';
import type { WithoutCallView } from './without-call.view.ts';

/** The search, of what was bought without a call for competition alone. */
export function withoutCall(query: ProcessQuery): ProcessQuery {
  return { ...query, filters: { ...query.filters, call: ['without'] } };
}

/** The processes without a call for competition, with the reasons that the buyers give. */
export async function searchWithoutCall(db: Db, clock: Clock, given: ProcessQuery, page: PageRequest): Promise<Result<WithoutCallView>> {
  const query = withoutCall(given);
  const found = await searchProcesses(db, clock, query, page);
  if (!found.ok) return found;
  const meant = found.value.corrected ? await correctProcessQuery(db, clock, query) : query;
  const [reasons, why] = await Promise.all([countReasons(db, clock, meant), readReasons(db, found.value.rows.map(({ ocid }) => ocid))]);
  return ok({ ...found.value, reasons, why });
}

async function countReasons(db: Db, clock: Clock, query: ProcessQuery): Promise<readonly FacetOption[]> {
  const { rows } = await sql<FacetOption>`
    select code as value, count(*) as count
    from (select unnest(case when reasons = '{}' then array[${sql.lit(UNKNOWN)}] else reasons end) as code
          from process where ocid in (${matchedOcids(clock, { ...query, reason: [] })})) given
    group by code order by code = ${sql.lit(UNKNOWN)}, count(*) desc, code`.execute(db);
  return rows;
}

async function readReasons(db: Db, ocids: readonly string[]): Promise<WithoutCallView['why']> {
  const rows = await db.selectFrom('process').select(['ocid', 'reasons', 'rationale']).where(sql<boolean>`ocid = any(${ocids}::text[])`).execute();
  return Object.fromEntries(rows.map(({ ocid, reasons, rationale }) => [ocid, { reasons, rationale }]));
}
