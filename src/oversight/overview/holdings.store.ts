/** Holdings as they are kept. */
import { sql, type Kysely } from 'kysely';
import type { RegisterTables } from '#register';
import { own } from '../tables.ts';
import type { Holding } from './holdings.ts';
import type { HoldingFound } from './rows.ts';

type Db = Kysely<RegisterTables>;

/** All of a file or nothing. @returns how many were new */
export async function keepHoldings(db: Db, holdings: readonly Holding[]): Promise<number> {
  if (holdings.length === 0) return 0;
  const { numAffectedRows } = await sql`
    insert into holding (municipality, system, supplier, starts, ends, amount, currency, source)
    select municipality, system, supplier, starts, ends, amount, currency, source
    from json_to_recordset(${JSON.stringify(holdings)}::json) as row (
      municipality text, system text, supplier text, starts date, ends date, amount numeric, currency text, source text)
    on conflict do nothing`.execute(own(db));
  return Number(numAffectedRows ?? 0n);
}

/** Those of the systems with these names, whatever their letters’ case. */
export async function readHoldings(db: Db, names: readonly string[]): Promise<readonly HoldingFound[]> {
  const { rows } = await sql<HoldingFound>`
    select municipality, supplier, starts::text as "from", ends::text as "to", amount::text as amount, currency, source from holding
    where lower(system) = any(${names.map((name) => name.toLowerCase())}::text[]) order by municipality, starts, supplier, source`.execute(own(db));
  return rows;
}
