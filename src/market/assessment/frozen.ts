/** The assessment as it was frozen: what went in, what came out, and a hash by which anybody sees that neither was changed. Plain JSON. */
import { createHash } from 'node:crypto';
import { moneyText, ok, parseMoney, unwrap, type Result } from '#base';
import { canonicalJson } from '#seal';
import type { Fraction } from '../evaluation/fraction.ts';
import type { Model } from '../evaluation/model.ts';
import type { Scores } from '../evaluation/quality.ts';
import { rank, type EvaluatedBid, type Ranking } from '../evaluation/rank.ts';

/** top and bottom as whole numbers in text: exact. */
type FractionText = readonly [string, string];

export interface FrozenBid {
  readonly submission: string;
  readonly supplier: string;
  /** Evaluated price as decimal text in the currency of the model. */
  readonly price: string;
  readonly scores: Scores;
}

export interface FrozenPlace {
  readonly submission: string;
  readonly rank: number;
  readonly tied: boolean;
  readonly quality: FractionText;
  readonly pricePoints: FractionText | null;
  readonly result: FractionText;
}

export interface FrozenRanking {
  readonly version: 1;
  readonly purchase: string;
  readonly at: string;
  readonly model: Model;
  readonly bids: readonly FrozenBid[];
  readonly places: readonly FrozenPlace[];
  readonly first: readonly string[];
  readonly firstByPrice: readonly string[];
  /** SHA-256 of the canonical JSON of all the rest. */
  readonly hash: string;
}

const written = ({ top, bottom }: Fraction): FractionText => [top.toString(), bottom.toString()];
const read = ([top, bottom]: FractionText): Fraction => ({ top: BigInt(top), bottom: BigInt(bottom) });

/** Fails as `rank` does. @param bids in whatever order: they are frozen in the order of their keys */
export function freeze(purchase: string, at: Temporal.Instant, model: Model, bids: readonly FrozenBid[]): Result<FrozenRanking> {
  const sorted = bids.toSorted((a, b) => (a.submission < b.submission ? -1 : 1));
  const ranked = rank(model, evaluated(model, sorted));
  if (!ranked.ok) return ranked;
  const { places, first, firstByPrice } = ranked.value;
  const plain = {
    version: 1 as const, purchase, at: at.toString(), model, bids: sorted,
    places: places.map(({ bid, rank: place, tied, quality, pricePoints, result }) => (
      { submission: bid, rank: place, tied, quality: written(quality), pricePoints: pricePoints === null ? null : written(pricePoints), result: written(result) })),
    first, firstByPrice,
  };
  return ok({ ...plain, hash: hashOf(plain) });
}

/** The bids as `rank` takes them. */
export function evaluated({ currency }: Model, bids: readonly FrozenBid[]): readonly EvaluatedBid[] {
  return bids.map(({ submission, price, scores }) => ({ id: submission, price: unwrap(parseMoney(price, currency)), scores }));
}

/** Whether a stored ranking is what was frozen, and what its own inputs lead to today. */
export function isWhole({ hash, ...plain }: FrozenRanking): boolean {
  if (hashOf(plain) !== hash) return false;
  const again = freeze(plain.purchase, Temporal.Instant.from(plain.at), plain.model, plain.bids);
  return again.ok && again.value.hash === hash;
}

/** The places as numbers that can be reckoned with. */
export function placesOf({ model, bids, places }: FrozenRanking): Ranking['places'] {
  return places.map(({ submission, rank: place, tied, quality, pricePoints, result }) => ({
    bid: submission, rank: place, tied, price: unwrap(parseMoney(bids.find((one) => one.submission === submission)?.price ?? '', model.currency)),
    quality: read(quality), pricePoints: pricePoints === null ? null : read(pricePoints), result: read(result),
  }));
}

export function frozenBid(submission: string, supplier: string, price: Parameters<typeof moneyText>[0], scores: Scores): FrozenBid {
  return { submission, supplier, price: moneyText(price), scores };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
