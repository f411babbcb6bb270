import { dayOf, isOpen, monthsAfter, type Day } from '../dates/days.ts';
import type { Period } from '../dates/period.ts';
import { dayText, tell } from '../dates/telling.ts';
import { met, notMet, type Finding } from '../finding.ts';
import { said, type Rule } from '../rule.ts';

export const COUNTING = {
  id: 'regulation1182-3',
  paragraph: 'Forordning 1182/71, artikel 3',
  title: said('Hvordan frister tælles', 'How periods are counted'),
  sentence: said(
    'Dagen, som fristen løber fra, tælles ikke med. Alle dage tælles, også weekender og helligdage. Fristen varer til udgangen af den sidste dag, og er den en lørdag, søndag eller helligdag, til udgangen af den næste arbejdsdag.',
    'The day from which the period runs is not counted. All days count, weekends and public holidays too. The period lasts to the end of its last day, and where that is a Saturday, a Sunday or a public holiday, to the end of the next working day.'),
  grade: 'V',
  source: 'Regulation (EEC, Euratom) 1182/71, article 3; udbudshuset.dk, Tidsfrister på udbud',
  validFrom: '1971-07-01',
  validTo: null,
  confirm: said('Om artikel 3, stk. 5 (mindst to arbejdsdage i enhver frist) kan flytte en frist: de frister, der er her, er alle så lange, at den ikke gør.', 'Whether article 3(5), two working days in any period, can move a period: those here are all so long that it does not.'),
} as const satisfies Rule;

/** Days on which most are closed: they would move a period if they were public holidays, and no source says that they are. */
export const CLOSED_DAYS = {
  id: 'closed-days',
  paragraph: 'Forordning 1182/71',
  title: said('Grundlovsdag, juleaftensdag og nytårsaftensdag', 'Constitution Day, Christmas Eve and New Year’s Eve'),
  sentence: said(
    'Den 5. juni og den 24. og 31. december har de fleste lukket, men ingen lov, vi har læst, gør dem til helligdage. Fristerne tælles uden dem, og vi siger til, når det ville gøre en forskel.',
    'On 5 June and on 24 and 31 December most are closed, but no law that we have read makes them public holidays. Periods are counted without them, and we say so where it would make a difference.'),
  grade: 'U',
  source: 'general knowledge; no source was read',
  validFrom: '1971-07-01',
  validTo: null,
  confirm: said('Om de tre dage står på Danmarks liste over helligdage.', 'Whether the three days stand on Denmark’s list of public holidays.'),
} as const satisfies Rule;

export interface Ends {
  readonly last: Day;
  /** The same with 5 June, 24 and 31 December as public holidays; equal to last when they make no difference. */
  readonly lastIfClosed: Day;
  /** The day that counting alone leads to, before it is moved to a working day. */
  readonly counted: Day;
}

/** Where a period ends that runs from a day, which itself is not counted. */
export function endsOf(period: Period, from: Day): Ends {
  const counted = countedFrom(period, from, false);
  return { counted, last: workingFrom(counted, false), lastIfClosed: workingFrom(countedFrom(period, from, true), true) };
}

function countedFrom({ length, unit }: Period, from: Day, closedToo: boolean): Day {
  if (unit === 'days') return from + length;
  return unit === 'months' ? monthsAfter(from, length) : workingDaysAfter(from, length, closedToo);
}

/** The n-th working day after a day; 0 gives the day itself. */
export function workingDaysAfter(from: Day, n: number, closedToo: boolean): Day {
  let day = from;
  for (let left = n; left > 0;) {
    day += 1;
    if (isOpen(day, closedToo)) left -= 1;
  }
  return day;
}

function workingFrom(from: Day, closedToo: boolean): Day {
  let day = from;
  while (!isOpen(day, closedToo)) day += 1;
  return day;
}

export interface CountingFacts {
  /** ISO date. */
  readonly from: string;
  readonly length: number;
  readonly unit: Period['unit'];
  /** ISO date that somebody holds to be the last day of the period. */
  readonly last: string;
}

export function judgeCounting({ from, length, unit, last }: CountingFacts): Finding {
  const ends = endsOf({ length, unit, grade: 'V', why: null }, dayOf(from));
  const values = { last: dayText(ends.last) };
  return dayOf(last) === ends.last ? met(COUNTING, tell('Den sidste dag er {last}.', 'The last day is {last}.', values))
    : notMet(COUNTING, tell('Den sidste dag er {last}, ikke den oplyste.', 'The last day is {last}, not the one given.', values));
}
