import { sql, type Kysely, type RawBuilder } from 'kysely';
import { ok, type Clock, type Result } from '#base';
import { cutPage, readCursor, type PageRequest } from './cursor.ts';
import { UNKNOWN, type FacetOption, type FacetView } from './list.view.ts';
import {
  ORGANISATION_FACETS, ORGANISATION_ROLES, type OrganisationFacet, type OrganisationListView, type OrganisationQuery, type OrganisationSummary,
  type OrganisationView,
} from './organisation.view.ts';
import { findRows } from './processes.store.ts';
import { correctText, readSearchText, type SearchText } from './search-text.ts';
import { EMPTY_PROCESS_QUERY } from './addresses.ts';
import type { RegisterTables } from './tables.ts';

type Db = Kysely<RegisterTables>;

const MOST_FACET_OPTIONS = 60;
const COLUMNS = ['key', 'name', 'identifiers', 'country', 'locality', 'as_buyer', 'as_supplier'] as const;

/** The list of organisations, those with most processes first; a search text puts the best matches first. */
export async function searchOrganisations(db: Db, query: OrganisationQuery, page: PageRequest): Promise<Result<OrganisationListView>> {
  const found = await findOrganisations(db, query, page);
  if (!found.ok || found.value.total > 0 || query.q.trim() === '') return found;
  const meant = await correctText(db, query.q);
  if (meant === null) return found;
  const corrected = await findOrganisations(db, { ...query, q: meant }, page);
  if (!corrected.ok || corrected.value.total === 0) return found;
  return ok({ ...corrected.value, query, didYouMean: meant, corrected: true });
}

async function findOrganisations(db: Db, query: OrganisationQuery, page: PageRequest): Promise<Result<OrganisationListView>> {
  const rows = await findOrganisationRows(db, query, page);
  if (!rows.ok) return rows;
  const text = readSearchText(query.q);
  const [counted, facets] = await Promise.all([
    db.selectFrom('organisation').select((eb) => eb.fn.countAll<number>().as('count')).where(matches(query, text)).executeTakeFirstOrThrow(),
    Promise.all([roleFacet(db, query, text), countryFacet(db, query, text)]),
  ]);
  return ok({ query, total: counted.count, facets, ...rows.value, didYouMean: null, corrected: false });
}

/** One page of the rows alone. */
export async function findOrganisationRows(
  db: Db, query: OrganisationQuery, page: PageRequest,
): Promise<Result<{ rows: OrganisationSummary[]; next: string | null; previous: string | null }>> {
  const text = readSearchText(query.q);
  const sort = text === null ? 'size' : 'relevance';
  const key = text === null ? sql`(as_buyer + as_supplier)::float8` : sql`${text.rank} + ln(1 + as_buyer + as_supplier) / 100`;
  const place = page.before ?? page.after;
  const cursor = place === null ? null : readCursor(place, sort);
  if (cursor !== null && !cursor.ok) return cursor;
  const direction = page.before === null ? sql`desc` : sql`asc`;
  let select = db.selectFrom('organisation').select([...COLUMNS, sql<string>`(${key})::text`.as('cursor_key')])
    .where(matches(query, text))
    .orderBy(sql`${key} ${direction}, key ${direction}`)
    .limit(page.limit + 1);
  if (cursor !== null) {
    const beyond = page.before === null ? sql`<` : sql`>`;
    // The key of a cursor that was tampered with need not be a number.
    if (!Number.isFinite(Number(cursor.value.key))) return readCursor('', sort) as Result<never>;
    select = select.where(sql<boolean>`(${key}, key) ${beyond} (cast(${cursor.value.key} as float8), ${cursor.value.id})`);
  }
  const cut = cutPage(await select.execute(), page, sort, (row) => row.key);
  return ok({ ...cut, rows: cut.rows.map(summaryOf) });
}

function matches(query: OrganisationQuery, text: SearchText | null, except?: OrganisationFacet): RawBuilder<boolean> {
  const conditions: RawBuilder<unknown>[] = [sql`not (stale and name = '')`];
  if (text !== null) conditions.push(sql`(search @@ ${text.query} or identifiers @> jsonb_build_array(jsonb_build_object('id', ${text.text}::text)))`);
  const roles = query.filters.role ?? [];
  if (except !== 'role' && roles.length > 0) {
    conditions.push(sql`((${roles.includes('buyer')} and as_buyer > 0) or (${roles.includes('supplier')} and as_supplier > 0))`);
  }
  const countries = query.filters.country ?? [];
  if (except !== 'country' && countries.length > 0) {
    conditions.push(sql`(country = any(${countries}::text[]) or (${countries.includes(UNKNOWN)} and country is null))`);
  }
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

async function roleFacet(db: Db, query: OrganisationQuery, text: SearchText | null): Promise<FacetView<OrganisationFacet>> {
  const counts = await db.selectFrom('organisation')
    .select([sql<number>`count(*) filter (where as_buyer > 0)`.as('buyer'), sql<number>`count(*) filter (where as_supplier > 0)`.as('supplier')])
    .where(matches(query, text, 'role'))
    .executeTakeFirstOrThrow();
  return { name: ORGANISATION_FACETS[0], options: ORGANISATION_ROLES.map((value) => ({ value, count: counts[value] })) };
}

async function countryFacet(db: Db, query: OrganisationQuery, text: SearchText | null): Promise<FacetView<OrganisationFacet>> {
  const rows = await db.selectFrom('organisation').select((eb) => ['country as value', eb.fn.countAll<number>().as('count')])
    .where(matches(query, text, 'country')).groupBy('country').orderBy(sql`2 desc, 1`).limit(MOST_FACET_OPTIONS).execute();
  return { name: 'country', options: rows.map(({ value, count }): FacetOption => ({ value: value ?? UNKNOWN, count })) };
}

type Row = Pick<RegisterTables['organisation'], Exclude<(typeof COLUMNS)[number], 'identifiers'>> & { identifiers: readonly { scheme: string | null; id: string }[] };

function summaryOf(row: Row): OrganisationSummary {
  return {
    key: row.key, name: row.name, identifier: row.identifiers[0] ?? null, country: row.country, locality: row.locality,
    asBuyer: row.as_buyer, asSupplier: row.as_supplier,
  };
}

const ON_PAGE = { after: null, before: null, limit: 10 } as const;

/** The page of one organisation, or null when the register knows none by that key. */
export async function readOrganisation(db: Db, clock: Clock, key: string): Promise<OrganisationView | null> {
  const row = await db.selectFrom('organisation').select([...COLUMNS, 'names', 'roles']).where('key', '=', key).where('name', '<>', '').executeTakeFirst();
  if (row === undefined) return null;
  const [bought, supplied, perYear] = await Promise.all([
    findRows(db, clock, { ...EMPTY_PROCESS_QUERY, buyer: key }, ON_PAGE),
    findRows(db, clock, { ...EMPTY_PROCESS_QUERY, supplier: key }, ON_PAGE),
    db.selectFrom('process').select((eb) => [sql<number>`year`.as('year'), eb.fn.countAll<number>().as('count')])
      .where(sql<boolean>`year is not null and ocid in (select ocid from participation where organisation = ${key})`)
      .groupBy('year').orderBy('year').execute(),
  ]);
  return {
    summary: summaryOf(row),
    otherNames: row.names.filter((name) => name !== row.name),
    identifiers: row.identifiers,
    roles: row.roles,
    bought: bought.ok ? bought.value.rows : [],
    supplied: supplied.ok ? supplied.value.rows : [],
    perYear,
  };
}
