import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { Type, type Static, type TObject } from 'typebox';
import { Check } from 'typebox/value';
import { runs } from '../../../test/support/deep.ts';
import type { FormPairs } from './form-names.ts';
import { da } from './form-values.da.ts';
import { en } from './form-values.en.ts';
import { DECIMAL, readForm } from './form-values.ts';

const Line = Type.Object({ title: Type.String({ maxLength: 20 }), price: Type.String({ format: DECIMAL }), count: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })) });
const Form = Type.Object({
  title: Type.String({ minLength: 2, maxLength: 40 }),
  note: Type.Optional(Type.String({ maxLength: 200 })),
  day: Type.Optional(Type.String({ format: 'date' })),
  kind: Type.Union([Type.Literal('dis'), Type.Literal('framework')]),
  lot: Type.Union([Type.Literal('a'), Type.Literal('b'), Type.Null()]),
  code: Type.Union([Type.String({ pattern: '^[0-9]{8}$' }), Type.Null()]),
  public: Type.Boolean(),
  buyer: Type.Object({ name: Type.String(), share: Type.Optional(Type.Number()) }),
  lines: Type.Array(Line, { maxItems: 5 }),
  groups: Type.Array(Type.String(), { minItems: 1 }),
  reasons: Type.Optional(Type.Record(Type.String(), Type.String())),
});

/** The least that is whole. */
const LEAST: FormPairs = [['title', 'Køb'], ['kind', 'dis'], ['buyer.name', 'Birkerup'], ['groups', 'x']];
const VALUE: Static<typeof Form> = { title: 'Køb', kind: 'dis', lot: null, code: null, public: false, buyer: { name: 'Birkerup' }, lines: [], groups: ['x'] };

function read(pairs: FormPairs, schema: TObject = Form): unknown {
  const result = readForm(pairs, schema);
  return result.ok ? result.value : result.failure.map(({ place, fault }) => `${place}: ${fault}`);
}

void test('what is empty is left out or null, a box that is not ticked is no, rows without anything are no rows', () => {
  assert.deepEqual(read(LEAST), VALUE);
  const blank: FormPairs = [['note', ' '], ['day', ''], ['lot', ''], ['code', ''], ['lines[0].title', ''], ['lines[0].price', ' '], ['groups', ''], ['buyer.share', ''], ['reasons.time', '']];
  assert.deepEqual(read([...LEAST, ...blank]), VALUE);
});

void test('numbers, days, texts, rows and choices as people write them', () => {
  assert.deepEqual(read([
    ['title', '  Journal­system '], ['note', 'en\r\nto\rtre\n'], ['day', '6.1.2026'], ['kind', 'framework'], ['lot', 'b'], ['code', '48000000'], ['public', 'on'],
    ['buyer.name', 'A'], ['buyer.share', '0,5'], ['lines[7].price', '1.644.638,50'], ['lines[7].title', 'sidst'], ['lines[2].title', 'først'], ['lines[2].price', '12345678901234567,89'], ['lines[2].count', '1'],
    ['groups', 'x'], ['groups', 'y'], ['reasons.time-short', 'fordi'],
  ]), {
    title: 'Journal­system', note: 'en\nto\ntre', day: '2026-01-06', kind: 'framework', lot: 'b', code: '48000000', public: true, buyer: { name: 'A', share: 0.5 },
    lines: [{ title: 'først', price: '12345678901234567.89', count: 1 }, { title: 'sidst', price: '1644638.50' }], groups: ['x', 'y'], reasons: { 'time-short': 'fordi' },
  });
  const Price = Type.Object({ price: Type.String({ format: DECIMAL }) });
  const price = (text: string, lang: 'da' | 'en'): unknown => {
    const result = readForm([['price', text]], Price, lang);
    return result.ok ? result.value.price : null;
  };
  for (const [text, danish, english] of [['1.250', '1250', null], ['1,250', '1.250', '1250'], ['1.25', '1.25', '1.25'], ['1,2', '1.2', '1.2'], ['1 250,5', '1250.5', '1250.5'], ['-3', '-3', '-3'], ['1e3', null, null], ['0x10', null, null], ['1.2.3', null, null], ['NaN', null, null], ['5 kr', null, null]] as const) {
    assert.equal(price(text, 'da'), danish, `${text} da`);
    if (text !== '1.250') assert.equal(price(text, 'en'), english, `${text} en`);
  }
});

void test('each fault stands at the field as it is named in the form, in the order of the schema', () => {
  assert.deepEqual(read([]), ['title: missing', 'kind: missing', 'buyer.name: missing', 'groups: too-few']);
  assert.deepEqual(read([
    ['title', 'x'], ['note', 'x'.repeat(201)], ['day', '30-02-2026'], ['kind', 'other'], ['lot', 'c'], ['code', '48'], ['public', 'maybe'], ['buyer.name', 'A'], ['buyer.name', 'B'], ['buyer.share', 'half'],
    ['lines[3].title', 'x'], ['lines[4].title', 'y'], ['lines[4].price', '1,5 kr'], ['lines[4].count', '100'], ['lines[5].title', '\0'], ['lines[5].price', '1'], ['lines[5].count', '1,5'], ['groups', 'x'],
  ]), [
    'title: too-short', 'note: too-long', 'day: no-date', 'kind: not-offered', 'lot: not-offered', 'code: invalid', 'public: not-offered', 'buyer.name: twice', 'buyer.share: no-number',
    'lines[3].price: missing', 'lines[4].price: no-number', 'lines[4].count: too-large', 'lines[5].title: no-text', 'lines[5].count: no-integer',
  ]);
  assert.deepEqual(read([...LEAST, ...Array.from({ length: 6 }, (_none, n): [string, string][] => [[`lines[${n}].title`, 't'], [`lines[${n}].price`, '1']]).flat()]), ['lines: too-many']);
  assert.deepEqual(read([], Type.Object({ truly: Type.Literal(true) })), ['truly: missing']);
  assert.deepEqual(read([['truly', 'on']], Type.Object({ truly: Type.Literal(true) })), { truly: true });
});

void test('names that no field has are told, whatever they are', () => {
  const names = ['x', 'title.x', 'title[0]', 'lines.x', 'lines[0].x', 'lines[0][0]', 'buyer', '__proto__', '__proto__.x', 'constructor', 'constructor.prototype.x', 'buyer.__proto__.x', 'lines[1000].title', 'lines[-1].title', 'lines[0x1].title', 'lines[].title', 'lines[99999999999].title', '', '.', 'a..b', '[0]', 'æ', `x${'.x'.repeat(9)}`, 'x'.repeat(5000), 'reasons.__proto__', 'reasons'];
  for (const name of names) {
    const result = readForm([...LEAST, [name, 'v']], Form);
    assert.ok(!result.ok && result.failure.length > 0, name);
    assert.ok(result.failure.every(({ place, fault }) => ['unknown', 'missing', 'twice'].includes(fault) && place.length <= 200), `${name}: ${JSON.stringify(result)}`);
  }
  assert.equal(({} as Record<string, unknown>)['x'], undefined, 'nothing reached a prototype');
  assert.deepEqual(read([...LEAST, ['reasons.constructor', 'v']]), { ...VALUE, reasons: { constructor: 'v' } });
});

void test('64 KiB of anything is answered at once', () => {
  const began = performance.now();
  assert.deepEqual(read(Array.from({ length: 32_768 }, (): [string, string] => ['a', ''])), [': too-many']);
  const many = Array.from({ length: 1500 }, (_none, n): [string, string] => [`lines[${n % 1000}].x.x.x`, 'v']);
  assert.ok(Array.isArray(read([...LEAST, ...many])));
  for (const value of ['9'.repeat(65_000), '1.'.repeat(32_000), ' '.repeat(65_000), '('.repeat(65_000), '1'.repeat(32_000) + '.'.repeat(32_000)]) {
    for (const name of ['title', 'day', 'buyer.share', 'lines[0].price', 'lines[0].count', 'code']) read([...LEAST.filter(([one]) => one !== name), [name, value]]);
  }
  assert.ok(performance.now() - began < 1500, `${performance.now() - began} ms`);
});

void test('whatever comes in, it is a value that the schema accepts, or faults that have words in both languages', () => {
  const part = fc.constantFrom('title', 'lines', 'buyer', 'name', 'price', 'count', 'groups', 'reasons', 'public', 'kind', 'lot', '__proto__', 'x');
  const name = fc.oneof(fc.string({ maxLength: 30 }), fc.array(fc.tuple(part, fc.constantFrom('', '[0]', '[1]', '[999]')).map(([a, b]) => a + b), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.')));
  const value = fc.oneof(fc.array(fc.nat(0xffff), { maxLength: 50 }).map((units) => String.fromCharCode(...units)), fc.constantFrom('', 'on', 'dis', 'a', '1', '1,5', '48000000', '2026-01-01'));
  let [whole, faulty] = [0, 0];
  fc.assert(fc.property(fc.boolean(), fc.array(fc.tuple(name, value), { maxLength: 12 }), (begun, pairs) => {
    const given = [...(begun ? LEAST : []), ...pairs];
    const result = readForm(given, Form);
    if (result.ok) {
      whole += 1;
      assert.ok(Check(Form, result.value), JSON.stringify(result.value));
      assert.deepEqual(JSON.parse(JSON.stringify(result.value)), result.value);
      return;
    }
    faulty += 1;
    for (const { fault } of result.failure) assert.ok(da[fault] !== undefined && en[fault] !== undefined);
  }), runs(400));
  assert.ok(whole > 5 && faulty > 100, `${whole} whole, ${faulty} faulty`);
});

void test('a value written as a form comes back as it was', () => {
  const text = fc.stringMatching(/^[a-zæøå0-9][a-zæøå0-9 .,]{1,18}[a-zæøå0-9]$/);
  const line = fc.record({ title: text, price: fc.tuple(fc.nat(), fc.nat(99)).map(([kroner, oere]) => `${kroner}.${String(oere).padStart(2, '0')}`), count: fc.integer({ min: 1, max: 99 }) }, { requiredKeys: ['title', 'price'] });
  const values = fc.record({
    title: text, note: text, day: fc.constant('2026-11-26'), kind: fc.constantFrom('dis', 'framework'), lot: fc.constantFrom('a', 'b', null), code: fc.constantFrom('48000000', null), public: fc.boolean(),
    buyer: fc.record({ name: text, share: fc.integer() }, { requiredKeys: ['name'] }), lines: fc.array(line, { maxLength: 5 }), groups: fc.array(text, { minLength: 1, maxLength: 4 }),
  }, { requiredKeys: ['title', 'kind', 'lot', 'code', 'public', 'buyer', 'lines', 'groups'] });
  fc.assert(fc.property(values, (value) => {
    assert.deepEqual(read(pairsOf(value)), JSON.parse(JSON.stringify(value)));
  }), runs(100));
});

/** As a page without script sends it; numbers the Danish way. */
function pairsOf(value: unknown, place = ''): [string, string][] {
  if (value === null || value === false) return [];
  if (value === true) return [[place, 'on']];
  if (typeof value === 'number') return [[place, String(value)]];
  if (typeof value === 'string') return [[place, place.endsWith('.price') ? value.replace('.', ',') : value]];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => pairsOf(item, place === 'groups' ? place : `${place}[${index}]`));
  return Object.entries(value as object).flatMap(([name, item]) => pairsOf(item, place === '' ? name : `${place}.${name}`));
}

void test('a schema that no form can fill is a mistake of ours', () => {
  assert.throws(() => readForm([['a', '1']], Type.Object({ a: Type.Union([Type.String(), Type.Integer()]) })), TypeError);
  assert.throws(() => readForm([['a', '1']], Type.Object({ a: Type.Unknown() })), TypeError);
});
