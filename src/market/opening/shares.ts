/** What a holder takes home to open: the headers of all bids with their encrypted shares. The first fetch ends the intake. */
import { FailureError, unwrap } from '#base';
import { intakeIn, logRefusedRead, sealedBids } from '#intake';
import { asActor, leaveActor, type Actor } from '#people';
import { checkKeySet, type BidHeader, type KeySet } from '#seal';
import { askedRecord } from '../core/ask.ts';
import type { Market } from '../core/run.ts';
import type { Purchase } from '../purchase/purchase.schema.ts';
import { holderFailure } from './opening.ts';

/** As `torvet shares open` and the script of the page read it. */
export interface SharesToOpen {
  readonly purchase: string;
  readonly keySet: KeySet;
  readonly bids: readonly { readonly submission: string; readonly header: BidHeader }[];
}

/** For named holders alone, after the deadline. A refusal is logged. @throws FailureError when it is refused */
export async function sharesFor(market: Market, actor: Actor | null, id: string): Promise<SharesToOpen> {
  const now = market.clock.now();
  const reader = { person: actor?.user ?? null, organisation: actor?.organisation ?? null, now };
  try {
    return await asActor(market.db, actor, async (trx) => {
      const purchase = await askedRecord(market, trx, actor, { kind: 'purchase', id, action: 'opening.commit' }) as Purchase;
      const failure = holderFailure(purchase, { actor, now });
      if (failure !== null) throw new FailureError(failure);
      await leaveActor(trx);
      const bids = unwrap(await sealedBids(trx, intakeIn(market.db), id, reader));
      return { purchase: id, keySet: unwrap(checkKeySet(purchase.body.keySet)), bids: bids.map(({ submission, header }) => ({ submission, header })) };
    });
  } catch (error) {
    // What `sealedBids` itself refuses it has logged already; its transaction was given up, the entry was not.
    if (error instanceof FailureError && error.failure.kind !== 'not-found') await logRefusedRead(intakeIn(market.db), { purchase: id, lot: null, what: 'the shares of the bids', why: error.failure.message, ...reader });
    throw error;
  }
}
