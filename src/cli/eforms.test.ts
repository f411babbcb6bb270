import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ok } from '#base';
import { tarOf, zipOf } from '../../test/support/archives.ts';
import { noticeXml } from '../../test/support/notices.ts';
import { NORWEGIAN, noticesIn } from '../../test/support/real-notices.ts';
import { sharedFolder, without } from '../../test/support/shared.ts';
import { runCommandLine } from './program.ts';
import type { CommandConfig } from './wiring.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'torvet-to-ocds-'));
after(() => rmSync(folder, { recursive: true }));
const unused = (): never => { throw new Error('This command needs no database.'); };

async function toOcds(args: readonly string[], input: string | Buffer = ''): Promise<{ code: number; lines: Record<string, unknown>[]; stderr: string }> {
  const out = { stdout: '', stderr: '' };
  const to = (name: 'stdout' | 'stderr'): Writable => new Writable({ write: (chunk: Buffer, _encoding, done) => { out[name] += chunk.toString(); done(); } });
  const code = await runCommandLine(['eforms', 'to-ocds', ...args], {
    settings: {}, config: () => ok({ ocidPrefix: 'ocds-prøve' } as unknown as CommandConfig), installation: unused, demo: { remove: unused, restore: unused },
    streams: { stdin: Readable.from([Buffer.from(input)]), stdout: to('stdout'), stderr: to('stderr') },
  });
  return { code, lines: out.stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>), stderr: out.stderr };
}

function file(name: string, content: string | Buffer): string {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}

void test('a notice becomes one line, with the ids of the notice', async () => {
  const { code, lines, stderr } = await toOcds([file('a.xml', noticeXml({ number: '5-2024', title: 'Journalsystem' }))]);
  assert.deepEqual([code, stderr, lines.length], [0, '', 1]);
  assert.equal(lines[0]?.['ocid'], 'ocds-prøve-5-2024');
  assert.deepEqual(lines[0]?.['buyer'], { id: 'ORG-0001', name: 'Prøve Kommune' });
});

void test('files, archives, gzip and the standard input, in the order given', async () => {
  const [one, two, three, four] = [1, 2, 3, 4].map((number) => noticeXml({ number: `${number}-2024` }));
  const { code, lines } = await toOcds([
    file('b.tar', tarOf([{ name: 'x/1.xml', content: one ?? '' }, { name: 'x/2.xml', content: two ?? '' }])),
    file('c.zip', zipOf([{ name: '3.xml', content: three ?? '' }])), '-',
  ], gzipSync(four ?? ''));
  assert.equal(code, 0);
  assert.deepEqual(lines.map(({ id }) => id), ['id-1-2024-01', 'id-2-2024-01', 'id-3-2024-01', 'id-4-2024-01']);
});

void test('a broken notice is told with its place and line and gives nothing; the others are written', async () => {
  const good = noticeXml({ number: '7-2024' });
  const { code, lines, stderr } = await toOcds([file('d.tar', tarOf([{ name: 'bad.xml', content: good.slice(0, 900) }, { name: 'good.xml', content: good }])), file('e.json', '{"ocid":"x"}')]);
  assert.equal(code, 1);
  assert.deepEqual(lines.map(({ id }) => id), ['id-7-2024-01']);
  assert.match(stderr, /not read: .*d\.tar, bad\.xml: It is no whole XML: line \d+/);
  assert.match(stderr, /e\.json, .*It is JSON/);
});

void test('a path that is not there ends with 2 and says so', async () => {
  const { code, stderr } = await toOcds([path.join(folder, 'nothing.xml')]);
  assert.equal(code, 2);
  assert.match(stderr, /there is no such file/);
});

void test('--out writes to a file; one that cannot be written is said before anything is read', async () => {
  const out = path.join(folder, 'out.jsonl');
  const { code, lines } = await toOcds([file('f.xml', noticeXml({ number: '8-2024' })), '--out', out]);
  assert.deepEqual([code, lines.length], [0, 0]);
  assert.equal((JSON.parse(readFileSync(out, 'utf8')) as { id: string }).id, 'id-8-2024-01');
  const nowhere = await toOcds([file('g.xml', noticeXml({ number: '9-2024' })), '--out', path.join(folder, 'no', 'x.jsonl')]);
  assert.equal(nowhere.code, 2);
  assert.match(nowhere.stderr, /cannot be written.*ENOENT/);
});

void test('a folder of real notices gives a release for each', { skip: without(...NORWEGIAN) }, async () => {
  const { code, lines, stderr } = await toOcds([path.join(sharedFolder, ...NORWEGIAN)]);
  assert.deepEqual([code, stderr], [0, '']);
  assert.equal(lines.length, noticesIn(...NORWEGIAN).length);
  assert.ok(lines.every(({ ocid, tag }) => typeof ocid === 'string' && Array.isArray(tag)));
});
