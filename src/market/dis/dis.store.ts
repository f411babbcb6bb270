/** What the page of a system tells of those admitted: how many, never who. */
import { enterActor, leaveActor, type Actor } from '#people';
import { admittedIn } from '../application/admitted.ts';
import { readChildren, type MarketTransaction } from '../core/records.store.ts';
import type { Dis } from './dis.schema.ts';

/** By category. Counted by the server over what the reader may not see. */
export async function countAdmitted(trx: MarketTransaction, actor: Actor | null, { id, body }: Dis, now: Temporal.Instant): Promise<ReadonlyMap<string, number>> {
  await leaveActor(trx);
  const below = await readChildren(trx, id);
  await enterActor(trx, actor);
  return new Map(body.categories.map((category) => [category.id, admittedIn(below, category.id, now).length]));
}
