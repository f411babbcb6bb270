import type { JsonObject } from '#base';
import { moment } from './dates.ts';
import type { Chance } from './random.ts';
import type { DemoSupplier } from './suppliers.ts';
import { dkk, type Lot } from './tender.ts';

export interface Bid {
  readonly lot: Lot;
  readonly number: number;
  readonly supplier: DemoSupplier;
  readonly amount: number;
  readonly date: string;
  readonly valid: boolean;
}

/** What a story wants to happen when the bids are opened. */
export type BidStory = 'same-price' | 'others-disqualified' | 'very-low';

/** How many bid, in percent of the purchases: competition is the rule, one bid is rare. */
const HOW_MANY: readonly (readonly [bids: number, share: number])[] = [[2, 17], [3, 32], [4, 28], [5, 15], [6, 5], [1, 3]];

export function howMany(chances: Chance): number {
  let draw = chances.next() * 100;
  for (const [bids, share] of HOW_MANY) {
    draw -= share;
    if (draw < 0) return bids;
  }
  return 3;
}

/**
 * Bids on one lot, cheapest first. Neighbouring prices lie 4 to 16 percent apart, so that only a planted story looks odd.
 * They arrive during the last two days before the time limit.
 */
export function placeBids(lot: Lot, bidders: readonly DemoSupplier[], deadline: Temporal.PlainDate, chances: Chance, story?: BidStory): readonly Bid[] {
  const ranked = shuffled(bidders, chances);
  let price = lot.value * (bidders.length === 1 ? 0.96 + 0.12 * chances.next() : 0.8 + 0.16 * chances.next());
  if (story === 'very-low') price *= 0.45;
  const bids: Bid[] = [];
  for (const supplier of ranked) {
    const rank = bids.length;
    if (rank > 0) price *= 1.04 + 0.12 * chances.next();
    if (rank === 1 && story === 'very-low') price = lot.value * 0.93;
    const same = rank === 2 && story === 'same-price' ? bids[1]?.amount : undefined;
    const before = chances.between(0, 2);
    bids.push({
      lot,
      number: rank + 1,
      supplier,
      amount: same ?? Math.round(price / 1000) * 1000,
      date: moment(deadline.subtract({ days: before }), before === 0 ? chances.between(8, 11) : chances.between(9, 22), chances.between(1, 58)),
      valid: !(story === 'others-disqualified' && rank > 0),
    });
  }
  return bids;
}

/** The cheapest bid wins seven times of ten; otherwise the next one, on quality. */
export function bestOf(bids: readonly Bid[], chances: Chance): Bid {
  const valid = bids.filter((bid) => bid.valid);
  const best = valid[valid.length > 1 && chances.percent(28) ? 1 : 0];
  if (!best) throw new Error('Without a valid bid there is nothing to award.');
  return best;
}

export function bidsSection(bids: readonly Bid[], lots: readonly Lot[], tenderer: (supplier: DemoSupplier) => JsonObject, applicants: number | null): JsonObject {
  return {
    statistics: lots.flatMap((lot) => {
      const own = bids.filter((bid) => bid.lot.id === lot.id);
      const statistic = (measure: string, value: number): JsonObject => ({ id: `${measure}-${lot.id}`, measure, value, relatedLot: lot.id });
      const disqualified = own.filter((bid) => !bid.valid).length;
      return [
        statistic('bids', own.length),
        statistic('electronicBids', own.length),
        statistic('smeBids', own.filter((bid) => bid.supplier.size !== 'large').length),
        ...(disqualified > 0 ? [statistic('disqualifiedBids', disqualified)] : []),
        ...(applicants === null ? [] : [statistic('requests', applicants)]),
      ];
    }),
    details: bids.map((bid) => ({
      id: bidId(bid),
      date: bid.date,
      status: bid.valid ? 'valid' : 'disqualified',
      tenderers: [tenderer(bid.supplier)],
      value: dkk(bid.amount),
      relatedLots: [bid.lot.id],
    })),
  };
}

export function bidId(bid: Bid): string {
  return `BID-${bid.lot.id.slice(-4)}-${bid.number}`;
}

function shuffled<T>(list: readonly T[], chances: Chance): readonly T[] {
  return list.map((one) => ({ one, at: chances.next() })).sort((a, b) => a.at - b.at).map(({ one }) => one);
}
