import { sql, type Kysely, type RawBuilder } from 'kysely';
import { COPENHAGEN, ok, type Clock, type Result } from '#base';
import { cutPage, readCursor, type PageRequest } from './cursor.ts';
import { PROCESS_FACETS, UNKNOWN, type FacetOption, type FacetView, type ProcessFacet, type ProcessListView, type ProcessQuery, type ProcessSort } from './list.view.ts';
import { correctText, readSearchText, type SearchText } from './search-text.ts';
import type { RegisterTables } from './tables.ts';
import { CATEGORIES, METHODS, STAGES, type ProcessSummary } from './views.ts';

type Db = Kysely<RegisterTables>;

const MOST_FACET_OPTIONS = 60;

/** The list of processes: one page of rows, how many there are, and what each filter would give. */
export async function searchProcesses(db: Db, clock: Clock, query: ProcessQuery, page: PageRequest): Promise<Result<ProcessListView>> {
  const found = await findProcesses(db, clock, query, page);
  if (!found.ok || found.value.total > 0 || query.q.trim() === '') return found;
  const meant = await correctText(db, query.q);
  if (meant === null) return found;
  const corrected = await findProcesses(db, clock, { ...query, q: meant }, page);
  if (!corrected.ok || corrected.value.total === 0) return found;
  return ok({ ...corrected.value, query, didYouMean: meant, corrected: true });
}

async function findProcesses(db: Db, clock: Clock, query: ProcessQuery, page: PageRequest): Promise<Result<ProcessListView>> {
  const text = readSearchText(query.q);
  const sort = sortInForce(query, text);
  const rows = await findRows(db, clock, query, page);
  if (!rows.ok) return rows;
  const [total, facets, buyerName, supplierName] = await Promise.all([
    countProcesses(db, query),
    Promise.all(PROCESS_FACETS.map((name) => facetOf(db, query, text, name))),
    organisationName(db, query.buyer),
    organisationName(db, query.supplier),
  ]);
  const { next, previous } = rows.value;
  return ok({ query, sort, total, facets, buyerName, supplierName, next, previous, rows: rows.value.rows, didYouMean: null, corrected: false });
}

/** One page of the rows alone. */
export async function findRows(
  db: Db, clock: Clock, query: ProcessQuery, page: PageRequest,
): Promise<Result<{ rows: ProcessSummary[]; next: string | null; previous: string | null }>> {
  const text = readSearchText(query.q);
  const sort = sortInForce(query, text);
  const order = orderOf(sort, text, clock);
  const place = page.before ?? page.after;
  const cursor = place === null ? null : readCursor(place, sort);
  if (cursor !== null && !cursor.ok) return cursor;
  const backwards = page.before !== null;
  const direction = order.descending === backwards ? sql`asc` : sql`desc`;
  let select = db.selectFrom('process').select([...SUMMARY_COLUMNS, sql<string>`${order.key}::text`.as('cursor_key')])
    .where(matches(query, text))
    .orderBy(sql`${order.key} ${direction}, ocid ${direction}`)
    .limit(page.limit + 1);
  if (cursor !== null) {
    const beyond = order.descending === backwards ? sql`>` : sql`<`;
    const key = sql`cast(${cursor.value.key} as ${sql.raw(order.type)})`;
    select = select.where(sql<boolean>`(${order.key}, ocid) ${beyond} (${key}, ${cursor.value.id})`);
  }
  const found = await select.execute().catch(refuseBadKey);
  if (found === null) return readCursor('', sort) as Result<never>;
  const cut = cutPage(found, page, sort, (row) => row.ocid);
  return ok({ ...cut, rows: cut.rows.map(summaryOf) });
}

// A cursor that was tampered with can hold a key that is no date or number: invalid_text_representation and its kin.
function refuseBadKey(error: { code?: string }): null {
  if (error.code?.startsWith('22')) return null;
  throw error;
}

export async function countProcesses(db: Db, query: ProcessQuery): Promise<number> {
  const counted = await db.selectFrom('process').select((eb) => eb.fn.countAll<number>().as('count'))
    .where(matches(query, readSearchText(query.q)))
    .executeTakeFirstOrThrow();
  return counted.count;
}

function matches(query: ProcessQuery, text: SearchText | null, except?: ProcessFacet): RawBuilder<boolean> {
  const conditions: RawBuilder<unknown>[] = [];
  if (text !== null) conditions.push(sql`search @@ ${text.query}`);
  for (const name of PROCESS_FACETS) {
    const values = query.filters[name] ?? [];
    if (name === except || values.length === 0) continue;
    const known = values.filter((value) => value !== UNKNOWN);
    const column = facetColumn(name);
    const unknown = values.includes(UNKNOWN) ? sql` or ${column} is null` : sql``;
    conditions.push(sql`(${column} = any(${known}::text[])${unknown})`);
  }
  if (query.buyer !== null) conditions.push(takesPart(query.buyer, ['buyer', 'procuringEntity']));
  if (query.supplier !== null) conditions.push(takesPart(query.supplier, ['supplier']));
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

function takesPart(organisation: string, roles: readonly string[]): RawBuilder<unknown> {
  return sql`ocid in (select ocid from participation where organisation = ${organisation} and roles && ${roles}::text[])`;
}

function facetColumn(name: ProcessFacet): RawBuilder<string | null> {
  return name === 'year' ? sql<string | null>`year::text` : sql<string | null>`${sql.ref(name)}`;
}

async function facetOf(db: Db, query: ProcessQuery, text: SearchText | null, name: ProcessFacet): Promise<FacetView<ProcessFacet>> {
  const rows = await db.selectFrom('process')
    .select((eb) => [facetColumn(name).as('value'), eb.fn.countAll<number>().as('count')])
    .where(matches(query, text, name))
    .groupBy(sql`1`)
    .orderBy(name === 'year' ? sql`1 desc nulls last` : sql`2 desc, 1`)
    .limit(MOST_FACET_OPTIONS)
    .execute();
  const options = rows.map(({ value, count }): FacetOption => ({ value: value ?? UNKNOWN, count }));
  // A value that was chosen stays to be seen, also when it gives nothing.
  const missing = (query.filters[name] ?? []).filter((value) => !options.some((option) => option.value === value));
  return { name, options: [...options, ...missing.map((value) => ({ value, count: 0 }))] };
}

async function organisationName(db: Db, key: string | null): Promise<string | null> {
  if (key === null) return null;
  const row = await db.selectFrom('organisation').select('name').where('key', '=', key).executeTakeFirst();
  return row?.name ?? key;
}

function sortInForce(query: ProcessQuery, text: SearchText | null): ProcessSort {
  const wished = query.sort ?? (text === null ? 'newest' : 'relevance');
  if (wished === 'relevance' && text === null) return 'newest';
  // Amounts are only put in order within one currency.
  if (wished === 'value' && query.filters.currency?.length !== 1) return 'newest';
  return wished;
}

interface Order {
  readonly key: RawBuilder<unknown>;
  readonly type: 'timestamptz' | 'numeric' | 'float8';
  readonly descending: boolean;
}

function orderOf(sort: ProcessSort, text: SearchText | null, clock: Clock): Order {
  switch (sort) {
    case 'relevance':
      return { key: text?.rank ?? sql`0::float8`, type: 'float8', descending: true };
    case 'newest':
      return { key: sql`coalesce(last_date, '-infinity')`, type: 'timestamptz', descending: true };
    case 'oldest':
      return { key: sql`coalesce(first_date, 'infinity')`, type: 'timestamptz', descending: false };
    case 'value':
      return { key: sql`coalesce(amount, -1)`, type: 'numeric', descending: true };
    case 'deadline': {
      // The nearest deadline ahead first, then those that are over, last those without one. From the start of the day,
      // so that the pages of a list that is read today fit together.
      const day = clock.now().toZonedDateTimeISO(COPENHAGEN).startOfDay().toInstant().toString();
      const away = sql`extract(epoch from tender_end - ${day}::timestamptz)`;
      return { key: sql`coalesce(case when tender_end >= ${day}::timestamptz then ${away} else 1e12 - ${away} end, 1e15)`, type: 'numeric', descending: false };
    }
  }
}

export const SUMMARY_COLUMNS = [
  'ocid', 'title', 'description', 'buyer_key', 'buyer_name', 'suppliers', 'country', 'stage', 'method', 'category', 'amount', 'currency',
  'classification', 'first_date', 'last_date', 'tender_end', 'release_count', 'fault_count',
] as const satisfies readonly (keyof RegisterTables['process'])[];

type SummaryRow = Pick<RegisterTables['process'], Exclude<(typeof SUMMARY_COLUMNS)[number], 'suppliers'>> & { suppliers: ProcessSummary['suppliers'] };

export function summaryOf(row: SummaryRow): ProcessSummary {
  return {
    ocid: row.ocid,
    title: row.title,
    description: row.description,
    buyer: row.buyer_name === null ? null : { key: row.buyer_key, name: row.buyer_name },
    suppliers: row.suppliers,
    country: row.country,
    stage: STAGES.find((stage) => stage === row.stage) ?? null,
    method: METHODS.find((method) => method === row.method) ?? null,
    category: CATEGORIES.find((category) => category === row.category) ?? null,
    value: row.amount === null ? null : { amount: row.amount, currency: row.currency },
    classification: row.classification,
    firstDate: row.first_date ?? '',
    lastDate: row.last_date ?? '',
    tenderEnd: row.tender_end,
    releaseCount: row.release_count,
    faultCount: row.fault_count,
  };
}
