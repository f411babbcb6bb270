/** A price so low that somebody should look. § 169 is not known firmly: a hint to look, and never a verdict. */
import type { Money } from '#base';
import { lawRule } from '../findings.ts';

/** Rule of thumb of ours, no law: so many per cent below the middle of the others' prices. */
export const FAR_BELOW = 30;
/** Fewer others say nothing about what is usual. */
const LEAST_OTHERS = 2;

export interface LowPrice {
  readonly bid: string;
  /** Whole per cent below the middle of the others, rounded down. */
  readonly below: number;
}

export const LOW_PRICE_RULE = lawRule('udbudsloven-169');

/** In the order given. @param bids evaluated prices in one currency */
export function lowPrices(bids: readonly { readonly id: string; readonly price: Money }[]): readonly LowPrice[] {
  return bids.flatMap(({ id, price }) => {
    const others = bids.filter((one) => one.id !== id).map((one) => one.price.minor).toSorted((a, b) => (a < b ? -1 : 1));
    if (others.length < LEAST_OTHERS) return [];
    // Twice the middle, so that the middle of two needs no rounding.
    const middle = (others[Math.floor((others.length - 1) / 2)] ?? 0n) + (others[Math.floor(others.length / 2)] ?? 0n);
    if (middle === 0n) return [];
    const below = Number(((middle - 2n * price.minor) * 100n) / middle);
    return below >= FAR_BELOW ? [{ bid: id, below }] : [];
  });
}
