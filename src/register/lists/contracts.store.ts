import { sql, type RawBuilder } from 'kysely';
import { COPENHAGEN, ok, type Clock, type Result } from '#base';
import type { PageRequest, RowPage } from '../cursor.ts';
import { correctProcessQuery, organisationName } from '../processes.store.ts';
import { METHODS, type OrganisationLink } from '../views.ts';
import { CONTRACT_SORTS, DEFAULT_ENDS, ENDS, type ContractListView, type ContractQuery, type ContractRow, type ContractSort, type Ends } from './contracts.view.ts';
import { countParts, partCondition, partFacets, partRows, type Db, type PartOrder, type PartSelection } from './part.store.ts';

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

/** A contract that was cancelled, or has ended already, does not end soon, whatever date it was to have. */
function endsCondition(clock: Clock, ends: Ends): RawBuilder<boolean> {
  const today = clock.now().toZonedDateTimeISO(COPENHAGEN).toPlainDate();
  switch (ends) {
    case 'any': return sql<boolean>`true`;
    case 'unknown': return sql<boolean>`part.ends is null`;
    case 'ended': return sql<boolean>`part.ends < ${today.toString()}::date`;
    default: {
      const last = today.add({ months: Number(ends) });
      return sql<boolean>`(part.ends between ${today.toString()}::date and ${last.toString()}::date and lower(coalesce(part.status, '')) not in ('cancelled', 'terminated'))`;
    }
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

function orderOf(query: ContractQuery): PartOrder {
  const sort = sortInForce(query);
  switch (sort) {
    // The soonest first; of those that are over, the last.
    case 'end': return { sort, key: sql`part.ends`, type: 'date', descending: query.ends === 'ended' };
    case 'newest': return { sort, key: sql`coalesce(part.signed, '-infinity')`, type: 'date', descending: true };
    case 'value': return { sort, key: sql`coalesce(part.amount, -1)`, type: 'numeric', descending: true };
  }
}
