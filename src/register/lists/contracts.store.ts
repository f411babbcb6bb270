import { sql, type RawBuilder } from 'kysely';
import { COPENHAGEN, ok, type Clock, type Result } from '#base';
import type { PageRequest, RowPage } from '../cursor.ts';
import { correctProcessQuery, organisationName } from '../processes.store.ts';
import { METHODS, type OrganisationLink } from '../views.ts';
import { CONTRACT_SORTS, DEFAULT_ENDS, ENDS, monthsOf, type ContractListView, type ContractQuery, type ContractRow, type ContractSort, type Ends } from './contracts.view.ts';
import { newestParts, TOLD, TOLD_COLUMNS } from './part-newest.store.ts';
import { countParts, partCondition, partFacets, partRows, type Db, type PartOrder, type PartSelection } from './part.store.ts';
import type { Told } from './part.view.ts';

const SOURCE = { part: sql`contract`, currency: sql`part.currency` };

/** The list of contracts: one page of rows, how many there are, what each filter and each choice of an end would give. */
export async function searchContracts(db: Db, clock: Clock, query: ContractQuery, page: PageRequest): Promise<Result<ContractListView>> {
  const meant = await correctContractQuery(db, clock, query);
  const found = await findContracts(db, clock, meant, page);
  if (!found.ok) return found;
  const [endsCounts, facets, buyerName, supplierName] = await Promise.all([
    countEnds(db, clock, meant),
    partFacets(db, selectionOf(clock, meant)),
    organisationName(db, query.search.buyer),
    organisationName(db, query.search.supplier),
  ]);
  const ends = meant.ends ?? DEFAULT_ENDS;
  const corrected = meant !== query;
  return ok({
    ...found.value, query, ends, endsCounts, facets, buyerName, supplierName, corrected,
    sort: sortInForce(meant), sorts: sortsOf(meant), total: endsCounts[ends], didYouMean: corrected ? meant.search.q : null,
  });
}

export async function correctContractQuery(db: Db, clock: Clock, query: ContractQuery): Promise<ContractQuery> {
  const search = await correctProcessQuery(db, clock, query.search);
  return search === query.search ? query : { ...query, search };
}

export function countContracts(db: Db, clock: Clock, query: ContractQuery): Promise<number> {
  return countParts(db, selectionOf(clock, query));
}

interface Found extends Omit<ContractRow, 'buyer' | 'value' | 'method'> {
  readonly buyer_key: string | null;
  readonly buyer_name: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly method: string | null;
  readonly suppliers: readonly OrganisationLink[];
}

const COLUMNS = sql`
  part.contract, coalesce(part.title, process.title) as title, process.buyer_key, process.buyer_name, part.suppliers, process.country, part.status,
  part.signed::text as signed, part.starts::text as starts, part.ends::text as ends, part.ends_basis as "endsBasis", part.renewal, part.changed,
  part.amount, part.currency, process.procedure, process.method, part.notice`;

/** One page of the rows alone. */
export async function findContracts(db: Db, clock: Clock, query: ContractQuery, page: PageRequest): Promise<Result<RowPage<ContractRow>>> {
  const found = await partRows<Found>(db, selectionOf(clock, query), orderOf(query), COLUMNS, page);
  return found.ok ? ok({ ...found.value, rows: found.value.rows.map(rowOf) }) : found;
}

/** The contracts that notices told of last, whenever they end. */
export async function newestContracts(db: Db, clock: Clock, query: ContractQuery, limit: number): Promise<readonly (ContractRow & Told)[]> {
  return (await newestParts<Found>(db, whole(clock, query), COLUMNS, TOLD, limit)).map(toldOf);
}

/** One page of those that end from today on, the soonest first; with a choice of months, within those. */
export async function findEndsAhead(db: Db, clock: Clock, query: ContractQuery, page: PageRequest): Promise<Result<RowPage<ContractRow & Told>>> {
  const own = [NOT_REPEATED, endsAhead(clock, monthsOf(query.ends))];
  const found = await partRows<Found & Told>(db, { ...whole(clock, query), own }, SOONEST, sql`${COLUMNS}, ${TOLD_COLUMNS}`, page, TOLD);
  return found.ok ? ok({ ...found.value, rows: found.value.rows.map(toldOf) }) : found;
}

function toldOf(row: Found & Told): ContractRow & Told {
  return { ...rowOf(row), told: row.told, releases: row.releases };
}

function rowOf(row: Found): ContractRow {
  const { ocid, contract, title, suppliers, country, status, signed, starts, ends, endsBasis, renewal, changed, procedure, notice } = row;
  return {
    ocid, contract, title, suppliers, country, status, signed, starts, ends, endsBasis, renewal, changed, procedure, notice,
    buyer: row.buyer_name === null ? null : { key: row.buyer_key, name: row.buyer_name },
    value: row.amount === null ? null : { amount: row.amount, currency: row.currency },
    method: METHODS.find((method) => method === row.method) ?? null,
  };
}

function selectionOf(clock: Clock, query: ContractQuery): PartSelection {
  return { ...whole(clock, query), own: [NOT_REPEATED, endsCondition(clock, query.ends ?? DEFAULT_ENDS)] };
}

const NOT_REPEATED = sql`not part.repeated`;

function whole(clock: Clock, query: ContractQuery): PartSelection {
  return { source: SOURCE, clock, search: query.search, own: [NOT_REPEATED] };
}

async function countEnds(db: Db, clock: Clock, query: ContractQuery): Promise<Readonly<Record<Ends, number>>> {
  const counts = ENDS.map((ends) => sql`count(*) filter (where ${endsCondition(clock, ends)}) as ${sql.ref(ends)}`);
  const { rows } = await sql<Record<Ends, number>>`select ${sql.join(counts)} from contract part where ${partCondition(whole(clock, query))}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('A count gave no row.');
  return row;
}

/** A contract that was cancelled, or has ended already, does not end soon, whatever date it was to have. @param months null: however late */
function endsAhead(clock: Clock, months: number | null): RawBuilder<boolean> {
  const today = clock.now().toZonedDateTimeISO(COPENHAGEN).toPlainDate();
  const last = months === null ? sql`'infinity'::date` : sql`${today.add({ months }).toString()}::date`;
  return sql<boolean>`(part.ends between ${today.toString()}::date and ${last} and lower(coalesce(part.status, '')) not in ('cancelled', 'terminated'))`;
}

function endsCondition(clock: Clock, ends: Ends): RawBuilder<boolean> {
  switch (ends) {
    case 'any': return sql<boolean>`true`;
    case 'unknown': return sql<boolean>`part.ends is null`;
    case 'ended': return sql<boolean>`part.ends < ${clock.now().toZonedDateTimeISO(COPENHAGEN).toPlainDate().toString()}::date`;
    default: return endsAhead(clock, monthsOf(ends));
  }
}

function sortsOf({ ends, search }: ContractQuery): readonly ContractSort[] {
  const hasEnd = ends !== 'any' && ends !== 'unknown';
  // Amounts are only put in order within one currency.
  const hasOneCurrency = search.filters.currency?.length === 1;
  return CONTRACT_SORTS.filter((sort) => (sort === 'end' ? hasEnd : sort !== 'value' || hasOneCurrency));
}

function sortInForce(query: ContractQuery): ContractSort {
  const offered = sortsOf(query);
  return offered.find((sort) => sort === query.sort) ?? offered[0] ?? 'newest';
}

const SOONEST: PartOrder = { sort: 'end', key: sql`part.ends`, type: 'date', descending: false };

function orderOf(query: ContractQuery): PartOrder {
  const sort = sortInForce(query);
  switch (sort) {
    // The soonest first; of those that are over, the last.
    case 'end': return { ...SOONEST, descending: query.ends === 'ended' };
    case 'newest': return { sort, key: sql`coalesce(part.signed, '-infinity')`, type: 'date', descending: true };
    case 'value': return { sort, key: sql`coalesce(part.amount, -1)`, type: 'numeric', descending: true };
  }
}
