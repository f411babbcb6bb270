import { sql, type Kysely, type Transaction } from 'kysely';
import type { Actor } from './actor.ts';

/**
 * Does work in a transaction that sees and writes what the policies of the tables let this actor, and nothing else: as a database
 * role that owns nothing, with person, organisation and roles set for the length of the transaction.
 * @param actor null: whoever is not logged in, who sees what is public
 */
export async function asActor<Tables, T>(db: Kysely<Tables>, actor: Actor | null, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await enterActor(trx, actor);
    return work(trx);
  });
}

/** The same for what is left of a transaction that is open already, until its end or `leaveActor`. */
export async function enterActor<Tables>(trx: Transaction<Tables>, actor: Actor | null): Promise<void> {
  await sql`select set_config('torvet.person', ${actor?.user ?? ''}, true), set_config('torvet.organisation', ${actor?.organisation ?? ''}, true),
    set_config('torvet.roles', ${actor?.roles.join(',') ?? ''}, true)`.execute(trx);
  await sql`set local role torvet_member`.execute(trx);
}

/** Back to the server's own rights within the transaction: for what is reckoned over what the actor may not see, such as a sum. */
export async function leaveActor<Tables>(trx: Transaction<Tables>): Promise<void> {
  await sql`set local role none`.execute(trx);
  await sql`select set_config('torvet.person', '', true), set_config('torvet.organisation', '', true), set_config('torvet.roles', '', true)`.execute(trx);
}
