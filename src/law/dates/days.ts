/** Days as whole numbers, and what each is in Denmark: a verdict counts hundreds of days, and does so ten thousand times a second. */
import { publicHolidays, type HolidayId } from '#base';
import { readYaml } from '../data.ts';
import type { Grade } from '../grade.ts';
import type { Said } from '../rule.ts';

/** Days since 1970-01-01. */
export type Day = number;

export interface Vacation extends Said {
  readonly id: string;
  readonly weeks: readonly number[];
}

interface HolidayCheck {
  readonly grade: Grade;
  readonly source: string;
  readonly closedDays: readonly (Said & { readonly month: number; readonly day: number })[];
  readonly vacations: readonly Vacation[];
  readonly fewEffectivePerCent: number;
  readonly night: { readonly from: number; readonly to: number };
}

export const HOLIDAY_CHECK = readYaml('parameters/holiday-check.yaml') as HolidayCheck;

export interface DanishDay {
  readonly isWeekend: boolean;
  readonly holiday: HolidayId | null;
  /** The name of a day on which most are closed although no law that was read makes it a public holiday. */
  readonly closed: Said | null;
  readonly vacation: Vacation | null;
}

const MILLISECONDS = 86_400_000;

/** @param iso an ISO date, "2026-05-04" */
export function dayOf(iso: string): Day {
  return Date.parse(iso) / MILLISECONDS;
}

export function isoOf(day: Day): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The number of the ISO week, 1 to 53. */
export function weekOf(day: Day): number {
  const thursday = day - weekdayOf(day) + 4;
  return Math.floor((thursday - dayOf(`${isoOf(thursday).slice(0, 4)}-01-01`)) / 7) + 1;
}

/** The same date so many months later, or the last day of that month where it has no such date. */
export function monthsAfter(day: Day, months: number): Day {
  return dayOf(Temporal.PlainDate.from(isoOf(day)).add({ months }).toString());
}

/** The last day of the quarter of the year that a day lies in. */
export function quarterEnd(day: Day): Day {
  const [year = 0, month = 1] = isoOf(day).split('-').map(Number);
  const first = Math.floor((month - 1) / 3) * 3;
  return Date.UTC(year, first + 3, 1) / MILLISECONDS - 1;
}

const years = new Map<number, readonly DanishDay[]>();

/** @throws RangeError for a year before 1701, for which Easter is not reckoned */
export function danishDay(day: Day): DanishDay {
  const year = new Date(day * MILLISECONDS).getUTCFullYear();
  let days = years.get(year);
  if (days === undefined) {
    days = daysOf(year);
    years.set(year, days);
  }
  return days[day - Date.UTC(year, 0, 1) / MILLISECONDS] as DanishDay;
}

/** Neither Saturday, Sunday nor public holiday; with closedToo also none of the days on which most are closed. */
export function isOpen(day: Day, closedToo: boolean): boolean {
  const { isWeekend, holiday, closed } = danishDay(day);
  return !isWeekend && holiday === null && !(closedToo && closed !== null);
}

function daysOf(year: number): DanishDay[] {
  const holidays = new Map(publicHolidays(year).map(({ id, date }) => [dayOf(date.toString()), id]));
  const easter = [...holidays].find(([, id]) => id === 'easter-sunday')?.[0] ?? 0;
  const first = dayOf(`${year}-01-01`);
  return Array.from({ length: dayOf(`${year}-12-31`) - first + 1 }, (_, at) => {
    const day = first + at;
    const [, month, date] = isoOf(day).split('-').map(Number);
    return {
      isWeekend: weekdayOf(day) > 5,
      holiday: holidays.get(day) ?? null,
      closed: HOLIDAY_CHECK.closedDays.find((closed) => closed.month === month && closed.day === date) ?? null,
      vacation: vacationOn(day, easter),
    };
  });
}

/** Easter week is from its Monday to Easter Monday, and the only one that has no number. */
function vacationOn(day: Day, easter: Day): Vacation | null {
  const week = weekOf(day);
  const isEaster = day >= easter - 6 && day <= easter + 1;
  return HOLIDAY_CHECK.vacations.find(({ id, weeks }) => (id === 'easter' ? isEaster : weeks.includes(week))) ?? null;
}
