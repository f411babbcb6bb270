import { sql, type Kysely, type RawBuilder } from 'kysely';
import { fail, ok, type Clock, type Result } from '#base';
import { badCursor, cutPage, GROUP, groupsOf, readCursor, refuseBadKey, type PageRequest, type RowPage } from './cursor.ts';
import { UNKNOWN, type FacetOption, type FacetView } from './list.view.ts';
import {
  ORGANISATION_FACETS, ORGANISATION_ROLES, type OrganisationFacet, type OrganisationListView, type OrganisationQuery, type OrganisationRole, type OrganisationSummary,
  type OrganisationView,
} from './organisation.view.ts';
import { goodNumber } from './identity/good-number.ts';
import { readIdentity } from './organisation-identity.store.ts';
import { readOverview } from './overview.store.ts';
import { findRows } from './processes.store.ts';
import { EMPTY_PROCESS_QUERY } from './addresses.ts';
import { correctText, readSearchText, type SearchText } from './search-text.ts';
import type { RegisterTables } from './tables.ts';

type Db = Kysely<RegisterTables>;

const MOST_FACET_OPTIONS = 60;
const COLUMNS = ['key', 'name', 'identifiers', 'country', 'locality', 'as_buyer', 'as_supplier'] as const;

/** The list of organisations, those with most processes first; a search text puts the best matches first. */
export async function searchOrganisations(db: Db, query: OrganisationQuery, page: PageRequest): Promise<Result<OrganisationListView>> {
  const meant = await correctOrganisationQuery(db, query);
  const text = readSearchText(meant.q);
  const found = await findOrganisationRows(db, meant, page);
  if (!found.ok) return found;
  const [total, facets] = await Promise.all([
    countOrganisations(db, meant),
    Promise.all([roleFacet(db, meant, text), countryFacet(db, meant, text)]),
  ]);
  const corrected = meant !== query;
  return ok({ ...found.value, query, total, facets, didYouMean: corrected ? meant.q : null, corrected });
}

/** The query itself, or with the spelling that finds something when nothing matches as written. */
export async function correctOrganisationQuery(db: Db, query: OrganisationQuery): Promise<OrganisationQuery> {
  if (query.q.trim() === '' || (await countOrganisations(db, query)) > 0) return query;
  const q = await correctText(db, query.q);
  if (q === null) return query;
  const meant = { ...query, q };
  return (await countOrganisations(db, meant)) > 0 ? meant : query;
}

export async function countOrganisations(db: Db, query: OrganisationQuery): Promise<number> {
  const counted = await db.selectFrom('organisation').select((eb) => eb.fn.countAll<number>().as('count'))
    .where(matches(query, readSearchText(query.q)))
    .executeTakeFirstOrThrow();
  return counted.count;
}

/** All rows of a search, in groups, in its order. */
export async function* organisationGroups(db: Db, query: OrganisationQuery): AsyncGenerator<readonly OrganisationSummary[]> {
  yield* groupsOf((after) => findOrganisationRows(db, query, { after, before: null, limit: GROUP }));
}

/** One page of the rows alone. */
export async function findOrganisationRows(db: Db, query: OrganisationQuery, page: PageRequest): Promise<Result<RowPage<OrganisationSummary>>> {
  const text = readSearchText(query.q);
  const sort = text === null ? 'size' : 'relevance';
  const key = text === null ? sql`(as_buyer + as_supplier)::float8` : sql`(${text.rank} + ln(1 + as_buyer + as_supplier) / 100)`;
  const place = page.before ?? page.after;
  const cursor = place === null ? null : readCursor(place, sort, 'float8');
  if (cursor !== null && !cursor.ok) return cursor;
  const direction = page.before === null ? sql`desc` : sql`asc`;
  let select = db.selectFrom('organisation').select([...COLUMNS, sql<string>`(${key})::text`.as('cursor_key')])
    .where(matches(query, text))
    .orderBy(sql`${key} ${direction}, key ${direction}`)
    .limit(page.limit + 1);
  if (cursor !== null) {
    const beyond = page.before === null ? sql`<` : sql`>`;
    select = select.where(sql<boolean>`(${key}, key) ${beyond} (cast(${cursor.value.key} as float8), ${cursor.value.id})`);
  }
  const found = await (cursor === null ? select.execute() : select.execute().catch(refuseBadKey));
  if (found === null) return fail(badCursor());
  const cut = cutPage(found, page, () => sort, (row) => row.key);
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
    key: row.key, name: row.name, identifier: ownNumber(row), country: row.country, locality: row.locality,
    asBuyer: row.as_buyer, asSupplier: row.as_supplier,
  };
}

/** Of the numbers that notices write, the one that the page is named after, else the most frequent. */
function ownNumber({ key, country, name, identifiers }: Row): OrganisationSummary['identifier'] {
  return identifiers.find(({ scheme, id }) => goodNumber({ scheme, number: id, country, name })?.key === key) ?? identifiers[0] ?? null;
}

/** One organisation in short, or null when the register knows none by that key. */
export async function readOrganisationSummary(db: Db, key: string): Promise<OrganisationSummary | null> {
  const row = await db.selectFrom('organisation').select(COLUMNS).where('key', '=', key).where('name', '<>', '').executeTakeFirst();
  return row === undefined ? null : summaryOf(row);
}

/** Those with most processes in a role, largest first. */
export async function readLargest(db: Db, role: OrganisationRole, most: number): Promise<OrganisationSummary[]> {
  const column = role === 'buyer' ? 'as_buyer' : 'as_supplier';
  const rows = await db.selectFrom('organisation').select(COLUMNS).where(column, '>', 0).where('name', '<>', '').orderBy(column, 'desc').orderBy('key').limit(most).execute();
  return rows.map(summaryOf);
}

const ON_PAGE = { after: null, before: null, limit: 5 } as const;

/** The page of one organisation, or null when the register knows none by that key. */
export async function readOrganisation(db: Db, clock: Clock, key: string): Promise<OrganisationView | null> {
  const row = await db.selectFrom('organisation').select([...COLUMNS, 'names', 'roles']).where('key', '=', key).where('name', '<>', '').executeTakeFirst();
  if (row === undefined) return null;
  const asked = { buyer: { ...EMPTY_PROCESS_QUERY, buyer: key }, supplier: { ...EMPTY_PROCESS_QUERY, supplier: key } };
  const [identity, bought, supplied, asBuyer, asSupplier] = await Promise.all([
    readIdentity(db, key),
    findRows(db, clock, asked.buyer, ON_PAGE),
    findRows(db, clock, asked.supplier, ON_PAGE),
    row.as_buyer === 0 ? null : readOverview(db, clock, asked.buyer),
    row.as_supplier === 0 ? null : readOverview(db, clock, asked.supplier),
  ]);
  return {
    summary: summaryOf(row),
    otherNames: row.names.filter((name) => name !== row.name),
    identifiers: row.identifiers,
    roles: row.roles,
    bought: bought.ok ? bought.value.rows : [],
    supplied: supplied.ok ? supplied.value.rows : [],
    asBuyer,
    asSupplier,
    identity,
  };
}
