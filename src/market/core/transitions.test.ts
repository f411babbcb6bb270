import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { runs } from '../../../test/support/deep.ts';
import { RECORD_KINDS } from './record.ts';
import { canGive, finalStates, LIFE_TABLES, LIVES, reachable, stateAfter, statesDocument, type Life } from './transitions.ts';

void test('every kind of record has a table, and every state is reached and leads to an end', () => {
  assert.deepEqual(new Set(LIVES.map((life) => LIFE_TABLES[life].kind)), new Set(RECORD_KINDS));
  for (const life of LIVES) {
    const { states } = LIFE_TABLES[life];
    assert.deepEqual([...reachable(life)].toSorted(), [...states].toSorted(), life);
    assert.ok(finalStates(life).length > 0, life);
    for (const state of states) {
      const ends = finalStates(life).filter((end) => end === state || reachable(life, state).has(end));
      assert.ok(ends.length > 0, `${life}: ${state} leads nowhere`);
    }
  }
});

void test('a command leads from a state to one state only, and names its kind', () => {
  for (const life of LIVES) {
    const { kind, transitions } = LIFE_TABLES[life];
    assert.equal(new Set(transitions.map(({ from, command }) => `${from} ${command}`)).size, transitions.length, life);
    // A record that others make is begun by a command of theirs: letters, contracts, what suppliers send; an opening is of a purchase.
    for (const { from, command } of transitions) assert.ok(from === null || command.startsWith(`${kind}.`) || (kind === 'purchase' && command.startsWith('opening.')), command);
  }
});

void test('no walk by commands comes past the deadline, the opening or the decision', () => {
  // What must lie behind, in this order, whoever stands in the state.
  const behind: readonly (readonly [Life, string, readonly string[]])[] = [
    ['purchase-competitive', 'contracted', ['announced', 'closed', 'opened', 'assessed', 'decided']],
    ['purchase-competitive', 'opened', ['announced', 'closed']],
    ['purchase-direct', 'contracted', ['shortlisted', 'decided']],
    ['application', 'removed', ['submitted', 'admitted', 'hearing']],
    ['need', 'used', ['decided']],
  ];
  let seen = 0;
  fc.assert(fc.property(fc.constantFrom(...behind), fc.array(fc.nat(30), { minLength: 10, maxLength: 40 }), ([life, target, before], choices) => {
    const walked: string[] = [];
    let state: string | null = null;
    for (const choice of choices) {
      const ways = LIFE_TABLES[life].transitions.filter(({ from }) => from === state);
      const way = ways[choice % Math.max(1, ways.length)];
      if (way === undefined) break;
      assert.ok(canGive(life, state, way.command));
      state = stateAfter(life, state, way.command);
      assert.equal(state, way.to);
      walked.push(way.to);
    }
    const at = walked.indexOf(target);
    if (at < 0) return;
    seen += 1;
    const places = before.map((one) => walked.indexOf(one));
    assert.ok(places.every((place, index) => place >= 0 && place < at && place > (places[index - 1] ?? -1)), walked.join(' > '));
  }), runs(3000));
  assert.ok(seen > 0);
});

void test('what the table does not hold cannot be given', () => {
  assert.equal(canGive('purchase-competitive', 'announced', 'purchase.open'), false);
  assert.equal(stateAfter('purchase-competitive', 'announced', 'purchase.open'), null);
  assert.equal(canGive('purchase-competitive', 'contracted', 'purchase.cancel'), false);
  assert.equal(canGive('dis', null, 'dis.publish'), false);
  assert.equal(canGive('dis', null, 'dis.start'), true);
});

void test('the document of the states is this table', () => {
  const file = 'docs/design/market-states.md';
  assert.equal(readFileSync(file, 'utf8'), statesDocument());
});
