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
  const contracts = sql`(select * from contract where not repeated and ${own} and ocid in (${matched})) c`;
  const soon = sql`c.ends between ${today.toString()}::date and ${until}::date and coalesce(c.status, '') not in ('cancelled', 'terminated')`;
  const { rows: [counted] } = await sql<{ contracts: number; known: number; total: number }>`
    select count(*) as contracts, count(c.ends) as known, count(*) filter (where ${soon}) as total
    from ${contracts}`.execute(db);
  if (counted === undefined) throw new Error('A count gave no row.');
  const { rows } = await sql<OverviewView['ending']['next'][number]>`
    select c.ocid, coalesce(c.title, p.title) as title, p.buyer_name as buyer, to_char(c.ends, 'YYYY-MM-DD') as ends, c.ends_basis as basis,
           array(select supplier ->> 'name' from jsonb_array_elements(c.suppliers) as supplier) as suppliers
    from ${contracts} join process p using (ocid)
    where ${soon} order by c.ends, c.ocid, c.place limit ${SHOWN}`.execute(db);
  return { until, ...counted, next: rows };
}
