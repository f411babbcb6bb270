/** A market place of its own for a test: organisations with people in every role, and a clock that the test moves. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { unwrap, type Clock } from '#base';
import { intakeMigrations } from '#intake';
import { give, KINDS, marketMigrations, settle, type Market, type MarketTables, type Outcome } from '#market';
import { peopleMigrations, type Actor, type OrganisationKind, type Role } from '#people';
import { storeMigrations } from '#store';
import { testDatabase, testServer } from './database.ts';

// Here and not in the first test that asks for one: what a test opens is closed when that test ends.
await testServer();

export interface SteppingClock extends Clock {
  /** Sets the clock, also back. */
  set(at: string): void;
  forward(duration: Temporal.DurationLike): void;
}

export function steppingClock(at: string): SteppingClock {
  let now = Temporal.Instant.from(at);
  return { now: () => now, set: (to) => { now = Temporal.Instant.from(to); }, forward: (duration) => { now = now.add(duration); } };
}

export interface TestMarket extends Market {
  readonly clock: SteppingClock;
  /** Entered in the database, with a login that is strong enough for everything. */
  person(organisation: string, ...roles: readonly Role[]): Promise<Actor>;
  organisation(kind: OrganisationKind, name: string): Promise<string>;
  /** Gives a command and expects it to be done. */
  do(actor: Actor, command: string, input: unknown, record?: string | null): Promise<Outcome>;
  /** Gives a step that takes two persons, and has it confirmed. */
  two(first: Actor, second: Actor, command: string, input: unknown, record: string): Promise<Outcome>;
}

export async function testMarket(at = '2026-12-01T09:00:00Z'): Promise<TestMarket> {
  const db = await testDatabase<MarketTables>([storeMigrations, peopleMigrations, intakeMigrations, marketMigrations]);
  const clock = steppingClock(at);
  const names = new Map<string, { name: string; kind: OrganisationKind }>();
  const market: Market = {
    db, clock, kinds: KINDS, address: (path) => `http://torvet.test${path}`, ocidPrefix: 'ocds-test', wake: () => {},
    report: (error) => { throw error instanceof Error ? error : new Error(String(error)); },
  };
  const id = async (): Promise<string> => (await sql<{ id: string }>`select uuidv7()::text as id`.execute(db)).rows[0]?.id ?? '';
  return {
    ...market,
    clock,
    organisation: async (kind, name) => {
      const key = await id();
      await sql`insert into member_organisation (id, kind, name, cvr, created_at) values (${key}, ${kind}, ${name}, null, ${clock.now().toString()})`.execute(db);
      names.set(key, { name, kind });
      return key;
    },
    person: async (organisation, ...roles) => {
      const user = await id();
      const of = names.get(organisation);
      if (of === undefined) throw new Error('The test has no such organisation.');
      const name = `${of.name} ${roles.join('+')} ${randomBytes(2).toString('hex')}`;
      await sql`insert into person (id, name, issuer, subject, created_at) values (${user}, ${name}, 'test', ${user}, ${clock.now().toString()})`.execute(db);
      await sql`insert into membership (person, organisation, roles, valid_from) values (${user}, ${organisation}, ${[...roles]}, ${clock.now().toString()})`.execute(db);
      return { user, name, organisation, organisationName: of.name, kind: of.kind, roles, assurance: 'substantial', via: 'session', scopes: null };
    },
    do: async (actor, command, input, record = null) => unwrap(await give(market, actor, { command, record, input, version: null, key: null })),
    two: async (first, second, command, input, record) => {
      const proposed = unwrap(await give(market, first, { command, record, input, version: null, key: null }));
      if (proposed.outcome !== 'proposed') throw new Error(`${command} was ${proposed.outcome}, not proposed.`);
      return unwrap(await settle(market, second, record, command, 'confirm'));
    },
  };
}
