import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { runs } from '../../test/support/deep.ts';
import { isSame, PartyIndex } from './party-index.ts';
import type { PartyView } from './process-details.view.ts';

const few = (...values: string[]) => fc.constantFrom(...values);
const party: fc.Arbitrary<PartyView> = fc.record({
  id: fc.option(few('1', '2', '3'), { nil: null }), name: fc.option(few('A', 'B'), { nil: null }), isPerson: fc.constant(false), roles: fc.constant([]), place: fc.constant(null),
  identifiers: fc.array(fc.record({ scheme: fc.option(few('DK-CVR', 'NO-ORG'), { nil: null }), id: few('7', '8') }), { maxLength: 2 }),
});

/** What is put together takes what it had none of; a person loses name and numbers. */
function together(one: PartyView, other: PartyView, losesAll: boolean): PartyView {
  return losesAll ? { ...one, name: null, identifiers: [] } : { ...one, id: one.id ?? other.id, name: one.name ?? other.name, identifiers: [...one.identifiers, ...other.identifiers] };
}

test('it finds the first that is the same, as a comparison with each does, whatever was put together before', () => {
  fc.assert(fc.property(fc.array(fc.tuple(party, fc.boolean()), { maxLength: 40 }), (given) => {
    const index = new PartyIndex();
    const slow: PartyView[] = [];
    for (const [one, losesAll] of given) {
      const at = slow.findIndex((other) => isSame(other, one));
      assert.equal(index.placeOf(one), at < 0 ? null : at);
      const known = slow[at];
      const next = known === undefined ? one : together(known, one, losesAll);
      slow[known === undefined ? slow.length : at] = next;
      index.set(known === undefined ? slow.length - 1 : at, next);
    }
    assert.deepEqual(index.parties, slow);
    for (const [one] of given) assert.deepEqual(PartyIndex.of(slow).find(one), slow.find((other) => isSame(other, one)) ?? null);
  }), runs(400));
});
