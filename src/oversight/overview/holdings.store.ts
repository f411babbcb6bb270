/** Holdings as they are kept. */
import { sql, type Kysely } from 'kysely';
import type { RegisterTables } from '#register';
import { own } from '../tables.ts';
import type { Holding } from './holdings.ts';
import type { HoldingFound } from './rows.ts';

type Db = Kysely<RegisterTables>;

/** All of a file or nothing. A row that is there already only gains what its amount is for. @returns how many were new */
export async function keepHoldings(db: Db, holdings: readonly Holding[]): Promise<number> {
  if (holdings.length === 0) return 0;
  const { rows } = await sql<{ isNew: boolean }>`
    insert into holding (municipality, system, supplier, starts, ends, amount, currency, basis, source)
    select municipality, system, supplier, starts, ends, amount, currency, basis, source
    from json_to_recordset(${JSON.stringify(holdings)}::json) as row (
      municipality text, system text, supplier text, starts date, ends date, amount numeric, currency text, basis text, source text)
    on conflict (municipality, system, supplier, starts, ends, amount, currency, source) do update set basis = excluded.basis
      where excluded.basis is not null and holding.basis is distinct from excluded.basis
    returning xmax = 0 as "isNew"`.execute(own(db));
  return rows.filter(({ isNew }) => isNew).length;
}

/** Those of the systems with these names, whatever their letters’ case. */
export async function readHoldings(db: Db, names: readonly string[]): Promise<readonly HoldingFound[]> {
  const { rows } = await sql<HoldingFound>`
    select municipality, system, supplier, starts::text as "from", ends::text as "to", amount::text as amount, currency, basis, source, imported_at as "importedAt" from holding
    where lower(system) = any(${names.map((name) => name.toLowerCase())}::text[]) order by municipality, starts, supplier, source`.execute(own(db));
  return rows;
}

/** Every system that somebody is known to have, as the lists write it; each spelling once. */
export async function heldSystems(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ system: string }>`select min(system) as system from holding group by lower(system) order by 1`.execute(own(db));
  return rows.map(({ system }) => system);
}
