import { idSource, systemClock, type Clock } from '#base';
import type { Kysely } from 'kysely';
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
