import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { tarOf, zipOf } from '../../../test/support/archives.ts';
import { filesAt, openSource, type Source } from './source.ts';
import { valuesOf } from './values.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'torvet-source-'));
after(() => rm(folder, { recursive: true, force: true }));

async function opened(file: string, content: string | Buffer): Promise<Source> {
  await writeFile(file, content);
  const found = await openSource(file, { input: Readable.from([]) });
  assert.ok(found.ok);
  return found.value.source;
}

async function readAll(source: Source): Promise<number> {
  let count = 0;
  for await (const group of valuesOf(source)) count += group.length;
  return count;
}

void test('a file that can no longer be read stops the import; only what is damaged becomes a reject', async () => {
  const lines = '{"a":1}\n{"a":2}\n';
  const [tar, zip] = [tarOf([{ name: 'l.jsonl', content: lines }]), zipOf([{ name: 'l.jsonl', content: lines }])];
  for (const [name, content] of [['l.jsonl', lines], ['d.json', '[\n{}\n]'], ['l.jsonl.gz', gzipSync(lines)], ['n.xml', '<a/>'], ['a.tar.gz', gzipSync(tar)], ['a.zip', zip]] as const) {
    const source = await opened(path.join(folder, name), content);
    for (const file of [path.join(folder, 'gone'), folder]) {
      await assert.rejects(readAll({ ...source, file }), (error: Error & { failure?: { kind: string; help: string } }) => {
        assert.equal(error.failure?.kind, 'unavailable', String(error));
        assert.match(error.message, new RegExp(`${name}.*(ENOENT|EISDIR)`));
        assert.match(error.failure?.help ?? '', /run the same import again/);
        return true;
      });
    }
    assert.ok(await readAll(source) > 0);
  }
  assert.ok(await readAll(await opened(path.join(folder, 'cut.jsonl.gz'), gzipSync(lines).subarray(0, 20))) > 0);
});

void test('a pipe with a name is copied first and keeps its name', { skip: process.platform === 'win32' && 'Windows has no named pipes in folders' }, async () => {
  const pipe = path.join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const writing = pipeline(Readable.from([gzipSync('{"a":1}\n{"a":2}\n')]), createWriteStream(pipe));
  const temp = path.join(folder, 'temp-pipe');
  await mkdir(temp);
  const found = await openSource(pipe, { input: Readable.from([]), tempFolder: temp });
  await writing;
  assert.ok(found.ok);
  assert.equal(found.value.source.name, pipe);
  assert.equal(await readAll(found.value.source), 2);
  await found.value.cleanUp();
  assert.deepEqual(await readdir(temp), []);
});

async function* breaking(): AsyncGenerator<Buffer> {
  yield Buffer.from('{"a":1}\n');
  throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
}

void test('a standard input that cannot be copied leaves nothing behind and says why', async () => {
  const temp = path.join(folder, 'temp-input');
  await mkdir(temp);
  const found = await openSource('-', { input: Readable.from(breaking()), tempFolder: temp });
  assert.ok(!found.ok);
  assert.equal(found.failure.kind, 'unavailable');
  assert.match(found.failure.message, /ENOSPC/);
  assert.deepEqual(await readdir(temp), []);
  const nowhere = await openSource('-', { input: Readable.from([]), tempFolder: path.join(folder, 'nowhere') });
  assert.ok(!nowhere.ok && nowhere.failure.message.includes('ENOENT'));
});

void test('a folder gives just the kinds of file that its message names, in the order of their names', async () => {
  const place = path.join(folder, 'folder');
  await mkdir(path.join(place, 'b.xml'), { recursive: true });
  for (const name of ['x.txt', 'x.xmlx', 'xml', 'x.pdf']) await writeFile(path.join(place, name), '');
  const none = await filesAt(place);
  assert.ok(!none.ok);
  const named = none.failure.message.match(/\.\w+(?=[ ,.])/g) ?? [];
  assert.deepEqual(named, ['.json', '.jsonl', '.ndjson', '.xml', '.zip', '.tar', '.tgz', '.gz', '.xz']);
  const wanted = [...named.map((ending) => `a${ending}`), 'b.xml/c.JSON.GZ', 'b.xml/c.TAR.XZ', 'b.xml/c.tar.gz'].sort();
  for (const name of wanted) await writeFile(path.join(place, name), '');
  const found = await filesAt(place);
  assert.ok(found.ok);
  assert.deepEqual(found.value.map((file) => path.relative(place, file)), wanted);
});
