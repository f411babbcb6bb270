import { sql } from 'kysely';
import { idSource, type Clock } from '#base';
import type { Actor, Assurance, Role } from './actor.ts';
import { hashOf, newSecret } from './secret.ts';
import type { PeopleDatabase, PeopleTables } from './tables.ts';

/** Without a request for so long, a session has ended. */
const IDLE = { minutes: 30 } as const;
/** However busy, it ends so long after the login. */
const LONGEST = { hours: 12 } as const;

export interface NewSession {
  readonly person: string;
  readonly organisation: string;
  readonly assurance: Assurance;
}

/** Begins a session, always under a new secret. @returns the secret for the cookie. */
export async function startSession(db: PeopleDatabase, clock: Clock, session: NewSession): Promise<string> {
  const secret = newSecret();
  const now = clock.now();
  await db.insertInto('session').values({
    ...session, id: hashOf(secret), handle: idSource(clock)(), created_at: now.toString(), seen_at: now.toString(), ends_at: now.add(LONGEST).toString(), revoked_at: null,
  }).execute();
  return secret;
}

/** Who a session is, with its handle. */
export interface SessionActor {
  readonly actor: Actor;
  readonly handle: string;
}

/** The actor of a session that has not ended, which is seen once more by this; null: it has ended, was revoked, or the membership has. */
export async function readSession(db: PeopleDatabase, clock: Clock, secret: string): Promise<SessionActor | null> {
  const now = clock.now();
  const { rows: [row] } = await sql<Omit<Actor, 'via' | 'scopes'> & { handle: string }>`
    update session set seen_at = ${now.toString()} from person, member_organisation as organisation, membership
    where session.id = ${hashOf(secret)} and revoked_at is null and ends_at > ${now.toString()} and seen_at > ${now.subtract(IDLE).toString()}
      and person.id = session.person and organisation.id = session.organisation
      and membership.person = person.id and membership.organisation = organisation.id
      and valid_from <= ${now.toString()} and (valid_to is null or valid_to > ${now.toString()})
    returning handle, person.id as "user", person.name, organisation.id as organisation, organisation.name as "organisationName", organisation.kind, roles, assurance`.execute(db);
  if (row === undefined) return null;
  const { handle, ...who } = row;
  return { handle, actor: { ...who, via: 'session', scopes: null } };
}

/** Ends sessions of a person at once. @param handle the one to end; null: all of them. @returns how many were ended. */
export async function revokeSessions(db: PeopleDatabase, clock: Clock, person: string, handle: string | null): Promise<number> {
  const { numUpdatedRows } = await db.updateTable('session').set({ revoked_at: clock.now().toString() }).where('person', '=', person).where('revoked_at', 'is', null)
    .$if(handle !== null, (query) => query.where('handle', '=', handle ?? '')).executeTakeFirst();
  return Number(numUpdatedRows);
}

export type SessionLine = Pick<PeopleTables['session'], 'handle' | 'assurance' | 'created_at' | 'seen_at' | 'ends_at'>;

/** A person's sessions that have not ended, the newest first. */
export async function listSessions(db: PeopleDatabase, clock: Clock, person: string): Promise<readonly SessionLine[]> {
  const now = clock.now();
  return db.selectFrom('session').select(['handle', 'assurance', 'created_at', 'seen_at', 'ends_at']).where('person', '=', person).where('revoked_at', 'is', null)
    .where('ends_at', '>', now.toString()).where('seen_at', '>', now.subtract(IDLE).toString()).orderBy('created_at', 'desc').execute();
}

export interface MembershipLine {
  readonly organisation: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** The organisations that a person may act for now. */
export async function listMemberships(db: PeopleDatabase, clock: Clock, person: string): Promise<readonly MembershipLine[]> {
  const now = clock.now().toString();
  return db.selectFrom('membership').innerJoin('member_organisation', 'member_organisation.id', 'membership.organisation')
    .select(['membership.organisation', 'member_organisation.name', 'membership.roles']).where('membership.person', '=', person)
    .where('valid_from', '<=', now).where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>', now)])).orderBy('member_organisation.name').execute();
}

/** Lets a session act for another organisation that its person is a member of. @returns false: the person is not. */
export async function actFor(db: PeopleDatabase, clock: Clock, { person, handle, organisation }: { readonly person: string; readonly handle: string; readonly organisation: string }): Promise<boolean> {
  if (!(await listMemberships(db, clock, person)).some((one) => one.organisation === organisation)) return false;
  await db.updateTable('session').set({ organisation }).where('handle', '=', handle).where('person', '=', person).execute();
  return true;
}
