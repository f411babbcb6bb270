/** What must hold for every period, whatever the facts are. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { isWorkingDay, LANGUAGES } from '#base';
import { isFirm } from '../grade.ts';
import { COMPLAINT_CASES } from '../klagenaevnsloven/p007-complaint.ts';
import { written } from '../written.ts';
import { DATE_STEPS, type DatesFacts } from './dates.facts.ts';
import { DatesResultSchema, type DatesResult } from './dates.result.ts';
import { judgeDates } from './dates.ts';

const answerSchema = Compile(DatesResultSchema);
const iso = (date: Temporal.PlainDate): string => date.toString();
const plain = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const plus = (text: string, days: number): string => iso(plain(text).add({ days }));
const anyDay = fc.integer({ min: 0, max: 5200 }).map((days) => plus('2016-01-01', days));
const MOSTS: ReadonlySet<string> = new Set(['dis-decision', 'award-notice', 'dis-quarterly-notice', 'complaint']);
const anyTruth = fc.constantFrom(true, false, null);
const anyFacts: fc.Arbitrary<DatesFacts> = fc.record({
  step: fc.constantFrom(...DATE_STEPS), from: anyDay, electronic: anyTruth, urgent: anyTruth, extended: anyTruth,
  agreedDays: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }), case: fc.option(fc.constantFrom(...COMPLAINT_CASES), { nil: null }),
});
const withNotice = fc.tuple(anyFacts, fc.option(fc.integer({ min: 0, max: 400 }), { nil: null })).map(([facts, before]): DatesFacts => (
  { ...facts, priorInformationNotice: before === null ? null : { sent: plus(facts.from, -before) } }));

/** The last day, counted a day at a time and with nothing but the calendar of the house. */
function slowLast(from: string, { days, months, counting }: DatesResult): string {
  let day = plain(from);
  if (months !== null) day = day.add({ months });
  for (let left = days ?? 0; left > 0;) {
    day = day.add({ days: 1 });
    if (counting === 'calendar' || isWorkingDay(day)) left -= 1;
  }
  while (!isWorkingDay(day)) day = day.add({ days: 1 });
  return iso(day);
}

function quarterEndOf(text: string): string {
  const date = plain(text);
  return iso(Temporal.PlainYearMonth.from({ year: date.year, month: Math.ceil(date.month / 3) * 3 }).add({ months: 1 }).toPlainDate({ day: 1 }).subtract({ days: 1 }));
}

void test('the last day is a working day, and a slow count agrees', () => {
  fc.assert(fc.property(withNotice, (facts) => {
    const result = judgeDates(facts);
    if (result.last === null) return assert.ok(facts.step === 'complaint' && facts.case === null);
    assert.ok(isWorkingDay(plain(result.last)));
    assert.equal(result.last, slowLast(facts.step === 'dis-quarterly-notice' ? quarterEndOf(facts.from) : facts.from, result));
    assert.ok(result.lastIfClosed === null || result.lastIfClosed > result.last);
    assert.equal(result.earliestAct, facts.step === 'standstill' ? plus(result.last, 1) : null);
  }), { numRuns: 2000 });
});

void test('a later start never ends earlier', () => {
  fc.assert(fc.property(anyFacts, fc.integer({ min: 1, max: 40 }), (facts, days) => {
    const [early, late] = [judgeDates(facts), judgeDates({ ...facts, from: plus(facts.from, days) })];
    assert.ok(early.last === null || late.last === null || early.last <= late.last);
  }), { numRuns: 2000 });
});

void test('electronic, a prior information notice and urgency never make it longer', () => {
  fc.assert(fc.property(withNotice, (facts) => {
    const plainly = judgeDates({ ...facts, electronic: false, urgent: false, priorInformationNotice: null });
    const result = judgeDates(facts);
    assert.ok((result.last ?? '') <= (plainly.last ?? ''));
    for (const shorter of [{ electronic: true }, { urgent: true }]) assert.ok((judgeDates({ ...facts, ...shorter }).last ?? '') <= (result.last ?? ''));
  }), { numRuns: 1000 });
});

/** The day on which a step is over: for the standstill that on which the contract may be signed. */
function over(facts: DatesFacts): string | null {
  const { last, earliestAct } = judgeDates(facts);
  return earliestAct ?? last;
}

void test('the last start is the latest: it is over in time, and no start after it is', () => {
  fc.assert(fc.property(withNotice, anyDay, (facts, mustRunBy) => {
    const { lastStart } = judgeDates({ ...facts, mustRunBy });
    if (lastStart === null) return assert.ok((facts.step === 'complaint' && facts.case === null) || mustRunBy < '2017-01-01');
    assert.ok((over({ ...facts, from: lastStart }) ?? '') <= mustRunBy);
    for (let days = 1; days <= 60; days++) assert.ok((over({ ...facts, from: plus(lastStart, days) }) ?? '') > mustRunBy);
  }), { numRuns: 300 });
});

void test('a proposed day is lawful from the last day on, up to it, or after it for a contract', () => {
  fc.assert(fc.property(withNotice, fc.integer({ min: -3, max: 3 }), (facts, off) => {
    const { last, lastIfClosed } = judgeDates(facts);
    if (last === null) return;
    const isMost = MOSTS.has(facts.step);
    const proposed = plus(last, off);
    const lawful = judgeDates({ ...facts, proposed }).proposedIsLawful;
    const isAfter = facts.step === 'standstill';
    const holds = (end: string): boolean => (isMost ? proposed <= end : isAfter ? proposed > end : proposed >= end);
    assert.equal(lawful, holds(last) === holds(lastIfClosed ?? last) ? holds(last) : null);
  }), { numRuns: 1000 });
});

void test('the better day has none of what it is better than', () => {
  fc.assert(fc.property(withNotice, fc.integer({ min: 0, max: 90 }), (facts, days) => {
    const proposed = plus(facts.from, days + 1);
    const better = judgeDates({ ...facts, proposed }).warnings.find(({ kind }) => kind === 'nearest-better-date')?.date;
    if (better === undefined || better === null) return;
    const again = judgeDates({ ...facts, proposed: better });
    assert.notEqual(again.proposedIsLawful, false);
    const hard = new Set(['weekend', 'public-holiday', 'closed-day', 'clock-change', 'few-working-days', 'nearest-better-date']);
    assert.deepEqual(again.warnings.filter(({ kind }) => hard.has(kind)), []);
  }), { numRuns: 1000 });
});

void test('every day from 2010 to 2030 has an answer for every step, firm ones rest on firm rules', () => {
  let answers = 0;
  for (const step of DATE_STEPS) {
    for (let from = '2010-01-01'; from <= '2030-12-31'; from = plus(from, 1)) {
      const result = judgeDates({ step, from, case: 'awarded' });
      const known = from >= (step === 'standstill' || step === 'complaint' ? '2010-07-01' : '2016-01-01');
      assert.equal(result.last !== null, known, `${step} ${from}`);
      assert.equal(isFirm(result.grade), known);
      answers += 1;
    }
  }
  assert.equal(answers, DATE_STEPS.length * 7670);
});

void test('an answer in one language has the shape that it promises', () => {
  fc.assert(fc.property(withNotice, anyDay, (facts, mustRunBy) => {
    for (const lang of LANGUAGES) {
      const answer = JSON.parse(JSON.stringify(written(judgeDates({ ...facts, mustRunBy, proposed: mustRunBy }), lang))) as unknown;
      assert.ok(answerSchema.Check(answer), JSON.stringify(answerSchema.Errors(answer)));
    }
  }), { numRuns: 200 });
});

void test('a firm finding rests on a firm rule', () => {
  fc.assert(fc.property(withNotice, (facts) => {
    for (const { result, grade } of judgeDates(facts).findings) assert.ok(isFirm(grade) || (result !== 'met' && result !== 'not-met'));
  }));
});
