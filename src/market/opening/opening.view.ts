/** What the page of an opening shows, and to whom: named holders their steps, the house how far it is and, once opened, the record. */
import { asActor, leaveActor, may, readOrganisations, type Actor } from '#people';
import { askedRecord, notThere } from '../core/ask.ts';
import { subjectOf, type Market } from '../core/run.ts';
import { internalOf, isCompetitive } from '../purchase/purchase.life.ts';
import type { Purchase } from '../purchase/purchase.schema.ts';
import { readTried, type Tried } from './look.store.ts';
import { mayStillOpen } from './opening.ts';
import { listOpened, type ShownBid } from './opening.store.ts';

export interface OpeningView {
  readonly purchase: Purchase;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  /** Whether the reader is a named holder without a conflict. */
  readonly holds: boolean;
  /** Whether a bid waits for more holders; which, and how many, nobody is told. */
  readonly stuck: boolean;
  /** Persons whose shares were wrong, for some bid. */
  readonly wrong: readonly string[];
  /** Empty before the opening, and for whoever may not read bids. */
  readonly bids: readonly ShownBid[];
  readonly suppliers: ReadonlyMap<string, string>;
}

/** @throws FailureError `not-found` for everybody but the house and the named holders, and for whoever is out of the purchase */
export async function readOpening(market: Market, actor: Actor | null, id: string): Promise<OpeningView> {
  return asActor(market.db, actor, async (trx) => {
    const purchase = await askedRecord(market, trx, actor, { kind: 'purchase', id, action: 'purchase.read' }) as Purchase;
    if (actor === null || purchase.internal === null || !isCompetitive(purchase)) throw notThere();
    const { holders, conflicted } = internalOf(purchase);
    const named = holders.some(({ person }) => person === actor.user);
    if (conflicted.includes(actor.user) || (!named && actor.organisation !== purchase.owner)) throw notThere();
    const bids = mayReadBids(market, actor, purchase, null) ? await listOpened(trx, id) : [];
    await leaveActor(trx);
    const tried = purchase.state === 'closed' ? await readTried(trx, id) : [];
    const suppliers = await readOrganisations(trx, bids.map(({ supplier }) => supplier));
    return {
      purchase, actor, now: market.clock.now(), holds: named, ...waitingFor(tried), bids, suppliers: new Map([...suppliers].map(([key, { name }]) => [key, name])),
    };
  });
}

function waitingFor(tried: readonly Tried[]): Pick<OpeningView, 'stuck' | 'wrong'> {
  const waiting = tried.filter(mayStillOpen);
  return { stuck: waiting.length > 0, wrong: [...new Set(waiting.flatMap(({ holders }) => holders))] };
}

/** By the line `bid.read`. @param supplier whose bid it is; null: any of those that were opened */
export function mayReadBids(market: Market, actor: Actor, purchase: Purchase, supplier: string | null): boolean {
  const subject = subjectOf(market.kinds.of('purchase'), purchase, null, 'bid.read');
  return may(actor, 'bid.read', { ...subject, kind: 'bid', owner: supplier, parties: [purchase.owner], audience: 'parties', named: [] }).allowed;
}
