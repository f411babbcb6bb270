/** The holiday check: what makes a period or its last day hard on those who must write a tender. It is the market's wish, never a legal bar. */
import { COPENHAGEN, holidayTexts } from '#base';
import { said } from '../rule.ts';
import type { Warning } from './dates.result.ts';
import { danishDay, type Day, HOLIDAY_CHECK, isoOf, isOpen, isQuiet, type Vacation } from './days.ts';
import type { Bound, Moment } from './judging.ts';
import { dayText, tell } from './telling.ts';

export interface Stretch {
  readonly from: Day;
  /** The last day, with an hour where one was proposed. */
  readonly end: Moment;
  readonly bound: Bound;
  /** The last day by law, the safer one where two are possible; null: not known. */
  readonly last: Day | null;
  /** Days that the period has by count; those of the stretch when the law is not known. */
  readonly length: number;
}

export interface HolidayAnswer {
  readonly workingDays: number;
  readonly effectiveWorkingDays: number;
  readonly warnings: readonly Warning[];
}

export function checkHolidays(stretch: Stretch): HolidayAnswer {
  const { from, end, length } = stretch;
  const counted = count(from, end.day);
  const onDay = dayWarnings(end);
  const overlaps = [...counted.vacations].map(([vacation, days]): Warning => ({
    kind: 'vacation-weeks', date: null,
    detail: tell('{days} af fristens arbejdsdage ligger i {vacation}.', '{days} of the working days of the period fall in {vacation}.', { days, vacation }),
  }));
  const few: Warning[] = stretch.bound === 'most' || !isFew(counted.effective, length) ? [] : [{
    kind: 'few-working-days', date: null,
    detail: tell('Af {all} dage er kun {effective} arbejdsdage uden for ferierne.', 'Of {all} days only {effective} are working days outside the holidays.', { all: end.day - from, effective: counted.effective }),
  }];
  const isHard = few.length > 0 || !isQuiet(end.day);
  return { workingDays: counted.working, effectiveWorkingDays: counted.effective, warnings: [...onDay, ...overlaps, ...few, ...hourWarnings(end), ...(isHard ? better(stretch) : [])] };
}

function count(from: Day, end: Day): { readonly working: number; readonly effective: number; readonly vacations: ReadonlyMap<Vacation, number> } {
  const vacations = new Map<Vacation, number>();
  let [working, effective] = [0, 0];
  for (let day = from + 1; day <= end; day++) {
    if (!isOpen(day, false)) continue;
    working += 1;
    const { vacation } = danishDay(day);
    if (vacation !== null) vacations.set(vacation, (vacations.get(vacation) ?? 0) + 1);
    if (isQuiet(day)) effective += 1;
  }
  return { working, effective, vacations };
}

/** Held against the length that the law sets, so that a longer period mends it. */
function isFew(effective: number, length: number): boolean {
  return effective * 100 < length * HOLIDAY_CHECK.fewEffectivePerCent;
}

function dayWarnings({ day }: Moment): Warning[] {
  const { isWeekend, holiday, closed } = danishDay(day);
  const date = isoOf(day);
  return [
    ...(isWeekend ? [{ kind: 'weekend', date, detail: tell('{day} er i en weekend.', '{day} is at a weekend.', { day: dayText(day) }) } as const] : []),
    ...(holiday === null ? [] : [{ kind: 'public-holiday', date, detail: tell('{day} er {name}.', '{day} is {name}.', { day: dayText(day), name: said(holidayTexts.da[holiday], holidayTexts.en[holiday]) }) } as const]),
    ...(closed === null ? [] : [{ kind: 'closed-day', date, detail: tell('{day} er {name}, hvor de fleste har lukket.', '{day} is {name}, when most are closed.', { day: dayText(day), name: closed }) } as const]),
  ];
}

function hourWarnings({ day, minute }: Moment): Warning[] {
  const date = isoOf(day);
  const { from, to } = HOLIDAY_CHECK.night;
  const isNight = minute !== null && (minute >= from * 60 || minute < to * 60);
  return [
    ...(isNight ? [{ kind: 'night', date, detail: said('Klokkeslættet er om natten, hvor ingen kan hjælpe, hvis noget går galt.', 'The hour is at night, when nobody can help if something goes wrong.') } as const] : []),
    ...(clocksChange(day) ? [{ kind: 'clock-change', date, detail: tell('{day} stilles uret, så et klokkeslæt kan mangle eller komme to gange.', 'On {day} the clocks change, so an hour can be left out or come twice.', { day: dayText(day) }) } as const] : []),
  ];
}

/** Clocks change on Sundays only, and asking the time zone is slow. */
function clocksChange(day: Day): boolean {
  const { weekday, iso } = danishDay(day);
  return weekday === 7 && Temporal.PlainDate.from(iso).toZonedDateTime(COPENHAGEN).hoursInDay !== 24;
}

/** How far from the day a better one is looked for: past the longest of the holidays. */
const FAR = 200;

function better(stretch: Stretch): Warning[] {
  const { from, end, bound, last } = stretch;
  const day = bound === 'most' ? betterMost(from, end.day, last ?? end.day) : betterLeast(stretch);
  return day === null ? [] : [{
    kind: 'nearest-better-date', date: isoOf(day),
    detail: tell('Nærmeste bedre dag: {day}.', 'The nearest better day: {day}.', { day: dayText(day) }),
  }];
}

function betterLeast({ from, end, last, length }: Stretch): Day | null {
  const first = last ?? from + 1;
  const base = Math.max(end.day, first);
  const effective = new Map<Day, number>([[from, 0]]);
  for (let day = from + 1; day <= base + FAR; day++) effective.set(day, (effective.get(day - 1) ?? 0) + (isQuiet(day) ? 1 : 0));
  const isBetter = (day: Day): boolean => day >= first && isQuiet(day) && !isFew(effective.get(day) ?? 0, length);
  return nearest(base, isBetter);
}

function betterMost(from: Day, wanted: Day, last: Day): Day | null {
  return nearest(Math.min(wanted, last), (day) => day > from && day <= last && isQuiet(day));
}

/** Of two that are equally near the later one: it leaves more time. */
function nearest(base: Day, fits: (day: Day) => boolean): Day | null {
  for (let distance = 0; distance <= FAR; distance++) {
    if (fits(base + distance)) return base + distance;
    if (fits(base - distance)) return base - distance;
  }
  return null;
}
