import type { Kysely } from 'kysely';
import type { OrganisationKind } from './actor.ts';
import { peopleIn } from './tables.ts';

export interface OrganisationName {
  readonly id: string;
  readonly name: string;
  /** Danish CVR number, eight digits; null where it has none. */
  readonly cvr: string | null;
  readonly kind: OrganisationKind;
}

/** By their keys; those that are not there are left out. */
export async function readOrganisations<Tables>(db: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, OrganisationName>> {
  if (ids.length === 0) return new Map();
  const rows = await peopleIn(db).selectFrom('member_organisation').select(['id', 'name', 'cvr', 'kind']).where('id', 'in', [...ids]).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Of one kind, by name. */
export async function listOrganisations<Tables>(db: Kysely<Tables>, kinds: readonly OrganisationKind[]): Promise<readonly OrganisationName[]> {
  return peopleIn(db).selectFrom('member_organisation').select(['id', 'name', 'cvr', 'kind']).where('kind', 'in', [...kinds]).orderBy('name').execute();
}

export async function readPersonNames<Tables>(db: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await peopleIn(db).selectFrom('person').select(['id', 'name']).where('id', 'in', [...ids]).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
