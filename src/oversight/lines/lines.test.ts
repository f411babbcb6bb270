import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { runs } from '../../../test/support/deep.ts';
import { readLines } from './lines.ts';
import { DEEPEST_LINE } from './scan.ts';
import { arrayOf, objectOf, type Read } from './shape.ts';

const SHAPE = objectOf({ a: 'text', bb: 'number', cc: 'whole', list: arrayOf(objectOf({ a: 'text', n: 'number' })), 'æ"': objectOf({ a: 'text' }) });
type Value = Read<typeof SHAPE>;

/** Each block takes the place of the one before, as `fileBlocks` has it. */
async function* overwritten(bytes: Buffer, blockSize: number): AsyncGenerator<Buffer> {
  const memory = Buffer.alloc(blockSize);
  for (let at = 0; at < bytes.length; at += blockSize) yield memory.subarray(0, bytes.copy(memory, 0, at, at + blockSize));
}

async function read(input: string | Buffer, blockSize = 1 << 16): Promise<{ values: [number, Value][]; malformed: [number, string][] }> {
  const values: [number, Value][] = [];
  const malformed: [number, string][] = [];
  await readLines(overwritten(Buffer.from(input), blockSize), SHAPE, { value: (value, line) => values.push([line, value]), malformed: (line, reason) => malformed.push([line, reason]) });
  return { values, malformed };
}

const EMPTY = { a: null, bb: null, cc: null, list: null, 'æ"': null };
const accepted = async (line: string | Buffer): Promise<boolean> => (await read(line)).malformed.length === 0;

const isObject = (one: unknown): one is Record<string, unknown> => typeof one === 'object' && one !== null && !Array.isArray(one);
const text = (one: unknown): unknown => (typeof one === 'string' ? one : null);
const number = (one: unknown): unknown => (typeof one === 'number' ? one + 0 : null);

/** The same shape, applied to what JSON.parse gives. */
function projected(value: unknown): unknown {
  if (!isObject(value)) return null;
  const inner = value['æ"'];
  return {
    a: text(value['a']), bb: number(value['bb']), cc: /^-?\d+$/.test(String(value['cc'])) ? number(value['cc']) : null,
    list: Array.isArray(value['list']) ? value['list'].map((one: unknown) => (isObject(one) ? { a: text(one['a']), n: number(one['n']) } : null)) : null,
    'æ"': isObject(inner) ? { a: text(inner['a']) } : null,
  };
}

describe('what a shape wants of a line', () => {
  test('nothing else is kept, and what has another type is null', async () => {
    const { values } = await read('{"x":[1,{"a":"no"}],"a":"yes","bb":-1.5e1,"cc":7,"list":[{"a":"b","z":{}},null,5,{"n":0.5}],"æ\\"":{"a":"\\u00e6\\n"}}\n[1]\n{"a":1,"bb":"1","cc":1.0,"list":{}}');
    assert.deepEqual(values, [
      [1, { a: 'yes', bb: -15, cc: 7, list: [{ a: 'b', n: null }, null, null, { a: null, n: 0.5 }], 'æ"': { a: 'æ\n' } }], [2, null], [3, EMPTY],
    ]);
  });
  test('of a key that stands twice the last counts, however it is written', async () => {
    assert.deepEqual((await read('{"a":"1","\\u0061":"2"}\n{"a":"1","a":null}')).values, [[1, { ...EMPTY, a: '2' }], [2, EMPTY]]);
  });
  test('names that JavaScript has of its own are names like others', async () => {
    assert.deepEqual((await read('{"__proto__":{"a":"1"},"constructor":1,"a":"2"}')).values, [[1, { ...EMPTY, a: '2' }]]);
  });
  test('it reads what JSON.parse reads, in blocks of any size', async () => {
    const key = fc.constantFrom('a', 'bb', 'cc', 'list', 'æ"', 'n', 'x', '');
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof({ depthSize: 'medium', withCrossShrink: true }, fc.string({ unit: 'grapheme' }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.constantFrom(null, true, false, '\\', '"', '\u2028'), fc.array(tie('any'), { maxLength: 4 }), fc.dictionary(key, tie('any'), { maxKeys: 6 })),
    })).any;
    await fc.assert(fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 70 }), fc.constantFrom('\n', '\r\n', '\n \n'), async (given, blockSize, newline) => {
      const lines = given.map((one) => JSON.stringify(one));
      const { values, malformed } = await read(lines.join(newline), blockSize);
      assert.deepEqual(malformed, []);
      assert.deepEqual(values.map(([, one]) => one), lines.map((line) => projected(JSON.parse(line))));
    }), runs(300));
  });
});

describe('lines that are no JSON', () => {
  test('are told by number and the others are read', async () => {
    const { values, malformed } = await read('{"a":"1"}\n\n   \t\r\n{"a":\n{"a":"2"}\nnonsense\n{"a":"3"}');
    assert.deepEqual(values.map(([line, value]) => [line, value?.a]), [[1, '1'], [5, '2'], [7, '3']]);
    assert.deepEqual(malformed.map(([line]) => line), [4, 6]);
    for (const [, reason] of malformed) assert.match(reason, /^[a-z].+[a-z]$/);
  });
  for (const line of ['{"a":"1"', '{"a" "1"}', '{"a":"1",}', '[1,]', '{a:1}', '01', '1.', '.5', '-', '1e', '+1', 'tru', 'NaN', 'Infinity', '"\t"', '"\\x"', '"\\u12g4"', '"\\ud800"', '"\\ud800\\u0041"', '"\\udc00"', '1e400', '9'.repeat(400), '{} {}', '{"a":"1"} x', '"', '\ufeff{}', '//', "{'a':1}"]) {
    test(`refused: ${line.slice(0, 30)}`, async () => assert.equal(await accepted(line), false));
  }
  for (const line of ['0', '-0', '1E+2', '1e-400', '"\\ud83d\\ude00"', '"\\/"', ' [ ] ', '{ "a" : [ true , false , null ] }', '\u2028'.replace(/^/, '"').concat('"'), '\u007f'.replace(/^/, '"').concat('"')]) {
    test(`read: ${JSON.stringify(line)}`, async () => assert.equal(await accepted(line), true));
  }
  test('a line that is cut or changed is refused exactly where JSON.parse refuses it', async () => {
    const sound = Buffer.from('{"a":"æ\\n","bb":-12.5e1,"list":[{"a":null,"n":0},[true,false]],"x":{"y":"\\u00e6"}}');
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: sound.length - 1 }), fc.integer({ min: 1, max: 255 }), fc.boolean(), async (at, byte, cut) => {
      const line = cut ? sound.subarray(0, at) : Buffer.concat([sound.subarray(0, at), Buffer.from([byte]), sound.subarray(at + 1)]);
      if (line.includes(10) || line.length === 0) return;
      let isJson = true;
      try {
        JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line));
      } catch {
        isJson = false;
      }
      assert.equal(await accepted(line), isJson, line.toString('latin1'));
    }), runs(1000));
  });
  test('a line that is no UTF-8 is refused, its neighbours are not', async () => {
    const { values, malformed } = await read(Buffer.concat([Buffer.from('{"a":"1"}\n{"a":"'), Buffer.from([0xff]), Buffer.from('"}\n{"a":"æ"}')]));
    assert.deepEqual([values.map(([line]) => line), malformed], [[1, 3], [[2, 'it is not UTF-8']]]);
  });
  test('what nests too deep is refused, however deep', async () => {
    assert.equal(await accepted(`${'['.repeat(DEEPEST_LINE)}${']'.repeat(DEEPEST_LINE)}`), true);
    for (const depth of [DEEPEST_LINE + 1, 1_000_000]) assert.equal(await accepted(`${'['.repeat(depth)}${']'.repeat(depth)}`), false);
    assert.equal(await accepted('{"list":'.repeat(DEEPEST_LINE + 1) + '1' + '}'.repeat(DEEPEST_LINE + 1)), false);
  });
});
