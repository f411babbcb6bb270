import { enterActor, leaveActor, type Actor } from '#people';
import type { MarketTransaction } from './records.store.ts';

/**
 * Does work with the server's own rights, then goes back to those of who reads or gives: within `asActor`, also where nobody is logged in.
 * A failure ends the transaction, and the rights with it.
 */
export async function byServer<T>(actor: Actor | null, trx: MarketTransaction, work: () => Promise<T>): Promise<T> {
  await leaveActor(trx);
  const done = await work();
  await enterActor(trx, actor);
  return done;
}

/** The same for a command: what time gives (null) runs with the server's rights from the start, and keeps them. */
export function byServerFor<T>(giver: Actor | null, trx: MarketTransaction, work: () => Promise<T>): Promise<T> {
  return giver === null ? work() : byServer(giver, trx, work);
}
