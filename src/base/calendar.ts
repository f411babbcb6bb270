import { da } from './calendar.da.ts';
import { en } from './calendar.en.ts';
import type { Texts } from './i18n.ts';

export type HolidayId = keyof typeof da;

export interface Holiday {
  readonly id: HolidayId;
  readonly date: Temporal.PlainDate;
}

export const holidayTexts: Texts<HolidayId> = { da, en };

export const COPENHAGEN = 'Europe/Copenhagen';

/** The last year in which Store Bededag was a public holiday. */
const LAST_GREAT_PRAYER_DAY = 2023;

/**
 * Easter Sunday of the Gregorian calendar, by the method printed in Nature in 1876 ("Meeus/Jones/Butcher").
 * @throws RangeError for a year before the Gregorian calendar came to Denmark (1700): Easter was reckoned otherwise.
 */
export function easterSunday(year: number): Temporal.PlainDate {
  if (!Number.isInteger(year) || year <= 1700) throw new RangeError(`Easter is computed for the years after 1700, not for ${year}.`);
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const marchDay = epact + weekday - 7 * late + 22;
  return Temporal.PlainDate.from({ year, month: 3, day: 1 }).add({ days: marchDay - 1 });
}

/**
 * The Danish public holidays of a year, in order. 5 June, 24 and 31 December are not among them: many places of work
 * are closed then, but no source that we have read makes them public holidays in law. Ordinary Sundays are left out too.
 * Source: the project's facts on Danish law, section 4.4 (graded V: Store Bededag on the 26th day after Easter, to 2023).
 */
export function publicHolidays(year: number): readonly Holiday[] {
  const easter = easterSunday(year);
  const holiday = (id: HolidayId, daysFromEaster: number): Holiday => ({ id, date: easter.add({ days: daysFromEaster }) });
  const fixed = (id: HolidayId, month: number, day: number): Holiday => ({ id, date: Temporal.PlainDate.from({ year, month, day }) });
  return [
    fixed('new-years-day', 1, 1),
    holiday('maundy-thursday', -3),
    holiday('good-friday', -2),
    holiday('easter-sunday', 0),
    holiday('easter-monday', 1),
    ...(year <= LAST_GREAT_PRAYER_DAY ? [holiday('great-prayer-day', 26)] : []),
    holiday('ascension-day', 39),
    holiday('whit-sunday', 49),
    holiday('whit-monday', 50),
    fixed('christmas-day', 12, 25),
    fixed('second-christmas-day', 12, 26),
  ];
}

/** The public holiday on a date, or null. */
export function publicHoliday(date: Temporal.PlainDate): Holiday | null {
  return publicHolidays(date.year).find((holiday) => holiday.date.equals(date)) ?? null;
}

/**
 * Neither Saturday, Sunday nor public holiday: the days that Regulation 1182/71 calls working days.
 * Source: the project's facts on Danish law, sections 3.4 and 4.3.
 */
export function isWorkingDay(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek <= 5 && publicHoliday(date) === null;
}

/** The date itself when it is a working day, otherwise the first working day after it. */
export function workingDayFrom(date: Temporal.PlainDate): Temporal.PlainDate {
  let day = date;
  while (!isWorkingDay(day)) day = day.add({ days: 1 });
  return day;
}

/**
 * The n-th working day after the date (before it when n is negative). The date itself never counts; 0 gives the date.
 * @throws RangeError when n is not a whole number.
 */
export function addWorkingDays(date: Temporal.PlainDate, n: number): Temporal.PlainDate {
  if (!Number.isInteger(n)) throw new RangeError(`Working days are counted whole, not ${n}.`);
  const step = n < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(n); left > 0; ) {
    day = day.add({ days: step });
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** The date on the clocks of Copenhagen at that instant. */
export function copenhagenDate(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(COPENHAGEN).toPlainDate();
}

/** The instant at which the date begins in Copenhagen. */
export function startOfDayInCopenhagen(date: Temporal.PlainDate): Temporal.Instant {
  return date.toZonedDateTime(COPENHAGEN).toInstant();
}

/** The instant at which the date ends in Copenhagen, which is when the next one begins: what arrives at it is a day late. */
export function endOfDayInCopenhagen(date: Temporal.PlainDate): Temporal.Instant {
  return startOfDayInCopenhagen(date.add({ days: 1 }));
}

/**
 * The instant of a time of day in Copenhagen. On the night when the clocks go back a time comes twice and the later one is
 * meant; a time left out when they go forward becomes the same distance into the new time. Neither shortens a time limit.
 */
export function copenhagenInstant(date: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant {
  return date.toPlainDateTime(time).toZonedDateTime(COPENHAGEN, { disambiguation: 'later' }).toInstant();
}
