import { idSource, systemClock, type Clock } from '#base';
import type { Kysely } from 'kysely';
import type { Actor } from './actor.ts';
import { DEMO_ORGANISATIONS } from './demo-people.ts';
import { DEMO_ISSUER } from './login/demo-provider.ts';
import { peopleIn } from './tables.ts';

/** Enters the fictional people and organisations into a demo world that does not have them yet. Changes nothing that is there. */
export async function seedDemoPeople<Tables>(db: Kysely<Tables>, clock: Clock = systemClock): Promise<void> {
  const newId = idSource(clock);
  const now = clock.now().toString();
  await peopleIn(db).transaction().execute(async (trx) => {
    for (const { cvr, kind, name, municipality, people } of DEMO_ORGANISATIONS) {
      await trx.insertInto('member_organisation').values({ id: newId(), kind, name, cvr, municipality_code: municipality, created_at: now })
        .onConflict((conflict) => conflict.doNothing()).execute();
      const { id: organisation } = await trx.selectFrom('member_organisation').select('id').where('cvr', '=', cvr).executeTakeFirstOrThrow();
      for (const [subject, called, ...roles] of people) {
        const person = await trx.insertInto('person').values({ id: newId(), name: called, issuer: DEMO_ISSUER, subject, created_at: now })
          .onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst();
        if (person !== undefined) await trx.insertInto('membership').values({ person: person.id, organisation, roles, valid_from: now, valid_to: null }).execute();
      }
    }
  });
}

/** The people of the demo world as actors, by their subjects. Made members since then at the latest, so that they can have done something before. */
export async function demoActors<Tables>(db: Kysely<Tables>, since: Temporal.Instant): Promise<ReadonlyMap<string, Actor>> {
  const people = peopleIn(db);
  const of = people.selectFrom('person').select('id').where('issuer', '=', DEMO_ISSUER);
  await people.updateTable('membership').set({ valid_from: since.toString() }).where('person', 'in', of).where('valid_from', '>', since.toString()).execute();
  const rows = await people.selectFrom('person').innerJoin('membership', 'membership.person', 'person.id').innerJoin('member_organisation', 'member_organisation.id', 'membership.organisation')
    .select(['person.subject', 'person.id as user', 'person.name', 'membership.organisation', 'member_organisation.name as organisationName', 'member_organisation.kind', 'membership.roles'])
    .where('issuer', '=', DEMO_ISSUER).where('valid_to', 'is', null).execute();
  return new Map(rows.map(({ subject, ...actor }) => [subject, { ...actor, assurance: 'substantial', via: 'session', scopes: null }]));
}
