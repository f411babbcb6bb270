import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { parseJson, unwrap } from '#base';
import { canonicalJson } from '#seal';
import { runs } from '../../../test/support/deep.ts';
import { BID_ANSWERS, bidFaults, bidTotals, readBid, type AnsweredRequirement, type BidAsked, type BidDocument } from './bid.ts';

const ids = (least: number) => fc.uniqueArray(fc.integer({ min: 1, max: 99 }).map(String), { minLength: least, maxLength: 8 });
const price = fc.tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 99 })).map(([kroner, oere]) => `${kroner}.${String(oere).padStart(2, '0')}`);

const asked: fc.Arbitrary<BidAsked> = fc.record({
  requirements: ids(1).chain((all) => fc.tuple(...all.map((id) => fc.record({ id: fc.constant(id), kind: fc.constantFrom('minimum' as const, 'evaluated' as const) })))),
  sheet: fc.record({
    currency: fc.constant('DKK'),
    lines: ids(1).chain((all) => fc.tuple(...all.map((number) => fc.record({ number: fc.constant(number), name: fc.constant('Line'), unit: fc.constant('stk.'), quantity: fc.integer({ min: 0, max: 500 }), option: fc.boolean(), evaluated: fc.constant(true) })))),
  }),
});

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((one) => one.trim() !== '');

function whole(of: BidAsked): fc.Arbitrary<BidDocument> {
  const answered = of.requirements.map(({ id }) => fc.constantFrom(...BID_ANSWERS).chain((answer): fc.Arbitrary<AnsweredRequirement> => fc.record({
    requirement: fc.constant(id), answer: fc.constant(answer), text, ...(answer === 'yes-priced' ? { line: fc.constantFrom(...of.sheet.lines.map(({ number }) => number)) } : {}),
  })));
  return fc.record({
    version: fc.constant(1 as const),
    answers: fc.tuple(...answered),
    prices: fc.tuple(...of.sheet.lines.map(() => price)).map((all) => Object.fromEntries(of.sheet.lines.map(({ number }, at) => [number, all[at] ?? '0']))),
    files: fc.uniqueArray(fc.record({ name: text, type: fc.constant('application/pdf'), bytes: fc.nat(), sha256: fc.constant('ab'.repeat(32)) }), { maxLength: 3, selector: ({ name }) => name }),
    confidential: fc.array(fc.record({ what: text, why: text }), { maxLength: 2 }),
    declaration: fc.record({ unchanged: fc.boolean(), text }),
  });
}

const pairs = asked.chain((of) => whole(of).map((bid) => ({ of, bid })));
const blocking = (bid: BidDocument, of: BidAsked) => bidFaults(bid, of).filter(({ severity }) => severity === 'blocks').map(({ code, place }) => `${code} ${place}`);

void test('a bid that answers everything is read again as it was, and nothing blocks it', () => {
  fc.assert(fc.property(pairs, ({ of, bid }) => {
    const read = unwrap(readBid(parseJson(canonicalJson(bid))));
    assert.equal(canonicalJson(read), canonicalJson(bid));
    assert.deepEqual(blocking(read, of), []);
    const warned = bidFaults(read, of).filter(({ code }) => code === 'minimum-not-met').map(({ place }) => place);
    assert.deepEqual(warned, of.requirements.filter(({ id, kind }) => kind === 'minimum' && ['no', 'partly'].includes(bid.answers.find(({ requirement }) => requirement === id)?.answer ?? '')).map(({ id }) => id));
  }), runs(300));
});

void test('the sum is that of quantity times price in whole øre', () => {
  fc.assert(fc.property(pairs, ({ of, bid }) => {
    const oere = of.sheet.lines.reduce((sum, { number, quantity }) => sum + BigInt((bid.prices[number] ?? '').replace('.', '')) * BigInt(quantity), 0n);
    assert.equal(unwrap(bidTotals(bid, of)).evaluated.minor, oere);
  }), runs(300));
});

void test('what is left out, added or answered twice is named by its place', () => {
  fc.assert(fc.property(pairs, fc.nat(), ({ of, bid }, seed) => {
    const [at, line] = [seed % bid.answers.length, of.sheet.lines[seed % of.sheet.lines.length]?.number ?? ''];
    const one = bid.answers[at] ?? assert.fail();
    assert.deepEqual(blocking({ ...bid, answers: bid.answers.toSpliced(at, 1) }, of), [`unanswered ${one.requirement}`]);
    assert.deepEqual(blocking({ ...bid, answers: [...bid.answers, one] }, of), [`answered-twice ${one.requirement}`]);
    assert.deepEqual(blocking({ ...bid, answers: [...bid.answers, { requirement: '100', answer: 'yes', text: '' }] }, of), ['unknown-requirement 100']);
    assert.deepEqual(blocking({ ...bid, answers: bid.answers.toSpliced(at, 1, { ...one, answer: 'yes-priced', line: '100' }) }, of), [`unknown-line ${one.requirement}`]);
    assert.deepEqual(blocking({ ...bid, answers: bid.answers.toSpliced(at, 1, { requirement: one.requirement, answer: 'partly', text: ' ' }) }, of), [`no-explanation ${one.requirement}`]);
    assert.deepEqual(blocking({ ...bid, prices: Object.fromEntries(Object.entries(bid.prices).filter(([number]) => number !== line)) }, of), [`price ${line}`]);
    for (const wrong of ['', '-1', '1,5', '1e3', '1.005']) assert.deepEqual(blocking({ ...bid, prices: { ...bid.prices, [line]: wrong } }, of), [`price ${line}`], wrong);
  }), runs(100));
});

void test('what is no bid is refused: another version, a field too many or too few, a wrong type', () => {
  const bid = { version: 1, answers: [{ requirement: '1', answer: 'yes', text: '' }], prices: { 1: '2.00' }, files: [], confidential: [], declaration: { unchanged: true, text: '' } };
  assert.ok(readBid(bid).ok);
  const wrong: readonly unknown[] = [
    null, [], { ...bid, version: 2 }, { ...bid, extra: 1 }, ...Object.keys(bid).map((name) => Object.fromEntries(Object.entries(bid).filter(([key]) => key !== name))),
    { ...bid, answers: [{ requirement: '1', answer: 'maybe', text: '' }] }, { ...bid, answers: [{ requirement: '1', answer: 'yes', text: '', line: '1' }] }, { ...bid, answers: [{ requirement: '1', answer: 'yes-priced', text: '' }] },
    { ...bid, prices: { 1: 2 } }, { ...bid, files: [{ name: 'a', type: 'b', bytes: 1, sha256: 'AB' }] }, { ...bid, confidential: [{ what: 'a' }] }, { ...bid, declaration: { unchanged: 'yes', text: '' } },
  ];
  for (const one of wrong) assert.ok(!readBid(one).ok, JSON.stringify(one));
});
