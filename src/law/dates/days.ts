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
  readonly iso: string;
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
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

/** @throws RangeError as danishDay does */
export function isoOf(day: Day): string {
  return danishDay(day).iso;
}

function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function dateText(day: Day): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, -14);
}

/** @param iso an ISO date, as what is given back */
export function dayBefore(iso: string): string {
  return dateText(dayOf(iso) - 1);
}

/** The number of the ISO week, 1 to 53. */
function weekOf(day: Day): number {
  const thursday = day - weekdayOf(day) + 4;
  return Math.floor((thursday - dayOf(`${dateText(thursday).slice(0, 4)}-01-01`)) / 7) + 1;
}

/** The same date so many months later, or the last day of that month where it has no such date. */
export function monthsAfter(day: Day, months: number): Day {
  const { year, month, date } = danishDay(day);
  return Math.min(Date.UTC(year, month - 1 + months, date), Date.UTC(year, month + months, 0)) / MILLISECONDS;
}

/** The last day of the quarter of the year that a day lies in. */
export function quarterEnd(day: Day): Day {
  const { year, month } = danishDay(day);
  return Date.UTC(year, Math.ceil(month / 3) * 3, 1) / MILLISECONDS - 1;
}

/** Filled a year at a time, when one of its days is first asked for. */
const days = new Map<Day, DanishDay>();

/** @throws RangeError for a year before 1701, for which Easter is not reckoned */
export function danishDay(day: Day): DanishDay {
  const found = days.get(day);
  if (found !== undefined) return found;
  for (const [at, one] of daysOf(new Date(day * MILLISECONDS).getUTCFullYear())) days.set(at, one);
  return days.get(day) as DanishDay;
}

/** Neither Saturday, Sunday nor public holiday; with closedToo also none of the days on which most are closed. */
export function isOpen(day: Day, closedToo: boolean): boolean {
  const { isWeekend, holiday, closed } = danishDay(day);
  return !isWeekend && holiday === null && !(closedToo && closed !== null);
}

/** A working day, open by custom too, and in nobody's holidays. */
export function isQuiet(day: Day): boolean {
  return isOpen(day, true) && danishDay(day).vacation === null;
}

function daysOf(year: number): readonly (readonly [Day, DanishDay])[] {
  const holidays = new Map(publicHolidays(year).map(({ id, date }) => [dayOf(date.toString()), id]));
  const easter = [...holidays].find(([, id]) => id === 'easter-sunday')?.[0] ?? 0;
  const first = dayOf(`${year}-01-01`);
  return Array.from({ length: dayOf(`${year}-12-31`) - first + 1 }, (_, at) => {
    const day = first + at;
    const iso = dateText(day);
    const [month, date] = [Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
    return [day, {
      iso, year, month, date,
      weekday: weekdayOf(day),
      isWeekend: weekdayOf(day) > 5,
      holiday: holidays.get(day) ?? null,
      closed: HOLIDAY_CHECK.closedDays.find((closed) => closed.month === month && closed.day === date) ?? null,
      vacation: vacationOn(day, easter),
    }];
  });
}

/** Easter week is from its Monday to Easter Monday, and the only one that has no number. */
function vacationOn(day: Day, easter: Day): Vacation | null {
  const week = weekOf(day);
  const isEaster = day >= easter - 6 && day <= easter + 1;
  return HOLIDAY_CHECK.vacations.find(({ id, weeks }) => (id === 'easter' ? isEaster : weeks.includes(week))) ?? null;
}
