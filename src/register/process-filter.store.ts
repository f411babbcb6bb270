import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Clock } from '#base';
import { PROCESS_FACETS, UNKNOWN, type FacetView, type ProcessFacet, type ProcessQuery } from './list.view.ts';
import type { SearchText } from './search-text.ts';
import type { RegisterTables } from './tables.ts';

type Db = Kysely<RegisterTables>;

export const MOST_FACET_OPTIONS = 60;

/** The condition on `process` that a query comes to. @param except the facet to leave out, for counting its options. */
export function matches(clock: Clock, query: ProcessQuery, text: SearchText | null, except?: ProcessFacet): RawBuilder<boolean> {
  const conditions: RawBuilder<unknown>[] = [];
  if (text !== null) conditions.push(sql`search @@ ${text.query}`);
  for (const name of PROCESS_FACETS) {
    const values = query.filters[name] ?? [];
    if (name !== except && values.length > 0) conditions.push(sql`${facetColumn(name)} = any(${values}::text[])`);
  }
  if (query.cpv !== null) conditions.push(sql`cpv @> ${[query.cpv]}::text[]`);
  if (query.buyer !== null) conditions.push(takesPart(query.buyer, ['buyer', 'procuringEntity']));
  if (query.supplier !== null) conditions.push(takesPart(query.supplier, ['supplier']));
  if (query.open === true) conditions.push(isOpen(clock));
  if (query.reason !== undefined && query.reason.length > 0) conditions.push(hasReason(query.reason));
  if (query.under) conditions.push(sql`ocid in (select ${sql.ref('bought_under.ocid')} from bought_under where ${isNamed(sql`${query.under}::text`)})`);
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** Tenders can still be handed in: the deadline lies ahead, and nothing is awarded yet. */
export function isOpen(clock: Clock): RawBuilder<boolean> {
  return sql<boolean>`(tender_end >= ${clock.now().toString()}::timestamptz and stage in ('planning', 'tender'))`;
}

function hasReason(reasons: readonly string[]): RawBuilder<unknown> {
  const stated = sql`(reasons <> '{}' and reasons && ${reasons}::text[])`;
  return reasons.includes(UNKNOWN) ? sql`(reasons = '{}' or ${stated})` : stated;
}

/** Condition on `bought_under`: it names this framework by its ocid, by one that it had before, or by one of its notices. */
export function isNamed(framework: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`bought_under.framework in (
    select ${framework} union all select ocid_alias.alias from ocid_alias where ocid_alias.ocid = ${framework}
    union all select unnest(notice.names) from notice join release on release.id = notice.release where release.ocid = ${framework})`;
}

function takesPart(organisation: string, roles: readonly string[]): RawBuilder<unknown> {
  return sql`ocid in (select ocid from participation where organisation = ${organisation} and roles && ${roles}::text[])`;
}

// A row without the field has the value "unknown", in the filters as in the counts.
export function facetColumn(name: ProcessFacet): RawBuilder<string> {
  return sql<string>`coalesce(${FACET_VALUES[name] ?? sql.ref(name)}, ${sql.lit(UNKNOWN)})`;
}

/** Facets whose values do not stand in the column of their name as they are. */
const FACET_VALUES: Readonly<Partial<Record<ProcessFacet, RawBuilder<unknown>>>> = {
  year: sql`year::text`,
  call: sql`case without_call when true then 'without' when false then 'with' end`,
};

/** What each value of a facet would give: the most frequent ones, and those that are chosen, also when they give nothing. */
export async function facetOf(db: Db, clock: Clock, query: ProcessQuery, text: SearchText | null, name: ProcessFacet): Promise<FacetView<ProcessFacet>> {
  const chosen = query.filters[name] ?? [];
  const order = name === 'year' ? sql`max(year) desc nulls last` : sql`count(*) desc, ${facetColumn(name)}`;
  const { rows } = await sql<{ value: string; count: number }>`
    select value, count from (
      select ${facetColumn(name)} as value, count(*) as count, row_number() over (order by ${order}) as place
      from process where ${matches(clock, query, text, name)} group by ${facetColumn(name)}) counted
    where place <= ${MOST_FACET_OPTIONS} or value = any(${chosen}::text[])
    order by place`.execute(db);
  const missing = [...new Set(chosen)].filter((value) => !rows.some((option) => option.value === value));
  return { name, options: [...rows, ...missing.map((value) => ({ value, count: 0 }))] };
}
