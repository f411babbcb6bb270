import { sql, type Kysely, type RawBuilder } from 'kysely';
import { countedAwards, type OverviewScope } from './overview-scope.store.ts';
import type { CounterpartView, OverviewView, SumView } from './overview.view.ts';
import type { RegisterTables } from './tables.ts';

type Db = Kysely<RegisterTables>;

const SHOWN = 10;
/** A supplier is new for two years. */
const NEW_FOR = { years: 2 };

interface Ranked {
  readonly key: string;
  readonly name: string;
  readonly processes: number;
  readonly total: number;
}

/** `key, ocid`: each organisation of the kind with each process of the search that it takes part in. */
export const PARTY_PAIRS = {
  buyers: (scope: OverviewScope): RawBuilder<unknown> => takingPart(scope, ['buyer', 'procuringEntity']),
  suppliers: (scope: OverviewScope): RawBuilder<unknown> => takingPart(scope, ['supplier']),
} as const;

function takingPart({ matched }: OverviewScope, roles: readonly string[]): RawBuilder<unknown> {
  return sql`
    select distinct coalesce(main, organisation) as key, ocid from participation left join organisation_same same on same.key = organisation
    where roles && ${roles}::text[] and ocid in (${matched})`;
}

export async function readBuyers(db: Db, scope: OverviewScope): Promise<OverviewView['buyers']> {
  const ranked = await rank(db, PARTY_PAIRS.buyers(scope));
  const sums = await sumsBy(db, ranked, sql`
    select pairs.key, awarded.currency, awarded.amount from ${countedAwards(scope)} join (${PARTY_PAIRS.buyers(scope)}) pairs using (ocid)
    where awarded.amount is not null and pairs.key = any(${keysOf(ranked)}::text[])`);
  return withSums(ranked, sums);
}

/** Suppliers by the processes they take part in as suppliers. What several were awarded together stands in no one's sum. */
export async function readSuppliers(db: Db, scope: OverviewScope): Promise<OverviewView['suppliers']> {
  const ranked = await rank(db, PARTY_PAIRS.suppliers(scope));
  const sums = await sumsBy(db, ranked, sql`
    select coalesce(main, suppliers[1]) as key, currency, amount from ${countedAwards(scope)} left join organisation_same same on same.key = suppliers[1]
    where amount is not null and cardinality(suppliers) = 1 and coalesce(main, suppliers[1]) = any(${keysOf(ranked)}::text[])`);
  return withSums(ranked, sums);
}

async function rank(db: Db, pairs: RawBuilder<unknown>): Promise<Ranked[]> {
  const { rows } = await sql<Ranked>`
    with counted as (select key, count(*) as processes, count(*) over () as total from (${pairs}) pairs group by key order by 2 desc, key limit ${SHOWN})
    select counted.key, coalesce(o.name, counted.key) as name, processes, total from counted left join organisation o on o.key = counted.key
    order by processes desc, counted.key`.execute(db);
  return rows;
}

function keysOf(ranked: readonly Ranked[]): string[] {
  return ranked.map(({ key }) => key);
}

async function sumsBy(db: Db, ranked: readonly Ranked[], amounts: RawBuilder<unknown>): Promise<ReadonlyMap<string, SumView[]>> {
  if (ranked.length === 0) return new Map();
  const { rows } = await sql<{ key: string; currency: string | null; amount: string; awards: number }>`
    select key, currency, sum(amount)::text as amount, count(*) as awards from (${amounts}) amounts group by 1, 2 order by 1, 4 desc, 2`.execute(db);
  const sums = Map.groupBy(rows, ({ key }) => key);
  return new Map([...sums].map(([key, own]) => [key, own.map(({ amount, currency, awards }) => ({ value: { amount, currency }, awards }))]));
}

function withSums(ranked: readonly Ranked[], sums: ReadonlyMap<string, SumView[]>): { total: number; top: CounterpartView[] } {
  return {
    total: ranked[0]?.total ?? 0,
    top: ranked.map(({ key, name, processes }) => ({ key, name, processes, sums: sums.get(key) ?? [] })),
  };
}

/** Suppliers whose first notice in the search is no older than two years. */
export async function readNewcomers(db: Db, { matched, today }: OverviewScope): Promise<OverviewView['newcomers']> {
  const since = today.subtract(NEW_FOR).toString();
  const { rows } = await sql<OverviewView['newcomers']['newest'][number] & { total: number }>`
    with firsts as (
      select distinct on (coalesce(main, organisation)) coalesce(main, organisation) as key, p.first_date as first, p.ocid
      from participation join process p using (ocid) left join organisation_same same on same.key = organisation
      where 'supplier' = any(roles) and p.first_date is not null and ocid in (${matched})
      order by coalesce(main, organisation), p.first_date, p.ocid),
    fresh as (select *, count(*) over () as total from firsts where first >= ${since}::date order by first desc, key limit ${SHOWN})
    select fresh.key, coalesce(o.name, fresh.key) as name, first, ocid, total from fresh left join organisation o on o.key = fresh.key
    order by first desc, fresh.key`.execute(db);
  return { since, total: rows[0]?.total ?? 0, newest: rows.map(({ key, name, first, ocid }) => ({ key, name, first, ocid })) };
}
