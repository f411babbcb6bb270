import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { addWorkingDays, copenhagenDate, copenhagenInstant, easterSunday, endOfDayInCopenhagen, holidayTexts, isWorkingDay, publicHoliday, publicHolidays, startOfDayInCopenhagen, workingDayFrom } from './calendar.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (date: string, time: string) => copenhagenInstant(day(date), Temporal.PlainTime.from(time)).toString();

const anyDate = fc.integer({ min: 0, max: 110_000 }).map((days) => day('1900-01-01').add({ days }));

/**
 * Easter from its definition and the tables of the church (golden number, epact with its two corrections, dominical
 * Sunday), worked out independently of the arithmetic in calendar.ts.
 */
function easterByEpact(year: number): Temporal.PlainDate {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const solar = Math.floor((3 * century) / 4) - 12;
  const lunar = Math.floor((8 * century + 5) / 25) - 5;
  let epact = (((11 * golden + 20 + lunar - solar) % 30) + 30) % 30;
  if ((epact === 25 && golden > 11) || epact === 24) epact += 1;
  let fullMoon = 44 - epact;
  if (fullMoon < 21) fullMoon += 30;
  const moon = Temporal.PlainDate.from({ year, month: 3, day: 1 }).add({ days: fullMoon - 1 });
  return moon.add({ days: 7 - (moon.dayOfWeek % 7) });
}

void test('Easter by two independent methods, 1900 to 2199', () => {
  for (let year = 1900; year <= 2199; year++) assert.equal(easterSunday(year).toString(), easterByEpact(year).toString());
});

void test('Easter is a Sunday between 22 March and 25 April, and both ends occur', () => {
  fc.assert(fc.property(fc.integer({ min: 1701, max: 9999 }), (year) => {
    const easter = easterSunday(year);
    assert.equal(easter.dayOfWeek, 7);
    assert.ok(easter.toString() >= `${year}-03-22` && easter.toString() <= `${year}-04-25`);
  }));
  assert.equal(easterSunday(1818).toString(), '1818-03-22');
  assert.equal(easterSunday(1943).toString(), '1943-04-25');
  assert.equal(easterSunday(2038).toString(), '2038-04-25');
  for (const year of [1700, 2020.5, Number.NaN]) assert.throws(() => easterSunday(year), RangeError);
});

void test('known Easters', () => {
  for (const date of ['2019-04-21', '2020-04-12', '2021-04-04', '2022-04-17', '2023-04-09', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28']) {
    assert.equal(easterSunday(Number(date.slice(0, 4))).toString(), date);
  }
});

void test('Store Bededag was a public holiday to 2023', () => {
  assert.equal(publicHoliday(day('2023-05-05'))?.id, 'great-prayer-day');
  assert.equal(publicHoliday(day('2024-04-26')), null);
  assert.equal(publicHolidays(2023).length, 11);
  assert.equal(publicHolidays(2024).length, 10);
});

void test('the public holidays of 2026, in order, each with a name', () => {
  assert.deepEqual(publicHolidays(2026).map((holiday) => [holiday.date.toString(), holidayTexts.da[holiday.id]]), [
    ['2026-01-01', 'Nytårsdag'], ['2026-04-02', 'Skærtorsdag'], ['2026-04-03', 'Langfredag'], ['2026-04-05', 'Påskedag'],
    ['2026-04-06', '2. påskedag'], ['2026-05-14', 'Kristi himmelfartsdag'], ['2026-05-24', 'Pinsedag'], ['2026-05-25', '2. pinsedag'],
    ['2026-12-25', 'Juledag'], ['2026-12-26', '2. juledag'],
  ]);
});

void test('5 June, 24 and 31 December are not public holidays in law', () => {
  for (const date of ['2026-06-05', '2026-12-24', '2026-12-31']) assert.equal(isWorkingDay(day(date)), true, date);
});

void test('working days over Easter and Christmas', () => {
  assert.equal(addWorkingDays(day('2026-04-01'), 1).toString(), '2026-04-07');
  assert.equal(addWorkingDays(day('2026-04-07'), -1).toString(), '2026-04-01');
  assert.equal(addWorkingDays(day('2025-12-23'), 10).toString(), '2026-01-09');
  assert.equal(addWorkingDays(day('2026-04-05'), 0).toString(), '2026-04-05');
  assert.equal(workingDayFrom(day('2026-04-02')).toString(), '2026-04-07');
  assert.throws(() => addWorkingDays(day('2026-04-02'), 0.5), RangeError);
});

void test('counting working days: each step is one working day, forth and back', () => {
  fc.assert(fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (date, n) => {
    const end = addWorkingDays(date, n);
    let counted = 0;
    for (let at = date.add({ days: 1 }); Temporal.PlainDate.compare(at, end) <= 0; at = at.add({ days: 1 })) counted += Number(isWorkingDay(at));
    assert.equal(counted, n);
    assert.ok(isWorkingDay(end));
    assert.equal(addWorkingDays(end, -n).toString(), (isWorkingDay(date) ? date : addWorkingDays(date, -1)).toString());
  }));
});

void test('a day in Copenhagen lasts 23 hours, 24 or 25', () => {
  const hours = (date: string) => startOfDayInCopenhagen(day(date)).until(endOfDayInCopenhagen(day(date))).total('hours');
  assert.equal(hours('2026-03-29'), 23);
  assert.equal(hours('2026-10-25'), 25);
  assert.equal(hours('2026-06-01'), 24);
  assert.equal(endOfDayInCopenhagen(day('2026-01-31')).toString(), '2026-01-31T23:00:00Z');
  assert.equal(endOfDayInCopenhagen(day('2026-07-31')).toString(), '2026-07-31T22:00:00Z');
});

void test('the date is that of Copenhagen, not that of UTC', () => {
  assert.equal(copenhagenDate(Temporal.Instant.from('2026-01-31T22:59:59Z')).toString(), '2026-01-31');
  assert.equal(copenhagenDate(Temporal.Instant.from('2026-01-31T23:00:00Z')).toString(), '2026-02-01');
  assert.equal(copenhagenDate(Temporal.Instant.from('2026-07-31T22:00:00Z')).toString(), '2026-08-01');
});

void test('every day begins on its date and its end is the next one’s beginning', () => {
  fc.assert(fc.property(anyDate, (date) => {
    const end = endOfDayInCopenhagen(date);
    assert.equal(copenhagenDate(startOfDayInCopenhagen(date)).toString(), date.toString());
    assert.equal(copenhagenDate(end.subtract({ milliseconds: 1 })).toString(), date.toString());
    assert.equal(copenhagenDate(end).toString(), date.add({ days: 1 }).toString());
  }));
});

void test('a time that comes twice is the later one, a time left out moves on', () => {
  assert.equal(at('2026-10-25', '02:30'), '2026-10-25T01:30:00Z');
  assert.equal(at('2026-03-29', '02:30'), '2026-03-29T01:30:00Z');
  assert.equal(at('2026-06-01', '12:00'), '2026-06-01T10:00:00Z');
});
