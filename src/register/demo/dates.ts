import { addWorkingDays, copenhagenInstant, isWorkingDay } from '#base';

/** Nothing is published before this. */
export const DEMO_START = Temporal.PlainDate.from('2019-01-01');

/** The demo world ends here: what would be published later has not happened yet. */
export const DEMO_END = Temporal.PlainDate.from('2026-11-13');

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

/** An instant in UTC, from a date and a time of day in Copenhagen. */
export function moment(date: Temporal.PlainDate, hour: number, minute = 0): string {
  return copenhagenInstant(date, Temporal.PlainTime.from({ hour, minute })).toString();
}

/** The date itself or the next one on which a town hall is open: 5 June, 24 and 31 December are closed too. */
export function officeDay(date: Temporal.PlainDate): Temporal.PlainDate {
  let at = date;
  while (!isWorkingDay(at) || isClosed(at)) at = addWorkingDays(at, 1);
  return at;
}

/** The first of the month after the date. */
export function nextMonth(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.with({ day: 1 }).add({ months: 1 });
}

function isClosed({ month, day }: Temporal.PlainDate): boolean {
  return (month === 6 && day === 5) || (month === 12 && (day === 24 || day === 31));
}
