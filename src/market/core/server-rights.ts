import { enterActor, leaveActor, type Actor } from '#people';
import type { MarketTransaction } from './records.store.ts';

/**
 * Does work with the server's own rights, then goes back to those of the actor. What time gives runs with them from the start.
 * A failure ends the transaction, and the rights with it.
 */
export async function byServer<T>(actor: Actor | null, trx: MarketTransaction, work: () => Promise<T>): Promise<T> {
  if (actor === null) return work();
  await leaveActor(trx);
  const done = await work();
  await enterActor(trx, actor);
  return done;
}
