import type { Kysely } from 'kysely';
import { idSource, type Clock } from '#base';
import type { Actor } from './actor.ts';
import { peopleIn } from './tables.ts';

export interface Declaration {
  readonly person: string;
  readonly conflict: boolean;
  /** What the person wrote, at most 4000 letters. */
  readonly text: string;
  readonly declaredAt: string;
}

/** Keeps what somebody declares of interests in a record of the market place, beside what was declared before. @see udbudsloven § 4 */
export async function declareInterest<Tables>(db: Kysely<Tables>, clock: Clock, actor: Actor, { record, conflict, text }: { readonly record: string; readonly conflict: boolean; readonly text: string }): Promise<void> {
  await peopleIn(db).insertInto('interest').values({
    id: idSource(clock)(), person: actor.user, organisation: actor.organisation, record, conflict, text, declared_at: clock.now().toString(),
  }).execute();
}

/** The last declaration of each person for a record. */
export async function readInterests<Tables>(db: Kysely<Tables>, record: string): Promise<readonly Declaration[]> {
  return peopleIn(db).selectFrom('interest').distinctOn('person').select(['person', 'conflict', 'text', 'declared_at as declaredAt'])
    .where('record', '=', record).orderBy('person').orderBy('declared_at', 'desc').orderBy('id', 'desc').execute();
}
