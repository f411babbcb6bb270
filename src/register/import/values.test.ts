import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { lineBytes } from './lines.ts';
import { openSource } from './source.ts';
import { isUnreadable, valuesOf, type Found } from './values.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'torvet-values-'));
after(() => rm(folder, { recursive: true, force: true }));
let made = 0;

async function read(content: string | Buffer, name = 'releases.json', limit?: number): Promise<Found[]> {
  made += 1;
  const file = path.join(folder, `${made}-${name}`);
  await writeFile(file, content);
  const opened = await openSource(file, { input: Readable.from([]) });
  assert.ok(opened.ok);
  const found: Found[] = [];
  for await (const group of valuesOf(opened.value.source, undefined, limit)) found.push(...group);
  return found;
}

function shown(found: readonly Found[]): string[] {
  return found.map((entry) => {
    if (isUnreadable(entry)) return `${entry.place}: ${entry.failure.message}`;
    return `${entry.place}: ${entry.kind === 'json' ? entry.text : entry.bytes.toString()}`;
  });
}

void test('lines are told from a document by what stands in the file, not by its name', async () => {
  const lines = ['line 1: {"a":1}', 'line 2: {"a":2}'];
  for (const name of ['x.json', 'x.jsonl', 'x']) {
    assert.deepEqual(shown(await read('{"a":1}\n{"a":2}', name)), lines, name);
    assert.deepEqual(shown(await read('[\n {"a":1},\n {"a":2}\n]\n', name)), ['release 1: {"a":1}', 'release 2: {"a":2}'], name);
    assert.deepEqual(shown(await read('{"releases":[\n{"a":1}\n]}', name)), ['release 1: {"a":1}'], name);
    assert.deepEqual(shown(await read('{\n"ocid": 1\n}', name)), ['release 1: {\n"ocid": 1\n}'], name);
  }
});

void test('of JSON lines a broken first line is one reject, whatever the name', async () => {
  for (const name of ['x.json', 'x.jsonl']) {
    const found = await read('{"a":\n{"a":2}\n{"a":3}\n', name);
    assert.deepEqual(shown(found), ['line 1: {"a":', 'line 2: {"a":2}', 'line 3: {"a":3}']);
  }
});

void test('byte order mark, CRLF, empty lines and a last line without its end', async () => {
  const found = await read('\uFEFF{"a":1}\r\n\r\n  \n{"a":2}\r\n{"a":"æøå"}');
  assert.deepEqual(shown(found), ['line 1: {"a":1}\r', 'line 4: {"a":2}\r', 'line 5: {"a":"æøå"}']);
  assert.deepEqual(shown(await read('\uFEFF[\n{"a":1}]')), ['release 1: {"a":1}']);
  assert.deepEqual(shown(await read('\n\n{"a":1}\n{"a":2}\n')), ['line 3: {"a":1}', 'line 4: {"a":2}']);
});

void test('an empty file and one that is no JSON are one reject each', async () => {
  assert.match(shown(await read('')).join('|'), /^the file: It is empty\.$/);
  assert.match(shown(await read(' \n\n')).join('|'), /^the file: It is empty\.$/);
  const text = await read('Dear reader,\nhere is {"a":1}\n');
  assert.equal(text.length, 1);
  assert.ok(text.every(isUnreadable));
});

void test('a document that is broken anywhere gives nothing but the reason and its place', async () => {
  const pieces = '{"a":1},\n{"a":2}';
  for (const [broken, reason] of [
    [`[\n${pieces}`, /cut short/], [`[\n${pieces},\n{"a":}\n]`, /^release 3, byte \d+: It is not JSON/], [`[\n${pieces}\n]]`, /closing bracket/],
    [`{"uri":u,\n"releases":[${pieces}]}`, /^the document: It is not JSON/], [`[\n{"a":1}\n{"a":2}\n]`, /^the document: It is not JSON/],
  ] as const) {
    const found = await read(broken);
    assert.equal(found.length, 1, broken);
    assert.match(shown(found).join(), reason);
  }
});

void test('entries between the releases that are no objects are named', async () => {
  assert.deepEqual(shown(await read('[\n5,{"a":1},\n"x"]')), [
    'release 1: {"a":1}', 'an entry between the releases: It is 5, not an object.', 'an entry between the releases: It is "x", not an object.',
  ]);
});

void test('gzip is known by its content; several members are one file; one cut short gives what came before', async () => {
  const lines = Array.from({ length: 3000 }, (_, index) => `{"a":${index},"b":"${(index * 7919) % 1009}"}`);
  const text = `${lines.join('\n')}\n`;
  assert.equal((await read(gzipSync(text), 'x.bin')).length, 3000);
  assert.deepEqual(shown(await read(Buffer.concat([gzipSync('{"a":1}\n{"a"'), gzipSync(':2}\n')]), 'x.json.gz')), ['line 1: {"a":1}', 'line 2: {"a":2}']);
  const whole = gzipSync(text);
  const cut = await read(whole.subarray(0, whole.length / 2), 'x.jsonl.gz');
  const last = cut.pop();
  assert.ok(last !== undefined && isUnreadable(last));
  assert.match(last.failure.message, /gzip file is cut short/);
  assert.equal(last.place, `line ${cut.length + 1}`);
  assert.ok(cut.length > 500 && cut.every((entry, index) => !isUnreadable(entry) && entry.kind === 'json' && entry.text === lines[index]));
  const damaged = Buffer.from(whole);
  damaged.fill(0xff, 60, 80);
  assert.match(shown(await read(damaged, 'x.jsonl.gz')).join('|'), /gzip file is damaged/);
  const document = gzipSync(`[\n${lines.join(',\n')}\n]`);
  assert.match(shown(await read(document.subarray(0, document.length - 100), 'x.json.gz')).join('|'), /^after release \d+: The gzip file is cut short/);
});

void test('a line past the limit is refused with its number and the lines around it are read', async () => {
  const long = `{"a":"${'x'.repeat(300_000)}"}`;
  const found = await read(`{"a":1}\n${long}\n{"a":2}\n${long}`, 'x.jsonl', 1000);
  assert.deepEqual(found.map(({ place }) => place), ['line 1', 'line 2', 'line 3', 'line 4']);
  assert.deepEqual(found.map(isUnreadable), [false, true, false, true]);
  const first = await read(`${long}\n{"a":2}\n{"a":3}\n`, 'x.jsonl', 1000);
  assert.deepEqual(first.map(isUnreadable), [true, false, false]);
});

void test('a line of two gigabytes passes through in bounded memory', async () => {
  const chunk = Buffer.alloc(1 << 20, 'x');
  async function* stream(): AsyncGenerator<Buffer> {
    for (let at = 0; at < 2048; at += 1) yield chunk;
    yield Buffer.from('\n{"a":1}\n');
  }
  const before = process.memoryUsage().rss;
  let highest = 0;
  const lines: (Buffer | null)[] = [];
  for await (const found of lineBytes(stream(), 4 << 20)) {
    lines.push(...found);
    highest = Math.max(highest, process.memoryUsage().rss);
  }
  assert.deepEqual(lines.map((line) => line?.toString() ?? null), [null, '{"a":1}']);
  assert.ok(highest - before < 64 << 20, `${(highest - before) >> 20} MiB more`);
});

void test('any lines in any chunks come out as they went in', async () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'æ', '\r', '{', ' '), maxLength: 12 });
  await fc.assert(fc.asyncProperty(fc.array(line, { maxLength: 8 }), fc.integer({ min: 1, max: 9 }), fc.boolean(), async (lines, size, ended) => {
    const bytes = Buffer.from(lines.join('\n') + (ended && lines.length > 0 ? '\n' : ''));
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
    const found: string[] = [];
    for await (const group of lineBytes(Readable.from(chunks) as AsyncIterable<Buffer>, 100)) found.push(...group.map((entry) => entry?.toString() ?? 'too long'));
    const expected = bytes.toString().split('\n');
    if (expected.at(-1) === '') expected.pop();
    assert.deepEqual(found, expected);
  }));
});
