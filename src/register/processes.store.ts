import { sql, type Kysely, type RawBuilder } from 'kysely';
import { fail, ok, type Clock, type Result } from '#base';
import { EMPTY_PROCESS_QUERY } from './addresses.ts';
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
  // A list that is being read keeps the order it had on its first page.
  const inMany = from === null ? total > FEW : !few.includes(from.value.stretch);
  const walked = page.before === null ? (inMany ? many : few) : (inMany ? many : few).toReversed();
  const found: FoundRow[] = [];
  for (const stretch of from === null ? walked : walked.slice(walked.indexOf(from.value.stretch))) {
    const cursor = stretch === from?.value.stretch ? from.value.cursor : null;
    const piece = { backwards: page.before !== null, cursor, limit: page.limit + 1 - found.length };
    const rows = readFound(db, clock, query, { total, combinations }, stretch, piece);
    const read = await (cursor === null ? rows : rows.catch(refuseBadKey));
    if (read === null) return fail(badCursor());
    found.push(...read.map((row) => ({ ...row, stretch: stretch.name })));
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

/** The rows of a condition that few meet are fetched first, or one would walk through all to find that there are no more. null: many meet it. */
async function fewOf(db: Db, stretch: Stretch): Promise<RawBuilder<boolean> | null> {
  if (stretch.isUncertain !== true) return null;
  const counting = sql<{ count: number }>`select count(*) as count from (select from process where ${stretch.where} limit ${FEW + 1}) met`;
  const { rows: [met] } = await byIndex(db, (indexed) => counting.execute(indexed));
  return (met?.count ?? 0) > FEW ? null : sql<boolean>`process.ocid = any(array(select ocid from process where ${stretch.where}))`;
}

interface Piece {
  readonly backwards: boolean;
  /** null: from the beginning, or backwards from the end. */
  readonly cursor: Cursor | null;
  readonly limit: number;
}

type StretchRow = SummaryRow & { readonly cursor_key: string };
type FoundRow = StretchRow & { readonly stretch: string };
type Counted = Awaited<ReturnType<typeof countChosen>>;

/** Up to this many are fetched and sorted at once. */
const FETCHED = 5000;
/** Of more, the page is looked for among the first rows of the list: as many as should hold it, this many times over; then, as titles hold a word less often, among this many. */
const SPARE = 4;
const MOST_WALKED = 2000;

/**
 * Rows of a stretch. Those of a frequent word stand among the first of the list; those of a word that only old processes have
 * would be found after walking through everybody else's, so the walk has an end, after which they are fetched by their index.
 */
async function readFound(db: Db, clock: Clock, query: ProcessQuery, { total, combinations }: Counted, stretch: Stretch, piece: Piece): Promise<StretchRow[]> {
  const text = readSearchText(query.q);
  const few = await fewOf(db, stretch);
  if (few !== null) return byIndex(db, (asked) => readStretch(asked, text, sql`${few} and ${matches(clock, query, text)}`, stretch, piece, null));
  // Without words the indexes of the filters have the rows in order, and the planner knows how many there are.
  if (text === null) return readStretch(db, text, total > FEW ? matches(clock, query, text) : isAmong(clock, query, combinations), stretch, piece, null);
  if (total > FETCHED) {
    const all = await countProcesses(db, clock, EMPTY_PROCESS_QUERY);
    for (const walked of [Math.ceil((piece.limit * SPARE * all) / total), MOST_WALKED]) {
      const rows = walked > MOST_WALKED ? [] : await readStretch(db, text, matches(clock, query, text), stretch, piece, walked);
      if (rows.length === piece.limit) return rows;
    }
  }
  const fetched = { ...stretch, where: stretch.byIndex ?? stretch.where };
  return byIndex(db, (asked) => readStretch(asked, text, isAmong(clock, query, combinations), fetched, piece, null));
}

/** @param most rows of the list that are looked at; null: all */
function readStretch(db: Db, text: SearchText | null, where: RawBuilder<boolean>, stretch: Stretch, { backwards, cursor, limit }: Piece, most: number | null): Promise<StretchRow[]> {
  const down = stretch.descending !== backwards;
  const direction = down ? sql`desc` : sql`asc`;
  const order = sql`${stretch.key} ${direction}, process.ocid ${direction}`;
  const beyond = cursor === null ? sql<boolean>`true`
    : sql<boolean>`(${stretch.key}, process.ocid) ${down ? sql`<` : sql`>`} (cast(${cursor.key} as ${sql.raw(stretch.type)}), ${cursor.id})`;
  const own = stretch.where === null ? sql<boolean>`true` : sql<boolean>`${stretch.where}`;
  const table = most === null ? sql`process` : sql`(select * from process where ${stretch.byIndex === undefined ? own : sql`true`} and ${beyond} order by ${order} limit ${most}) process`;
  const columns = SUMMARY_COLUMNS.map((name) => sql.ref(`process.${name}`));
  return sql<StretchRow>`
    select ${sql.join(columns)}, ${stretch.key}::text as cursor_key from ${table} ${text === null ? sql`` : sql`join process_search using (ocid)`}
    where ${where} and ${own} and ${beyond} order by ${order} limit ${limit}`.execute(db).then(({ rows }) => rows);
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
