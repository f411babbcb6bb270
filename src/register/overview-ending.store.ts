import { sql, type Kysely } from 'kysely';
import { keysOf } from './identity/same.store.ts';
import type { OverviewScope } from './overview-scope.store.ts';
import type { OverviewView } from './overview.view.ts';
import type { RegisterTables } from './tables.ts';

const SOON = { months: 18 };
const SHOWN = 5;

/** Contracts that end within 18 months; those that were ended before their time are not among them. */
export async function readEnding(db: Kysely<RegisterTables>, { matched, supplier, today }: OverviewScope): Promise<OverviewView['ending']> {
  const until = today.add(SOON).toString();
  const own = supplier === null ? sql`true` : sql`exists (select from jsonb_array_elements(suppliers) as one where one ->> 'key' = any(${keysOf(supplier)}))`;
  const { rows } = await sql<{ contracts: number; known: number; total: number; next: OverviewView['ending']['next'] }>`
    with own as materialized (
      select *, ends between ${today.toString()}::date and ${until}::date and coalesce(status, '') not in ('cancelled', 'terminated') as soon
      from contract where not repeated and ${own} and ocid in (${matched})),
    next as (
      select own.ocid, coalesce(own.title, p.title) as title, p.buyer_name as buyer, to_char(ends, 'YYYY-MM-DD') as ends, ends_basis as basis,
             array(select supplier ->> 'name' from jsonb_array_elements(own.suppliers) as supplier) as suppliers
      from own join process p using (ocid) where soon order by own.ends, own.ocid, own.place limit ${SHOWN})
    select count(*) as contracts, count(ends) as known, count(*) filter (where soon) as total, coalesce((select json_agg(next) from next), '[]') as next
    from own`.execute(db);
  const [counted] = rows;
  if (counted === undefined) throw new Error('A count gave no row.');
  return { until, ...counted };
}
