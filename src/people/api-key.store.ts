import { sql } from 'kysely';
import { fail, idSource, ok, refuse, type Clock, type Result } from '#base';
import type { Actor, Role } from './actor.ts';
import type { Action } from './rights/policy.table.ts';
import { hashOf, newSecret } from './secret.ts';
import type { PeopleDatabase, PeopleTables } from './tables.ts';

/** What a key of Torvet begins with, so that whoever finds one in a file knows what it is. */
export const KEY_MARK = 'tvk_';
const SHOWN_LETTERS = 12;
export const LONGEST_DAYS = 366;

export interface NewKey {
  /** What its owner calls it. */
  readonly name: string;
  readonly scopes: readonly Action[];
  /** Whole days until it ends, 1 to 366. */
  readonly days: number;
}

/** Makes a key for the actor's organisation with the actor's roles. @returns the key, which is kept nowhere. */
export async function makeApiKey(db: PeopleDatabase, clock: Clock, actor: Actor, { name, scopes, days }: NewKey): Promise<Result<string>> {
  if (name.trim() === '' || name.length > 100) return fail(refuse('invalid', { da: ['Nøglen skal have et navn på højst 100 tegn.', 'Skriv, hvad der skal bruge den.'], en: ['The key needs a name of at most 100 letters.', 'Name what will use it.'] }, 'name'));
  if (scopes.length === 0) return fail(refuse('invalid', { da: ['Nøglen ville ikke kunne bruges til noget.', 'Vælg mindst én handling.'], en: ['The key would be good for nothing.', 'Choose at least one action.'] }, 'scopes'));
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS) return fail(refuse('invalid', { da: [`En nøgle gælder i 1 til ${LONGEST_DAYS} dage.`, 'Skriv et helt antal dage.'], en: [`A key lasts from 1 to ${LONGEST_DAYS} days.`, 'Give a whole number of days.'] }, 'days'));
  const key = `${KEY_MARK}${newSecret()}`;
  const now = clock.now();
  await db.insertInto('api_key').values({
    id: idSource(clock)(), hash: hashOf(key), prefix: key.slice(0, SHOWN_LETTERS), name: name.trim(), person: actor.user, organisation: actor.organisation,
    roles: [...actor.roles], scopes: [...scopes], created_at: now.toString(), ends_at: now.add({ hours: 24 * days }).toString(), used_at: null, revoked_at: null,
  }).execute();
  return ok(key);
}

/** Who acts by a key: its maker, with those of the key's roles that the maker still has. Null: it is not known, has ended, or was revoked. */
export async function readApiKey(db: PeopleDatabase, clock: Clock, key: string): Promise<Actor | null> {
  const now = clock.now().toString();
  const { rows: [row] } = await sql<Omit<Actor, 'via' | 'assurance' | 'roles'> & { given: Role[]; had: Role[] }>`
    update api_key set used_at = ${now} from person, member_organisation as organisation, membership
    where hash = ${hashOf(key)} and revoked_at is null and ends_at > ${now} and person.id = api_key.person and organisation.id = api_key.organisation
      and membership.person = person.id and membership.organisation = organisation.id and valid_from <= ${now} and (valid_to is null or valid_to > ${now})
    returning person.id as "user", person.name, organisation.id as organisation, organisation.name as "organisationName", organisation.kind,
      membership.roles as given, api_key.roles as had, scopes`.execute(db);
  if (row === undefined) return null;
  const { given, had, ...who } = row;
  // It was made by a login of at least this level, and by nothing less.
  return { ...who, roles: given.filter((role) => had.includes(role)), assurance: 'substantial', via: 'api-key' };
}

export type KeyLine = Pick<PeopleTables['api_key'], 'id' | 'prefix' | 'name' | 'scopes' | 'created_at' | 'ends_at' | 'used_at'>;

/** Keys that can be used, as far as policies let the asker see them; the newest first. */
export async function listApiKeys(db: PeopleDatabase, clock: Clock): Promise<readonly KeyLine[]> {
  return db.selectFrom('api_key').select(['id', 'prefix', 'name', 'scopes', 'created_at', 'ends_at', 'used_at'])
    .where('revoked_at', 'is', null).where('ends_at', '>', clock.now().toString()).orderBy('created_at', 'desc').execute();
}

/** Ends a key at once, if policies let the asker. @returns false: there is none that the asker may end. */
export async function revokeApiKey(db: PeopleDatabase, clock: Clock, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('api_key').set({ revoked_at: clock.now().toString() }).where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst();
  return numUpdatedRows > 0n;
}
