/** Who may do what to bids, for the room that takes them in: it knows purchases by their keys alone. */
import type { BidAction, BidSubject } from '#intake';
import { asActor, may, type Actor, type Verdict } from '#people';
import { readRecord } from '../core/records.store.ts';
import { subjectOf, type Market } from '../core/run.ts';
import { byServer } from '../core/server-rights.ts';

const HIDDEN: Verdict = { allowed: false, hidden: true, why: 'Nothing that you may see stands here.', help: 'Check the address, and for whom you are logged in.' };

/** The verdict of the policy table; what is done to a bid that is there (`bid.read`) is asked of the bid, all else of the purchase. */
export async function bidVerdict(market: Market, actor: Actor | null, action: BidAction, { purchase: id, supplier }: BidSubject): Promise<Verdict> {
  return asActor(market.db, actor, async (trx) => {
    const seen = await readRecord(trx, id);
    const purchase = seen?.kind === 'purchase' ? await byServer(actor, trx, () => readRecord(trx, id)) : null;
    if (purchase === null) return HIDDEN;
    const subject = subjectOf(market.kinds.of('purchase'), purchase, null, action);
    return may(actor, action, action === 'bid.read' ? { ...subject, kind: 'bid', owner: supplier, parties: [purchase.owner], audience: 'parties', named: [] } : subject);
  });
}
