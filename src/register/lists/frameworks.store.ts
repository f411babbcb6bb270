import { sql, type RawBuilder } from 'kysely';
import { COPENHAGEN, ok, type Clock, type Result } from '#base';
import type { PageRequest, RowPage } from '../cursor.ts';
import { isNamed } from '../process-filter.store.ts';
import { correctProcessQuery, organisationName } from '../processes.store.ts';
import type { OrganisationLink } from '../views.ts';
import { FRAMEWORK_KINDS, FRAMEWORK_SORTS, type FrameworkKind, type FrameworkListView, type FrameworkQuery, type FrameworkRow, type FrameworkSort } from './frameworks.view.ts';
import { newestParts } from './part-newest.store.ts';
import { countParts, partCondition, partFacets, partRows, type Db, type PartOrder, type PartSelection } from './part.store.ts';
import type { Told } from './part.view.ts';

/** A process sets up one at most. */
const SOURCE = { part: sql`(select framework.*, 0 as place from framework)`, currency: null };

/** The list of framework agreements and systems: one page of rows, how many there are, what each filter and each choice would give. */
export async function searchFrameworks(db: Db, clock: Clock, query: FrameworkQuery, page: PageRequest): Promise<Result<FrameworkListView>> {
  const meant = await correctFrameworkQuery(db, clock, query);
  const found = await findFrameworks(db, clock, meant, page);
  if (!found.ok) return found;
  const kind = meant.kind ?? 'any';
  const [counts, facets, buyerName, supplierName] = await Promise.all([
    countKinds(db, clock, meant),
    partFacets(db, selectionOf(clock, meant)),
    organisationName(db, query.search.buyer),
    organisationName(db, query.search.supplier),
  ]);
  const { withPurchases, withEnd, ...kindCounts } = counts;
  const corrected = meant !== query;
  return ok({
    ...found.value, query, kind, kindCounts, withPurchases, withEnd, facets, buyerName, supplierName, corrected,
    sort: sortInForce(meant), sorts: FRAMEWORK_SORTS, total: kindCounts[kind], didYouMean: corrected ? meant.search.q : null,
  });
}

export async function correctFrameworkQuery(db: Db, clock: Clock, query: FrameworkQuery): Promise<FrameworkQuery> {
  const search = await correctProcessQuery(db, clock, query.search);
  return search === query.search ? query : { ...query, search };
}

export function countFrameworks(db: Db, clock: Clock, query: FrameworkQuery): Promise<number> {
  return countParts(db, selectionOf(clock, query));
}

interface Found extends Omit<FrameworkRow, 'buyer' | 'maximum' | 'estimate' | 'central'> {
  readonly buyer_key: string | null;
  readonly buyer_name: string | null;
  readonly central: OrganisationLink | null;
  readonly maximum: string | null;
  readonly maximum_currency: string | null;
  readonly estimate: string | null;
  readonly estimate_currency: string | null;
}

const columns = (clock: Clock): RawBuilder<unknown> => sql`
  process.title, part.technique, process.buyer_key, process.buyer_name, process.country, ${isOpen(clock)} as open, part.maximum, part.maximum_currency,
  part.estimate, part.estimate_currency, part.starts::text as starts, part.ends::text as ends, part.ends_basis as "endsBasis", part.days,
  part.applications::text as applications, part.closed, part.suppliers,
  (select count(*) from contract where contract.ocid = part.ocid and not contract.repeated) as contracts,
  (select count(distinct bought_under.ocid) from bought_under where ${isNamed(sql`part.ocid`)}) as purchases,
  (select jsonb_build_object('key', organisation, 'name', name) from participation
   where participation.ocid = part.ocid and 'centralPurchasingBody' = any(roles) order by organisation limit 1) as central`;

/** One page of the rows alone. */
export async function findFrameworks(db: Db, clock: Clock, query: FrameworkQuery, page: PageRequest): Promise<Result<RowPage<FrameworkRow>>> {
  const found = await partRows<Found>(db, selectionOf(clock, query), orderOf(clock, query), columns(clock), page);
  return found.ok ? ok({ ...found.value, rows: found.value.rows.map(rowOf) }) : found;
}

/** Those whose process a notice told of last. */
export async function newestFrameworks(db: Db, clock: Clock, query: FrameworkQuery, limit: number): Promise<readonly (FrameworkRow & Told)[]> {
  const rows = await newestParts<Found>(db, selectionOf(clock, query), columns(clock), sql`cross join lateral (select process.last_date as at) told`, limit);
  return rows.map((row) => ({ ...rowOf(row), told: row.told, releases: row.releases }));
}

function rowOf(row: Found): FrameworkRow {
  const { ocid, title, technique, country, open, central, starts, ends, endsBasis, days, applications, closed, suppliers, contracts, purchases } = row;
  return {
    ocid, title, technique, country, open, central, starts, ends, endsBasis, days, applications, closed, suppliers, contracts, purchases,
    buyer: row.buyer_name === null ? null : { key: row.buyer_key, name: row.buyer_name },
    maximum: row.maximum === null ? null : { amount: row.maximum, currency: row.maximum_currency },
    estimate: row.estimate === null ? null : { amount: row.estimate, currency: row.estimate_currency },
  };
}

function selectionOf(clock: Clock, query: FrameworkQuery): PartSelection {
  return { source: SOURCE, clock, search: query.search, own: [kindCondition(clock, query.kind ?? 'any')] };
}

type Counts = Readonly<Record<FrameworkKind | 'withPurchases' | 'withEnd', number>>;

async function countKinds(db: Db, clock: Clock, query: FrameworkQuery): Promise<Counts> {
  const kinds = FRAMEWORK_KINDS.map((kind) => sql`count(*) filter (where ${kindCondition(clock, kind)}) as ${sql.ref(kind)}`);
  const { rows } = await sql<Counts>`
    select ${sql.join(kinds)}, count(*) filter (where part.ends is not null) as "withEnd",
      count(*) filter (where part.technique = 'dps' and exists (select 1 from contract where contract.ocid = part.ocid) or part.ocid in (${BOUGHT_UNDER})) as "withPurchases"
    from ${SOURCE.part} part where ${partCondition({ source: SOURCE, clock, search: query.search, own: [] })}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('A count gave no row.');
  return row;
}

/** From the names that purchases give to the ocids: few purchases name anything, so that this way round is short. */
const BOUGHT_UNDER = sql`
  select framework from bought_under
  union select ocid_alias.ocid from bought_under join ocid_alias on ocid_alias.alias = bought_under.framework
  union select release.ocid from bought_under join notice on notice.names @> array[bought_under.framework] join release on release.id = notice.release`;

function kindCondition(clock: Clock, kind: FrameworkKind): RawBuilder<boolean> {
  switch (kind) {
    case 'any': return sql<boolean>`true`;
    case 'open': return isOpen(clock);
    default: return sql<boolean>`part.technique = ${kind}`;
  }
}

/** A system can be applied to as long as it lives. Without an end or a deadline ahead nothing tells that it does. */
function isOpen(clock: Clock): RawBuilder<boolean> {
  return sql<boolean>`(part.technique = 'dps' and not part.closed and coalesce(greatest(part.ends, part.applications), '-infinity') >= ${today(clock)}::date)`;
}

function today(clock: Clock): string {
  return clock.now().toZonedDateTimeISO(COPENHAGEN).toPlainDate().toString();
}

function sortInForce(query: FrameworkQuery): FrameworkSort {
  return query.sort ?? 'open';
}

/** Seconds since 1970 stay far below this, so that every open system stands before every other row. */
const AHEAD = 1e13;

function orderOf(clock: Clock, query: FrameworkQuery): PartOrder {
  const sort = sortInForce(query);
  const seconds = sql`coalesce(extract(epoch from part.last_date), -1e12)`;
  return sort === 'open'
    ? { sort, key: sql`(${seconds} + case when ${isOpen(clock)} then ${sql.lit(AHEAD)} else 0 end)`, type: 'numeric', descending: true }
    : { sort, key: sql`coalesce(part.last_date, '-infinity')`, type: 'timestamptz', descending: true };
}
