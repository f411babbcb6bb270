import { sql } from 'kysely';
import { ok, type Clock, type Result } from '#base';
import type { PageRequest, RowPage } from '../cursor.ts';
import { correctProcessQuery, organisationName } from '../processes.store.ts';
import type { OrganisationLink } from '../views.ts';
import { CHANGE_SORTS, type ChangeListView, type ChangeQuery, type ChangeRow } from './changes.view.ts';
import { newestParts, TOLD } from './part-newest.store.ts';
import { countParts, partFacets, partRows, type Db, type PartOrder, type PartSelection } from './part.store.ts';
import type { Told } from './part.view.ts';

const SOURCE = { part: sql`contract_change`, currency: sql`part.currency` };

/** The list of changes of contracts: one page of rows, how many there are, and what each filter would give. */
export async function searchChanges(db: Db, clock: Clock, query: ChangeQuery, page: PageRequest): Promise<Result<ChangeListView>> {
  const meant = await correctChangeQuery(db, clock, query);
  const found = await findChanges(db, clock, meant, page);
  if (!found.ok) return found;
  const selection = selectionOf(clock, meant);
  const [total, compared, facets, buyerName, supplierName] = await Promise.all([
    countParts(db, selection),
    countParts(db, { ...selection, own: [sql`part.rise is not null`] }),
    partFacets(db, selection),
    organisationName(db, query.search.buyer),
    organisationName(db, query.search.supplier),
  ]);
  const corrected = meant !== query;
  return ok({
    ...found.value, query, total, compared, facets, buyerName, supplierName, corrected,
    sort: sortInForce(meant), sorts: CHANGE_SORTS, didYouMean: corrected ? meant.search.q : null,
  });
}

export async function correctChangeQuery(db: Db, clock: Clock, query: ChangeQuery): Promise<ChangeQuery> {
  const search = await correctProcessQuery(db, clock, query.search);
  return search === query.search ? query : { ...query, search };
}

export function countChanges(db: Db, clock: Clock, query: ChangeQuery): Promise<number> {
  return countParts(db, selectionOf(clock, query));
}

interface Found extends Omit<ChangeRow, 'buyer' | 'suppliers'> {
  readonly buyer_key: string | null;
  readonly buyer_name: string | null;
  readonly suppliers: readonly OrganisationLink[] | null;
}

// The contract may stand more than once under no id, and must not make two of one change.
const COLUMNS = sql`
  part.contract, part.change, coalesce(named.title, process.title) as title, process.buyer_key, process.buyer_name, named.suppliers, process.country,
  part.published::text as published, part.reason_code as "reasonCode", part.reason, part.description, part.amount_before as before,
  part.amount_after as after, part.currency, trim_scale(part.rise)::text as rise, part.notice`;
const CONTRACT = sql`left join lateral (
  select title, suppliers from contract where contract.ocid = part.ocid and contract.contract = part.contract order by contract.place limit 1) named on true`;

/** One page of the rows alone. */
export async function findChanges(db: Db, clock: Clock, query: ChangeQuery, page: PageRequest): Promise<Result<RowPage<ChangeRow>>> {
  const found = await partRows<Found>(db, selectionOf(clock, query), orderOf(query), COLUMNS, page, CONTRACT);
  return found.ok ? ok({ ...found.value, rows: found.value.rows.map(rowOf) }) : found;
}

/** The changes that notices told of last. A change that later notices repeat counts by the first of them. */
export async function newestChanges(db: Db, clock: Clock, query: ChangeQuery, limit: number): Promise<readonly (ChangeRow & Told)[]> {
  const rows = await newestParts<Found>(db, selectionOf(clock, query), COLUMNS, sql`${CONTRACT} ${TOLD}`, limit);
  return rows.map((row) => ({ ...rowOf(row), told: row.told, releases: row.releases }));
}

function rowOf(row: Found): ChangeRow {
  const { ocid, contract, change, title, country, published, reasonCode, reason, description, before, after, currency, rise, notice } = row;
  return {
    ocid, contract, change, title, country, published, reasonCode, reason, description, before, after, currency, rise, notice,
    suppliers: row.suppliers ?? [],
    buyer: row.buyer_name === null ? null : { key: row.buyer_key, name: row.buyer_name },
  };
}

function selectionOf(clock: Clock, query: ChangeQuery): PartSelection {
  return { source: SOURCE, clock, search: query.search, own: [] };
}

function sortInForce(query: ChangeQuery): (typeof CHANGE_SORTS)[number] {
  return query.sort ?? 'newest';
}

/** A rise is a share and has no currency, so that those of all currencies stand in one order. */
function orderOf(query: ChangeQuery): PartOrder {
  const sort = sortInForce(query);
  return sort === 'rise'
    ? { sort, key: sql`coalesce(part.rise, -1e6)`, type: 'numeric', descending: true }
    : { sort, key: sql`coalesce(part.published, '-infinity')`, type: 'date', descending: true };
}
