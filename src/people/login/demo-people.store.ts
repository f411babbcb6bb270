import { sql } from 'kysely';
import type { OrganisationKind, Role } from '../actor.ts';
import type { PeopleDatabase } from '../tables.ts';
import { DEMO_ISSUER } from './demo-provider.ts';

/** A fictional person that one may be in the demo world. */
export interface DemoPerson {
  readonly subject: string;
  readonly name: string;
  readonly organisation: string;
  readonly kind: OrganisationKind;
  readonly roles: readonly Role[];
}

interface DemoRow extends DemoPerson {
  readonly cvr: string | null;
  readonly municipality: string | null;
}

/** Everybody that one may be, by organisation in the order in which they were made. */
export async function listDemoPeople(db: PeopleDatabase): Promise<readonly DemoPerson[]> {
  return readDemoPeople(db, null);
}

/** What the provider tells of one of them. */
export async function demoClaims(db: PeopleDatabase, subject: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const [person] = await readDemoPeople(db, subject);
  if (person === undefined) return undefined;
  const { name, organisation, cvr, municipality, roles } = person;
  return {
    name, organisation, roles, assurance: 'substantial',
    ...(cvr === null ? {} : { cvr }), ...(municipality === null ? {} : { municipality }),
  };
}

async function readDemoPeople(db: PeopleDatabase, subject: string | null): Promise<readonly DemoRow[]> {
  const { rows } = await sql<DemoRow>`
    select subject, person.name, organisation.name as organisation, kind, roles, cvr, municipality_code as municipality
    from person join membership on membership.person = person.id join member_organisation as organisation on organisation.id = membership.organisation
    where issuer = ${DEMO_ISSUER} and (subject = ${subject} or ${subject}::text is null) order by organisation.id, person.id`.execute(db);
  return rows;
}
