import { sql, type Kysely, type RawBuilder } from 'kysely';
import { fail, ok, type Clock, type Result } from '#base';
import { byIndex } from './by-index.store.ts';
import { badCursor, cutPage, GROUP, groupsOf, readCursor, refuseBadKey, type Cursor, type PageRequest, type RowPage } from './cursor.ts';
import { mainOf } from './identity/same.store.ts';
import type { ProcessListView, ProcessQuery } from './list.view.ts';
import { countChosen, countFacets, countProcesses } from './process-counts.store.ts';
import { isAmong, matches } from './process-filter.store.ts';
import { FEW, sortInForce, stretchesOf, type Stretch } from './process-order.store.ts';
import { correctText, readSearchText, type SearchText } from './search-text.ts';
import type { RegisterTables } from './tables.ts';
import { CATEGORIES, METHODS, STAGES, type ProcessSummary } from './views.ts';

type Db = Kysely<RegisterTables>;

/** The list of processes: one page of rows, how many there are, and what each filter would give. */
export async function searchProcesses(db: Db, clock: Clock, query: ProcessQuery, page: PageRequest): Promise<Result<ProcessListView>> {
  const meant = await correctProcessQuery(db, clock, query);
  const [found, counts, buyerName, supplierName] = await Promise.all([
    findRows(db, clock, meant, page),
    countFacets(db, clock, meant),
    organisationName(db, meant.buyer),
    organisationName(db, meant.supplier),
  ]);
  if (!found.ok) return found;
  const corrected = meant !== query;
  const sort = sortInForce(meant, readSearchText(meant.q));
  return ok({ ...found.value, query, sort, ...counts, buyerName, supplierName, didYouMean: corrected ? meant.q : null, corrected });
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
  const { few, many } = stretchesOf(sort, text, clock);
  const place = page.before ?? page.after;
  const from = place === null ? null : placeIn([...few, ...many], place);
  if (from !== null && !from.ok) return from;
  const { total, combinations } = await countChosen(db, clock, query);
  const isFew = total <= FEW;
  const where = isFew ? isAmong(clock, query, combinations) : matches(clock, query, text);
  // A list that is being read keeps the order it had on its first page.
  const inMany = from === null ? !isFew : !few.includes(from.value.stretch);
  const walked = page.before === null ? (inMany ? many : few) : (inMany ? many : few).toReversed();
  const found: FoundRow[] = [];
  for (const stretch of from === null ? walked : walked.slice(walked.indexOf(from.value.stretch))) {
    const cursor = stretch === from?.value.stretch ? from.value.cursor : null;
    const settledStretch = await settled(db, stretch);
    const read = (asked: Db): Promise<StretchRow[]> =>
      readStretch(asked, text, where, settledStretch, { backwards: page.before !== null, cursor, limit: page.limit + 1 - found.length });
    const rows = isFew && text !== null ? byIndex(db, read) : read(db);
    const own = await (cursor === null ? rows : rows.catch(refuseBadKey));
    if (own === null) return fail(badCursor());
    found.push(...own.map((row) => ({ ...row, stretch: stretch.name })));
    if (found.length > page.limit) break;
  }
  const cut = cutPage(found, page, (row) => row.stretch, (row) => row.ocid);
  return ok({ ...cut, rows: cut.rows.map(summaryOf) });
}

/** Where in the list a cursor points. */
function placeIn(stretches: readonly Stretch[], place: string): Result<{ stretch: Stretch; cursor: Cursor }> {
  for (const stretch of stretches) {
    const cursor = readCursor(place, stretch.name, stretch.type);
    if (cursor.ok) return ok({ stretch, cursor: cursor.value });
  }
  return fail(badCursor());
}

/** The stretch; when few meet its condition they are to be fetched first, or one would walk through all to find that there are no more. */
async function settled(db: Db, stretch: Stretch): Promise<Stretch> {
  if (stretch.isUncertain !== true) return stretch;
  const counting = sql<{ count: number }>`select count(*) as count from (select from process where ${stretch.where} limit ${FEW + 1}) met`;
  const { rows: [met] } = await byIndex(db, (indexed) => counting.execute(indexed));
  if ((met?.count ?? 0) > FEW) return stretch;
  return { ...stretch, where: sql`process.ocid = any(array(select ocid from process where ${stretch.where}))` };
}

interface Piece {
  readonly backwards: boolean;
  /** null: from the beginning, or backwards from the end. */
  readonly cursor: Cursor | null;
  readonly limit: number;
}

type StretchRow = SummaryRow & { readonly cursor_key: string };
type FoundRow = StretchRow & { readonly stretch: string };

function readStretch(db: Db, text: SearchText | null, where: RawBuilder<boolean>, stretch: Stretch, { backwards, cursor, limit }: Piece): Promise<StretchRow[]> {
  const down = stretch.descending !== backwards;
  const direction = down ? sql`desc` : sql`asc`;
  const columns = [...SUMMARY_COLUMNS.map((name) => `process.${name}` as const), sql<string>`${stretch.key}::text`.as('cursor_key')] as const;
  const table = text === null
    ? db.selectFrom('process').select(columns)
    : db.selectFrom('process').innerJoin('process_search', 'process_search.ocid', 'process.ocid').select(columns);
  let select = table.where(where).orderBy(sql`${stretch.key} ${direction}, process.ocid ${direction}`).limit(limit);
  if (stretch.where !== null) select = select.where(sql<boolean>`${stretch.where}`);
  if (cursor !== null) {
    const key = sql`cast(${cursor.key} as ${sql.raw(stretch.type)})`;
    select = select.where(sql<boolean>`(${stretch.key}, process.ocid) ${down ? sql`<` : sql`>`} (${key}, ${cursor.id})`);
  }
  return select.execute();
}

/** All rows of a search, in groups, in its order. */
export async function* processGroups(db: Db, clock: Clock, query: ProcessQuery): AsyncGenerator<readonly ProcessSummary[]> {
  yield* groupsOf((after) => findRows(db, clock, query, { after, before: null, limit: GROUP }));
}

/** The names of those of the organisations that are given. */
export async function nameOrganisations(db: Db, keys: readonly (string | null)[]): Promise<readonly string[]> {
  const names = await Promise.all(keys.map(async (key) => organisationName(db, key)));
  return names.filter((name) => name !== null);
}

export async function organisationName(db: Db, key: string | null): Promise<string | null> {
  if (key === null) return null;
  const row = await db.selectFrom('organisation').select('name').where('key', '=', mainOf(sql.val(key))).executeTakeFirst();
  return row?.name ?? key;
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
