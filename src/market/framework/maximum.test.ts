import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { LANGUAGES, unwrap } from '#base';
import { runs } from '../../../test/support/deep.ts';
import { findingTold, isBlocked, type MarketFinding } from '../findings.ts';
import { da } from './framework.da.ts';
import { en } from './framework.en.ts';
import { checkCallOff, usedSoFar, type CallOff, type FrameworkTerms } from './maximum.ts';
import { inviteParties, type Party } from './mini-competition.ts';

const kroner = (amount: number) => ({ currency: 'DKK', minor: BigInt(amount) * 100n });
const terms: FrameworkTerms = {
  maximum: kroner(1000), from: '2026-01-01', to: '2029-12-31', buyers: ['buyer-a', 'buyer-b'],
  lots: [{ id: '1', maximum: null, parties: ['s1', 's2'] }, { id: '2', maximum: kroner(300), parties: ['s2'] }],
};
const callOff = (amount: number, changed: Partial<CallOff> = {}): CallOff => ({ lot: '1', buyer: 'buyer-a', supplier: 's1', on: '2026-06-01', value: kroner(amount), ...changed });
const codes = (earlier: readonly CallOff[], wanted: CallOff, of: FrameworkTerms = terms) => unwrap(checkCallOff(of, earlier, wanted)).findings.map(({ code, severity }) => `${severity} ${code}`);

void test('all call-offs of all users count, the maximum may be reached and not passed, and from 80 % it is told', () => {
  const earlier = [callOff(500), callOff(200, { buyer: 'buyer-b', lot: '2', supplier: 's2' })];
  assert.deepEqual(codes(earlier, callOff(99)), []);
  assert.deepEqual(codes(earlier, callOff(100)), ['warns near-maximum']);
  assert.deepEqual(codes(earlier, callOff(300)), ['warns near-maximum']);
  assert.deepEqual(codes(earlier, { ...callOff(0), value: { currency: 'DKK', minor: 30_001n } }), ['blocks above-maximum']);
});

void test('a lot with a maximum of its own is held against both', () => {
  const inLot2 = { lot: '2', supplier: 's2' };
  const earlier = [callOff(200, inLot2)];
  assert.deepEqual(codes(earlier, callOff(39, inLot2)), []);
  assert.deepEqual(codes(earlier, callOff(100, inLot2)), ['warns near-maximum-of-lot']);
  assert.deepEqual(codes(earlier, callOff(101, inLot2)), ['blocks above-maximum-of-lot']);
  assert.deepEqual(codes([...earlier, callOff(750)], callOff(101, inLot2)), ['blocks above-maximum', 'blocks above-maximum-of-lot']);
  assert.deepEqual(unwrap(usedSoFar(terms, earlier)).map(({ lot, after }) => [lot, after.minor]), [[null, 20_000n], ['2', 20_000n]]);
});

void test('term, lot, party and named buyer', () => {
  assert.deepEqual(codes([], callOff(1, { buyer: 'buyer-c' })), ['blocks buyer-not-named']);
  assert.deepEqual(codes([], callOff(1, { on: '2029-12-31' })), []);
  assert.deepEqual(codes([], callOff(1, { on: '2030-01-01' })), ['blocks outside-term']);
  assert.deepEqual(codes([], callOff(1, { on: '2025-12-31' })), ['blocks outside-term']);
  assert.deepEqual(codes([], callOff(1, { lot: '3' })), ['blocks no-such-lot']);
  assert.deepEqual(codes([], callOff(1, { lot: '2' })), ['blocks supplier-no-party']);
  assert.deepEqual(codes([], callOff(1), { ...terms, maximum: null }), ['warns no-maximum']);
});

void test('amounts of different currencies are never added, and nothing is called off below 0', () => {
  assert.equal(checkCallOff(terms, [], { ...callOff(1), value: { currency: 'EUR', minor: 1n } }).ok, false);
  assert.equal(checkCallOff(terms, [{ ...callOff(1), value: { currency: 'EUR', minor: 1n } }], callOff(1)).ok, false);
  assert.equal(checkCallOff(terms, [], { ...callOff(0), value: { currency: 'DKK', minor: -1n } }).ok, false);
});

void test('M3, the rule of it: call-offs let through one after the other never pass the maximum, in whatever sizes they are split', () => {
  let refused = 0;
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.boolean()), { maxLength: 20 }), (wishes) => {
    const made: CallOff[] = [];
    for (const [amount, second] of wishes) {
      const wanted = callOff(amount, second ? { lot: '2', supplier: 's2', buyer: 'buyer-b' } : {});
      if (isBlocked(unwrap(checkCallOff(terms, made, wanted)).findings)) refused += 1;
      else made.push(wanted);
    }
    for (const { after, maximum } of unwrap(usedSoFar(terms, made))) assert.ok(after.minor <= maximum.minor);
  }), runs(300));
  assert.ok(refused > 0);
});

const party = (organisation: string, changed: Partial<Party> = {}): Party => ({ organisation, lots: ['1'], leftOn: null, unable: null, ...changed });

void test('all parties of the lot that can deliver are invited, each other with its reason', () => {
  const { invited, leftOut, findings } = inviteParties([party('d'), party('c', { unable: 'Leverer ikke til øer' }), party('b', { lots: ['2'] }), party('a', { leftOn: '2026-05-31' }), party('e', { leftOn: '2026-06-01' })], '1', '2026-06-01');
  assert.deepEqual(invited, ['d', 'e']);
  assert.deepEqual(leftOut, [{ organisation: 'a', why: 'left', reason: null }, { organisation: 'b', why: 'other-lot', reason: null }, { organisation: 'c', why: 'unable', reason: 'Leverer ikke til øer' }]);
  assert.deepEqual(findings, []);
  assert.deepEqual(inviteParties([party('a', { unable: ' ' })], '1', '2026-06-01').findings.map(({ code, severity }) => `${severity} ${code}`), ['blocks nobody-to-invite', 'blocks left-out-without-reason']);
});

void test('every finding has its words', () => {
  const bad = { buyer: 'x', on: '2040-01-01' };
  const all: readonly MarketFinding[] = [
    callOff(2000, { ...bad, supplier: 'x' }), callOff(900), callOff(2000, { lot: '2' }), callOff(290, { lot: '2' }), callOff(1, { lot: '9' }),
  ].flatMap((wanted) => unwrap(checkCallOff(terms, [], wanted)).findings).concat(unwrap(checkCallOff({ ...terms, maximum: null }, [], callOff(1))).findings, inviteParties([party('a', { unable: '' })], '1', '2026-06-01').findings);
  assert.ok(new Set(all.map(({ code }) => code)).size === 11);
  for (const lang of LANGUAGES) for (const finding of all) assert.doesNotMatch(findingTold({ da, en }, finding, lang), /[{}]/);
});
