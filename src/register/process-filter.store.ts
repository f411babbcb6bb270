import { sql, type RawBuilder } from 'kysely';
import type { Clock } from '#base';
import { keysOf } from './identity/same.store.ts';
import { PROCESS_FACETS, UNKNOWN, type ProcessFacet, type ProcessQuery } from './list.view.ts';
import { readSearchText, type SearchText } from './search-text.ts';

/** The condition on `process`, with `process_search` beside it when there is a text, that a query comes to. */
export function matches(clock: Clock, query: ProcessQuery, text: SearchText | null): RawBuilder<boolean> {
  const filters = PROCESS_FACETS.flatMap((name) => {
    const values = query.filters[name] ?? [];
    return values.length > 0 ? [facetIs(name, values)] : [];
  });
  const open = query.open === true ? [isOpen(clock)] : [];
  const field = query.cpv === null ? [] : [liesIn(query.cpv)];
  return allOf([...(text === null ? [] : [sql`search @@ ${text.query}`]), ...filters, ...field, ...partsTaken(query, sql.ref('process.ocid')), ...open]);
}

/** `select` of the ocids that a query finds. */
export function matchedOcids(clock: Clock, query: ProcessQuery): RawBuilder<{ ocid: string }> {
  const text = readSearchText(query.q);
  const from = text === null ? sql`process` : sql`process join process_search using (ocid)`;
  return sql<{ ocid: string }>`select process.ocid from ${from} where ${matches(clock, query, text)}`;
}

/** The condition on `process_search` that a query comes to without its filters, which are counted and not searched. */
export function matchesUnfiltered(clock: Clock, query: ProcessQuery, text: SearchText | null): RawBuilder<boolean> {
  const open = query.open === true ? [sql`ocid in (select ocid from process where ${isOpen(clock)})`] : [];
  const field = query.cpv === null ? [] : [sql`ocid in (select ocid from process where ${liesIn(query.cpv)})`];
  return allOf([...(text === null ? [] : [sql`search @@ ${text.query}`]), ...field, ...partsTaken(query, sql.ref('ocid')), ...open]);
}

/**
 * The same condition on `process` for a query that finds few: they are fetched first. Left to itself the planner may walk through a
 * whole list in its order to find the twenty that it asks for, and then there are only ten.
 * @param combinations those that the filters allow; null: any
 */
export function isAmong(clock: Clock, query: ProcessQuery, text: SearchText | null, combinations: readonly number[] | null): RawBuilder<boolean> {
  const chosen = combinations === null ? sql`true` : sql`combination = any(${combinations}::integer[])`;
  return sql<boolean>`process.ocid = any(array(select ocid from process_search where ${matchesUnfiltered(clock, query, text)} and ${chosen}))`;
}

/** Tenders can still be handed in: the deadline lies ahead, and nothing is awarded yet. */
export function isOpen(clock: Clock): RawBuilder<boolean> {
  return sql<boolean>`(tender_end >= ${clock.now().toString()}::timestamptz and stage in ('planning', 'tender'))`;
}

function liesIn(field: string): RawBuilder<boolean> {
  return sql<boolean>`cpv @> ${[field]}::text[]`;
}

function allOf(conditions: readonly RawBuilder<unknown>[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

function partsTaken(query: ProcessQuery, ocid: RawBuilder<unknown>): RawBuilder<unknown>[] {
  return [
    ...(query.buyer === null ? [] : [takesPart(ocid, query.buyer, ['buyer', 'procuringEntity'])]),
    ...(query.supplier === null ? [] : [takesPart(ocid, query.supplier, ['supplier'])]),
  ];
}

function takesPart(ocid: RawBuilder<unknown>, organisation: string, roles: readonly string[]): RawBuilder<unknown> {
  return sql`${ocid} in (select participation.ocid from participation where organisation = any(${keysOf(organisation)}) and roles && ${roles}::text[])`;
}

// A row without the field has the value "unknown", in the filters as in the counts. One value is an equation, for which there may be an index.
function facetIs(name: ProcessFacet, values: readonly string[]): RawBuilder<unknown> {
  const [first] = values;
  if (name === 'year' && values.length === 1 && /^[1-9]\d{0,3}$/.test(first ?? '')) return sql`year = ${Number(first)}`;
  return sql`coalesce(${valueOf(name)}, ${sql.lit(UNKNOWN)}) = any(${values}::text[])`;
}

/** The value of a filter, of a row of `process`. */
function valueOf(name: ProcessFacet): RawBuilder<unknown> {
  if (name === 'year') return sql`year::text`;
  return name === 'call' ? sql`case without_call when true then 'without' when false then 'with' end` : sql.ref(name);
}

/** The values of all filters at once, of a row of `process`: what `combination.parts` holds. */
export const COMBINATION = sql`json_build_array(${sql.join(PROCESS_FACETS.map((name) => valueOf(name)))})::text`;
