/** Figures that sources give: how they are written. */
import { fill, type Language } from '#base';
import { formatAmount, formatDecimal, formatShortAmount } from '#ui';
import { da } from './form.da.ts';
import { en } from './form.en.ts';

const texts = { da, en };

/** What a figure counts. */
export const FIGURE_UNITS = ['times', 'amount', 'percent', 'count'] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

export interface FigureValue {
  readonly unit: FigureUnit;
  /** Exact decimals: one value, or the ends of a range; the upper end alone is "up to". */
  readonly value?: string | undefined;
  readonly low?: string | undefined;
  readonly high?: string | undefined;
  readonly currency?: string | undefined;
}

/** "8 gange", "op til 26 gange", "1.000 – 1.500 kr." */
export function figureText({ unit, value, low, high, currency }: FigureValue, lang: Language): string {
  const t = texts[lang];
  const one = (amount: string): string => (unit === 'amount' ? money(amount, currency ?? null, lang) : formatDecimal(amount, lang));
  const text = value !== undefined ? one(value)
    : low === undefined ? fill(t.upTo, { value: one(high ?? '') })
    : high === undefined ? fill(t.from, { value: one(low) })
    : `${unit === 'amount' && low.length === high.length ? formatDecimal(low, lang) : one(low)}\u00a0\u2013\u00a0${one(high)}`;
  return unit === 'times' ? fill(t.times, { value: text }) : unit === 'percent' ? `${text}\u00a0%` : text;
}

/** Tenths of a million up to a billion, then tenths of a billion: shortened where nothing is lost. */
const ROUND = /^\d{1,4}0{5}$|^\d+0{8}$/;

function money(amount: string, currency: string | null, lang: Language): string {
  return ROUND.test(amount) ? formatShortAmount({ amount, currency }, lang) : formatAmount({ amount, currency }, lang);
}
