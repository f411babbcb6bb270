import type { da } from './dates.da.ts';

export const en: Record<keyof typeof da, string> = {
  notKnown: 'Cannot be worked out yet', last: 'The last day is {date}', basis: '{paragraph} (certainty {grade}). The limit ends when the day is over.',
  ifClosed: 'If 5 June, 24 and 31 December count as closed, it is {date}.',
  holidays: 'Vacations and holidays', holidaysLead: 'Good advice, no demand of the law: give the market time when people are at work.',
  period: 'Period', workingDays: '{days} working days', calendarDays: '{days} calendar days', workingDay: '1 working day', calendarDay: '1 calendar day', months: '{months} months', earliestAct: 'The contract can be signed at the earliest',
  proposed: 'The day that you have in mind', lawful: 'Is lawful', notLawful: 'Is not lawful', lastStart: 'Begin at the latest', effective: 'Working days in the period',
  beginBy: 'Begin by {date}', justInTime: 'Then the contract can be signed in time with the shortest limits that the law permits and the days that you set aside.', 
  signature: 'Signature at the earliest {date}', earliest: 'That is the fastest that the law permits with the days that you set aside.', tooLate: 'You will not make it with the days that you set aside.',
  start: 'Begins', course: 'The course', courseLead: 'Each step with its shortest limit.', span: '{from} to {last}',
};
