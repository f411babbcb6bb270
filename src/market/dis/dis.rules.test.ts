import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { addWorkingDays, LANGUAGES } from '#base';
import { runs } from '../../../test/support/deep.ts';
import { LIFE_TABLES } from '../core/transitions.ts';
import { findingTold, isBlocked, type MarketFinding } from '../findings.ts';
import { da } from './dis.rules.da.ts';
import { en } from './dis.rules.en.ts';
import { decisionLimit, quarterlyNotices, removalFindings, renewalLimit, SUITABILITY_LOST, type DecisionFacts, type Hearing } from './dis.rules.ts';
import { funnel, invitationFindings, invite, isAdmitted, standingFindings, type Member } from './members.ts';

const codes = (findings: readonly MarketFinding[]) => findings.map(({ code, severity }) => `${severity} ${code}`);
const received: DecisionFacts = { receivedOn: '2026-09-01', extendedBecause: null, prolongedTo: null, firstInvitationOn: null, decidedOn: null };

void test('an application is decided in 10 working days, in 15 with a reason, and is late the day after', () => {
  assert.deepEqual(decisionLimit(received, '2026-09-15'), { last: '2026-09-15', lastIfClosed: null, why: 'ordinary', overdueSince: null });
  assert.equal(decisionLimit(received, '2026-09-16').overdueSince, '2026-09-16');
  assert.equal(decisionLimit(received, '2026-12-01').overdueSince, '2026-09-16');
  assert.equal(decisionLimit({ ...received, decidedOn: '2026-09-15' }, '2026-12-01').overdueSince, null);
  assert.equal(decisionLimit({ ...received, decidedOn: '2026-09-17' }, '2026-12-01').overdueSince, '2026-09-16');
  assert.deepEqual(decisionLimit({ ...received, extendedBecause: 'Mange dokumenter' }, '2026-09-16'), { last: '2026-09-22', lastIfClosed: null, why: 'extended', overdueSince: null });
  assert.equal(decisionLimit({ ...received, extendedBecause: ' ' }, '2026-09-16').why, 'ordinary');
  assert.equal(decisionLimit({ ...received, receivedOn: '2025-12-22' }, '2025-12-23').lastIfClosed, '2026-01-12');
});

void test('the documents may prolong it until the first invitation, and no invitation may go out meanwhile', () => {
  const prolonged = { ...received, prolongedTo: '2026-11-02' };
  assert.deepEqual([decisionLimit(prolonged, '2026-10-01').last, decisionLimit(prolonged, '2026-10-01').why], ['2026-11-02', 'prolonged']);
  assert.equal(decisionLimit({ ...prolonged, firstInvitationOn: '2026-10-01' }, '2026-10-01').overdueSince, '2026-09-16');
  assert.equal(decisionLimit({ ...prolonged, firstInvitationOn: '2026-11-03' }, '2026-11-02').overdueSince, null);
  assert.equal(decisionLimit({ ...prolonged, prolongedTo: '2026-09-02' }, '2026-09-02').why, 'ordinary');
});

void test('a renewed ESPD has five working days, over the holidays too', () => {
  assert.deepEqual(renewalLimit('2026-03-31'), { last: '2026-04-10', lastIfClosed: '2026-04-10' });
  assert.deepEqual(renewalLimit('2026-12-22'), { last: '2026-12-30', lastIfClosed: '2027-01-04' });
  fc.assert(fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
    const asked = Temporal.PlainDate.from('2020-01-01').add({ days });
    assert.equal(renewalLimit(asked.toString()).last, addWorkingDays(asked, 5).toString());
  }), runs(300));
});

void test('the award notice of a quarter is due 30 days after it', () => {
  const contracts = ['2026-11-02', '2026-07-01', '2026-09-30', '2026-05-05', '2026-02-02'];
  const sent = { '2026-Q1': '2026-04-30', '2026-Q2': '2026-07-31' };
  const states = (today: string) => quarterlyNotices(contracts, sent, today).map(({ quarter, contracts: count, due, state }) => `${quarter} ${count} ${due} ${state}`);
  assert.deepEqual(states('2026-10-30'), ['2026-Q1 1 2026-04-30 sent', '2026-Q2 1 2026-07-30 sent-late', '2026-Q3 2 2026-10-30 due', '2026-Q4 1 2027-02-01 running']);
  assert.deepEqual(states('2026-10-31').slice(2), ['2026-Q3 2 2026-10-30 overdue', '2026-Q4 1 2027-02-01 running']);
  assert.deepEqual(quarterlyNotices([], {}, '2026-10-31'), []);
});

const hearing: Hearing = { ground: 'udbudsloven-136', heardOn: '2026-09-01', answerBy: '2026-09-10', answeredOn: null, selfCleaning: { offered: false, assessed: null } };

const removal = (changed: Partial<Hearing>, today = '2026-09-11') => codes(removalFindings({ ...hearing, ...changed }, today));

void test('nobody is removed without ground, hearing, time to answer and an assessment of the proof', () => {
  assert.deepEqual(removal({}), []);
  assert.deepEqual(removal({}, '2026-09-10'), ['blocks answer-time-runs']);
  assert.deepEqual(removal({ answeredOn: '2026-09-03' }, '2026-09-04'), []);
  assert.deepEqual(removal({ ground: null }), ['blocks no-ground']);
  assert.deepEqual(removal({ ground: 'udbudsloven-49' }), ['blocks no-ground']);
  assert.deepEqual(removal({ ground: SUITABILITY_LOST }), []);
  assert.deepEqual(removal({ heardOn: null, answerBy: null }), ['blocks not-heard']);
  assert.deepEqual(removal({ answerBy: '2026-09-01' }), ['blocks no-time-to-answer']);
  assert.deepEqual(removal({ selfCleaning: { offered: true, assessed: null } }), ['blocks self-cleaning-not-assessed']);
  assert.deepEqual(removal({ selfCleaning: { offered: true, assessed: 'Ikke nok: …' } }), []);
  assert.deepEqual(removal({ ground: 'udbudsloven-134a', selfCleaning: { offered: true, assessed: null } }), []);
  assert.deepEqual(removal({ ground: 'udbudsloven-137' }), ['warns ground-named-in-notice']);
});

const anyMember: fc.Arbitrary<Member> = fc.record({
  organisation: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), state: fc.constantFrom(...LIFE_TABLES.application.states), categories: fc.subarray(['dev', 'ops']),
});

void test('M2: all admitted in the category are invited, and nobody else', () => {
  fc.assert(fc.property(fc.array(anyMember, { maxLength: 8 }), (members) => {
    const { invited, leftOut } = invite(members, 'dev');
    const wanted = new Set(members.filter(({ state, categories }) => ['admitted', 'renewal', 'hearing'].includes(state) && categories.includes('dev')).map(({ organisation }) => organisation));
    assert.deepEqual(new Set(invited), wanted);
    assert.equal(invited.length, wanted.size);
    assert.ok(leftOut.every(({ organisation }) => !wanted.has(organisation)));
    for (const { organisation } of members) assert.ok(wanted.has(organisation) || leftOut.some((one) => one.organisation === organisation));
    assert.deepEqual(invite(members.toReversed(), 'dev').invited, invited);
    assert.equal(isBlocked(invitationFindings({ invited, leftOut }, members, 'dev')), wanted.size === 0);
  }), runs(500));
});

void test('no state but these three is admitted', () => {
  assert.deepEqual(LIFE_TABLES.application.states.filter((state) => isAdmitted({ state })), ['admitted', 'renewal', 'hearing']);
});

void test('undecided applications are told before an announcement', () => {
  const members: Member[] = [{ organisation: 'a', state: 'admitted', categories: ['dev'] }, { organisation: 'b', state: 'submitted', categories: ['dev'] }, { organisation: 'c', state: 'submitted', categories: ['ops'] }];
  const findings = invitationFindings(invite(members, 'dev'), members, 'dev');
  assert.deepEqual(codes(findings), ['warns undecided-applications']);
  assert.equal(findings[0]?.data['waiting'], 1);
});

void test('the standing of a bidder at the deadline', () => {
  const good = { invited: true, stateAtDeadline: 'admitted', renewalDue: null, renewedOn: null, deadlineOn: '2026-09-16' };
  assert.deepEqual(codes(standingFindings(good)), []);
  assert.deepEqual(codes(standingFindings({ ...good, invited: false, stateAtDeadline: 'removed' })), ['blocks not-invited', 'blocks not-admitted-at-deadline']);
  assert.deepEqual(codes(standingFindings({ ...good, stateAtDeadline: 'renewal', renewalDue: '2026-09-15' })), ['warns renewal-late']);
  assert.deepEqual(codes(standingFindings({ ...good, stateAtDeadline: 'renewal', renewalDue: '2026-09-16' })), []);
  assert.deepEqual(codes(standingFindings({ ...good, renewalDue: '2026-09-15', renewedOn: '2026-09-15' })), []);
  assert.deepEqual(codes(standingFindings({ ...good, stateAtDeadline: 'hearing' })), ['warns in-hearing-at-deadline']);
});

void test('the funnel only narrows, and everybody who is invited is silent, looked only, or bid', () => {
  const some = fc.subarray(['a', 'b', 'c', 'd', 'e', 'f']);
  fc.assert(fc.property(fc.record({ admitted: some, invited: some, opened: some, bid: some, valid: some, won: some }), (facts) => {
    const { admitted, invited, opened, bid, valid, won, silent, lookedOnly } = funnel(facts);
    const stages = [admitted, invited, opened, bid, valid, won];
    assert.deepEqual(stages, stages.toSorted((a, b) => b - a));
    assert.equal(silent.length + lookedOnly.length + bid, invited);
    assert.equal(admitted, facts.admitted.length);
  }), runs(500));
  assert.deepEqual(funnel({ admitted: ['a', 'b', 'c'], invited: ['a', 'b', 'c'], opened: ['a'], bid: ['b'], valid: ['b'], won: ['b'] }),
    { admitted: 3, invited: 3, opened: 2, bid: 1, valid: 1, won: 1, silent: ['c'], lookedOnly: ['a'] });
});

void test('every finding has its words', () => {
  const all: readonly MarketFinding[] = [
    ...removalFindings({ ...hearing, ground: null, heardOn: null }, '2026-09-01'), ...removalFindings({ ...hearing, ground: 'udbudsloven-137', answerBy: null, selfCleaning: { offered: true, assessed: null } }, '2026-09-01'),
    ...removalFindings(hearing, '2026-09-01'), ...invitationFindings({ invited: [], leftOut: [] }, [{ organisation: 'a', state: 'submitted', categories: ['dev'] }], 'dev'),
    ...standingFindings({ invited: false, stateAtDeadline: 'left', renewalDue: '2026-01-01', renewedOn: null, deadlineOn: '2026-02-01' }), ...standingFindings({ invited: true, stateAtDeadline: 'hearing', renewalDue: null, renewedOn: null, deadlineOn: '2026-02-01' }),
  ];
  assert.deepEqual(new Set(all.map(({ code }) => code)), new Set(Object.keys(da)));
  for (const lang of LANGUAGES) for (const finding of all) assert.doesNotMatch(findingTold({ da, en }, finding, lang), /[{}]/);
});
