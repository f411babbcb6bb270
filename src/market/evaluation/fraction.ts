/** Exact numbers for the evaluation: a share of a point decides who gets a contract, so nothing is rounded on the way. */

/** top / bottom in lowest terms; bottom is above 0. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** @throws RangeError when bottom is 0 */
export function fraction(top: bigint, bottom = 1n): Fraction {
  if (bottom === 0n) throw new RangeError('A fraction has no bottom of 0.');
  const shared = divisor(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { top: top / shared, bottom: bottom / shared };
}

export const ZERO = fraction(0n);

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { top: -b.top, bottom: b.bottom });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.top, a.bottom * b.bottom);
}

/** @throws RangeError when b is 0 */
export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom, a.bottom * b.top);
}

/** Below 0 when a is the smaller, 0 when they are equal, above 0 when a is the larger. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** For the eye: decimal text with so many decimals, halves away from 0. */
export function decimalText({ top, bottom }: Fraction, decimals: number): string {
  const scaled = (top < 0n ? -top : top) * 10n ** BigInt(decimals);
  const rounded = (scaled * 2n + bottom) / (bottom * 2n);
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const sign = top < 0n && rounded > 0n ? '-' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** For the eye: the nearest whole number, halves away from 0. */
export function nearest(value: Fraction): bigint {
  return BigInt(decimalText(value, 0));
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
