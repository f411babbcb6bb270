import { sql, type RawBuilder } from 'kysely';
import type { Clock } from '#base';
import { keysOf } from './identity/same.store.ts';
import { PROCESS_FACETS, UNKNOWN, type ProcessFacet, type ProcessQuery } from './list.view.ts';
import { readSearchText, type SearchText } from './search-text.ts';

/** The condition on `process`, with `process_search` beside it when there is a text, that a query comes to. */
export function matches(clock: Clock, query: ProcessQuery, text: SearchText | null, except?: ProcessFacet): RawBuilder<boolean> {
  const filters = PROCESS_FACETS.flatMap((name) => {
    const values = query.filters[name] ?? [];
    return name !== except && values.length > 0 ? [facetIs(name, values)] : [];
  });
  return allOf([...(text === null ? [] : [sql`search @@ ${text.query}`]), ...filters, ...ownConditions(clock, query), ...partsTaken(query, sql.ref('process.ocid'))]);
}

/** `select` of the ocids that a query finds. */
export function matchedOcids(clock: Clock, query: ProcessQuery): RawBuilder<{ ocid: string }> {
  const text = readSearchText(query.q);
  return sql<{ ocid: string }>`select process.ocid from ${processesWith(text)} where ${matches(clock, query, text)}`;
}

/** `process`, with the words of its search beside it when there is a text: what `matches` is a condition on. */
export function processesWith(text: SearchText | null): RawBuilder<unknown> {
  return text === null ? sql`process` : sql`process join process_search using (ocid)`;
}

/** The condition on `process_search` that a query comes to without its filters, which are counted and not searched. */
export function matchesUnfiltered(clock: Clock, query: ProcessQuery, text: SearchText | null): RawBuilder<boolean> {
  const own = ownConditions(clock, query).map((condition) => sql`ocid in (select ocid from process where ${condition})`);
  return allOf([...(text === null ? [] : [sql`search @@ ${text.query}`]), ...own, ...partsTaken(query, sql.ref('ocid'))]);
}

/**
 * `select` of the ocids of a query that finds few, best asked by index.
 * @param combinations those that the filters allow; null: any
 */
export function fewOcids(clock: Clock, query: ProcessQuery, combinations: readonly number[] | null): RawBuilder<{ ocid: string }> {
  const chosen = combinations === null ? sql`true` : sql`combination = any(${combinations}::integer[])`;
  return sql<{ ocid: string }>`select ocid from process_search where ${matchesUnfiltered(clock, query, readSearchText(query.q))} and ${chosen}`;
}

/**
 * The condition on `process` for a query that finds few: they are fetched first. Left to itself the planner may walk through a
 * whole list in its order to find the twenty that it asks for, and then there are only ten.
 */
export function isAmong(clock: Clock, query: ProcessQuery, combinations: readonly number[] | null): RawBuilder<boolean> {
  return sql<boolean>`process.ocid = any(array(${fewOcids(clock, query, combinations)}))`;
}

/** Tenders can still be handed in: the deadline lies ahead, and nothing is awarded yet. */
export function isOpen(clock: Clock): RawBuilder<boolean> {
  return sql<boolean>`(tender_end >= ${clock.now().toString()}::timestamptz and stage in ('planning', 'tender'))`;
}

/** What is asked of `process` itself, apart from the filters that are counted. */
function ownConditions(clock: Clock, query: ProcessQuery): RawBuilder<unknown>[] {
  return [
    ...(query.cpv === null ? [] : [liesIn(query.cpv)]),
    ...(query.open === true ? [isOpen(clock)] : []),
    ...(query.reason === undefined || query.reason.length === 0 ? [] : [hasReason(query.reason)]),
    ...(query.procedure === undefined || query.procedure.length === 0 ? [] : [isMadeBy(query.procedure)]),
    ...(query.oneBid === true ? [sql`lots_single_bid > 0`] : []),
  ];
}

function liesIn(field: string): RawBuilder<boolean> {
  return sql<boolean>`cpv @> ${[field]}::text[]`;
}

function allOf(conditions: readonly RawBuilder<unknown>[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

function hasReason(reasons: readonly string[]): RawBuilder<unknown> {
  const stated = sql`(reasons <> '{}' and reasons && ${reasons}::text[])`;
  return reasons.includes(UNKNOWN) ? sql`(reasons = '{}' or ${stated})` : stated;
}

// One value is an equation: its list stands in its order in an index.
function isMadeBy(procedures: readonly string[]): RawBuilder<unknown> {
  const [first] = procedures;
  const stated = procedures.length === 1 ? sql`procedure = ${first}` : sql`procedure = any(${procedures}::text[])`;
  if (!procedures.includes(UNKNOWN)) return stated;
  return procedures.length === 1 ? sql`procedure is null` : sql`(procedure is null or ${stated})`;
}

/** Condition on `bought_under`: it names this framework by its ocid, by one that it had before, or by one of its notices. */
export function isNamed(framework: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`bought_under.framework in (
    select ${framework} union all select ocid_alias.alias from ocid_alias where ocid_alias.ocid = ${framework}
    union all select unnest(notice.names) from notice join release on release.id = notice.release where release.ocid = ${framework})`;
}

/** The ocid that a name in `bought_under` stands for, in the order in which names are understood: an ocid, one from before, a notice. Null: none. */
export function namedProcess(name: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql<string | null>`(
    select named.ocid from (
      select process.ocid, 1 as nth from process where process.ocid = ${name}
      union all select ocid_alias.ocid, 2 from ocid_alias where ocid_alias.alias = ${name}
      union all select release.ocid, 3 from notice join release on release.id = notice.release where notice.names @> array[${name}]
    ) named order by named.nth, named.ocid limit 1)`;
}

function partsTaken(query: ProcessQuery, ocid: RawBuilder<unknown>): RawBuilder<unknown>[] {
  return [
    ...(query.buyer === null ? [] : [takesPart(ocid, query.buyer, ['buyer', 'procuringEntity'])]),
    ...(query.supplier === null ? [] : [takesPart(ocid, query.supplier, ['supplier'])]),
    ...(query.under ? [sql`${ocid} in (select ${sql.ref('bought_under.ocid')} from bought_under where ${isNamed(sql`${query.under}::text`)})`] : []),
  ];
}

function takesPart(ocid: RawBuilder<unknown>, organisation: string, roles: readonly string[]): RawBuilder<unknown> {
  return sql`${ocid} in (select participation.ocid from participation where organisation = any(${keysOf(organisation)}) and roles && ${roles}::text[])`;
}

// One value is an equation, for which there may be an index.
function facetIs(name: ProcessFacet, values: readonly string[]): RawBuilder<unknown> {
  const [first] = values;
  if (name === 'year' && values.length === 1 && /^[1-9]\d{0,3}$/.test(first ?? '')) return sql`year = ${Number(first)}`;
  return sql`${facetColumn(name)} = any(${values}::text[])`;
}

/** A row without the field has the value "unknown", in the filters as in the counts. */
export function facetColumn(name: ProcessFacet): RawBuilder<string> {
  return sql<string>`coalesce(${valueOf(name)}, ${sql.lit(UNKNOWN)})`;
}

/** The value of a filter, of a row of `process`. */
function valueOf(name: ProcessFacet): RawBuilder<unknown> {
  if (name === 'year') return sql`year::text`;
  return name === 'call' ? sql`case without_call when true then 'without' when false then 'with' end` : sql.ref(name);
}

/** The values of all filters at once, of a row of `process`: what `combination.parts` holds. */
export const COMBINATION = sql`json_build_array(${sql.join(PROCESS_FACETS.map((name) => valueOf(name)))})::text`;
