import { sql } from 'kysely';
import type { Clock } from '#base';
import type { Actor, Role } from '../actor.ts';
import { listApiKeys, type KeyLine } from '../api-key.store.ts';
import { asActor } from '../as-actor.store.ts';
import { readKeys, type PersonKey } from '../person-key.store.ts';
import { listMemberships, listSessions, type MembershipLine, type SessionLine } from '../session.store.ts';
import type { PeopleDatabase } from '../tables.ts';

export interface AccountView {
  readonly actor: Actor;
  readonly memberships: readonly MembershipLine[];
  readonly sessions: readonly SessionLine[];
  readonly ownKey: PersonKey | null;
  readonly apiKeys: readonly KeyLine[];
}

/** What the account page shows, read with the actor's own rights. */
export async function readAccount(db: PeopleDatabase, clock: Clock, actor: Actor): Promise<AccountView> {
  return asActor(db, actor, async (trx) => {
    const memberships = await listMemberships(trx, clock, actor.user);
    const sessions = await listSessions(trx, clock, actor.user);
    const [ownKey = null] = await readKeys(trx, [actor.user]);
    return { actor, memberships, sessions, ownKey, apiKeys: await listApiKeys(trx, clock) };
  });
}

export interface Member {
  readonly person: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Who can act for the actor's organisation now. */
export async function listMembers(db: PeopleDatabase, clock: Clock, actor: Actor): Promise<readonly Member[]> {
  const now = clock.now().toString();
  return asActor(db, actor, async (trx) => trx.selectFrom('membership').innerJoin('person', 'person.id', 'membership.person')
    .select(['person', 'person.name', 'roles']).where('organisation', '=', actor.organisation).where('valid_from', '<=', now)
    .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>', now)])).orderBy('person.name').orderBy('person').execute());
}

/** Gives a member of the actor's organisation other roles; none of them ends the membership. @returns false: there is no such member that the actor may change. */
export async function setRoles(db: PeopleDatabase, clock: Clock, actor: Actor, { person, roles }: { readonly person: string; readonly roles: readonly Role[] }): Promise<boolean> {
  return asActor(db, actor, async (trx) => {
    const { numUpdatedRows } = await trx.updateTable('membership').set({ roles: [...roles], valid_to: roles.length === 0 ? clock.now().toString() : sql`valid_to` })
      .where('organisation', '=', actor.organisation).where('person', '=', person).executeTakeFirst();
    return numUpdatedRows > 0n;
  });
}
