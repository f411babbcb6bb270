import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { runs } from '../../../test/support/deep.ts';
import { joinNotices, type JoinedNotice } from './join.ts';

const notice = (key: string, number: string, more: Partial<JoinedNotice> = {}): JoinedNotice =>
  ({ key, procedureId: null, names: [number], joins: [], plans: [], ...more });

void test('an award notice joins the contract notice that it names, also through one in between, and the earliest number names the process', () => {
  const notices = [notice('c', '9-2022', { joins: ['5-2021'] }), notice('b', '5-2021', { joins: ['700-2020'] }), notice('a', '700-2020')];
  assert.deepEqual(joinNotices(notices, 'p'), [{ ocid: 'p-700-2020', aliases: ['p-5-2021', 'p-9-2022'], keys: ['a', 'b', 'c'] }]);
});

void test('two notices that name the same third one, which nobody holds, are one process', () => {
  const [process, ...others] = joinNotices([notice('a', '5-2021', { joins: ['1-2020'] }), notice('b', '6-2021', { joins: ['1-2020'] })], 'p');
  assert.deepEqual(others, []);
  assert.equal(process?.ocid, 'p-1-2020');
});

void test('the number decides by year and value, not as text', () => {
  assert.equal(joinNotices([notice('a', '10-2021', { joins: ['9-2021', '900000-2020'] })], 'p')[0]?.ocid, 'p-900000-2020');
});

void test('a procedure id comes before every number', () => {
  const notices = [notice('a', '5-2024', { procedureId: 'uuid-1' }), notice('b', '9-2024', { procedureId: 'uuid-1' }), notice('c', '1-2023', { joins: ['9-2024'] })];
  assert.deepEqual(joinNotices(notices, 'p').map(({ ocid, keys }) => [ocid, keys]), [['p-uuid-1', ['a', 'b', 'c']]]);
});

void test('a plan joins the one procedure that names it; of two procedures it belongs to neither', () => {
  const plan = notice('plan', '1-2020');
  const one = notice('one', '5-2021', { plans: ['1-2020'] });
  const two = notice('two', '6-2021', { plans: ['1-2020'] });
  assert.deepEqual(joinNotices([plan, one], 'p').map(({ ocid, keys }) => [ocid, keys]), [['p-1-2020', ['one', 'plan']]]);
  assert.deepEqual(joinNotices([plan, one, two], 'p').map(({ ocid, keys }) => [ocid, keys]), [['p-1-2020', ['plan']], ['p-5-2021', ['one']], ['p-6-2021', ['two']]]);
  // The plan is held nowhere: its ocid, which the first procedure had when it came alone, still leads somewhere.
  assert.deepEqual(joinNotices([two, one], 'p').map(({ ocid, aliases }) => [ocid, aliases]), [['p-5-2021', ['p-1-2020']], ['p-6-2021', []]]);
});

const names = fc.constantFrom('1-2020', '2-2020', '3-2020', '4-2021', '5-2021', '6-2021', '7-2022', '8-2022');
const notices = fc.uniqueArray(fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  procedureId: fc.option(fc.constantFrom('u1', 'u2')),
  names: fc.array(names, { minLength: 1, maxLength: 1 }),
  joins: fc.array(names, { maxLength: 2 }),
  plans: fc.array(names, { maxLength: 2 }),
}), { selector: ({ key }) => key, minLength: 1 });

void test('the order of the notices changes nothing', () => {
  fc.assert(fc.property(notices.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))), ([list, shuffled]) => {
    assert.deepEqual(joinNotices(shuffled, 'p'), joinNotices(list, 'p'));
  }), runs(1000));
});

void test('every notice is in one process, no two processes share an ocid, and an alias is nobody else\'s ocid', () => {
  fc.assert(fc.property(notices, (list) => {
    const processes = joinNotices(list, 'p');
    assert.deepEqual(processes.flatMap(({ keys }) => keys).toSorted(), list.map(({ key }) => key).toSorted());
    const all = processes.flatMap(({ ocid, aliases }) => [ocid, ...aliases]);
    assert.equal(new Set(all).size, all.length);
  }), runs(1000));
});

void test('an ocid that some of the notices gave still leads to one of them when more have come', () => {
  fc.assert(fc.property(notices, fc.nat(), (list, cut) => {
    const known = new Map(joinNotices(list, 'p').flatMap(({ ocid, aliases }) => [ocid, ...aliases].map((name) => [name, ocid] as const)));
    for (const { ocid } of joinNotices(list.slice(0, (cut % list.length) + 1), 'p')) assert.ok(known.has(ocid), `${ocid} leads nowhere`);
  }), runs(1000));
});
