import { fill, parseMoney, unwrap, type Language } from '#base';
import { told, type Said } from './rule.ts';

/** Danish kroner excluding VAT as whole øre, so that a share of an amount is compared exactly. */
export type Oere = bigint;

/** @param kroner a number out of JSON with at most two decimals; the schemas of the facts let nothing else through */
export function oere(kroner: number): Oere {
  return unwrap(parseMoney(plain(kroner), 'DKK')).minor;
}

/** Decimal kroner for an answer in JSON. */
export function kroner(amount: Oere): number {
  return Number(amount) / 100;
}

/** Less than a share of an amount, strictly. @param percent whole per cent */
export function isBelowShare(part: Oere, whole: Oere, percent: number): boolean {
  return part * 100n < whole * BigInt(percent);
}

/** At most a share of an amount. @param percent whole per cent */
export function isWithinShare(part: Oere, whole: Oere, percent: number): boolean {
  return part * 100n <= whole * BigInt(percent);
}

/** The least amount that is not less than a share of an amount. @param percent whole per cent */
export function leastOfShare(whole: Oere, percent: number): Oere {
  return (whole * BigInt(percent) + 99n) / 100n;
}

const format = (locale: string, digits: number): Intl.NumberFormat => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
const formats = (locale: string) => ({ whole: format(locale, 0), withOere: format(locale, 2) });
/** Made once: making one takes longer than a verdict. */
const FORMATS = { da: formats('da-DK'), en: formats('en-GB') } as const;

/** `1.601.944 kr.` on Danish pages, `DKK 1,601,944` on English ones; øre only where there are any. */
export function krText(amount: Oere, lang: Language): string {
  const number = FORMATS[lang][amount % 100n === 0n ? 'whole' : 'withOere'].format(kroner(amount));
  return lang === 'da' ? `${number} kr.` : `DKK ${number}`;
}

type Filler = string | number | Oere;

/**
 * A text in both languages with its values filled in; amounts in øre are written as money. It is filled in when it is read: a verdict
 * is tried with every answer that is still missing, and of all those only the last is read, in one language.
 */
export function saying(da: string, en: string, values: Readonly<Record<string, Filler>> = {}): Said {
  return told((lang) => fill(lang === 'da' ? da : en, Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, fillerText(value, lang)]))).replaceAll('kr..', 'kr.'));
}

/** Numbers from ten thousand on are grouped; below stand days, shares and years. */
function fillerText(value: Filler, lang: Language): string | number {
  if (typeof value === 'bigint') return krText(value, lang);
  return typeof value === 'number' && value >= 10_000 ? FORMATS[lang].whole.format(value) : value;
}

/** Whole numbers of a double that are exact with two decimals: up to ten thousand billion. */
export const MOST_KRONER = 1e13;

function plain(value: number): string {
  return String(value);
}
