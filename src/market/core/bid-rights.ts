import { asActor, may, type Action, type Actor, type Verdict } from '#people';
import { NOT_THERE } from './ask.ts';
import { readRecord } from './records.store.ts';
import { subjectOf, type Market } from './run.ts';
import { byServer } from './server-rights.ts';

/** Whether somebody may do something with bids to a purchase: what the intake asks before it takes or gives anything. */
export async function bidRights(market: Market, actor: Actor | null, action: Action, { purchase, supplier }: { readonly purchase: string; readonly supplier: string }): Promise<Verdict> {
  const record = await asActor(market.db, actor, async (trx) => {
    const seen = await readRecord(trx, purchase);
    // Whole: who is out of it stands in what is internal.
    return seen === null ? null : byServer(actor, trx, () => readRecord(trx, purchase));
  });
  if (record === null || record.kind !== 'purchase') return { allowed: false, hidden: true, why: NOT_THERE.message, help: NOT_THERE.help ?? '', danish: NOT_THERE.danish };
  const subject = subjectOf(market.kinds.of('purchase'), record, null, action);
  // A bid is its supplier's; who buys is the party to it.
  return may(actor, action, action === 'bid.read' ? { ...subject, kind: 'bid', owner: supplier, parties: [record.owner], audience: 'parties' } : subject);
}
