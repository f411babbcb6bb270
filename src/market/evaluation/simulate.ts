/** What a model does, tried on example bids before it is published. */
import { ok, unwrap, type Money, type Result } from '#base';
import { fraction, nearest, over, times, type Fraction } from './fraction.ts';
import { WHOLE, type Model } from './model.ts';
import { rank, type EvaluatedBid, type Place, type Ranking } from './rank.ts';
import { sensitivity, type Turn } from './sensitivity.ts';

export interface PointWorth {
  readonly bid: string;
  /** Minor units, exactly: so much dearer may the bid be with one quality point more and the same result. Null: nothing (the price weighs nothing here). */
  readonly exact: Fraction;
  /** The same to the nearest minor unit, for the eye. */
  readonly money: Money;
}

/** A losing bid that decides who of the others wins: it is there, or it is not. */
export interface Reversal {
  readonly without: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface Simulation {
  readonly ranking: Ranking;
  readonly pointWorth: readonly PointWorth[];
  readonly sensitivity: readonly Turn[];
  /** Only linear points can have any: the price points of all depend on the lowest price, also when that bid does not win. */
  readonly reversals: readonly Reversal[];
}

/** Fails as `rank` does. */
export function simulate(model: Model, bids: readonly EvaluatedBid[]): Result<Simulation> {
  const ranked = rank(model, bids);
  if (!ranked.ok) return ranked;
  const turns = sensitivity(model, bids);
  if (!turns.ok) return turns;
  return ok({ ranking: ranked.value, pointWorth: ranked.value.places.map((place) => worth(model, place, ranked.value)), sensitivity: turns.value, reversals: reversals(model, bids, ranked.value) });
}

function worth(model: Model, place: Place, ranking: Ranking): PointWorth {
  const exact = worthOf(model, place, ranking);
  return { bid: place.bid, exact, money: { currency: model.currency, minor: nearest(exact) } };
}

function worthOf({ method, scale }: Model, { price, quality }: Place, { places }: Ranking): Fraction {
  if (method.kind === 'points-in-money') return fraction(BigInt(method.pointWorth));
  if (method.kind === 'price-per-point') return over(fraction(price.minor), quality);
  const lowest = places.reduce((least, other) => (other.price.minor < least ? other.price.minor : least), price.minor);
  const pricePoint = fraction(lowest * BigInt(method.slope), BigInt(WHOLE) * BigInt(scale.highest - scale.lowest));
  return times(pricePoint, fraction(BigInt(WHOLE - method.priceWeight), BigInt(method.priceWeight)));
}

function reversals(model: Model, bids: readonly EvaluatedBid[], { first }: Ranking): readonly Reversal[] {
  return bids.filter(({ id }) => !first.includes(id)).flatMap(({ id }) => {
    const after = unwrap(rank(model, bids.filter((bid) => bid.id !== id))).first;
    return after.join() === first.join() ? [] : [{ without: id, before: first, after }];
  }).toSorted((a, b) => (a.without < b.without ? -1 : 1));
}

/** The smallest example of such a reversal, which the text of linear points tells: cheap A loses, and whether it is there decides between B and C. */
export const REVERSAL_EXAMPLE: { readonly model: Model; readonly bids: readonly EvaluatedBid[] } = {
  model: {
    currency: 'DKK', scale: { lowest: 0, highest: 10 },
    criteria: [{ id: 'quality', name: 'Kvalitet', weight: WHOLE, emphasis: 'Eksempel', parts: [] }],
    method: { kind: 'linear-points', slope: 1000, priceWeight: 500 },
  },
  bids: ([['A', 100n, 0], ['B', 150n, 6], ['C', 175n, 8]] as const).map(([id, kroner, quality]) => ({ id, price: { currency: 'DKK', minor: kroner * 1_000_00n }, scores: { quality } })),
};
