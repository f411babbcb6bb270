/** The kept flags as a list: filtered, counted, in order, page by page. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { fail, ok, type Result } from '#base';
import { badCursor, cutPage, keysOf, mainOf, readCursor, refuseBadKey, UNKNOWN, type CursorKey, type PageRequest, type RegisterTables, type RowPage } from '#register';
import { own, type KeptEvidence } from '../tables.ts';
import type { ChoiceName, FlagChoice, FlagListView, FlagQuery, FlagRow, FlagSort } from './flags.view.ts';

type Db = Kysely<RegisterTables>;

const MOST_CHOICES = 100;

interface Order {
  readonly key: RawBuilder<unknown>;
  readonly type: CursorKey;
  readonly descending: boolean;
}

const DAY: Pick<Order, 'key' | 'type'> = { key: sql`coalesce(cast(f.day as date), '-infinity'::date)`, type: 'date' };
const VALUE: Pick<Order, 'key' | 'type'> = { key: sql`coalesce(f.value, 0)`, type: 'float8' };
const ORDERS: Readonly<Record<FlagSort, Order>> = {
  newest: { ...DAY, descending: true }, oldest: { ...DAY, descending: false }, highest: { ...VALUE, descending: true }, lowest: { ...VALUE, descending: false },
};

/** Values of different indicators are not compared. */
export function sortOf({ sort, indicator }: FlagQuery): FlagSort {
  if (sort === null || ((sort === 'highest' || sort === 'lowest') && indicator === null)) return 'newest';
  return sort;
}

/** One page of flags with what the list can be narrowed by. */
export async function searchFlags(db: Db, query: FlagQuery, page: PageRequest): Promise<Result<FlagListView>> {
  const [total, found, choices] = await Promise.all([countFlags(db, query), findFlags(db, query, page), readChoices(db, query)]);
  return found.ok ? ok({ ...found.value, query, total, sort: sortOf(query), choices }) : found;
}

export async function countFlags(db: Db, query: FlagQuery): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from flag f where ${condition(query)}`.execute(db);
  return rows[0]?.count ?? 0;
}

interface FoundRow {
  readonly indicator: string; readonly ocid: string; readonly part: string; readonly title: string | null; readonly country: string; readonly day: string | null; readonly value: number | null;
  readonly buyer: string | null; readonly buyer_name: string | null; readonly supplier: string | null; readonly supplier_name: string | null;
  readonly evidence: readonly KeptEvidence[]; readonly cursor_key: string;
}

export async function findFlags(db: Db, query: FlagQuery, page: PageRequest): Promise<Result<RowPage<FlagRow>>> {
  const sort = sortOf(query);
  const order = ORDERS[sort];
  const place = page.before ?? page.after;
  const from = place === null ? null : readPlace(place, sort, order);
  if (from !== null && !from.ok) return from;
  const backwards = page.before !== null;
  const direction = order.descending === backwards ? sql`asc` : sql`desc`;
  const beyond = order.descending === backwards ? sql`>` : sql`<`;
  const after = from === null ? sql`true` : sql`(${order.key}, f.indicator, f.ocid, f.part) ${beyond}
    (cast(${from.value.key} as ${sql.raw(order.type)}), ${from.value.indicator}, ${from.value.ocid}, ${from.value.part})`;
  const asked = sql<FoundRow>`
    select f.indicator, f.ocid, f.part, f.country, f.day, f.value, f.evidence, f.cursor_key, p.title,
      coalesce(b.key, f.buyer) as buyer, coalesce(b.name, p.buyer_name) as buyer_name, coalesce(s.key, f.supplier) as supplier, s.name as supplier_name
    from (select f.*, (${order.key})::text as cursor_key, row_number() over () as nth from (
        select f.* from flag f where ${condition(query)} and ${after}
        order by ${order.key} ${direction}, f.indicator ${direction}, f.ocid ${direction}, f.part ${direction} limit ${page.limit + 1}) f) f
    left join process p on p.ocid = f.ocid
    left join organisation b on b.key = ${mainOf(sql.ref('f.buyer'))}
    left join organisation s on s.key = ${mainOf(sql.ref('f.supplier'))}
    order by f.nth`;
  const found = await (from === null ? asked.execute(db) : asked.execute(db).catch(refuseBadKey));
  if (found === null) return fail(badCursor());
  const { rows, ...places } = cutPage(found.rows, page, () => sort, ({ indicator, ocid, part }) => JSON.stringify([indicator, ocid, part]));
  return ok({ ...places, rows: rows.map(rowOf) });
}

function rowOf(row: FoundRow): FlagRow {
  return {
    indicator: row.indicator, ocid: row.ocid, part: row.part, title: row.title, country: row.country === '' ? null : row.country, day: row.day, value: row.value,
    buyer: row.buyer === null ? null : { key: row.buyer, name: row.buyer_name ?? row.buyer },
    supplier: row.supplier === null ? null : { key: row.supplier, name: row.supplier_name ?? row.supplier },
    evidence: row.evidence,
  };
}

function readPlace(written: string, sort: string, order: Order): Result<{ readonly key: string; readonly indicator: string; readonly ocid: string; readonly part: string }> {
  const cursor = readCursor(written, sort, order.type);
  if (!cursor.ok) return cursor;
  const parts = parsed(cursor.value.id);
  if (!Array.isArray(parts) || parts.length !== 3 || !parts.every((part) => typeof part === 'string' && !part.includes('\u0000'))) return fail(badCursor());
  const [indicator = '', ocid = '', part = ''] = parts as string[];
  return ok({ key: cursor.value.key, indicator, ocid, part });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function condition(query: FlagQuery, except?: ChoiceName): RawBuilder<boolean> {
  const { indicator, ocid, organisation } = query;
  const [buyer, supplier, country, year] = (['buyer', 'supplier', 'country', 'year'] as const).map((name) => (name === except ? null : query[name]));
  const all = [
    ...(indicator === null ? [] : [sql`f.indicator = ${indicator}`]),
    ...(ocid === null ? [] : [sql`(f.ocid = ${ocid} or f.evidence @> ${JSON.stringify([{ source: ocid }])}::jsonb)`]),
    ...(organisation === null ? [] : [sql`(f.buyer = any(${keysOf(organisation)}) or f.supplier = any(${keysOf(organisation)}))`]),
    ...(buyer === null || buyer === undefined ? [] : [sql`f.buyer = any(${keysOf(buyer)})`]),
    ...(supplier === null || supplier === undefined ? [] : [sql`f.supplier = any(${keysOf(supplier)})`]),
    ...(country === null || country === undefined ? [] : [sql`f.country = ${country === UNKNOWN ? '' : country}`]),
    ...(year === null || year === undefined ? [] : [sql`left(f.day, 4) = ${year}`]),
  ];
  return all.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(all, sql` and `)}`;
}

const CHOICE_COLUMNS: Readonly<Record<ChoiceName, RawBuilder<unknown>>> = {
  country: sql`coalesce(nullif(f.country, ''), ${sql.lit(UNKNOWN)})`, year: sql`left(f.day, 4)`, buyer: mainOf(sql.ref('f.buyer')), supplier: mainOf(sql.ref('f.supplier')),
};

async function readChoices(db: Db, query: FlagQuery): Promise<FlagListView['choices']> {
  const [country, year, buyer, supplier] = await Promise.all([choicesOf(db, query, 'country'), choicesOf(db, query, 'year'), choicesOf(db, query, 'buyer'), choicesOf(db, query, 'supplier')]);
  return { country, year, buyer, supplier };
}

/** Years newest first, all else by how many they give; the chosen one is among them also when it now gives nothing. */
async function choicesOf(db: Db, query: FlagQuery, name: ChoiceName): Promise<readonly FlagChoice[]> {
  const { rows } = await sql<FlagChoice>`
    select given.value, o.name as label, given.count
    from (select ${CHOICE_COLUMNS[name]} as value, count(*) as count from flag f where ${condition(query, name)} group by 1) given
    left join organisation o on o.key = given.value
    where given.value is not null
    order by ${name === 'year' ? sql`given.value desc` : sql`given.count desc, given.value`} limit ${MOST_CHOICES}`.execute(db);
  const chosen = query[name];
  return chosen === null || rows.some(({ value }) => value === chosen) ? rows : [...rows, await chosenOne(db, chosen)];
}

async function chosenOne(db: Db, value: string): Promise<FlagChoice> {
  const organisation = await own(db).selectFrom('organisation').select('name').where('key', '=', value).executeTakeFirst();
  return { value, label: organisation?.name ?? null, count: 0 };
}
