/** What would have to be otherwise for another bid to win. Prices are searched, which is right because a lower price never makes a bid's own place worse (properties.test.ts). */
import { ok, unwrap, type Money, type Result } from '#base';
import { leaves, type Model } from './model.ts';
import { rank, type EvaluatedBid } from './rank.ts';

export interface Turn {
  readonly bid: string;
  /** The highest price at which this bid is first or shares the first place: for a winner how dear it may get, for another how cheap it must get. Null for a winner: at any price. Null for another: at no price. */
  readonly priceToBeFirst: Money | null;
  /** Least whole points of one criterion that bring it to the first place, all else equal; empty for a winner, and where no single criterion does. */
  readonly scoresToBeFirst: readonly { readonly criterion: string; readonly points: number }[];
}

/** For each bid, in the order of their ids. Fails as `rank` does. */
export function sensitivity(model: Model, bids: readonly EvaluatedBid[]): Result<readonly Turn[]> {
  const now = rank(model, bids);
  if (!now.ok) return now;
  const most = ceiling(model, bids);
  return ok(bids.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((bid): Turn => {
    const isFirst = now.value.first.includes(bid.id);
    return { bid: bid.id, priceToBeFirst: turningPrice(model, bids, bid, most), scoresToBeFirst: isFirst ? [] : turningScores(model, bids, bid) };
  }));
}

function isFirstWith(model: Model, bids: readonly EvaluatedBid[], changed: EvaluatedBid): boolean {
  return unwrap(rank(model, bids.map((bid) => (bid.id === changed.id ? changed : bid)))).first.includes(changed.id);
}

function turningPrice(model: Model, bids: readonly EvaluatedBid[], bid: EvaluatedBid, most: bigint): Money | null {
  const wins = (minor: bigint): boolean => isFirstWith(model, bids, { ...bid, price: { ...bid.price, minor } });
  if (!wins(0n) || wins(most)) return null;
  let [yes, no] = [0n, most];
  while (no - yes > 1n) {
    const middle = (yes + no) / 2n;
    if (wins(middle)) yes = middle;
    else no = middle;
  }
  return { ...bid.price, minor: yes };
}

/** A price from which a still higher one changes nothing: it has lost by then, or never does. */
function ceiling({ method, scale }: Model, bids: readonly EvaluatedBid[]): bigint {
  const dearest = bids.reduce((most, { price }) => (price.minor > most ? price.minor : most), 0n);
  if (method.kind === 'linear-points') return dearest * BigInt(1000 + method.slope) + 1n;
  if (method.kind === 'price-per-point') return dearest * BigInt(scale.highest) + 1n;
  return dearest + BigInt(method.pointWorth) * BigInt(scale.highest) + 1n;
}

function turningScores(model: Model, bids: readonly EvaluatedBid[], bid: EvaluatedBid): Turn['scoresToBeFirst'] {
  return leaves(model).flatMap(({ id }) => {
    for (let points = (bid.scores[id] ?? 0) + 1; points <= model.scale.highest; points += 1) {
      if (isFirstWith(model, bids, { ...bid, scores: { ...bid.scores, [id]: points } })) return [{ criterion: id, points }];
    }
    return [];
  });
}
