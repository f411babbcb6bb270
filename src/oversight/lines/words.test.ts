import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { runs } from '../../../test/support/deep.ts';
import { readLines } from './lines.ts';
import { arrayOf, objectOf } from './shape.ts';
import { NO_WORD, Words } from './words.ts';

describe('words', () => {
  test('the same bytes have the same number, others have another, and the text comes back', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'a', 'æ', 'valid')), { maxLength: 200 }), (texts) => {
      const words = new Words();
      const numbers = new Map<string, number>();
      for (const text of texts) {
        const bytes = Buffer.from(`"${text.toWellFormed()}"`);
        const number = words.numberOf(bytes, 1, bytes.length - 1);
        assert.equal(number, numbers.get(text.toWellFormed()) ?? number);
        numbers.set(text.toWellFormed(), number);
        assert.equal(words.numberOfText(text.toWellFormed()), number);
      }
      assert.equal(words.count, numbers.size);
      assert.equal(new Set(numbers.values()).size, numbers.size);
      for (const [text, number] of numbers) assert.equal(words.textOf(number), text);
    }), runs(100));
  });
  test('a hundred thousand of them, and one longer than all room there was', () => {
    const words = new Words();
    const long = 'x'.repeat(1_000_000);
    const texts = [...Array.from({ length: 100_000 }, (_none, at) => `word ${at}`), long];
    const numbers = texts.map((text) => words.numberOfText(text));
    assert.deepEqual(numbers, texts.map((_text, at) => at + 1));
    assert.deepEqual(texts.map((text) => words.numberOfText(text)), numbers);
    assert.deepEqual(numbers.map((number) => words.textOf(number)), texts);
  });
  test('a shape reads them, however they are written; what is no text is no word', async () => {
    const words = new Words();
    const read: unknown[] = [];
    const shape = objectOf({ a: 'word', of: arrayOf('word') });
    await readLines(Readable.from([Buffer.from('{"a":"æ","of":["\\u00e6","",null,5,["x"],"æ"]}\n{"a":{"a":"æ"}}\n{}\n{"a":"1","a":7}')]), shape, { value: (value) => read.push(value), malformed: (line) => assert.fail(String(line)) }, words);
    assert.deepEqual(read, [{ a: 1, of: [1, 2, NO_WORD, NO_WORD, NO_WORD, 1] }, { a: NO_WORD, of: null }, { a: NO_WORD, of: null }, { a: NO_WORD, of: null }]);
    assert.deepEqual([words.textOf(1), words.textOf(2)], ['æ', '']);
  });
});
