import type { Kysely } from 'kysely';
import type { OrganisationKind } from './actor.ts';
import { peopleIn } from './tables.ts';

/** An organisation that people act for. */
export interface OrganisationLine {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** Danish CVR number, eight digits; null: it has none. */
  readonly cvr: string | null;
}

/** The organisations of these keys, in no order; a key that is none's is left out. */
export async function readOrganisations<Tables>(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly OrganisationLine[]> {
  if (ids.length === 0) return [];
  return peopleIn(db).selectFrom('member_organisation').select(['id', 'kind', 'name', 'cvr']).where('id', 'in', ids).execute();
}

/** Every organisation of some kinds, by name. */
export async function listOrganisations<Tables>(db: Kysely<Tables>, kinds: readonly OrganisationKind[]): Promise<readonly OrganisationLine[]> {
  return peopleIn(db).selectFrom('member_organisation').select(['id', 'kind', 'name', 'cvr']).where('kind', 'in', kinds).orderBy('name').orderBy('id').execute();
}

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
