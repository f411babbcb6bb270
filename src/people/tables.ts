import type { Kysely } from 'kysely';
import type { Assurance, OrganisationKind, Role } from './actor.ts';

/** The tables of people and organisations. Only this room reads or writes them. Instants arrive as ISO 8601 text in UTC. */
export interface PeopleTables {
  member_organisation: {
    id: string;
    kind: OrganisationKind;
    name: string;
    /** Danish CVR number, eight digits. */
    cvr: string | null;
    municipality_code: string | null;
    created_at: string;
  };
  person: {
    id: string;
    name: string;
    issuer: string;
    subject: string;
    created_at: string;
  };
  membership: {
    person: string;
    organisation: string;
    roles: Role[];
    valid_from: string;
    valid_to: string | null;
  };
  session: {
    /** SHA-256 of the secret in the cookie. */
    id: Buffer;
    handle: string;
    person: string;
    organisation: string;
    assurance: Assurance;
    created_at: string;
    seen_at: string;
    ends_at: string;
    revoked_at: string | null;
  };
  login_attempt: {
    id: Buffer;
    state: string;
    nonce: string;
    verifier: string;
    back: string;
    ends_at: string;
  };
  api_key: {
    id: string;
    /** SHA-256 of the key. */
    hash: Buffer;
    prefix: string;
    name: string;
    person: string;
    organisation: string;
    roles: Role[];
    scopes: string[];
    created_at: string;
    ends_at: string;
    used_at: string | null;
    revoked_at: string | null;
  };
  person_key: {
    id: string;
    person: string;
    recipient: string;
    registered_at: string;
    proved_at: string | null;
    retired_at: string | null;
  };
  interest: {
    id: string;
    person: string;
    organisation: string;
    record: string;
    conflict: boolean;
    text: string;
    declared_at: string;
  };
}

export type PeopleDatabase = Kysely<PeopleTables>;

/** The same database or transaction, seen as the one of people: a world has the tables of every room, its type those of one. */
export function peopleIn<Tables>(db: Kysely<Tables>): PeopleDatabase {
  return db as unknown as PeopleDatabase;
}
