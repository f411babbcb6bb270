import { fail, ok, type Failure, type Result } from './result.ts';

/** What we ourselves buy for: whole minor units (øre), never a double. `currency` is an ISO 4217 code. */
export interface Money {
  readonly currency: string;
  readonly minor: bigint;
}

/** What somebody published: the exact decimal text in its own currency, null where the publisher named none. */
export interface Amount {
  readonly amount: string;
  readonly currency: string | null;
}

/** -1 when the first is smaller, 0 when they are equal, 1 when the first is larger. */
export type Order = -1 | 0 | 1;

/** ISO 4217: the currencies whose smallest unit is not a hundredth. */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
  BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
  CLF: 4, UYW: 4,
};

/** Longer than any amount that means something; without a limit one long number could hold up the process. */
const LONGEST_DECIMAL = 1000;

/** digits / 10^scale */
interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/**
 * Reads an amount as plain decimal text: `1234.50`, `-3`, no exponent, no thousands separator.
 * Numbers out of JSON become such text with `exactNumber`.
 */
export function parseAmount(text: string, currency: string | null): Result<Amount> {
  const decimal = readDecimal(text);
  return decimal.ok ? ok({ amount: text, currency }) : decimal;
}

/** Compares two amounts of one currency: `1.5` and `1.50` are equal. */
export function compareAmounts(a: Amount, b: Amount): Result<Order> {
  const pair = readPair(a, b, 'compared');
  if (!pair.ok) return pair;
  const [left, right] = pair.value;
  return ok(order(left.digits, right.digits));
}

/** The exact sum of two amounts of one currency, with as many decimals as the longer of them. */
export function addAmounts(a: Amount, b: Amount): Result<Amount> {
  const pair = readPair(a, b, 'added');
  if (!pair.ok) return pair;
  const [left, right] = pair.value;
  return ok({ amount: writeDecimal({ digits: left.digits + right.digits, scale: left.scale }), currency: a.currency });
}

/** The exact sum of a list of amounts in one named currency; of an empty list it is "0". */
export function sumAmounts(amounts: Iterable<Amount>, currency: string): Result<Amount> {
  let sum: Amount = { amount: '0', currency };
  for (const amount of amounts) {
    const next = addAmounts(sum, amount);
    if (!next.ok) return next;
    sum = next.value;
  }
  return ok(sum);
}

/** Reads `1234.50` as 123450 øre. More decimals than the currency has is a failure, never a rounding. */
export function parseMoney(text: string, currency: string): Result<Money> {
  if (!/^[A-Z]{3}$/.test(currency)) {
    return fail({
      kind: 'invalid',
      message: `"${currency.slice(0, 20)}" is no currency code.`,
      help: 'Use the three capital letters of ISO 4217, such as DKK.',
    });
  }
  const decimal = readDecimal(text);
  if (!decimal.ok) return decimal;
  const { digits, scale } = decimal.value;
  const wanted = minorDigits(currency);
  if (scale <= wanted) return ok({ currency, minor: digits * 10n ** BigInt(wanted - scale) });
  const surplus = 10n ** BigInt(scale - wanted);
  if (digits % surplus === 0n) return ok({ currency, minor: digits / surplus });
  return fail({
    kind: 'invalid',
    message: `The amount ${text} has more decimals than ${currency}, which has ${wanted}.`,
    help: 'Round the amount yourself; it is not rounded for you.',
  });
}

/** The amount as decimal text with all decimals of its currency: 123450 øre is `1234.50`. */
export function moneyText(money: Money): string {
  return writeDecimal({ digits: money.minor, scale: minorDigits(money.currency) });
}

export function addMoney(a: Money, b: Money): Result<Money> {
  const differs = currencyFailure(a.currency, b.currency, 'added');
  return differs ? fail(differs) : ok({ currency: a.currency, minor: a.minor + b.minor });
}

export function compareMoney(a: Money, b: Money): Result<Order> {
  const differs = currencyFailure(a.currency, b.currency, 'compared');
  return differs ? fail(differs) : ok(order(a.minor, b.minor));
}

/** The sum of a list in one named currency; of an empty list it is nothing of that currency. */
export function sumMoney(list: Iterable<Money>, currency: string): Result<Money> {
  let sum: Money = { currency, minor: 0n };
  for (const money of list) {
    const next = addMoney(sum, money);
    if (!next.ok) return next;
    sum = next.value;
  }
  return ok(sum);
}

function minorDigits(currency: string): number {
  return MINOR_DIGITS[currency] ?? 2;
}

function order(a: bigint, b: bigint): Order {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function readDecimal(text: string): Result<Decimal> {
  const match = text.length > LONGEST_DECIMAL ? null : /^(-?\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) {
    return fail({
      kind: 'invalid',
      message: `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}" is no plain decimal number of at most ${LONGEST_DECIMAL} characters.`,
      help: 'Write digits with a full stop before the decimals, such as 1234.50.',
    });
  }
  const [, whole = '', fraction = ''] = match;
  return ok({ digits: BigInt(whole + fraction), scale: fraction.length });
}

function writeDecimal({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const plain = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  if (scale === 0) return sign + plain;
  return `${sign}${plain.slice(0, -scale)}.${plain.slice(-scale)}`;
}

/** Both amounts on the longer of the two scales. */
function readPair(a: Amount, b: Amount, verb: string): Result<readonly [Decimal, Decimal]> {
  const differs = currencyFailure(a.currency, b.currency, verb);
  if (differs) return fail(differs);
  const left = readDecimal(a.amount);
  if (!left.ok) return left;
  const right = readDecimal(b.amount);
  if (!right.ok) return right;
  const scale = Math.max(left.value.scale, right.value.scale);
  return ok([rescale(left.value, scale), rescale(right.value, scale)]);
}

function rescale(decimal: Decimal, scale: number): Decimal {
  return { digits: decimal.digits * 10n ** BigInt(scale - decimal.scale), scale };
}

/** Two amounts without a currency may be of different ones, so they too are kept apart. */
function currencyFailure(a: string | null, b: string | null, verb: string): Failure | null {
  if (a !== null && a === b) return null;
  return {
    kind: 'invalid',
    message: `An amount in ${a ?? 'an unnamed currency'} and one in ${b ?? 'an unnamed currency'} cannot be ${verb}.`,
    help: 'Keep one total for each currency.',
  };
}
