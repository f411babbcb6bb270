/**
 * Figures and dates as a reader of the language writes them. Amounts arrive as exact decimal text and never pass
 * through a double. What is malformed is shown as it was given: a real file must never break a page.
 */
import { parseAmount, type Language } from '#base';

const SEPARATORS = { da: { group: '.', point: ',' }, en: { group: ',', point: '.' } } as const;
const LOCALE = { da: 'da-DK', en: 'en-GB' } as const;
const NO_CURRENCY = { da: 'valuta ikke oplyst', en: 'currency not stated' } as const;
const TIME_ZONE = 'Europe/Copenhagen';
/** Keeps a figure and its unit on one line. */
const HARD_SPACE = '\u00a0';

/** Made once: to make one takes a hundred times as long as to use it, and a list has dozens of dates. */
const formats = (options: Intl.DateTimeFormatOptions): Readonly<Record<Language, Intl.DateTimeFormat>> =>
  ({ da: new Intl.DateTimeFormat(LOCALE.da, options), en: new Intl.DateTimeFormat(LOCALE.en, options) });
const DAY = formats({ dateStyle: 'long' });
const DAY_AND_TIME = formats({ dateStyle: 'long', timeStyle: 'short' });
const names = (lang: Language): Readonly<Record<'region' | 'language', Intl.DisplayNames>> =>
  ({ region: new Intl.DisplayNames(LOCALE[lang], { type: 'region' }), language: new Intl.DisplayNames(LOCALE[lang], { type: 'language' }) });
const NAMES = { da: names('da'), en: names('en') } as const;

const DECIMAL = /^([+-]?)0*(\d+)(?:\.(\d+))?$/;

/** An exact decimal ("1234567.50") grouped and pointed: "1.234.567,50". Anything else as given. */
export function formatDecimal(value: string, lang: Language): string {
  const match = DECIMAL.exec(value);
  if (!match) return value;
  const [, sign = '', whole = '', fraction] = match;
  const { group, point } = SEPARATORS[lang];
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return (sign === '-' ? '\u2212' : '') + grouped + (fraction === undefined ? '' : point + fraction);
}

/** A whole number or a count. */
export function formatNumber(value: number | bigint, lang: Language): string {
  return formatDecimal(String(value), lang);
}

/**
 * An amount in its own currency: "1.234.567,50 kr.", "1,234,567.50 DKK". A single decimal is filled up to two, more
 * are kept; a whole amount shows none.
 */
export function formatAmount(value: { readonly amount: string; readonly currency: string | null }, lang: Language): string {
  const amount = DECIMAL.test(value.amount) ? value.amount.replace(/\.(\d)$/, '.$10').replace(/\.0+$/, '') : value.amount;
  const text = formatDecimal(amount, lang);
  if (value.currency === null || value.currency === '') return `${text} (${NO_CURRENCY[lang]})`;
  return text + HARD_SPACE + (lang === 'da' && value.currency === 'DKK' ? 'kr.' : value.currency);
}

const LARGE = { da: { million: 'mio.', billion: 'mia.' }, en: { million: 'million', billion: 'billion' } } as const;

/**
 * An amount where room is short: "12,4 mio. kr.", "DKK 12.4 million"; below a million in whole units. Rounded from the
 * exact digits, halves away from zero. What would round to nothing and is not nothing, or is no decimal, is written in full.
 */
export function formatShortAmount(value: { readonly amount: string; readonly currency: string | null }, lang: Language): string {
  const text = formatShortDecimal(value.amount, lang);
  if (text === null) return formatAmount(value, lang);
  if (value.currency === null || value.currency === '') return `${text} (${NO_CURRENCY[lang]})`;
  if (lang === 'en') return value.currency + HARD_SPACE + text;
  return text + HARD_SPACE + (value.currency === 'DKK' ? 'kr.' : value.currency);
}

/** The figure of a short amount alone, "12,4 mio."; null where rounding would leave nothing of it or it is no decimal. */
export function formatShortDecimal(value: string, lang: Language): string | null {
  // The limit on length of `parseAmount` holds here too.
  if (!parseAmount(value, null).ok) return null;
  const whole = rounded(value, 0);
  if (whole === 0n && /[1-9]/.test(value)) return null;
  const sign = whole !== 0n && value.startsWith('-') ? '-' : '';
  if (whole < 1_000_000n) return formatDecimal(`${sign}${whole}`, lang);
  const millions = rounded(value, 5);
  const [tenths, unit] = millions < 10_000n ? [millions, LARGE[lang].million] : [rounded(value, 8), LARGE[lang].billion];
  return formatDecimal(`${sign}${tenths / 10n}.${tenths % 10n}`, lang) + HARD_SPACE + unit;
}

/** How many times 10^power a decimal holds, without its sign, halves up. */
function rounded(value: string, power: number): bigint {
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  const unit = 10n ** BigInt(fraction.length + power);
  return (2n * BigInt(whole + fraction) + unit) / (2n * unit);
}

/**
 * The day in Copenhagen: "27. juni 2017". Takes "2017-06-27" and ISO 8601 instants. Midnight and the last second of
 * a day in the writer's own offset mean that day wherever it was written.
 */
export function formatDate(value: string, lang: Language): string {
  const date = dateOf(value);
  return date === null ? value : DAY[lang].format(date);
}

/** The day in figures, for tables: "27.06.2017", "27/06/2017". */
export function formatShortDate(value: string, lang: Language): string {
  const date = dateOf(value);
  if (date === null) return value;
  const [day, month] = [date.day, date.month].map((part) => String(part).padStart(2, '0'));
  return lang === 'da' ? `${day}.${month}.${date.year}` : `${day}/${month}/${date.year}`;
}

/** Day and time in Copenhagen: "27. juni 2017 kl. 14.05"; only the day where no time is meant. */
export function formatDateTime(value: string, lang: Language): string {
  const instant = instantOf(value);
  if (instant === null || writtenDay(value) !== null) return formatDate(value, lang);
  return DAY_AND_TIME[lang].format(instant.toPlainDateTime());
}

/** The value for `<time datetime>`, or undefined when the text is no date. */
export function machineDate(value: string): string | undefined {
  return writtenDay(value)?.toString() ?? instantOf(value)?.toInstant().toString();
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A file size with decimal units: "1,2 MB". */
export function formatBytes(bytes: number, lang: Language): string {
  if (!Number.isFinite(bytes) || bytes < 0) return String(bytes);
  const step = Math.min(UNITS.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  const text = step === 0 || value >= 100 ? String(Math.round(value)) : value.toFixed(1);
  return formatDecimal(text, lang) + HARD_SPACE + UNITS[step];
}

/** The name of a country from its ISO 3166-1 alpha-2 code; anything else as given. */
export function formatCountry(code: string, lang: Language): string {
  return displayName(code, lang, 'region', /^[A-Z]{2}$/);
}

/** The name of a language from its BCP 47 code; anything else as given. */
export function formatLanguage(code: string, lang: Language): string {
  return displayName(code, lang, 'language', /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/);
}

function displayName(code: string, lang: Language, type: 'region' | 'language', shape: RegExp): string {
  if (!shape.test(code)) return code;
  try {
    return NAMES[lang][type].of(code) ?? code;
  } catch {
    return code;
  }
}

function dateOf(value: string): Temporal.PlainDate | null {
  return writtenDay(value) ?? instantOf(value)?.toPlainDate() ?? null;
}

const DAY_ONLY = /^(\d{4}-\d{2}-\d{2})(?:T(?:00:00(?::00(?:\.0+)?)?|23:59:59(?:\.\d+)?)(?:Z|[+-]\d{2}:?\d{2})?)?$/;

function writtenDay(value: string): Temporal.PlainDate | null {
  const day = DAY_ONLY.exec(value)?.[1];
  return day === undefined ? null : attempt(() => Temporal.PlainDate.from(day));
}

function instantOf(value: string): Temporal.ZonedDateTime | null {
  return (
    attempt(() => Temporal.Instant.from(value).toZonedDateTimeISO(TIME_ZONE)) ??
    // A time without an offset is read as Danish time.
    attempt(() => Temporal.PlainDateTime.from(value).toZonedDateTime(TIME_ZONE))
  );
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
