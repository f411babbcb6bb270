import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { identify } from './identify.ts';
import { JOINED } from './joins.ts';
import { knownOf, type Known } from './known.ts';
import { readLabelledPairs } from './labelled-pairs.ts';
import type { Mention } from './mention.ts';
import { resolve, type Member } from './resolve.ts';

const mention = (name: string, number: string | null = null, country: string | null = 'NO', scheme = 'NO-BRC'): Mention =>
  ({ name, number, country, scheme: number === null ? null : scheme, locality: null });
const rfc = (number: string): Mention => mention('GLM Comunicaciones', number, 'MX', 'RFC');
const sorted = (members: readonly Member[]): string[] => members.map(({ key, main, rule }) => `${key} ${main} ${rule}`).toSorted();
const rowsOf = (mentions: readonly Mention[]): Known[] => mentions.map((one) => knownOf(identify(one)));

function mains(mentions: readonly Mention[]): (readonly [string, string | null])[] {
  const members = new Map(resolve(rowsOf(mentions), []).map((member) => [member.key, member]));
  return mentions.map((one) => {
    const member = members.get(identify(one).key);
    return [member?.main ?? '', member?.rule ?? null];
  });
}

void test('a name without a number goes with the only number that stands under it', () => {
  assert.deepEqual(mains([mention('Agder tingrett', '926723480'), mention('AGDER TINGRETT')]), [['NO-BRC-926723480', null], ['NO-BRC-926723480', 'name-one-number']]);
  // Nothing is joined over a name that two organisations bear.
  const [one, other, neither] = mains([mention('Vang', '926723480'), mention('Vang', '974761157'), mention('VANG')]);
  assert.equal(new Set([one?.[0], other?.[0], neither?.[0]]).size, 3);
});

void test('numbers of two kinds go together over a name, but never two of one kind over a third', () => {
  const vat = mention('TenneT TSO GmbH', 'DE 815073514', 'DE', 'DE-NATIONALID');
  const court = mention('TenneT TSO GmbH', 'Amtsgericht Bayreuth: HRB 4923', 'DE', 'DE-NATIONALID');
  assert.deepEqual(mains([vat, court]), [['DE-HR-BAYREUTHHRB4923', 'name-other-number'], ['DE-HR-BAYREUTHHRB4923', null]]);
  // The court's number bears two names, and under each stands a VAT number: one of the two names must be wrong.
  const third = { ...vat, name: 'Anders GmbH', number: 'DE123450001' };
  const torn = mains([vat, court, { ...court, name: 'Anders GmbH' }, third]);
  assert.equal(new Set(torn.map(([main]) => main)).size, 3);
});

void test('a slip in a number without check digit is forgiven under one name; another number is not', () => {
  assert.equal(new Set(mains([rfc('GCO950523JCD'), rfc('GCO950523JC0')]).map(([main]) => main)).size, 1);
  assert.equal(new Set(mains([rfc('GCO950523JCD'), rfc('GCO950523AB1')]).map(([main]) => main)).size, 2);
});

void test('a mention without a country goes with the only country there is; lost letters are found again', () => {
  assert.deepEqual(mains([mention('Rechtbank Rotterdam', null, 'NL'), mention('Rechtbank Rotterdam', null, null)]).map(([, rule]) => rule), [null, 'name']);
  assert.equal(new Set(mains([mention('High Court', null, 'IE'), mention('High Court', null, 'GB'), mention('High Court', null, null)]).map(([main]) => main)).size, 3);
  assert.deepEqual(mains([mention('Universidad de México', null, 'MX'), mention('UNIVERSIDAD DE M?XICO', null, null)]).map(([, rule]) => rule), [null, 'name-lost-letters']);
});

void test('the result depends on what is given alone, not on its order or how often it is said', () => {
  const rows = rowsOf(readLabelledPairs().flatMap(({ a, b }) => [a, b]));
  const expected = sorted(resolve(rows));
  assert.ok(expected.length > 800 && new Set(resolve(rows).map(({ main }) => main)).size < expected.length);
  fc.assert(fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), fc.subarray(rows), (shuffled, more) => {
    assert.deepEqual(sorted(resolve([...shuffled, ...more])), expected);
  }), { numRuns: 10 });
});

void test('joining any mentions: one page for each key, and no page with two checked numbers of one kind unless an editor says so', () => {
  const numbers = ['926723480', '974761157', '984661177', null];
  const anyMention = fc.record({ name: fc.constantFrom('Alfa', 'Beta AS', 'Gamma', 'Alfa - Innkjøp', 'B?ta'), number: fc.constantFrom(...numbers), country: fc.constantFrom('NO', 'SE', null) })
    .map(({ name, number, country }) => mention(name, number, country));
  fc.assert(fc.property(fc.array(anyMention, { maxLength: 12 }), (mentions) => {
    const rows = rowsOf(mentions);
    const members = resolve(rows, []);
    assert.deepEqual(new Set(members.map(({ key }) => key)), new Set(rows.map(({ key }) => key)));
    for (const [, page] of Map.groupBy(members, ({ main }) => main)) {
      const keys = new Set(page.map(({ key }) => key));
      assert.ok(new Set(rows.filter(({ key }) => keys.has(key)).flatMap(({ number }) => number ?? [])).size <= 1);
      assert.equal(page.filter(({ rule }) => rule === null).length, 1);
    }
  }));
});

void test('time grows with the number of mentions, also where all bear one name', () => {
  const many = Array.from({ length: 50_000 }, (_, index) => mention(index % 2 === 0 ? `Kommune ${index}` : 'Kommunen', index % 3 === 0 ? String(100_000_000 + index) : null, 'GB', 'GB-NATIONALID'));
  const rows = rowsOf(many);
  const started = performance.now();
  resolve(rows, JOINED);
  assert.ok(performance.now() - started < 20_000);
});
