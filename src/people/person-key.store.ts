import { fail, idSource, ok, refuse, type Clock, type Result } from '#base';
import { peopleIn, type PeopleDatabase } from './tables.ts';
import type { Kysely } from 'kysely';

const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;

export interface PersonKey {
  readonly person: string;
  /** age X25519 recipient (`age1…`). */
  readonly recipient: string;
  readonly registeredAt: string;
  /** When the person showed that the other half is in hand; null: not yet. */
  readonly provedAt: string | null;
}

/** Registers a person's key in place of an earlier one, which opens nothing from now on but what was sealed to it. */
export async function registerKey(db: PeopleDatabase, clock: Clock, person: string, recipient: string): Promise<Result<null>> {
  const text = recipient.trim();
  if (!RECIPIENT.test(text)) return fail(refuse('invalid', { da: ['Det er ikke en offentlig age-nøgle: den begynder med age1 og har 62 små bogstaver og cifre.', 'Kopiér den linje, der begynder med age1, aldrig den, der begynder med AGE-SECRET-KEY.'], en: ['This is no public key of age: it begins with age1 and has 62 small letters and digits.', 'Copy the line that begins with age1, never the one that begins with AGE-SECRET-KEY.'] }, 'recipient'));
  const now = clock.now().toString();
  // Asked first: PostgreSQL would tell of another person's key only by failing.
  await db.updateTable('person_key').set({ retired_at: now }).where('person', '=', person).where('retired_at', 'is', null).execute();
  const entered = await db.insertInto('person_key').values({ id: idSource(clock)(), person, recipient: text, registered_at: now, proved_at: null, retired_at: null })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  if ((entered.numInsertedOrUpdatedRows ?? 0n) > 0n) return ok(null);
  return fail(refuse('conflict', { da: ['Denne nøgle er allerede registreret.', 'Lav en ny; hver nøgle bruges af én person, én gang.'], en: ['This key is registered already.', 'Make a new one; each is used by one person, once.'] }, 'recipient'));
}

/** The keys that count now of these people. Who has none is left out. */
export async function readKeys<Tables>(db: Kysely<Tables>, people: readonly string[]): Promise<readonly PersonKey[]> {
  if (people.length === 0) return [];
  return peopleIn(db).selectFrom('person_key').select(['person', 'recipient', 'registered_at as registeredAt', 'proved_at as provedAt'])
    .where('person', 'in', people).where('retired_at', 'is', null).orderBy('person').execute();
}

/** The keys of everybody who belongs to an organisation now: drafts of its bids are sealed to all of them. */
export async function readKeysOf<Tables>(db: Kysely<Tables>, clock: Clock, organisation: string): Promise<readonly PersonKey[]> {
  const now = clock.now().toString();
  const members = await peopleIn(db).selectFrom('membership').select('person').where('organisation', '=', organisation).where('valid_from', '<=', now)
    .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>', now)])).execute();
  return readKeys(db, members.map(({ person }) => person));
}

/** Keeps that a person has shown to hold the other half of a key. */
export async function keepProof<Tables>(db: Kysely<Tables>, clock: Clock, person: string, recipient: string): Promise<void> {
  await peopleIn(db).updateTable('person_key').set({ proved_at: clock.now().toString() }).where('person', '=', person).where('recipient', '=', recipient).execute();
}
