import { sql, type Kysely, type RawBuilder } from 'kysely';
import { COPENHAGEN, fail, ok, type Clock, type Result } from '#base';
import { badCursor, cutPage, readCursor, refuseBadKey, type CursorKey, type PageRequest, type RowPage } from './cursor.ts';
import { PROCESS_FACETS, type ProcessListView, type ProcessQuery, type ProcessSort } from './list.view.ts';
import { facetOf, matches } from './process-filter.store.ts';
import { correctText, readSearchText, type SearchText } from './search-text.ts';
import type { RegisterTables } from './tables.ts';
import { CATEGORIES, METHODS, STAGES, type ProcessSummary } from './views.ts';

type Db = Kysely<RegisterTables>;

/** The list of processes: one page of rows, how many there are, and what each filter would give. */
export async function searchProcesses(db: Db, clock: Clock, query: ProcessQuery, page: PageRequest): Promise<Result<ProcessListView>> {
  const meant = await correctProcessQuery(db, clock, query);
  const text = readSearchText(meant.q);
  const found = await findRows(db, clock, meant, page);
  if (!found.ok) return found;
  const [total, facets, buyerName, supplierName] = await Promise.all([
    countProcesses(db, clock, meant),
    Promise.all(PROCESS_FACETS.map((name) => facetOf(db, clock, meant, text, name))),
    organisationName(db, meant.buyer),
    organisationName(db, meant.supplier),
  ]);
  const corrected = meant !== query;
  return ok({ ...found.value, query, sort: sortInForce(meant, text), total, facets, buyerName, supplierName, didYouMean: corrected ? meant.q : null, corrected });
}

/** The query itself, or with the spelling that finds something when nothing matches as written. A file holds what its page shows. */
export async function correctProcessQuery(db: Db, clock: Clock, query: ProcessQuery): Promise<ProcessQuery> {
  if (query.q.trim() === '' || (await countProcesses(db, clock, query)) > 0) return query;
  const q = await correctText(db, query.q);
  if (q === null) return query;
  const meant = { ...query, q };
  return (await countProcesses(db, clock, meant)) > 0 ? meant : query;
}

/** One page of the rows alone. */
export async function findRows(db: Db, clock: Clock, query: ProcessQuery, page: PageRequest): Promise<Result<RowPage<ProcessSummary>>> {
  const text = readSearchText(query.q);
  const sort = sortInForce(query, text);
  const order = orderOf(sort, text, clock);
  const place = page.before ?? page.after;
  const cursor = place === null ? null : readCursor(place, sort, order.type);
  if (cursor !== null && !cursor.ok) return cursor;
  const backwards = page.before !== null;
  const direction = order.descending === backwards ? sql`asc` : sql`desc`;
  let select = db.selectFrom('process').select([...SUMMARY_COLUMNS, sql<string>`${order.key}::text`.as('cursor_key')])
    .where(matches(clock, query, text))
    .orderBy(sql`${order.key} ${direction}, ocid ${direction}`)
    .limit(page.limit + 1);
  if (cursor !== null) {
    const beyond = order.descending === backwards ? sql`>` : sql`<`;
    const key = sql`cast(${cursor.value.key} as ${sql.raw(order.type)})`;
    select = select.where(sql<boolean>`(${order.key}, ocid) ${beyond} (${key}, ${cursor.value.id})`);
  }
  const found = await (cursor === null ? select.execute() : select.execute().catch(refuseBadKey));
  if (found === null) return fail(badCursor());
  const cut = cutPage(found, page, sort, (row) => row.ocid);
  return ok({ ...cut, rows: cut.rows.map(summaryOf) });
}

export async function countProcesses(db: Db, clock: Clock, query: ProcessQuery): Promise<number> {
  const counted = await db.selectFrom('process').select((eb) => eb.fn.countAll<number>().as('count'))
    .where(matches(clock, query, readSearchText(query.q)))
    .executeTakeFirstOrThrow();
  return counted.count;
}

export async function organisationName(db: Db, key: string | null): Promise<string | null> {
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
  readonly type: CursorKey;
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
