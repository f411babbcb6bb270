import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needsSecond, type Action } from '#people';
import { contribution } from '../contribution/contribution.ts';
import { LIFE_TABLES } from '../core/transitions.ts';
import { lawRule } from '../findings.ts';
import { COMPETITIVE } from '../kinds/competitive.ts';
import { purchase } from './purchase.ts';

/** Opening, evaluation, award: held against the table as soon as they are there. */
const LATER: ReadonlySet<string> = new Set(['purchase.open', 'purchase.set-evaluators', 'purchase.check', 'purchase.score', 'purchase.consensus', 'purchase.assess', 'purchase.award', 'purchase.letters', 'purchase.sign', 'purchase.note-notice', 'purchase.watch-notice']);

void test('the commands are those of the table of states: where each may be given, and no other', () => {
  const { transitions } = LIFE_TABLES['purchase-competitive'];
  const built = new Set(purchase.commands.map(({ name }) => name));
  const table = transitions.filter(({ command }) => built.has(command) || !LATER.has(command)).map(({ from, command }) => `${from ?? 'begins'} ${command}`);
  // A direct award has states of its own.
  const competitive = new Set(LIFE_TABLES['purchase-competitive'].states);
  const commands = purchase.commands.flatMap((command) => (command.starts ? [`begins ${command.name}`] : command.from.filter((state) => competitive.has(state)).map((state) => `${state} ${command.name}`)))
    .filter((line) => transitions.some(({ command }) => line.endsWith(` ${command}`)));
  assert.deepEqual(commands.toSorted(), table.toSorted());
  const all = [...transitions, ...LIFE_TABLES['purchase-direct'].transitions];
  for (const { name } of purchase.commands) assert.ok(all.some(({ command }) => command === name), `${name} stands in no table`);
  assert.deepEqual(contribution.commands.map(({ name }) => `begins ${name}`).toSorted(), LIFE_TABLES.contribution.transitions.map(({ command }) => `begins ${command}`).toSorted());
});

void test('what takes two persons in the policy table takes two in the commands, and the other way round', () => {
  let two = 0;
  for (const { name, twoPersons, byTime } of [...purchase.commands, ...contribution.commands]) {
    if (byTime) continue;
    assert.equal(twoPersons, needsSecond(name as Action), name);
    two += twoPersons ? 1 : 0;
  }
  assert.ok(two >= 4, String(two));
});

void test('the rules of every kind name rules of the law that are there', () => {
  for (const { buyersRule, withoutStandstill, awardNotice } of COMPETITIVE) for (const rule of [buyersRule, withoutStandstill, awardNotice]) assert.equal(lawRule(rule).id, rule);
});
