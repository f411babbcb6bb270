import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { DocumentCutter, DocumentError } from './document.ts';

interface CutUp {
  readonly pieces: readonly { readonly offset: number; readonly text: string }[];
  readonly rest: string;
}

/** Feeds the text in chunks of the given sizes, over and over. */
function cutUp(text: string, sizes: readonly number[] = [65_536], limit = 1_000_000): CutUp {
  const bytes = Buffer.from(text);
  const cutter = new DocumentCutter(limit);
  const pieces: { offset: number; text: string }[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    // A copy that is wiped afterwards: what is kept must not live in a chunk that its stream uses again.
    const chunk = Buffer.from(bytes.subarray(at, at + size));
    for (const { offset, bytes: piece } of cutter.push(chunk)) pieces.push({ offset, text: piece.toString() });
    chunk.fill(0);
    at += size;
  }
  return { pieces, rest: cutter.end().toString() };
}

const anyText = fc.string({ unit: fc.constantFrom('a', '"', '\\', '{', '}', '[', ']', ':', ',', 'æ', '😀', '\n', '\u0000') });
const anyValue = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, anyText, fc.integer(), fc.constant(null), fc.boolean(), tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  object: fc.dictionary(fc.oneof(anyText, fc.constantFrom('releases', 'records', 'ocid')), tie('value'), { maxKeys: 5 }),
})).value;
const anyLayout = fc.constantFrom(undefined, 1, '\t', '  ');
const anySizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

/** The objects of the outermost list, or of the lists that a package holds them in. */
function objectsOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const lists: readonly unknown[] = Array.isArray(value)
    ? [value]
    : Object.entries(value).filter(([key]) => key === 'releases' || key === 'records').map(([, list]) => list as unknown);
  return lists.flatMap((list) => (Array.isArray(list) ? list : [])).filter((entry) => typeof entry === 'object' && entry !== null && !Array.isArray(entry));
}

void test('any JSON in any layout and any chunks gives the pieces that JSON.parse finds, and what is around them', () => {
  let withPieces = 0;
  fc.assert(fc.property(fc.oneof(anyValue, fc.record({ releases: fc.array(anyValue, { maxLength: 4 }), uri: anyText })), anyLayout, anySizes, (value, layout, sizes) => {
    const text = JSON.stringify(value, null, layout);
    const { pieces, rest } = cutUp(text, sizes);
    assert.deepEqual(pieces.map((piece) => JSON.parse(piece.text) as unknown), objectsOf(JSON.parse(text)));
    for (const piece of pieces) assert.equal(Buffer.from(text).subarray(piece.offset).toString().startsWith(piece.text), true);
    let at = 0;
    const rebuilt = pieces.length === 0 ? rest : rest.replaceAll(/\{\}/g, (empty) => (isPlaceholder(rest, pieces.length) ? pieces[at++]?.text ?? empty : empty));
    if (isPlaceholder(rest, pieces.length)) assert.equal(rebuilt, text);
    assert.doesNotThrow(() => JSON.parse(rest));
    if (pieces.length > 0) withPieces += 1;
  }), { numRuns: 1000 });
  assert.ok(withPieces > 100, `${withPieces} of 1000 documents had pieces`);
});

/** True when every `{}` in the rest stands for a piece, so that the document can be put together again. */
function isPlaceholder(rest: string, pieces: number): boolean {
  return rest.split('{}').length - 1 === pieces;
}

void test('a key that only looks like "releases" holds no pieces', () => {
  for (const text of ['{"a":{"releases":[{"b":1}]}}', '{"releases":{"a":[{}]}}', '{"x":"releases","y":[{"a":1}]}', '{"xreleases":[{}]}', '[[{"a":1}]]']) {
    assert.deepEqual(cutUp(text, [3]), { pieces: [], rest: text });
  }
});

void test('a document cut short is an error, as is a bracket too many', () => {
  const whole = JSON.stringify({ releases: [{ ocid: 'o', tender: { title: 'a "quoted" {brace}' } }], uri: 'u' });
  for (let length = 1; length < whole.length; length += 1) {
    assert.throws(() => cutUp(whole.slice(0, length), [7]), { name: 'DocumentError', message: /ends in the middle/ }, whole.slice(0, length));
  }
  assert.throws(() => cutUp(`${whole}}`), DocumentError);
  assert.throws(() => cutUp(']'), DocumentError);
});

void test('a piece and a rest that pass the limit are refused with their place, others are not', () => {
  const long = 'x'.repeat(500);
  const pieces = `[${Array.from({ length: 50 }, () => `{"a":"${long}"}`).join()}]`;
  assert.equal(cutUp(pieces, [100], 600).pieces.length, 50);
  assert.throws(() => cutUp(pieces, [100], 400), { name: 'DocumentError', message: /^A release is larger than/, offset: 1 });
  assert.throws(() => cutUp(`{"uri":"${long}","releases":[{}]}`, [100], 400), { message: /^The document outside its releases/ });
});

void test('a million levels are cut without recursion', () => {
  const deep = `[${'{"a":['.repeat(200_000)}${']}'.repeat(200_000)}]`;
  assert.equal(cutUp(deep, [65_536], 10_000_000).pieces.length, 1);
});
