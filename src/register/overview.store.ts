import { sql, type Kysely } from 'kysely';
import type { Clock } from '#base';
import { narrower, divisions } from './cpv/names.ts';
import { readEnding } from './overview-ending.store.ts';
import { countedAwards, scopeOf, type OverviewScope } from './overview-scope.store.ts';
import { readBuyers, readNewcomers, readSuppliers } from './overview-parties.store.ts';
import type { Calls, OverviewView, SumView } from './overview.view.ts';
import type { ProcessQuery } from './list.view.ts';
import type { RegisterTables } from './tables.ts';

type Db = Kysely<RegisterTables>;

const MOST_FIELDS = 12;

/** What the processes of a search say together. Amounts are those of awards that count; see `flat/awards.flat.ts`. */
export async function readOverview(db: Db, clock: Clock, query: ProcessQuery): Promise<OverviewView> {
  const scope = await scopeOf(db, clock, query);
  const [whole, procedures, perYear, awards, buyers, suppliers, newcomers, fields, ending] = await Promise.all([
    readWhole(db, scope), readProcedures(db, scope), readYears(db, scope), readAwards(db, scope), readBuyers(db, scope), readSuppliers(db, scope),
    readNewcomers(db, scope), readFields(db, scope, query.cpv), readEnding(db, scope),
  ]);
  const { bids: lots, ...rest } = whole;
  const { bids, ...made } = awards;
  // A supplier is asked how often it was alone in bidding; a buyer or a field, how many lots had one bid.
  return { ...rest, procedures, perYear, awards: made, bids: query.supplier === null ? lots : bids, buyers, suppliers, newcomers, fields, ending };
}

async function readWhole(db: Db, { matched }: OverviewScope): Promise<Pick<OverviewView, 'processes' | 'calls' | 'bids' | 'techniques'>> {
  const { rows: [row] } = await sql<Calls & { processes: number; counted: number; single: number; dps: number; framework: number; callOff: number }>`
    select count(*) as processes, count(*) filter (where not without_call) as "with", count(*) filter (where without_call) as without,
           count(*) filter (where without_call is null) as unknown,
           coalesce(sum(lots_with_bids), 0)::int as counted, coalesce(sum(lots_single_bid), 0)::int as single,
           count(*) filter (where technique = 'dps') as dps, count(*) filter (where technique = 'framework') as framework,
           count(*) filter (where technique = 'call-off') as "callOff"
    from process where ocid in (${matched})`.execute(db);
  if (row === undefined) throw new Error('A count gave no row.');
  const { processes, with: called, without, unknown, counted, single, dps, framework, callOff } = row;
  return { processes, calls: { with: called, without, unknown }, bids: { counted, single }, techniques: { dps, framework, 'call-off': callOff } };
}

async function readProcedures(db: Db, { matched }: OverviewScope): Promise<OverviewView['procedures']> {
  const { rows } = await sql<OverviewView['procedures'][number]>`
    select procedure as code, case when procedure is null then method end as method, count(*) as processes
    from process where ocid in (${matched}) group by 1, 2 order by 3 desc, 1, 2`.execute(db);
  return rows;
}

async function readYears(db: Db, { matched }: OverviewScope): Promise<OverviewView['perYear']> {
  const { rows } = await sql<OverviewView['perYear'][number]>`
    select year, count(*) filter (where not without_call) as "with", count(*) filter (where without_call) as without,
           count(*) filter (where without_call is null) as unknown
    from process where year is not null and ocid in (${matched}) group by 1 order by 1`.execute(db);
  return rows;
}

async function readAwards(db: Db, scope: OverviewScope): Promise<OverviewView['awards'] & { bids: OverviewView['bids'] }> {
  const [{ rows: [whole] }, sums] = await Promise.all([
    sql<{ made: number; shared: number; valued: number; counted: number; single: number }>`
      select count(*) as made, count(*) filter (where cardinality(suppliers) > 1) as shared, count(amount) as valued,
             count(*) filter (where bids > 0) as counted, count(*) filter (where bids = 1) as single
      from ${countedAwards(scope)}`.execute(db),
    sql<{ currency: string | null; amount: string; awards: number }>`
      select currency, sum(amount)::text as amount, count(*) as awards from ${countedAwards(scope)} where amount is not null
      group by 1 order by 3 desc, 1`.execute(db),
  ]);
  if (whole === undefined) throw new Error('A count gave no row.');
  const { made, shared, valued, counted, single } = whole;
  return { made, shared, valued, sums: sums.rows.map(sumOf), bids: { counted, single } };
}

function sumOf({ amount, currency, awards }: { amount: string; currency: string | null; awards: number }): SumView {
  return { value: { amount, currency }, awards };
}

/** The fields one step below the one that was asked for. */
async function readFields(db: Db, { matched }: OverviewScope, cpv: string | null): Promise<OverviewView['fields']> {
  const below = (cpv === null ? divisions() : narrower(cpv)).map(({ field }) => field);
  if (below.length === 0) return [];
  const { rows } = await sql<OverviewView['fields'][number]>`
    select field, count(*) as processes from process, unnest(cpv) as field
    where field = any(${below}::text[]) and ocid in (${matched}) group by 1 order by 2 desc, 1 limit ${MOST_FIELDS}`.execute(db);
  return rows;
}
