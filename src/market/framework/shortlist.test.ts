import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { unwrap } from '#base';
import { runs } from '../../../test/support/deep.ts';
import { freezeShortlist, isUnchanged, shortlist, type Fact, type FrozenShortlist, type Offer, type Requirement, type ShortlistInputs } from './shortlist.ts';

const filter = (id: string, test: Requirement['test']): Requirement => ({ id, text: id, fact: id, test, role: 'filter', source: 'Bilag 2' });
const offer = (id: string, kroner: number | null, facts: Readonly<Record<string, Fact>>, lot = '1'): Offer => (
  { id, supplier: `supplier-${id}`, lot, facts, price: kroner === null ? null : { currency: 'DKK', minor: BigInt(kroner) * 100n }, agreementRank: null });
const good = { danish: true, users: 500, hosting: 'EU', app: true };
const inputs: ShortlistInputs = {
  lot: '1', currency: 'DKK', orderBy: ['points', 'price'],
  requirements: [
    filter('danish', { kind: 'yes' }), filter('users', { kind: 'at-least', value: 400 }), filter('hosting', { kind: 'one-of', values: ['DK', 'EU'] }),
    { ...filter('app', { kind: 'yes' }), role: { points: 10 } },
  ],
  offers: [
    offer('a', 300, good), offer('b', 100, { ...good, app: false }), offer('c', 200, good), offer('d', 50, { ...good, users: 399 }), offer('e', 10, { ...good, danish: null, users: 1 }),
    offer('f', 20, { ...good, hosting: 'US' }), offer('g', 1, good, '2'),
  ],
};

void test('who met what, who fell where, how many remain after each filter, and why the rest stand as they do', () => {
  const { rows, funnel, decisive } = unwrap(shortlist(inputs));
  assert.deepEqual(rows.map(({ offer: id, fellAt, points, rank, before }) => [id, fellAt, points, rank, before]), [
    ['c', null, 10, 1, 'price'], ['a', null, 10, 2, 'points'], ['b', null, 0, 3, null], ['e', 'danish', 10, null, null], ['d', 'users', 10, null, null], ['f', 'hosting', 10, null, null],
  ]);
  assert.deepEqual(funnel, [{ requirement: 'danish', remaining: 5, fell: ['e'] }, { requirement: 'users', remaining: 4, fell: ['d'] }, { requirement: 'hosting', remaining: 3, fell: ['f'] }]);
  // Without "danish" e would still fall by its users; the two others each shut out one alone.
  assert.deepEqual(decisive, [{ requirement: 'users', remainingWithout: 4 }, { requirement: 'hosting', remainingWithout: 4 }]);
  assert.deepEqual(rows.find(({ offer: id }) => id === 'e')?.outcomes, { danish: 'not-stated', users: 'not-met', hosting: 'met', app: 'met' });
});

void test('a fact of another type is not met, a price that is not stated comes last, and ties are told', () => {
  const { rows } = unwrap(shortlist({ ...inputs, orderBy: ['price'], offers: [offer('x', null, good), offer('y', 5, good), offer('z', 5, good), offer('w', 1, { ...good, users: '500' })] }));
  assert.deepEqual(rows.map(({ offer: id, rank, tied, before }) => [id, rank, tied, before]), [['y', 1, true, null], ['z', 1, true, 'price'], ['x', 3, false, null], ['w', null, false, null]]);
});

void test('the order of the agreement, where it sets one', () => {
  const ranked = [offer('a', 1, good), offer('b', 2, good)].map((one, at) => ({ ...one, agreementRank: 2 - at }));
  assert.deepEqual(unwrap(shortlist({ ...inputs, orderBy: ['agreement-rank'], offers: ranked })).rows.map(({ offer: id, before }) => [id, before]), [['b', 'agreement-rank'], ['a', null]]);
});

void test('prices of another currency and ids that come twice are refused', () => {
  assert.equal(shortlist({ ...inputs, currency: 'EUR' }).ok, false);
  assert.equal(shortlist({ ...inputs, offers: [offer('a', 1, good), offer('a', 2, good)] }).ok, false);
  assert.equal(freezeShortlist({ ...inputs, requirements: [...inputs.requirements, ...inputs.requirements] }).ok, false);
});

const anyFact: fc.Arbitrary<Fact> = fc.constantFrom(true, false, null, 399, 400, 'EU', 'US', '');
const anyOffers = fc.array(fc.record({ danish: anyFact, users: anyFact, hosting: anyFact, app: anyFact, price: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }) }), { maxLength: 7 })
  .map((list) => list.map(({ price, ...facts }, at) => offer(`o${at}`, price, facts)));

void test('the same offers in another order give the same shortlist and the same hash, and nobody is lost', () => {
  fc.assert(fc.property(anyOffers.chain((offers) => fc.tuple(fc.constant(offers), fc.shuffledSubarray(offers, { minLength: offers.length }))), ([offers, shuffled]) => {
    const [one, other] = [unwrap(freezeShortlist({ ...inputs, offers })), unwrap(freezeShortlist({ ...inputs, offers: shuffled }))];
    assert.deepEqual(other, one);
    const { rows, funnel } = one.result;
    assert.equal(rows.length, offers.length);
    const left = rows.filter(({ rank }) => rank !== null);
    assert.equal(funnel.at(-1)?.remaining, left.length);
    for (const row of rows) assert.equal(row.rank === null, ['danish', 'users', 'hosting'].some((id) => row.outcomes[id] !== 'met'));
  }), runs(300));
});

void test('what is frozen is plain JSON, survives storing, and shows every change', () => {
  const frozen = unwrap(freezeShortlist(inputs));
  const stored = JSON.parse(JSON.stringify(frozen)) as FrozenShortlist;
  assert.deepEqual(stored, frozen);
  assert.match(frozen.hash, /^[0-9a-f]{64}$/);
  assert.ok(isUnchanged(stored));
  // As a database may give it back, with the keys in another order.
  assert.ok(isUnchanged(Object.fromEntries(Object.entries(stored).toReversed()) as unknown as FrozenShortlist));
  assert.ok(!isUnchanged({ ...stored, result: { ...stored.result, rows: stored.result.rows.toReversed() } }));
  assert.ok(!isUnchanged(JSON.parse(JSON.stringify(frozen).replace('"300.00"', '"300.01"')) as FrozenShortlist));
});
