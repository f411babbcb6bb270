/** Instants as exact numbers. */

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+\-\u2212])(\d\d):(\d\d))$/;
/** The calendar repeats after 400 years; JavaScript takes years below 100 for those of the last century. */
const YEARS_OF_CYCLE = 400;
const SECONDS_OF_CYCLE = 12_622_780_800;
const MINUTES_OF_DAY = 1440;
const NANOSECONDS = 1_000_000_000n;
const DIGITS = 9;

/**
 * Nanoseconds since 1970 of a date and time that names its zone; null for anything else. Digits beyond nanoseconds are cut.
 * @see RFC 3339, section 5.6. A leap second counts as the first of the next minute.
 */
export function instantOf(text: string | null): bigint | null {
  if (text === null) return null;
  const seconds = usualSeconds(text);
  return seconds === null ? unusualInstant(text) : BigInt(seconds) * NANOSECONDS;
}

const USUAL_LENGTH = '2024-01-01T00:00:00Z'.length;
/** The last day of February that comes but every fourth year is none of the usual ones. */
const DAYS_OF = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_BEFORE_1970 = 719_162;

/** Seconds since 1970 of the usual form, in UTC and to the second, of a day that every month has; null for anything else, right or wrong. */
function usualSeconds(text: string): number | null {
  if (text.length !== USUAL_LENGTH || text[4] !== '-' || text[7] !== '-' || text[10] !== 'T' || text[13] !== ':' || text[16] !== ':' || text[19] !== 'Z') return null;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const [month, day, hour, minute, second] = [twoDigits(text, 5), twoDigits(text, 8), twoDigits(text, 11), twoDigits(text, 14), twoDigits(text, 17)];
  // What is no digit has become NaN, which is in no interval.
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= (DAYS_OF[month - 1] as number) && hour <= 23 && minute <= 59 && second <= 59)) return null;
  const before = year - 1;
  const leap = month > 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  const days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) + (DAYS_BEFORE[month - 1] as number) + leap + day - 1 - DAYS_BEFORE_1970;
  return ((days * 24 + hour) * 60 + minute) * 60 + second;
}

function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function unusualInstant(text: string): bigint | null {
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = '', sign = '+', offsetHour = '0', offsetMinute = '0'] = RFC_3339.exec(text) ?? [];
  if (year === '') return null;
  const milliseconds = Date.UTC(Number(year) + YEARS_OF_CYCLE, Number(month) - 1, Number(day));
  const date = new Date(milliseconds);
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60 || Number(offsetMinute) > 59) return null;
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '+' ? 1 : -1);
  if (Math.abs(offset) >= MINUTES_OF_DAY) return null;
  const seconds = milliseconds / 1000 - SECONDS_OF_CYCLE + Number(hour) * 3600 + (Number(minute) - offset) * 60 + Number(second);
  return BigInt(seconds) * NANOSECONDS + BigInt(fraction.slice(0, DIGITS).padEnd(DIGITS, '0'));
}
