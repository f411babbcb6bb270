import { asActor, type Actor } from '#people';
import { askedRecord } from '../core/ask.ts';
import type { Market } from '../core/run.ts';
import type { Purchase } from '../purchase/purchase.schema.ts';

/** What a holder must decrypt to show that the key is there. @throws FailureError for everybody who is not a named holder */
export async function readChallenge(market: Market, actor: Actor | null, id: string): Promise<{ readonly id: string; readonly about: string; readonly challenge: string | null }> {
  return asActor(market.db, actor, async (trx) => {
    const { body, internal } = await askedRecord(market, trx, actor, { kind: 'purchase', id, action: 'purchase.prove-key' }) as Purchase;
    return { id, about: body.title, challenge: internal?.holders.find(({ person }) => person === actor?.user)?.challenge?.sealed ?? null };
  });
}
