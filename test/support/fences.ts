/** The two fences of rights held against each other: what `may` answers, and what the database does for the same actor. */
import { sql, type Kysely, type Transaction } from 'kysely';
import type { MarketTables } from '#market';
import { asActor, isVisible, may, ROLES, type Action, type Actor, type Subject } from '#people';
import type { Ask, FencedRow, World } from './fence-world.ts';
import { NOW } from './fence-world.ts';

export type Judge = (actor: Actor | null, action: Action, subject: Subject) => boolean;
export const byTheTable: Judge = (actor, action, subject) => may(actor, action, subject).allowed;

/** One answer of each fence to the same question. */
export interface Compared {
  /** What is done to what: `market_record seen`, `market_event written`. */
  readonly what: string;
  readonly allowed: boolean;
  readonly passed: boolean;
  /** Where the database lets pass what the function refuses: what the function asked beyond it, as far as it goes. */
  readonly beyond: string;
}

/** Columns that name a row, for each table that has rows of a member's to see. */
const KEYS: Readonly<Record<string, string>> = {
  market_record: 'id', market_internal: 'record', market_event: "record || '/' || version || '/' || n", market_proposal: "record || '/' || command", market_document: 'id',
  market_document_look: "purchase || '/' || organisation", market_bid_draft: "record || '/' || supplier", market_opened_bid: 'submission', intake_target: 'purchase', intake_upload: 'id', intake_chunk: 'upload',
  intake_submission: 'id', person: 'id', person_key: 'id', membership: "person || '/' || organisation", interest: 'id', session: 'handle', api_key: 'id',
};
/** Tables with rights for members that are not asked row by row, and why. */
export const APART: Readonly<Record<string, string>> = {
  member_organisation: 'the names of organisations are everybody’s',
  market_withheld: 'for the server alone: members may ask, and are shown no row (src/market/opening/opening.test.ts)',
  market_answer: 'the answers that an organisation’s own requests got, by their keys: no action has them as its subject',
};

export const FENCED = Object.keys(KEYS);
/** In the order in which they may be filled. */
const FILLED = ['person', ...FENCED.filter((table) => table !== 'person')];

/** Carries out a statement and takes it back: whether a member may. Any other fault is thrown. */
const TRIED = sql`create or replace function tried(statement text) returns boolean language plpgsql as $$
  begin
    execute statement;
    raise exception using errcode = 'TVYES';
  exception
    when sqlstate 'TVYES' then return true;
    when insufficient_privilege then return false;
  end $$`;

export async function fill(db: Kysely<MarketTables>, { organisations, rows }: World): Promise<void> {
  await TRIED.execute(db);
  await sql`truncate ${sql.join([...FENCED, 'member_organisation', 'intake_key', 'market_answer', 'market_due'].map((table) => sql.table(table)))} cascade`.execute(db);
  await put(db, 'member_organisation', organisations.map((id) => ({ id, kind: 'supplier', name: 'Organisation', cvr: null, municipality_code: null, created_at: NOW })));
  await put(db, 'intake_key', [{ name: 'k', private: '\\x00', public: '\\x00', used_from: NOW, used_until: null }]);
  for (const table of FILLED) await put(db, table, rows.filter((row) => row.table === table).map(({ values }) => values));
}

async function put(db: Kysely<MarketTables>, table: string, rows: readonly object[]): Promise<void> {
  await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(db);
}

/** Everything that the database shows an actor, in one statement. */
async function seenBy(db: Kysely<MarketTables>, actor: Actor | null): Promise<ReadonlySet<string>> {
  const all = sql.raw(Object.entries(KEYS).map(([table, key]) => `select '${table} ' || (${key})::text as key from ${table}`).join(' union all '));
  return asActor(db, actor, async (trx) => new Set((await sql<{ key: string }>`${all}`.execute(trx)).rows.map(({ key }) => key)));
}

/** What may be seen of every row by every actor, by both fences. */
export async function compareReading(db: Kysely<MarketTables>, { rows, actors }: World, judge: Judge = byTheTable): Promise<readonly Compared[]> {
  const compared: Compared[] = [];
  for (const actor of actors) {
    const seen = await seenBy(db, actor);
    for (const row of rows) compared.push(hold(judge, actor, `${row.table} seen`, row, seen.has(`${row.table} ${row.key}`)));
  }
  return compared;
}

export interface Attempt extends Pick<FencedRow, 'asks' | 'about'> {
  readonly what: string;
  readonly statement: string;
}

/** Every attempt of every actor to write, each undone at once. */
export async function compareWriting(db: Kysely<MarketTables>, { actors }: World, attemptsOf: (actor: Actor | null) => readonly Attempt[], judge: Judge = byTheTable): Promise<readonly Compared[]> {
  const compared: Compared[] = [];
  for (const actor of actors) {
    const attempts = attemptsOf(actor);
    const passed = await asActor(db, actor, (trx: Transaction<MarketTables>) => sql<{ passed: boolean }>`
      select tried(statement) as passed from unnest(${attempts.map(({ statement }) => statement)}::text[]) with ordinality as given (statement, n) order by n`.execute(trx));
    for (const [at, attempt] of attempts.entries()) compared.push(hold(judge, actor, attempt.what, attempt, passed.rows[at]?.passed ?? false));
  }
  return compared;
}

function hold(judge: Judge, actor: Actor | null, what: string, { asks, about }: Pick<FencedRow, 'asks' | 'about'>, passed: boolean): Compared {
  const asked = asks(actor);
  const allowed = asked.some(({ action, subject }) => judge(actor, action, subject));
  return { what, allowed, passed, beyond: passed && !allowed ? `${what} ${about.kind} ${relationOf(actor, about)}: ${furthest(actor, asked)}` : '' };
}

function relationOf(actor: Actor | null, { owner, parties }: Subject): string {
  if (actor === null) return 'nobody';
  return owner === actor.organisation ? 'own' : parties.includes(actor.organisation) ? 'party' : 'other';
}

/** What `may` asks of who can see a thing, in its order, and how it is given for the sake of the question. */
const ASKED: readonly (readonly [string, (actor: Actor, subject: Subject) => readonly [Actor, Subject]])[] = [
  ['role', (actor, subject) => [{ ...actor, roles: ROLES }, subject]],
  ['conflict', (actor, subject) => [actor, { ...subject, conflicted: [] }]],
  ['named', (actor, subject) => [actor, { ...subject, named: [actor.user] }]],
  ['person', (actor, subject) => [{ ...actor, via: 'session' }, subject]],
  ['scope', (actor, subject) => [{ ...actor, scopes: null }, subject]],
  ['login', (actor, subject) => [{ ...actor, assurance: 'high' }, subject]],
];

/** The first thing without which the function would refuse whatever else were given; `visible`: it would hide the thing itself; `state`, or no line of the table at all. */
function furthest(actor: Actor | null, asked: readonly Ask[]): string {
  if (asked.length === 0) return 'no right';
  if (!asked.some(({ subject }) => isVisible(actor, subject))) return 'visible';
  if (actor === null) return 'no line';
  const givenAllBut = (left: string | null): boolean => asked.some(({ action, subject }) => {
    const [who, what] = ASKED.filter(([name]) => name !== left).reduce<readonly [Actor, Subject]>(([one, other], [, give]) => give(one, other), [actor, subject]);
    return may(who, action, what).allowed;
  });
  if (!givenAllBut(null)) return 'no line or state';
  const missed = ASKED.find(([name]) => !givenAllBut(name))?.[0] ?? 'one of several';
  return missed === 'role' && actor.roles.length === 0 ? 'no role' : missed;
}

/** Rewrites a policy of the database for the length of some work, which is how a test shows that it would see the fault. */
export async function withPolicy<T>(db: Kysely<MarketTables>, table: string, policy: string, change: { readonly using?: string; readonly check?: string }, work: () => Promise<T>): Promise<T> {
  const { rows: [old] } = await sql<{ qual: string | null; with_check: string | null }>`select qual, with_check from pg_policies where tablename = ${table} and policyname = ${policy}`.execute(db);
  if (old === undefined) throw new Error(`There is no policy ${policy} on ${table}.`);
  const alter = (using: string | null, check: string | null): Promise<unknown> => sql.raw(`alter policy ${policy} on ${table}${using === null ? '' : ` using (${using})`}${check === null ? '' : ` with check (${check})`}`).execute(db);
  await alter(change.using ?? null, change.check ?? null);
  try {
    return await work();
  } finally {
    await alter(old.qual, old.with_check);
  }
}

/** Tables of a world of this database that members have any right to. */
export async function tablesOfMembers(db: Kysely<MarketTables>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select distinct relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    and (has_table_privilege('torvet_member', oid, 'select, insert, update, delete') or has_any_column_privilege('torvet_member', oid, 'select, insert, update')) order by 1`.execute(db);
  return rows.map(({ name }) => name);
}
