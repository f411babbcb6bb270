import { sql, type Kysely } from 'kysely';
import { copenhagenDate, type Clock } from '#base';
import { narrower, divisions } from './cpv/names.ts';
import { readEnding } from './overview-ending.store.ts';
import { countedAwards, scopeOf, type OverviewScope } from './overview-scope.store.ts';
import { readBuyers, readNewcomers, readSuppliers } from './overview-parties.store.ts';
import type { Calls, OverviewView } from './overview.view.ts';
import type { ProcessQuery } from './list.view.ts';
import { readSearchText } from './search-text.ts';
import type { RegisterTables } from './tables.ts';
import { keeping } from './version.store.ts';

type Db = Kysely<RegisterTables>;

const MOST_FIELDS = 12;

/** Answers kept for each register: an overview of thousands of processes takes a third of a second, and its page, its API and its comparison ask for the same. */
const MOST_KEPT = 200;
const keep = keeping<OverviewView>(MOST_KEPT);

/** What the processes of a search say together. Amounts are those of awards that count; see `flat/awards.flat.ts`. */
export async function readOverview(db: Db, clock: Clock, query: ProcessQuery): Promise<OverviewView> {
  // What is open changes with the clock; what ends soon and who is new, with the day.
  if (query.open === true) return gather(db, clock, query);
  const day = copenhagenDate(clock.now()).toString();
  const { q, filters, cpv, buyer, supplier, reason, under, procedure, oneBid } = query;
  return keep(db, JSON.stringify([day, readSearchText(q)?.text, filters, cpv, buyer, supplier, reason, under, procedure, oneBid]), () => gather(db, clock, query));
}

async function gather(db: Db, clock: Clock, query: ProcessQuery): Promise<OverviewView> {
  const scope = await scopeOf(db, clock, query);
  const [processes, awards, buyers, suppliers, newcomers, fields, ending] = await Promise.all([
    readProcesses(db, scope), readAwards(db, scope), readBuyers(db, scope), readSuppliers(db, scope),
    readNewcomers(db, scope), readFields(db, scope, query.cpv), readEnding(db, scope),
  ]);
  const { bids: lots, ...rest } = processes;
  const { bids, ...made } = awards;
  // A supplier is asked how often it was alone in bidding; a buyer or a field, how many lots had one bid.
  return { ...rest, awards: made, bids: query.supplier === null ? lots : bids, buyers, suppliers, newcomers, fields, ending };
}

interface ProcessGroup extends Calls {
  readonly grouped: 'whole' | 'procedure' | 'year';
  readonly procedure: string | null;
  readonly method: string | null;
  readonly year: number | null;
  readonly processes: number;
  readonly counted: number;
  readonly single: number;
  readonly singleIn: number;
  readonly dps: number;
  readonly framework: number;
  readonly callOff: number;
}

/** The processes are looked at once, for the whole, the procedures and the years: going to each is what costs. */
async function readProcesses(db: Db, { matched }: OverviewScope): Promise<Pick<OverviewView, 'processes' | 'calls' | 'bids' | 'techniques' | 'procedures' | 'perYear'>> {
  const { rows } = await sql<ProcessGroup>`
    select case grouping(procedure, plain_method, year) when 7 then 'whole' when 1 then 'procedure' else 'year' end as grouped,
           procedure, plain_method as method, year,
           count(*) as processes, count(*) filter (where not without_call) as "with", count(*) filter (where without_call) as without,
           count(*) filter (where without_call is null) as unknown,
           coalesce(sum(lots_with_bids), 0)::int as counted, coalesce(sum(lots_single_bid), 0)::int as single,
           count(*) filter (where lots_single_bid > 0) as "singleIn",
           count(*) filter (where technique = 'dps') as dps, count(*) filter (where technique = 'framework') as framework,
           count(*) filter (where technique = 'call-off') as "callOff"
    from (select *, case when procedure is null then method end as plain_method from process where ocid in (${matched})) found
    group by grouping sets ((), (procedure, plain_method), (year))
    order by processes desc, procedure, plain_method`.execute(db);
  const whole = rows.find(({ grouped }) => grouped === 'whole');
  if (whole === undefined) throw new Error('A count gave no row.');
  const { processes, with: called, without, unknown, counted, single, singleIn, dps, framework, callOff } = whole;
  return {
    processes, calls: { with: called, without, unknown }, bids: { counted, single, processes: singleIn }, techniques: { dps, framework, 'call-off': callOff },
    procedures: rows.flatMap(({ grouped, procedure, method, processes: own }) => (grouped === 'procedure' ? [{ code: procedure, method, processes: own }] : [])),
    perYear: rows.flatMap(({ grouped, year, with: calls, without: none, unknown: unsaid }) => (grouped === 'year' && year !== null ? [{ year, with: calls, without: none, unknown: unsaid }] : []))
      .toSorted((one, other) => one.year - other.year),
  };
}

async function readAwards(db: Db, scope: OverviewScope): Promise<OverviewView['awards'] & { bids: OverviewView['bids'] }> {
  const { rows } = await sql<{ isWhole: boolean; made: number; shared: number; valued: number; counted: number; single: number; singleIn: number; currency: string | null; amount: string | null }>`
    select grouping(currency) = 1 as "isWhole", count(*) as made, count(*) filter (where cardinality(suppliers) > 1) as shared, count(amount) as valued,
           count(*) filter (where bids > 0) as counted, count(*) filter (where bids = 1) as single,
           count(distinct ocid) filter (where bids = 1) as "singleIn", currency, sum(amount)::text as amount
    from ${countedAwards(scope)} group by grouping sets ((), (currency)) order by valued desc, currency`.execute(db);
  const whole = rows.find(({ isWhole }) => isWhole);
  if (whole === undefined) throw new Error('A count gave no row.');
  const { made, shared, valued, counted, single, singleIn } = whole;
  const sums = rows.flatMap(({ isWhole, currency, amount, valued: awards }) => (isWhole || amount === null ? [] : [{ value: { amount, currency }, awards }]));
  return { made, shared, valued, sums, bids: { counted, single, processes: singleIn } };
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
