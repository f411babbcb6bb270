import { sql, type Kysely } from 'kysely';
import { bareName } from './identity/bare-name.ts';
import { JOINS, type Side } from './identity/corrections.ts';
import { goodNumber } from './identity/good-number.ts';
import { identify } from './identity/identify.ts';
import { RULES, type Rule } from './identity/known.ts';
import { keysOf, mainOf } from './identity/same.store.ts';
import type { IdentityView, NameView, NumberView, RelatedView } from './organisation-identity.view.ts';
import type { RegisterTables } from './tables.ts';

type Db = Kysely<RegisterTables>;

const MOST_NAMES = 200;
const MOST_RELATED = 100;

/** What makes the mentions of this organisation one. @param key the key of its page */
export async function readIdentity(db: Db, key: string): Promise<IdentityView> {
  const [rules, names, numbers, related, buying] = await Promise.all([readRules(db, key), readNames(db, key), readNumbers(db, key), readRelated(db, key), countBuying(db, key)]);
  const ruleOf = (mention: string, number: boolean): Rule | 'number-alone' | 'name-alone' => rules.get(mention) ?? (number ? 'number-alone' : 'name-alone');
  return {
    names: names.map(({ organisation, name, country, count }): NameView => {
      const rule = ruleOf(organisation, !organisation.startsWith('name-'));
      return { name, count, rule, reason: rule === 'correction' ? reasonOf(name, country, organisation) : null };
    }),
    numbers: numbers.map(({ organisation, name, scheme, number, country, locality, count }): NumberView => {
      const good = identify({ name, scheme, number, country, locality }).number;
      return { scheme, id: number ?? '', count, rule: ruleOf(organisation, true), check: good === null ? 'none' : good.checked === true ? 'right' : 'unknown' };
    }),
    related,
    buysForOthers: buying,
  };
}

async function readRules(db: Db, key: string): Promise<ReadonlyMap<string, Rule>> {
  const rows = await db.selectFrom('organisation_same').select(['key', 'rule']).where('main', '=', key).execute();
  return new Map(rows.flatMap(({ key: member, rule }) => {
    const known = RULES.find((one) => one === rule);
    return known === undefined ? [] : [[member, known] as const];
  }));
}

async function readNames(db: Db, key: string) {
  return db.selectFrom('participation')
    .select(['name', sql<string>`(array_agg(organisation order by organisation))[1]`.as('organisation'), sql<string | null>`max(country)`.as('country'), sql<number>`count(distinct ocid)::int`.as('count')])
    .where('organisation', '=', sql<string>`any(${keysOf(key)})`).groupBy('name').orderBy(sql`count desc, name`).limit(MOST_NAMES).execute();
}

async function readNumbers(db: Db, key: string) {
  return db.selectFrom('participation')
    .select(['scheme', 'number', sql<string>`min(organisation)`.as('organisation'), sql<string>`min(name)`.as('name'), sql<string | null>`max(country)`.as('country')])
    .select([sql<string | null>`min(locality)`.as('locality'), sql<number>`count(distinct ocid)::int`.as('count')])
    .where('organisation', '=', sql<string>`any(${keysOf(key)})`).where('number', 'is not', null)
    .groupBy(['scheme', 'number']).orderBy(sql`count desc, scheme nulls last, number`).limit(MOST_NAMES).execute();
}

/** Buying for others is buying for more than oneself, also where a notice names the others nowhere. */
async function countBuying(db: Db, key: string): Promise<number> {
  const row = await db.selectFrom('participation').select(sql<number>`count(distinct ocid)::int`.as('count'))
    .where('organisation', '=', sql<string>`any(${keysOf(key)})`).where(sql<boolean>`roles && '{centralPurchasingBody,leadBuyer}'`).executeTakeFirstOrThrow();
  return row.count;
}

/** Pages with the same number, with the same name, or with a name that begins or goes on as this one's. */
async function readRelated(db: Db, key: string): Promise<RelatedView[]> {
  const { rows } = await sql<RelatedView>`
    with keys as (select unnest(${keysOf(key)}) as key),
    mine as (select s.* from organisation_spelling s join keys using (key)),
    near as (
      select o.key, case when o.unit = 'joint' or mine.unit = 'joint' then 'joint' when o.unit is not null and mine.unit is null then 'part'
                         when o.unit is null and mine.unit is not null then 'whole' else 'same-number' end as relation
      from mine join organisation_spelling o on o.number = mine.number
      union all
      select o.key, case when o.unit = 'joint' then 'joint' else 'part' end from mine join organisation_spelling o on o.head = mine.block and o.country is not distinct from mine.country
      union all
      select o.key, case when mine.unit = 'joint' then 'joint' else 'whole' end from mine join organisation_spelling o on o.block = mine.head and o.country is not distinct from mine.country
      union all
      select o.key, 'same-name' from mine join organisation_spelling o on o.block = mine.block and o.bare = mine.bare),
    pages as (select ${mainOf(sql`near.key`)} as key, min(relation) as relation from near where near.key not in (select key from keys) group by 1)
    select pages.key, pages.relation, organisation.name from pages join organisation using (key)
    order by organisation.as_buyer + organisation.as_supplier desc, pages.key limit ${MOST_RELATED}`.execute(db);
  return rows;
}

/** The editor's word that brought this name or number here. */
function reasonOf(name: string, country: string | null, key: string): NameView['reason'] {
  const { bare } = bareName(name);
  const isMeant = (side: Side): boolean => (side.country === null ? side.text === key : side.country === country && bareName(side.text).bare === bare);
  return JOINS.find(({ one, other }) => isMeant(other) || isMeant(one))?.reason ?? null;
}

/** Where the page of this organisation is: under another of its keys, or under the key that an earlier Torvet wrote otherwise. Null: here or nowhere. */
export async function movedTo(db: Db, key: string): Promise<string | null> {
  const [, scheme = null, number = null] = /^([A-Z]{2}-[A-Z]+)-(.+)$/.exec(key) ?? [];
  const good = scheme === null ? null : goodNumber({ scheme, number, name: '', country: null });
  const asked = [key, ...(good === null ? [] : [good.key])];
  const found = await db.selectFrom('organisation').select('key').where(sql<boolean>`key in (select ${mainOf(sql`asked`)} from unnest(${asked}::text[]) asked)`).where('name', '<>', '')
    .orderBy(sql`key = ${mainOf(sql.val(key))} desc`).limit(1).executeTakeFirst();
  return found === undefined || found.key === key ? null : found.key;
}

