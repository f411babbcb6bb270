import type { Kysely } from 'kysely';
import { peopleIn } from './tables.ts';

export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** Who can act for an organisation at an instant, with their roles: those whom a buyer can name as holders and evaluators. */
export async function listPeople<Tables>(db: Kysely<Tables>, now: Temporal.Instant, organisation: string): Promise<readonly PersonLine[]> {
  const at = now.toString();
  return peopleIn(db).selectFrom('membership').innerJoin('person', 'person.id', 'membership.person').select(['person.id', 'person.name', 'membership.roles'])
    .where('organisation', '=', organisation).where('valid_from', '<=', at).where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>', at)]))
    .orderBy('person.name').orderBy('person.id').execute();
}
