/** What the signing of a contract must know beyond the purchase: the bids, who looked at the documents, and the need, locked. */
import { readLooks, readOpenedBids } from '../assessment/opened-bids.store.ts';
import type { OpenedBid } from '../assessment/opened-bid.ts';
import type { Look } from '../core/command.ts';
import type { MarketRecord } from '../core/record.ts';
import { lockNeed } from '../purchase/need.store.ts';

export interface LookedForSigning {
  readonly bids: readonly OpenedBid[];
  readonly looks: readonly string[];
  /** Null: none in Torvet. */
  readonly need: MarketRecord | null;
}

export const lookForSigning: Look = async ({ trx, record }): Promise<LookedForSigning> => {
  if (record === null) return { bids: [], looks: [], need: null };
  return { bids: await readOpenedBids(trx, record.id), looks: await readLooks(trx, record.id), need: await lockNeed(trx, record) };
};
