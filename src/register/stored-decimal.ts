/**
 * Decimals in files whose columns have a type: exact, in DECIMAL(38,6), and beside it a column of text for what does
 * not fit. A double would round, and text alone cannot be added (ADR 0019).
 */
export const DECIMAL_PRECISION = 38;
export const DECIMAL_SCALE = 6;
/** Of the 32 digits before the point 20 are used, so that a sum of any number of rows has room. */
export const DECIMAL_DIGITS = 20;
/** Of the name of the column beside. */
export const TEXT_SUFFIX = '_text';

/** Zeros at either end say nothing. A number with an exponent stays text, like all that is no plain decimal. */
export function fitsDecimal(decimal: string): boolean {
  const found = /^-?0*(\d*?)(?:\.(\d*?)0*)?$/.exec(decimal);
  if (found === null || !/\d/.test(decimal)) return false;
  const [, whole = '', fraction = ''] = found;
  return whole.length <= DECIMAL_DIGITS && fraction.length <= DECIMAL_SCALE;
}

/**
 * A decimal that fits as the whole number that DECIMAL keeps: `-1.5` is -1500000.
 * @param decimal one for which `fitsDecimal` holds
 */
export function unscaledDecimal(decimal: string): bigint {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d*)(?:\.(\d*))?$/.exec(decimal) ?? [];
  const digits = BigInt(whole + fraction.slice(0, DECIMAL_SCALE).padEnd(DECIMAL_SCALE, '0'));
  return sign === '-' ? -digits : digits;
}
