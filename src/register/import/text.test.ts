import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { decode, jsonReason } from './text.ts';

function refusal(bytes: Buffer): string {
  const decoded = decode(bytes);
  assert.ok(!decoded.ok, 'it was accepted');
  assert.match(decoded.failure.help ?? '', /UTF-8/);
  return decoded.failure.message;
}

void test('UTF-8 is read as it is, a byte order mark is left out', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    const plain = text.replaceAll('\u0000', '').replace(/^\uFEFF+/u, '');
    assert.deepEqual(decode(Buffer.from(plain)), { ok: true, value: plain });
    assert.deepEqual(decode(Buffer.from(`\uFEFF${plain}`)), { ok: true, value: plain });
  }));
});

void test('UTF-16 is refused, with and without its mark, in both byte orders', () => {
  const little = Buffer.from('{"a":"æ"}', 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const bytes of [little, big, Buffer.concat([Buffer.from([0xff, 0xfe]), little]), Buffer.concat([Buffer.from([0xfe, 0xff]), big])]) {
    assert.match(refusal(bytes), /UTF-16/);
  }
});

void test('Latin-1 is refused, and the byte named is the first that is no UTF-8', () => {
  assert.match(refusal(Buffer.from('{"a":"æble"}', 'latin1')), /byte 7 /);
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 8, maxLength: 60 }), fc.constantFrom(0xff, 0xfe, 0xc0, 0x80, 0xf8), fc.string({ unit: 'grapheme', maxLength: 20 }), (before, bad, after) => {
    const start = Buffer.from(before.replaceAll('\u0000', '.'));
    const message = refusal(Buffer.concat([Buffer.from('        '), start, Buffer.from([bad]), Buffer.from(after)]));
    assert.equal(/byte (\d+) /.exec(message)?.[1], String(8 + start.length + 1), message);
  }));
});

const reason = (text: string): string => {
  try {
    JSON.parse(text);
  } catch (error) {
    return jsonReason(error);
  }
  throw new Error('it is JSON');
};

void test('the reason of the parser is shown without the content of the file', () => {
  for (const text of ['{"secret":01}', `{"secret":${'"x"'.repeat(500)}}`, '', '{"secret":"a\u0000"}', '\u0000{"secret":1}', 'secret']) {
    const shown = reason(text);
    assert.match(shown, /^It is not JSON: .{5,165}\.$/);
    assert.ok(!shown.includes('secret":') && !shown.includes('\u0000'), shown);
  }
});
