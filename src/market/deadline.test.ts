import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { copenhagenInstant, LANGUAGES } from '#base';
import { runs } from '../../test/support/deep.ts';
import { da } from './deadline.da.ts';
import { en } from './deadline.en.ts';
import { checkLateChange, comingBefore, moveDeadline, type LateChange, type MoveFacts } from './deadline.ts';
import { findingTold, isBlocked } from './findings.ts';

const at = (text: string): Temporal.Instant => { const [date = '', time = '12:00'] = text.split('T'); return copenhagenInstant(Temporal.PlainDate.from(date), Temporal.PlainTime.from(time)); };
const information: LateChange = { kind: 'information', askedInTime: true, important: true, urgent: false };
const deadline = at('2026-05-20T12:00');
const told = (change: LateChange, now: string, to: string | null = null) => checkLateChange(change, { now: at(now), deadline, newDeadline: to === null ? null : at(to) })
  .map(({ code, severity, data }) => [severity, code, ...(typeof data['leastDeadline'] === 'string' ? [data['leastDeadline']] : [])].join(' '));

void test('information must leave six full days, or the deadline is moved', () => {
  assert.deepEqual(told(information, '2026-05-13T16:00'), []);
  assert.deepEqual(told(information, '2026-05-14T08:00'), ['blocks information-too-late 2026-05-21T12:00']);
  assert.deepEqual(told(information, '2026-05-14T08:00', '2026-05-21T12:00'), []);
  assert.deepEqual(told(information, '2026-05-14T08:00', '2026-05-20T23:00'), ['blocks information-too-late 2026-05-21T23:00']);
  assert.deepEqual(told({ ...information, urgent: true }, '2026-05-15T08:00'), []);
  assert.deepEqual(told({ ...information, urgent: true }, '2026-05-16T08:00'), ['blocks information-too-late 2026-05-21T12:00']);
  assert.deepEqual(told({ ...information, important: false }, '2026-05-19T08:00'), []);
  assert.deepEqual(told({ ...information, askedInTime: null }, '2026-05-19T08:00'), ['warns information-maybe-too-late 2026-05-26T12:00']);
});

void test('a significant change needs a later deadline, and a basic element cannot be changed at all', () => {
  const significant: LateChange = { ...information, kind: 'significant' };
  assert.deepEqual(told(significant, '2026-05-04T08:00'), ['blocks significant-needs-time']);
  assert.deepEqual(told(significant, '2026-05-04T08:00', '2026-05-20T12:00'), ['blocks significant-needs-time']);
  assert.deepEqual(told(significant, '2026-05-04T08:00', '2026-05-27T12:00'), []);
  assert.deepEqual(told({ ...information, kind: 'basic' }, '2026-05-04T08:00', '2026-06-27T12:00'), ['blocks basic-element']);
});

const facts: MoveFacts = { now: at('2026-09-08T09:00'), announcedOn: '2026-09-01', deadline: at('2026-09-16T12:00'), past: [], step: 'dis-tenders', agreedDays: null, outage: false };

void test('a moved deadline keeps the old one with its reason', () => {
  const moved = moveDeadline(facts, at('2026-09-23T12:00'), ' Nye bilag ');
  assert.ok(moved.ok);
  assert.deepEqual([moved.value.deadline.toString(), moved.value.past, moved.value.warnings], ['2026-09-23T10:00:00Z', [{ deadline: '2026-09-16T10:00:00Z', movedAt: '2026-09-08T07:00:00Z', reason: 'Nye bilag' }], []]);
  const again = moveDeadline({ ...facts, deadline: moved.value.deadline, past: moved.value.past }, at('2026-09-30T12:00'), 'Flere bilag');
  assert.ok(again.ok && again.value.past.length === 2);
});

void test('what is refused: no reason, the past, the same, shorter than the law allows, after the deadline without an outage', () => {
  const refused = (changed: Partial<MoveFacts>, to: string, reason = 'x') => !moveDeadline({ ...facts, ...changed }, at(to), reason).ok;
  assert.ok(refused({}, '2026-09-23T12:00', '  '));
  assert.ok(refused({}, '2026-09-08T09:00'));
  assert.ok(refused({}, '2026-09-16T12:00'));
  assert.ok(refused({}, '2026-09-11T12:00'));
  assert.ok(refused({ agreedDays: 20 }, '2026-09-18T12:00'));
  assert.ok(refused({ now: at('2026-09-16T12:01') }, '2026-09-23T12:00'));
  assert.ok(!refused({ now: at('2026-09-16T12:01'), outage: true }, '2026-09-23T12:00'));
  assert.ok(!refused({ step: null }, '2026-09-09T12:00'));
  const earlier = moveDeadline(facts, at('2026-09-15T12:00'), 'x');
  assert.deepEqual(earlier.ok && earlier.value.warnings.map(({ code }) => code), ['moved-earlier']);
});

void test('no move comes below the shortest period, and each keeps all deadlines there were', () => {
  let moved = 0;
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 40 * 24 }), { minLength: 1, maxLength: 6 }), (moves) => {
    let state: MoveFacts = facts;
    for (const hours of moves) {
      const result = moveDeadline(state, at('2026-09-01T00:00').add({ hours }), 'x');
      if (!result.ok) continue;
      moved += 1;
      assert.deepEqual(result.value.past.slice(0, -1), state.past);
      assert.equal(result.value.past.at(-1)?.deadline, state.deadline.toString());
      assert.ok(Temporal.Instant.compare(result.value.deadline, at('2026-09-11T23:59')) >= 0);
      state = Object.assign({}, facts, { deadline: result.value.deadline, past: result.value.past });
    }
  }), runs(200));
  assert.ok(moved > 0);
});

void test('reminders 72, 24 and 2 hours before and possession checks 7 days and 24 hours before, in real hours over the change of clocks', () => {
  // The clocks go back on 25 October 2026.
  const autumn = at('2026-10-26T12:00');
  assert.deepEqual(comingBefore(autumn, at('2026-10-01T12:00')).map(({ what, hours, at: when }) => `${what} ${hours} ${when.toString()}`), [
    'possession-check 168 2026-10-19T11:00:00Z', 'reminder 72 2026-10-23T11:00:00Z', 'possession-check 24 2026-10-25T11:00:00Z', 'reminder 24 2026-10-25T11:00:00Z', 'reminder 2 2026-10-26T09:00:00Z', 'deadline 0 2026-10-26T11:00:00Z',
  ]);
  assert.deepEqual(comingBefore(autumn, autumn.subtract({ hours: 24 })).map(({ what, hours }) => `${what} ${hours}`), ['reminder 2', 'deadline 0']);
  assert.deepEqual(comingBefore(autumn, autumn), []);
});

void test('whatever is told has words in both languages', () => {
  const findings = [
    ...checkLateChange(information, { now: at('2026-05-14'), deadline, newDeadline: null }), ...checkLateChange({ ...information, kind: 'significant' }, { now: at('2026-05-14'), deadline, newDeadline: null }),
    ...checkLateChange({ ...information, kind: 'basic' }, { now: at('2026-05-14'), deadline, newDeadline: null }),
  ];
  assert.ok(isBlocked(findings));
  for (const lang of LANGUAGES) for (const finding of findings) assert.doesNotMatch(findingTold({ da, en }, finding, lang), /[{}]|T12/);
});
