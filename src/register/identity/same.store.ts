import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import { recall, remember } from '#store';
import type { RegisterTables } from '../tables.ts';
import { CORRECTIONS_MARK } from './corrections.ts';
import { identify } from './identify.ts';
import { declaredEdges, JOINED } from './joins.ts';
import { knownOf, type Known } from './known.ts';
import type { Mention } from './mention.ts';
import { looseEdges, resolve } from './resolve.ts';

type Db = Kysely<RegisterTables>;

const AT_ONCE = 2000;

/** Every key of the organisation that has this key, as an array in SQL: `participation.organisation = any(${keysOf(key)})`. */
export function keysOf(key: string): RawBuilder<string[]> {
  return sql<string[]>`organisation_keys(${key})`;
}

/** The key of the page of the organisation that a column or value names. */
export function mainOf(key: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`organisation_main(${key})`;
}

/**
 * Finds out anew who is who among the organisations that wait to be gathered, and marks the pages that this changes. Only what
 * shares a name with something that changed is looked at. The result does not depend on the order of import.
 */
export async function joinOrganisations(db: Db): Promise<void> {
  const anew = await isJoinedOtherwise(db);
  if (anew) await markAll(db);
  for (let after = ''; ;) {
    const chosen = await db.selectFrom('organisation').select('key').where('stale', '=', true).where('key', '>', after).orderBy('key').limit(AT_ONCE).execute();
    const last = chosen.at(-1);
    if (last === undefined) break;
    const keys = chosen.map(({ key }) => key);
    await db.transaction().execute(async (transaction) => {
      const changed = await refreshNames(transaction, keys, anew);
      if (changed.keys.length > 0) await rejoin(transaction, changed);
      await markMains(transaction, keys);
    });
    after = last.key;
  }
  if (anew) await remember(db, JOINED_BY, JOINING);
}

const JOINED_BY = 'organisations joined by';
/** Raised when keys are joined by other rules than before; then all are joined anew, as after a change of the editor's file. */
const RULES_VERSION = 1;
const JOINING = `${RULES_VERSION} ${CORRECTIONS_MARK}`;

/** Whether the organisations that the register holds were joined by other rules, or with another file of corrections. */
export async function isJoinedOtherwise(db: Db): Promise<boolean> {
  return (await recall(db, JOINED_BY)) !== JOINING;
}

async function markAll(db: Db): Promise<void> {
  await sql`
    insert into organisation (key) select distinct key from organisation_spelling
    on conflict (key) do update set stale = true where not organisation.stale`.execute(db);
}

interface Changed {
  readonly keys: readonly string[];
  readonly blocks: readonly string[];
}

/** Reads the names of these keys from their participations. @returns the keys whose names changed, and the blocks of their old and new names */
async function refreshNames(transaction: Transaction<RegisterTables>, keys: readonly string[], anew: boolean): Promise<Changed> {
  const [before, mentions] = await Promise.all([rowsOfKeys(transaction, keys), mentionsOf(transaction, keys)]);
  const after = [...new Map(mentions.map(factsOf).map((row) => [written(row), row])).values()];
  const was = new Set(before.map(written));
  const is = new Set(after.map(written));
  if (anew) return await replaceNames(transaction, keys, before, after);
  const differing = [...before.filter((row) => !is.has(written(row))), ...after.filter((row) => !was.has(written(row)))];
  const changed = [...new Set(differing.map(({ key }) => key))];
  if (changed.length === 0) return { keys: [], blocks: [] };
  const isChanged = new Set(changed);
  return replaceNames(transaction, changed, differing, after.filter(({ key }) => isChanged.has(key)));
}

async function replaceNames(transaction: Transaction<RegisterTables>, keys: readonly string[], before: readonly Known[], after: readonly Known[]): Promise<Changed> {
  await sql`delete from organisation_spelling where key = any(${keys}::text[])`.execute(transaction);
  await insertNames(transaction, after);
  return { keys, blocks: [...new Set([...before, ...after].map(({ block }) => block))] };
}

/** A row belongs to the key that it stands under, which an earlier reading may have made. */
function factsOf({ organisation, ...mention }: Mention & { readonly organisation: string }): Known {
  return { ...knownOf(identify(mention)), key: organisation };
}

function written({ key, bare, block, head, country, number, kind, unit }: Known): string {
  return JSON.stringify([key, bare, block, head, country, number, kind, unit]);
}

async function mentionsOf(transaction: Transaction<RegisterTables>, keys: readonly string[]): Promise<(Mention & { organisation: string })[]> {
  return transaction.selectFrom('participation').select(['organisation', 'name', 'scheme', 'number', 'country', 'locality']).distinct()
    .where(sql<boolean>`organisation = any(${keys}::text[])`).execute();
}

async function insertNames(transaction: Transaction<RegisterTables>, rows: readonly Known[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into organisation_spelling (key, bare, block, head, country, number, kind, unit)
    select * from json_to_recordset(${JSON.stringify(rows)}::json) as row (key text, bare text, block text, head text, country text, number text, kind text, unit text)`
    .execute(transaction);
}

/** Decides anew about every key that shares a block with what changed, and about whom these hang together with. */
async function rejoin(transaction: Transaction<RegisterTables>, { keys, blocks }: Changed): Promise<void> {
  const direct = await rowsAt(transaction, blocks, []);
  const near = [...keys, ...direct.map(({ key }) => key)];
  const seeds = new Set([...near, ...(await clusterKeys(transaction, near))]);
  let rows: Known[] = [];
  for (let grown = true; grown;) {
    const own = await rowsOfKeys(transaction, [...seeds]);
    const partners = partnersOf(own);
    rows = await rowsAt(transaction, [...own.map(({ block }) => block), ...partners.blocks], partners.numbers);
    grown = false;
    for (const { one, other } of [...looseEdges(rows), ...declaredEdges(rows, JOINED)]) {
      if (seeds.has(one) === seeds.has(other)) continue;
      seeds.add(one).add(other);
      grown = true;
    }
  }
  await writeSame(transaction, [...seeds], resolve(rows).flatMap(({ key, main, rule }) => (rule !== null && seeds.has(key) ? [{ key, main, rule }] : [])));
}

const PLACES = JOINED.flatMap(({ one, other }) => [[one, other], [other, one]] as const);
const PLACES_OF = Map.groupBy(PLACES, ([from]) => ('number' in from ? from.number : from.block));

/** Where the rows may be that an editor joins to these: they share no letter with them. */
function partnersOf(rows: readonly Known[]): { blocks: string[]; numbers: string[] } {
  const places = rows.flatMap(({ block, number }) => [...(PLACES_OF.get(block) ?? []), ...(PLACES_OF.get(number ?? '') ?? [])]).map(([, to]) => to);
  return { blocks: places.flatMap((place) => ('block' in place ? [place.block] : [])), numbers: places.flatMap((place) => ('number' in place ? [place.number] : [])) };
}

interface SameRow {
  readonly key: string;
  readonly main: string;
  readonly rule: string;
}

/** Pages that gain or lose a key wait to be gathered. */
async function writeSame(transaction: Transaction<RegisterTables>, keys: readonly string[], rows: readonly SameRow[]): Promise<void> {
  await sql`
    with given as (select * from json_to_recordset(${JSON.stringify(rows)}::json) as row (key text, main text, rule text)),
    asked as (select unnest(${keys}::text[]) as key),
    moved as (
      select asked.key, coalesce(before.main, asked.key) as old, coalesce(given.main, asked.key) as new
      from asked left join organisation_same before using (key) left join given using (key)
      where coalesce(before.main, asked.key) <> coalesce(given.main, asked.key)),
    gone as (delete from organisation_same s using asked where s.key = asked.key and not exists (select from given where given.key = s.key)),
    written as (
      insert into organisation_same (key, main, rule) select key, main, rule from given
      on conflict (key) do update set main = excluded.main, rule = excluded.rule
      where (organisation_same.main, organisation_same.rule) is distinct from (excluded.main, excluded.rule))
    insert into organisation (key) select old from moved union select new from moved union select key from moved
    on conflict (key) do update set stale = true where not organisation.stale`.execute(transaction);
}

async function markMains(transaction: Transaction<RegisterTables>, keys: readonly string[]): Promise<void> {
  await sql`
    insert into organisation (key) select distinct main from organisation_same where key = any(${keys}::text[])
    on conflict (key) do update set stale = true where not organisation.stale`.execute(transaction);
}

async function clusterKeys(transaction: Transaction<RegisterTables>, keys: readonly string[]): Promise<string[]> {
  const found = await sql<{ key: string }>`
    with mains as (select main from organisation_same where key = any(${keys}::text[]) union select unnest(${keys}::text[]))
    select key from organisation_same join mains using (main) union select main from mains`.execute(transaction);
  return found.rows.map(({ key }) => key);
}

const NAME_COLUMNS = ['key', 'bare', 'block', 'head', 'country', 'number', 'kind', 'unit'] as const;

async function rowsOfKeys(transaction: Transaction<RegisterTables>, keys: readonly string[]): Promise<Known[]> {
  const rows = await transaction.selectFrom('organisation_spelling').select(NAME_COLUMNS).where(sql<boolean>`key = any(${keys}::text[])`).execute();
  return rows.map(asKnown);
}

async function rowsAt(transaction: Transaction<RegisterTables>, blocks: readonly string[], numbers: readonly string[]): Promise<Known[]> {
  const rows = await transaction.selectFrom('organisation_spelling').select(NAME_COLUMNS)
    .where(sql<boolean>`(block = any(${[...new Set(blocks)]}::text[]) or number = any(${numbers}::text[]))`).execute();
  return rows.map(asKnown);
}

function asKnown(row: Omit<Known, 'unit'> & { readonly unit: string | null }): Known {
  return { ...row, unit: UNITS.find((unit) => unit === row.unit) ?? null };
}

const UNITS = ['department', 'joint', 'other'] as const;
