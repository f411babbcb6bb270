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
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = '', sign = '+', offsetHour = '0', offsetMinute = '0'] = RFC_3339.exec(text ?? '') ?? [];
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
