/** The ranking as a function of the model, frozen scores and prices (M7 in docs/design/market.md): the same in whatever order the bids come. */
import { fail, ok, refuse, toldIn, type Failure, type Money, type Result } from '#base';
import { compare, fraction, minus, over, plus, times, type Fraction } from './fraction.ts';
import { modelFaults, WHOLE, type Method, type Model } from './model.ts';
import { qualityPoints, type Scores } from './quality.ts';

export interface EvaluatedBid {
  readonly id: string;
  /** The evaluated price, see price-sheet.ts; 0 or above, in the currency of the model. */
  readonly price: Money;
  readonly scores: Scores;
}

export interface Place {
  readonly bid: string;
  /** 1 is the best; two that are equal share a place, and the next one is left out: 1, 1, 3. */
  readonly rank: number;
  readonly tied: boolean;
  readonly price: Money;
  readonly quality: Fraction;
  /** Points for the price; null: the method gives none. */
  readonly pricePoints: Fraction | null;
  /** What is compared: points (most wins), or minor units per point or after deduction (least wins). */
  readonly result: Fraction;
}

export interface Ranking {
  readonly places: readonly Place[];
  /** All that share the first place; empty when there are no bids. */
  readonly first: readonly string[];
  /** Those of them with the lowest price. Where there still are two, people draw lots. */
  readonly firstByPrice: readonly string[];
}

/** Ranks the bids. Fails for a model that has faults, a price below 0 or of another currency, a score that is missing or outside the scale, an id that comes twice. */
export function rank(model: Model, bids: readonly EvaluatedBid[]): Result<Ranking> {
  const fault = modelFaults(model)[0];
  if (fault !== undefined) return fail(refuse('invalid', { da: [`Evalueringsmodellen kan ikke bruges: ${fault.code}.`, 'Ret først modellen.'], en: [`The evaluation model cannot be used: ${fault.code}.`, 'Mend the model first.'] }));
  const wrong = bids.map((bid) => bidFailure(model, bid)).find((failure) => failure !== null) ?? twice(bids);
  if (wrong !== null) return fail(wrong);
  const weighed: Weighed[] = [];
  for (const bid of bids) {
    const quality = qualityPoints(model, bid.scores);
    if (!quality.ok) return fail({ ...quality.failure, message: `Bid ${bid.id}: ${quality.failure.message}`, danish: { ...toldIn('da', quality.failure), message: `Tilbud ${bid.id}: ${toldIn('da', quality.failure).message}` } });
    weighed.push({ ...bid, quality: quality.value });
  }
  return ok(ranking(model, weighed));
}

interface Weighed extends EvaluatedBid {
  readonly quality: Fraction;
}

function ranking(model: Model, bids: readonly Weighed[]): Ranking {
  const lowest = lowestPrice(bids);
  const better = model.method.kind === 'linear-points' ? -1 : 1;
  const results = bids.map((bid) => ({ bid, ...resultOf(model, bid, lowest) }))
    .toSorted((a, b) => better * compare(a.result, b.result) || (a.bid.id < b.bid.id ? -1 : 1));
  const starts = results.map(({ result }, at) => at === 0 || compare(results[at - 1]?.result ?? result, result) !== 0);
  const places = results.map(({ bid, pricePoints, result }, at): Place => (
    { bid: bid.id, rank: starts.lastIndexOf(true, at) + 1, tied: !starts[at] || starts[at + 1] === false, price: bid.price, quality: bid.quality, pricePoints, result }));
  const first = places.filter((place) => place.rank === 1);
  const cheapest = lowestPrice(first);
  return { places, first: first.map(({ bid }) => bid), firstByPrice: first.filter(({ price }) => price.minor === cheapest).map(({ bid }) => bid) };
}

function resultOf(model: Model, { price, quality }: Weighed, lowest: bigint): Pick<Place, 'pricePoints' | 'result'> {
  const { method } = model;
  const minor = fraction(price.minor);
  if (method.kind === 'price-per-point') return { pricePoints: null, result: over(minor, quality) };
  if (method.kind === 'points-in-money') return { pricePoints: null, result: minus(minor, times(quality, fraction(BigInt(method.pointWorth)))) };
  const pricePoints = pointsForPrice(model, method, price.minor, lowest);
  const share = fraction(BigInt(method.priceWeight), BigInt(WHOLE));
  return { pricePoints, result: plus(times(pricePoints, share), times(quality, minus(fraction(1n), share))) };
}

/** The lowest price gets the highest points, (1 + slope) times it and all above get the lowest; a straight line between. */
function pointsForPrice({ scale }: Model, { slope }: Extract<Method, { kind: 'linear-points' }>, price: bigint, lowest: bigint): Fraction {
  const room = lowest * BigInt(slope);
  const above = (price - lowest) * BigInt(WHOLE);
  if (above === 0n) return fraction(BigInt(scale.highest));
  if (above >= room) return fraction(BigInt(scale.lowest));
  return minus(fraction(BigInt(scale.highest)), fraction(above * BigInt(scale.highest - scale.lowest), room));
}

function lowestPrice(bids: readonly { readonly price: Money }[]): bigint {
  return bids.map(({ price }) => price.minor).reduce((least, price) => (price < least ? price : least), bids[0]?.price.minor ?? 0n);
}

function bidFailure({ currency }: Model, { id, price }: EvaluatedBid): Failure | null {
  if (price.currency !== currency) return refuse('invalid', { da: [`Tilbud ${id} har sin pris i ${price.currency}, og evalueringen er i ${currency}.`, 'Priser i forskellige valutaer bliver aldrig sammenlignet.'], en: [`Bid ${id} has its price in ${price.currency}, and the evaluation is in ${currency}.`, 'Prices of different currencies are never compared.'] }, id);
  if (price.minor < 0n) return refuse('invalid', { da: [`Tilbud ${id} har en pris under 0.`, 'En pris er 0 eller mere.'], en: [`Bid ${id} has a price below 0.`, 'A price is 0 or more.'] }, id);
  return null;
}

function twice(bids: readonly EvaluatedBid[]): Failure | null {
  const ids = bids.map(({ id }) => id);
  const again = ids.find((id, at) => ids.indexOf(id) !== at);
  return again === undefined ? null : refuse('invalid', { da: [`Tilbud ${again} står der to gange.`, 'Hvert tilbud får én plads.'], en: [`Bid ${again} is there twice.`, 'Each bid is ranked once.'] }, again);
}
