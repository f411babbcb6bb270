import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { parseJson, type Json } from '#base';
import { amount, count, decimal, isTrue, object, objects, text, textList, webAddress, wording } from './dirty.ts';

const anyJson = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;

void test('nothing that JSON can hold makes a reader throw', () => {
  fc.assert(fc.property(anyJson, (value) => {
    for (const read of [amount, count, decimal, isTrue, object, objects, text, textList, webAddress]) read(value);
  }));
});

void test('text and numbers are text; empty and other types are nothing', () => {
  assert.equal(text('  a '), 'a');
  assert.equal(text(12.5), '12.5');
  assert.equal(text(parseJson('{"a":0.12345678901234567890}') as never), null);
  assert.equal(text((parseJson('[0.12345678901234567890]') as readonly Json[])[0]), '0.12345678901234567890');
  for (const value of ['', ' ', null, undefined, {}, [], true]) assert.equal(text(value), null);
});

void test('one object or one text counts as a list of one', () => {
  assert.deepEqual(objects({ a: 1 }), [{ a: 1 }]);
  assert.deepEqual(objects([{ a: 1 }, null, 'x', [{}]]), [{ a: 1 }]);
  assert.deepEqual(textList('tender'), ['tender']);
  assert.deepEqual(textList(['a', 1, null, {}]), ['a', '1']);
});

void test('an amount is exact, from a number or from text that is plainly one', () => {
  assert.deepEqual(amount({ amount: '1234567.50', currency: 'DKK' }), { amount: '1234567.50', currency: 'DKK' });
  assert.deepEqual(amount({ amount: 4031.2320000000004 }), { amount: '4031.2320000000004', currency: null });
  assert.deepEqual(amount({ amount: 0, currency: ' ' }), { amount: '0', currency: null });
  for (const figure of ['1.234,50', '1,234.50', '10 kr.', '', null, undefined, {}, '1e5', 'NaN']) assert.equal(amount({ amount: figure, currency: 'DKK' }), null);
});

void test('counts are whole numbers from 0', () => {
  assert.equal(count('12'), '12');
  assert.equal(count(3), '3');
  assert.equal(count('3.0'), '3');
  for (const value of [-1, 2.5, '', 'x', null]) assert.equal(count(value), null);
});

void test('only addresses that a browser may open', () => {
  assert.equal(webAddress(' https://example.org/a b '), 'https://example.org/a%20b');
  for (const value of ['javascript:alert(1)', 'data:text/html,x', 'ftp://example.org', 'www.example.org', 'http://user:secret@example.org', '', null, 1, {}]) {
    assert.equal(webAddress(value), null);
  }
  fc.assert(fc.property(fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' })), (value) => {
    const address = webAddress(value);
    if (address !== null) assert.match(address, /^https?:\/\/[^\s"<>]+$/);
  }));
});

void test('tags that a publisher pasted are taken out; what looks like a tag but is not stays', () => {
  assert.equal(text('<p>Administrative <b>Amendment</b> 01</p><p>Invite&nbsp;to &amp; from</p>'), 'Administrative Amendment 01\n\nInvite to & from');
  assert.equal(text('a < b og c > d'), 'a < b og c > d');
  assert.equal(text('<script>alert(1)</script>'), '<script>alert(1)</script>');
  assert.equal(text('<p>&lt;script&gt;</p>'), '<script>');
});

void test('a text that stands only in translation is taken, Danish first', () => {
  assert.equal(wording({ title_fr: 'Logiciel', title_en: 'Software' }, 'title'), 'Software');
  assert.equal(wording({ title_en: 'Software', title_da: 'Program' }, 'title'), 'Program');
  assert.equal(wording({ title_fr: 'Logiciel' }, 'title'), 'Logiciel');
  assert.equal(wording({ title: 'Tittel', title_da: 'Program' }, 'title'), 'Tittel');
  assert.equal(wording({ titles: 'x' }, 'title'), null);
});
