/** What a chart draws: exact figures of one measure. They are written from their digits; only lengths are reckoned in doubles. */
import { parseAmount, type Language } from '#base';
import { formatAmount, formatDecimal, formatShortAmount, formatShortDecimal } from './format.ts';
import { shorten } from './text.tsx';
import { texts } from './texts.ts';

/** A count or exact decimal text. null, and what is no decimal, is not covered, which is never the same as zero. */
export type ChartValue = number | string | null;

/** What all figures of one chart are: counts, or amounts in one currency (null: none stated). Currencies never share a chart. */
export type Measure = 'count' | { readonly currency: string | null };

/** Values as whole multiples of one unit (1 / `one`), so that they can be added and compared exactly. */
export interface Exact {
  readonly one: bigint;
  readonly values: readonly (bigint | null)[];
}

/** Longer than any figure that means something; the rest would run out of the picture. */
const LONGEST_TEXT = 36;
/** What stands in the place of a currency may be anything that a file held. */
const LONGEST_CURRENCY = 12;

/** The plain number for a file; empty when it is not covered. */
export function plainValue(value: ChartValue): string {
  const text = value === null ? '' : String(value);
  return parseAmount(text, null).ok ? text : '';
}

/** At the mark: "1.234", "12,4 mio. kr.", "ikke dækket". */
export function shortValue(value: ChartValue, measure: Measure, lang: Language): string {
  const amount = plainValue(value);
  if (amount === '') return texts[lang].notCovered;
  const text = measure === 'count' ? formatDecimal(amount, lang) : formatShortAmount({ amount, currency: currencyOf(measure) }, lang);
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}\u2026` : text;
}

/** In tables and tooltips, with every digit. */
export function fullValue(value: ChartValue, measure: Measure, lang: Language): string {
  const amount = plainValue(value);
  if (amount === '') return texts[lang].notCovered;
  return measure === 'count' ? formatDecimal(amount, lang) : formatAmount({ amount, currency: currencyOf(measure) }, lang);
}

function currencyOf(measure: Exclude<Measure, 'count'>): string | null {
  return measure.currency === null ? null : shorten(measure.currency, LONGEST_CURRENCY);
}

/** All values on the scale of the longest of them. */
export function exactly(values: readonly ChartValue[]): Exact {
  const plain = values.map(plainValue);
  const scale = Math.max(0, ...plain.map((text) => text.split('.')[1]?.length ?? 0));
  return {
    one: 10n ** BigInt(scale),
    values: plain.map((text) => {
      const [whole = '', fraction = ''] = text.split('.');
      return text === '' ? null : BigInt(whole + fraction.padEnd(scale, '0'));
    }),
  };
}

/** The exact sum as decimal text, or null when a value is not covered: what is left out would be taken for nothing. */
export function sumOf(values: readonly ChartValue[]): string | null {
  const { one, values: parts } = exactly(values);
  if (parts.includes(null)) return null;
  const sum = parts.reduce<bigint>((total, part) => total + (part ?? 0n), 0n);
  const scale = String(one).length - 1;
  const digits = String(sum < 0n ? -sum : sum).padStart(scale + 1, '0');
  return (sum < 0n ? '-' : '') + (scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`);
}

/** What can be drawn of a value: nothing of what is below zero or not covered. */
export function drawn(value: bigint | null | undefined): bigint {
  return value === null || value === undefined || value < 0n ? 0n : value;
}

/** `size` times part / whole, to a thousandth; 0 of nothing. */
export function portion(part: bigint, whole: bigint, size: number): number {
  return whole === 0n ? 0 : Number((part * 1_000_000n) / whole) * size / 1_000_000;
}

export interface Axis {
  /** The highest tick, on the scale of the values. */
  readonly top: bigint;
  readonly ticks: readonly { readonly label: string; readonly at: bigint }[];
}

/** Up to five round figures from 0 that reach above the highest value, and to 1 at least. */
export function axisOf(highest: bigint, one: bigint, measure: Measure, lang: Language): Axis {
  const units = highest < one ? 1n : (highest + one - 1n) / one;
  const step = roundStep(units);
  const count = Number((units + step - 1n) / step);
  const ticks = Array.from({ length: count + 1 }, (_none, index) => {
    const value = BigInt(index) * step;
    return { label: tickLabel(String(value), measure, lang), at: value * one };
  });
  return { top: BigInt(count) * step * one, ticks };
}

/** The smallest of 1, 2, 5, 10, 20, 50 … that needs four steps or fewer. */
function roundStep(highest: bigint): bigint {
  for (let power = 1n; ; power *= 10n) {
    const step = [1n, 2n, 5n].find((factor) => factor * power * 4n >= highest);
    if (step !== undefined) return step * power;
  }
}

/** "50 mio.", "50m": the currency of the amounts stands once, above the axis. */
function tickLabel(value: string, measure: Measure, lang: Language): string {
  if (measure === 'count') return formatDecimal(value, lang);
  const text = (formatShortDecimal(value, lang) ?? value).replace(/[.,]0(?=\u00A0)/, '');
  return text.replace('\u00A0million', 'm').replace('\u00A0billion', 'bn');
}

/** What stands above the axis: nothing over counts. */
export function axisUnit(measure: Measure, lang: Language): string {
  const currency = measure === 'count' ? null : currencyOf(measure);
  return currency === 'DKK' && lang === 'da' ? 'kr.' : currency ?? '';
}
