/** Archives that are broken, lie or flood: each gives a reject with place and reason, the rest is read, memory is bounded. */
import assert from 'node:assert/strict';
import { createWriteStream } from 'node:fs';
import { mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { after, test } from 'node:test';
import { createGzip, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { runs } from '../../../test/support/deep.ts';
import { tarHeader, tarOf, zipOf, type ZipEntry } from '../../../test/support/archives.ts';
import { openSource } from './source.ts';
import { isUnreadable, valuesOf, type Found } from './values.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'torvet-hostile-'));
after(() => rm(folder, { recursive: true, force: true }));
const MEBIBYTE = 1 << 20;
let made = 0;

async function read(content: Buffer, limit?: number): Promise<Found[]> {
  made += 1;
  const file = path.join(folder, `${made}`);
  await writeFile(file, content);
  const found = await readFile(file, limit);
  await rm(file);
  return found;
}

async function readFile(file: string, limit?: number): Promise<Found[]> {
  const opened = await openSource(file, { input: Readable.from([]) });
  assert.ok(opened.ok);
  const found: Found[] = [];
  for await (const group of valuesOf(opened.value.source, undefined, limit)) found.push(...group);
  return found;
}

function shown(found: Found): string {
  if (isUnreadable(found)) return `${found.place}: ! ${found.failure.message}`;
  return `${found.place}: ${found.kind === 'json' ? found.text : found.bytes.toString()}`;
}

async function texts(content: Buffer, limit?: number): Promise<string[]> {
  return (await read(content, limit)).map(shown);
}

/** Runs the work and tells how many MiB more than before it took at its highest. */
async function memoryOf(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage().rss;
  let highest = before;
  const timer = setInterval(() => { highest = Math.max(highest, process.memoryUsage().rss); }, 5);
  await work();
  clearInterval(timer);
  return (Math.max(highest, process.memoryUsage().rss) - before) / MEBIBYTE;
}

const THREE = [{ name: '1.xml', content: '<a/>' }, { name: '2.jsonl', content: '{"a":1}\n{"a":2}\n' }, { name: '3.xml', content: '<b/>' }];
const WHOLE = ['1.xml: <a/>', '2.jsonl, line 1: {"a":1}', '2.jsonl, line 2: {"a":2}', '3.xml: <b/>'];

void test('a tar archive cut anywhere gives what was whole before the cut, and one reject', async () => {
  const tar = tarOf(THREE);
  for (const [kind, whole, step] of [['tar', tar, 61], ['tar.gz', gzipSync(tar), 1]] as const) {
    assert.deepEqual(await texts(whole), WHOLE, kind);
    for (let length = 512; length < whole.length - 512; length += step) {
      const found = await texts(whole.subarray(0, length));
      const rejects = found.filter((text) => text.includes('!'));
      assert.match(rejects.join('|'), /^[^|]*: ! The (archive|gzip file) is cut short\.$/, `${kind}, ${length} bytes`);
      const values = found.filter((text) => !text.includes('!'));
      // A line that the cut has shortened is a value of its own, as in a file.
      assert.ok(values.every((text, index) => WHOLE[index]?.startsWith(text)), `${kind}, ${length} bytes: ${values.join()}`);
    }
  }
  assert.equal((await texts(tar.subarray(0, tar.length - 512))).length, 4);
});

void test('a zip archive that is cut short has lost its directory and is one reject', async () => {
  const zip = zipOf(THREE);
  for (let length = 4; length < zip.length; length += 7) {
    assert.match((await texts(zip.subarray(0, length))).join('|'), /^the file: ! The zip archive is cut short/, `${length}`);
  }
});

void test('whatever byte is changed, the reading ends, and throws nothing', async () => {
  const noise = Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 7919) % 251));
  const entries = [...THREE, { name: 'noise.xml', content: Buffer.concat([Buffer.from('<c>'), noise]) }, { name: 'd.tar.gz', content: gzipSync(tarOf(THREE)) }];
  const samples = [tarOf(entries), gzipSync(tarOf(entries)), zipOf(entries), gzipSync('{"a":1}\n{"a":2}\n'), Buffer.from(XZ, 'base64')];
  let rejected = 0;
  await fc.assert(fc.asyncProperty(fc.constantFrom(...samples), fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.integer({ min: 1, max: 255 }), async (sample, at, change) => {
    const changed = Buffer.from(sample);
    const place = Math.floor(at * changed.length);
    changed[place] = (changed[place] ?? 0) ^ change;
    rejected += (await read(changed)).filter(isUnreadable).length;
  }), runs(300));
  assert.ok(rejected > 50, `${rejected}`);
});
const XZ = '/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAHeyJhIjoxfQoAvkmRQ1UE74UAASAIuxnZux+2830BAAAAAARZWgAAAAAAAAAA/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAHeyJhIjoyfQoA4/8v8Ion88QAASAIuxnZux+2830BAAAAAARZWg==';

void test('entries of a zip archive that cannot be unpacked are rejected each, the others read', async () => {
  const bad: readonly (readonly [ZipEntry, RegExp])[] = [
    [{ name: 'encrypted.xml', content: '<a/>', flags: 1 }, /^encrypted\.xml: ! The zip entry is encrypted\.$/],
    [{ name: 'method.xml', content: '<a/>', method: 12 }, /^method\.xml: ! The zip entry is packed by method 12,/],
    [{ name: 'sum.xml', content: '<a/>', says: { crc: 1 } }, /^sum\.xml: ! The zip entry is damaged: its checksum/],
    [{ name: 'stored.xml', content: '<a/>', method: 0, says: { crc: 1 } }, /^stored\.xml: ! The zip entry is damaged/],
    [{ name: 'longer.xml', content: '<a/>', says: { size: 3 } }, /^longer\.xml: ! The zip entry is not as long/],
    [{ name: 'shorter.xml', content: '<a/>', says: { size: 5 } }, /^shorter\.xml: ! The zip entry is not as long/],
    [{ name: 'none.xml', content: '<a/>', says: { size: 0 } }, /^none\.xml: ! The zip entry is not as long/],
    [{ name: 'sum.jsonl', content: '{"a":1}\n', says: { crc: 1 } }, /^sum\.jsonl, line 1: \{"a":1\}\|sum\.jsonl, line 2: ! The zip entry is damaged/],
  ];
  for (const [entry, expected] of bad) {
    const found = await texts(zipOf([{ name: '1.xml', content: '<a/>' }, entry, { name: '2.xml', content: '<b/>' }]));
    assert.equal(found.shift(), '1.xml: <a/>');
    assert.equal(found.pop(), '2.xml: <b/>');
    assert.match(found.join('|'), expected);
  }
  const strong = await texts(zipOf([{ name: '1.xml', content: '<a/>' }, { name: 'strong.xml', content: '<a/>', flags: 0x41 }]));
  assert.match(strong.join('|'), /^1\.xml: <a\/>\|after 1\.xml: ! The next zip entry is encrypted/);
  const helped = await read(zipOf([{ name: 'a.xml', content: '<a/>', flags: 1 }]));
  assert.ok(helped.every((found) => isUnreadable(found) && found.failure.help?.includes('password') === true));
});

void test('names are only names: nothing is written under them, and they are shown without what could mislead', async () => {
  const names = ['../../etc/x.xml', '/etc/x.xml', 'C:\\x.xml', `${'n'.repeat(60_000)}.xml`, 'a\u0000\u001b[2J\u202e.xml'];
  const found = await read(zipOf(names.map((name) => ({ name, content: '<a/>' }))));
  assert.deepEqual(found.map(({ place }) => place), ['../../etc/x.xml', '/etc/x.xml', 'C:/x.xml', `${'n'.repeat(200)}…`, 'a\u{fffd}\u{fffd}[2J\u{fffd}.xml']);
  assert.deepEqual(await texts(tarOf([{ name: '../../x.xml', content: '<a/>' }])), ['../../x.xml: <a/>']);
  assert.deepEqual(await readdir(folder), []);
});

void test('a tar archive that lies about sizes, or is followed by something, is read as far as it can be trusted', async () => {
  const [first, second] = [{ name: '1.xml', content: '<a/>' }, { name: '2.xml', content: '<b/>' }];
  for (const [content, expected] of [
    [tarOf([first, { ...second, size: 8 ** 11 - 1 }]), /^1\.xml: <a\/>\|2\.xml: ! The notice is larger than 64 MiB[^|]*\|after 2\.xml: ! The archive is cut short\.$/],
    [tarOf([first, { ...second, size: 5000 }]), /^1\.xml: <a\/>\|2\.xml: ! The archive is cut short\.$/],
    [tarOf([first, { name: 'x.pdf', content: '%PDF', size: 5000 }]), /^1\.xml: <a\/>\|after x\.pdf: ! The archive is cut short\.$/],
    [tarOf([first, { name: '2.xml', content: `<b>${'b'.repeat(1000)}</b>`, size: 3 }]), /^1\.xml: <a\/>\|2\.xml: <b>\|after 2\.xml: ! The tar archive is damaged/],
    [Buffer.concat([tarOf([first]), tarOf([second])]), /^1\.xml: <a\/>\|after 1\.xml: ! Behind the end of the tar archive stands more/],
    [tarOf([first], Buffer.alloc(0)), /^1\.xml: <a\/>\|after 1\.xml: ! The archive is cut short\.$/],
    [tarOf([first, { name: 'long', type: 'L', content: 'n', size: 2 ** 30 }]), /^1\.xml: <a\/>\|after 1\.xml: ! The tar archive is damaged: the attributes/],
  ] as const) assert.match((await texts(content)).join('|'), expected);
});

void test('what is too large for one value is rejected with its place; lines of any number are not', async () => {
  const lines = '{"a":1}\n'.repeat(300);
  const entries = [
    { name: 'big.xml', content: `<a>${'x'.repeat(2000)}</a>` }, { name: 'big.json', content: `[\n{"a":"${'x'.repeat(500)}"},\n{"a":"${'x'.repeat(600)}"}]` },
    { name: 'lines', content: lines }, { name: 'small.xml', content: '<a/>' },
  ];
  for (const content of [tarOf(entries), gzipSync(tarOf(entries)), zipOf(entries)]) {
    const found = await texts(content, 1024);
    assert.equal(found.length, 303);
    assert.match(found[0] ?? '', /^big\.xml: ! The notice is larger than/);
    assert.match(found[1] ?? '', /^big\.json: ! The document is larger than/);
    assert.deepEqual([found[2], found[301], found[302]], ['lines, line 1: {"a":1}', 'lines, line 300: {"a":1}', 'small.xml: <a/>']);
  }
  assert.match((await texts(gzipSync(entries[0]?.content ?? ''), 1024)).join('|'), /^the file: ! The notice is larger than/);
});

void test('entries of a zip archive that share their data are a bomb, and are left after the first ones', async () => {
  const flood = { name: 'flood.jsonl', content: '{"a":1}\n'.repeat(5000), method: 0 };
  const found = await texts(zipOf([{ name: '1.xml', content: '<a/>' }, flood, ...Array.from({ length: 500 }, () => ({ ...flood, shares: 1 }))]));
  assert.equal(found[0], '1.xml: <a/>');
  assert.match(found.at(-1) ?? '', /^after flood\.jsonl: ! The entries of the zip archive overlap/);
  assert.equal(found.length, 5002);
});

async function gzipFile(name: string, content: () => Iterable<Buffer>): Promise<string> {
  const file = path.join(folder, name);
  await pipeline(Readable.from(content()), createGzip({ level: 1 }), createWriteStream(file));
  return file;
}

function* repeated(first: Buffer, chunk: Buffer, times: number, last: Buffer): Generator<Buffer> {
  yield first;
  for (let at = 0; at < times; at += 1) yield chunk;
  yield last;
}

void test('300 MB of zeros as an entry, and as a file, pass through in little memory', async () => {
  const zeros = Buffer.alloc(MEBIBYTE);
  const small = tarOf([{ name: 'last.xml', content: '<a/>' }]);
  for (const [name, begin] of [['zeros.xml', ''], ['bomb.xml', '<a>'], ['bomb.jsonl', '{"a":1}\n'], ['bomb.json', '[\n']] as const) {
    const start = Buffer.from(begin.padEnd(512, ' '));
    const file = await gzipFile(`${name}.tar.gz`, () => repeated(Buffer.concat([tarHeader(name, '0', 300 * MEBIBYTE + 512), start]), zeros, 300, small));
    const more = await memoryOf(async () => {
      const found = (await readFile(file)).map(shown);
      assert.equal(found.pop(), 'last.xml: <a/>');
      assert.match(found.join('|'), new RegExp(`${name}.*: ! `));
    });
    await rm(file);
    assert.ok(more < 256, `${name}: ${Math.round(more)} MiB more`);
  }
});

void test('a gzip without end is left when it has unpacked to far more than its size', async () => {
  const file = await gzipFile('endless.jsonl.gz', () => repeated(Buffer.from('{"a":1}\n'), Buffer.alloc(MEBIBYTE, 'x'), 700, Buffer.from('\n{"a":2}')));
  const more = await memoryOf(async () => {
    assert.deepEqual((await readFile(file)).map(shown), ['line 1: {"a":1}', 'line 2: ! It unpacks to more than 200 times its size, as no real file does, and was left there.']);
  });
  assert.ok(more < 256, `${Math.round(more)} MiB more`);
  await rm(file);
});

void test('a notice of 200 MB is refused by its head and its size, without being read', async () => {
  const file = path.join(folder, 'large.xml');
  await writeFile(file, '\uFEFF<?xml version="1.0"?><a>');
  const handle = await open(file, 'r+');
  await handle.truncate(200 * MEBIBYTE);
  await handle.close();
  const started = performance.now();
  const more = await memoryOf(async () => {
    const opened = await openSource(file, { input: Readable.from([]) });
    assert.ok(!opened.ok);
    assert.match(opened.failure.message, /^The notice is larger than 64 MiB/);
  });
  assert.ok(performance.now() - started < 1000 && more < 16);
  await rm(file);
});
