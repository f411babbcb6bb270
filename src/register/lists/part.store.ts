/** How a list of what stands in processes is filtered, counted, put in order and cut into pages; written once for all of them. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { fail, ok, type Clock, type Result } from '#base';
import { processPairs } from '../addresses.ts';
import { badCursor, cutPage, readCursor, refuseBadKey, type Cursor, type CursorKey, type PageRequest, type RowPage } from '../cursor.ts';
import { PROCESS_FACETS, UNKNOWN, type FacetOption, type FacetView, type ProcessFacet, type ProcessQuery } from '../list.view.ts';
import { MOST_FACET_OPTIONS } from '../process-counts.store.ts';
import { facetColumn, matches, processesWith } from '../process-filter.store.ts';
import { readSearchText } from '../search-text.ts';
import type { RegisterTables } from '../tables.ts';

export type Db = Kysely<RegisterTables>;

/** Where the rows of a list come from: SQL that gives `part` with its `ocid` and its `place` in the process. */
export interface PartSource {
  readonly part: RawBuilder<unknown>;
  /** Currency of a row. null: the filter is about the process's. */
  readonly currency: RawBuilder<unknown> | null;
}

/** What is asked of a list: of the processes, and of the rows themselves (conditions on `part`). */
export interface PartSelection {
  readonly source: PartSource;
  readonly clock: Clock;
  readonly search: ProcessQuery;
  readonly own: readonly RawBuilder<unknown>[];
}

export interface PartOrder {
  readonly sort: string;
  readonly key: RawBuilder<unknown>;
  readonly type: CursorKey;
  readonly descending: boolean;
}

/** The condition on `part`. @param except the facet to leave out, for counting its options */
export function partCondition(selection: PartSelection, except?: ProcessFacet): RawBuilder<boolean> {
  const { own } = selection;
  const processes = asked(selection, except) ? [sql`part.ocid in (select process.ocid from ${tables(selection)} where ${processCondition(selection, except)})`] : [];
  const conditions = [...own, ...currencyCondition(selection, except), ...processes];
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/**
 * One page of rows.
 * @param columns SQL with what a row shows; `process` is at hand
 * @param joined SQL that joins what else the columns need, without making more or fewer rows
 */
export async function partRows<Row extends object>(
  db: Db, selection: PartSelection, order: PartOrder, columns: RawBuilder<unknown>, page: PageRequest, joined: RawBuilder<unknown> = sql``,
): Promise<Result<RowPage<Row & PartKey>>> {
  const place = page.before ?? page.after;
  const cursor = place === null ? null : readPlace(place, order);
  if (cursor !== null && !cursor.ok) return cursor;
  const backwards = page.before !== null;
  const direction = order.descending === backwards ? sql`asc` : sql`desc`;
  const beyond = order.descending === backwards ? sql`>` : sql`<`;
  const from = cursor === null ? sql`` : sql`and (${order.key}, part.ocid, part.place) ${beyond}
    (cast(${cursor.value.key} as ${sql.raw(order.type)}), ${cursor.value.ocid}, cast(${cursor.value.place} as integer))`;
  const query = sql<Row & PartKey>`
    select part.ocid, part.place, (${order.key})::text as cursor_key, ${columns}
    from ${selection.source.part} part join process on process.ocid = part.ocid ${joined}
    where ${partCondition(selection)} ${from}
    order by ${order.key} ${direction}, part.ocid ${direction}, part.place ${direction}
    limit ${page.limit + 1}`;
  const found = await (cursor === null ? query.execute(db) : query.execute(db).catch(refuseBadKey));
  if (found === null) return fail(badCursor());
  return ok(cutPage(found.rows, page, () => order.sort, (row) => `${row.place} ${row.ocid}`));
}

export interface PartKey {
  readonly ocid: string;
  readonly place: number;
  readonly cursor_key: string;
}

function readPlace(written: string, order: PartOrder): Result<Pick<Cursor, 'key'> & Omit<PartKey, 'cursor_key'>> {
  const cursor = readCursor(written, order.sort, order.type);
  if (!cursor.ok) return cursor;
  const [, place, ocid] = /^(\d{1,9}) ([^]+)$/.exec(cursor.value.id) ?? [];
  return place === undefined || ocid === undefined ? fail(badCursor()) : ok({ key: cursor.value.key, place: Number(place), ocid });
}

export async function countParts(db: Db, selection: PartSelection): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${selection.source.part} part where ${partCondition(selection)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** What each value of each filter would give. Filters without a choice ask the same of the rows, and are counted in one go. */
export async function partFacets(db: Db, selection: PartSelection): Promise<readonly FacetView<ProcessFacet>[]> {
  const chosen = PROCESS_FACETS.filter((name) => valuesOf(selection, name).length > 0);
  const free = PROCESS_FACETS.filter((name) => !chosen.includes(name));
  const counted = await Promise.all([...(free.length === 0 ? [] : [countFacets(db, selection, free)]), ...chosen.map((name) => countFacets(db, selection, [name], name))]);
  const byName = new Map(counted.flatMap((one) => [...one]));
  return PROCESS_FACETS.map((name) => ({ name, options: shown(name, byName.get(name) ?? [], valuesOf(selection, name)) }));
}

async function countFacets(
  db: Db, selection: PartSelection, names: readonly ProcessFacet[], except?: ProcessFacet,
): Promise<ReadonlyMap<ProcessFacet, readonly FacetOption[]>> {
  const { source, own } = selection;
  const isOwn = (name: ProcessFacet): boolean => name === 'currency' && source.currency !== null;
  const ofProcess = names.filter((name) => !isOwn(name)).map((name) => sql`${facetColumn(name)} as ${sql.ref(name)}`);
  const columns = names.map((name) => (isOwn(name) ? sql`${currencyOf(source)} as currency` : sql.ref(`listed.${name}`)));
  const conditions = sql.join([sql`true`, ...own, ...currencyCondition(selection, except)], sql` and `);
  const { rows } = await sql<{ which: number; value: string; count: number }>`
    select grouping(${sql.join(names.map((name) => sql.ref(name)))}) as which, coalesce(${sql.join(names.map((name) => sql.ref(name)))}) as value, count(*) as count
    from (
      select ${sql.join(columns)}
      from (select ${sql.join([sql`process.ocid`, ...ofProcess])} from ${tables(selection)} where ${processCondition(selection, except)}) listed
      join ${source.part} part on part.ocid = listed.ocid where ${conditions}) counted
    group by grouping sets (${sql.join(names.map((name) => sql`(${sql.ref(name)})`))})`.execute(db);
  const groups = Map.groupBy(rows, ({ which }) => which);
  // PostgreSQL sets the bit of each column that a group does not divide by, the first column's highest.
  const everyBit = 2 ** names.length - 1;
  return new Map(names.map((name, index) => [name, (groups.get(everyBit - 2 ** (names.length - 1 - index)) ?? []).map(({ value, count }) => ({ value, count }))]));
}

/** The most frequent options (years: the newest), and those that are chosen, also when they give nothing. */
function shown(name: ProcessFacet, options: readonly FacetOption[], chosen: readonly string[]): readonly FacetOption[] {
  const rank = ({ value, count }: FacetOption): number => {
    if (name !== 'year') return -count;
    return value === UNKNOWN ? Number.POSITIVE_INFINITY : -Number(value);
  };
  const sorted = options.toSorted((one, other) => rank(one) - rank(other) || (one.value < other.value ? -1 : 1));
  const missing = [...new Set(chosen)].filter((value) => !options.some((option) => option.value === value));
  return [...sorted.filter(({ value }, index) => index < MOST_FACET_OPTIONS || chosen.includes(value)), ...missing.map((value) => ({ value, count: 0 }))];
}

function valuesOf({ search }: PartSelection, name: ProcessFacet): readonly string[] {
  return search.filters[name] ?? [];
}

function currencyOf(source: PartSource): RawBuilder<unknown> {
  return sql`coalesce(${source.currency ?? sql`null`}, ${sql.lit(UNKNOWN)})`;
}

function currencyCondition(selection: PartSelection, except?: ProcessFacet): RawBuilder<unknown>[] {
  const values = valuesOf(selection, 'currency');
  if (selection.source.currency === null || except === 'currency' || values.length === 0) return [];
  const [only] = values;
  // An index puts the amounts of one currency in order, and not those of a list of currencies.
  return [values.length === 1 ? sql`${currencyOf(selection.source)} = ${only}` : sql`${currencyOf(selection.source)} = any(${values}::text[])`];
}

/** The search without what the rows themselves are asked, and what a list of processes alone is asked. */
function ofProcesses({ search, source }: PartSelection): ProcessQuery {
  const { currency: _, ...filters } = search.filters;
  return { ...search, filters: source.currency === null ? search.filters : filters, sort: null, open: false };
}

function tables({ search }: PartSelection): RawBuilder<unknown> {
  return processesWith(readSearchText(search.q));
}

function processCondition(selection: PartSelection, except?: ProcessFacet): RawBuilder<boolean> {
  return matches(selection.clock, ofProcesses(selection), readSearchText(selection.search.q), except);
}

/** False when every process will do: then no row needs to look at its process. */
function asked(selection: PartSelection, except?: ProcessFacet): boolean {
  const query = ofProcesses(selection);
  const filters = Object.fromEntries(Object.entries(query.filters).filter(([name]) => name !== except));
  return processPairs({ ...query, filters }).length > 0;
}
