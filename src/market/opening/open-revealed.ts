/** The worker's part of an opening. Large bids take minutes, so that nothing is locked while they are opened; the step that makes it an opening is given when all were tried. */
import { unwrap } from '#base';
import { chunksOf, intakeIn, sealedBids, type SealedBid } from '#intake';
import { checkKeySet, type KeySet } from '#seal';
import { readRecord } from '../core/records.store.ts';
import type { Market } from '../core/run.ts';
import { giveByTime } from '../core/time.ts';
import { internalOf, revealedOf } from '../purchase/purchase.life.ts';
import type { Purchase } from '../purchase/purchase.schema.ts';
import { readTried } from './look.store.ts';
import { openBid } from './open-bid.ts';
import { isSettled, mayStillOpen } from './opening.ts';
import { keepOutcome, readRevealed } from './opening.store.ts';

/** Opens the bids of every purchase for which enough holders have revealed. A purchase that fails is reported and tried again the next time. @returns how many were opened */
export async function openRevealed(market: Market): Promise<number> {
  let opened = 0;
  for (const record of await readRevealed(market.db)) {
    try {
      if (await openPurchase(market, record)) opened += 1;
    } catch (error) {
      market.report(error, `opening of ${record}`);
    }
  }
  return opened;
}

async function openPurchase(market: Market, id: string): Promise<boolean> {
  const purchase = await readRecord(market.db, id) as Purchase | null;
  if (purchase === null || purchase.state !== 'closed') return false;
  const keySet = unwrap(checkKeySet(purchase.body.keySet));
  const reader = { person: null, organisation: null, now: market.clock.now() };
  const bids = await market.db.transaction().execute(async (trx) => unwrap(await sealedBids(trx, intakeIn(market.db), id, reader)));
  const { reveals } = internalOf(purchase).opening;
  const before = await readTried(market.db, id);
  for (const bid of bids) {
    const tried = before.find(({ submission }) => submission === bid.submission);
    if (tried === undefined || (mayStillOpen(tried) && tried.reveals < reveals.length)) await tryBid(market, purchase, keySet, bid);
  }
  return isSettled(internalOf(purchase), await readTried(market.db, id)) ? giveByTime(market, { command: 'opening.open', record: id }) : false;
}

async function tryBid(market: Market, purchase: Purchase, keySet: KeySet, bid: SealedBid): Promise<void> {
  const revealed = revealedOf(purchase);
  const shares = revealed.map(({ person, shares: given }) => ({ holder: person, share: given.find(([submission]) => submission === bid.submission)?.[1] ?? null }));
  const reader = { person: null, organisation: null, now: market.clock.now() };
  const opened = await openBid({
    bid, keySet, sealed: (part) => chunksOf(intakeIn(market.db), bid.submission, part, reader),
    revealed: shares.flatMap(({ holder, share }) => (share === null ? [] : [{ holder, share }])), shareless: shares.filter(({ share }) => share === null).map(({ holder }) => holder),
  });
  await keepOutcome(market.db, { record: purchase.id, bid, opened, reveals: revealed.length, at: market.clock.now() });
}

