import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { sharedFolder, without } from '../../test/support/shared.ts';

const root = path.join(import.meta.dirname, '../..');
const launcher = path.join(root, 'scripts/launch.mjs');
const folder = mkdtempSync(path.join(tmpdir(), 'torvet-command-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const data = path.join(folder, 'data');

interface Run { readonly code: number | null; readonly stdout: string; readonly stderr: string }
interface RunOptions { readonly input?: string | Buffer; readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly command?: readonly string[] }

/** Runs the program as somebody who types it, with a data folder of its own and no demo world. */
function torvet(args: readonly string[], { input = '', cwd = root, env = {}, command = [process.execPath, launcher] }: RunOptions = {}): Promise<Run> {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(TORVET_|TEST_|NODE_|DATABASE_URL$|PORT$|TSX_)/.test(name)));
  const [program = '', ...first] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...args], { cwd, env: { ...own, TORVET_DATA: data, TORVET_DEMO: 'no', ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => { stdout += chunk.toString(); });
    child.stderr.on('data', (chunk: Buffer) => { stderr += chunk.toString(); });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

function file(name: string, content: string | Buffer): string {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}

const release = (ocid: string, id: string): string => JSON.stringify({ ocid, id, date: '2026-01-01T00:00:00Z', tag: ['tender'], initiationType: 'tender' });
const summary = ({ stdout }: Run): Record<string, number> => JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, number>;

describe('the program', () => {
  test('--help names every command, and wrong use is exit 2', async () => {
    const [help, wrong] = await Promise.all([torvet(['--help']), torvet(['impotr', 'x'])]);
    assert.equal(help.code, 0);
    for (const word of ['serve', 'import', 'ocds', 'demo', 'settings', 'Exit codes']) assert.ok(help.stdout.includes(word), word);
    assert.deepEqual([wrong.code, wrong.stdout], [2, '']);
    assert.match(wrong.stderr, /unknown command 'impotr'/);
    assert.doesNotMatch(wrong.stderr, /\n\s+at /);
  });
  test('settings: every one with its help, no value, also when the settings are wrong', async () => {
    const { code, stdout } = await torvet(['settings'], { env: { TORVET_METRICS_TOKEN: 'value-of-mine', TORVET_NONSENSE: 'x' } });
    assert.equal(code, 0);
    for (const name of ['TORVET_DATA', 'DATABASE_URL', 'PORT', 'TORVET_SHARED', 'NODE_ENV']) assert.match(stdout, new RegExp(`^${name}\n {2}.{10,}\n {2}Left out: .+`, 'm'));
    assert.doesNotMatch(stdout, /value-of-mine/);
  });
  test('an unknown setting stops a command that reads the settings', async () => {
    const { code, stderr } = await torvet(['import', 'x'], { env: { TORVET_NONSENSE: 'x' } });
    assert.equal(code, 2);
    assert.match(stderr, /TORVET_NONSENSE is not a setting/);
  });
  test('works from another folder, through a link, and its files are those of that folder', async () => {
    const link = path.join(folder, 'torvet-link');
    symlinkSync(path.join(root, 'torvet'), link);
    file('here.json', release('o-1', '1'));
    const run = await torvet(['ocds', 'validate', 'here.json', '--json'], { cwd: folder, command: [link] });
    assert.equal(run.code, 0, run.stderr);
    assert.deepEqual(JSON.parse(run.stdout), [{ file: 'here.json', valid: true, errors: [], warnings: [] }]);
  });
  test('a reader that has had enough is no mistake', async () => {
    const many = file('many.jsonl', Array.from({ length: 30_000 }, (_, at) => release(`o-${String(at).padStart(6, '0')}`, '1')).join('\n'));
    const { code, stdout, stderr } = await torvet([], { command: ['sh', '-c', `"${process.execPath}" "${launcher}" ocds merge "${many}" | head -n 1`] });
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^\{.*"o-000000".*\}\n$/);
  });
});

describe('import', () => {
  test('counts what it took, and changes nothing the second time', async () => {
    const place = file('three.jsonl', ['a', 'b', 'c'].map((id) => release('o-1', id)).join('\n'));
    const first = await torvet(['import', place, '--json']);
    assert.deepEqual([first.code, first.stderr], [0, '']);
    const { seconds, ...counts } = summary(first);
    assert.deepEqual(Object.keys(summary(first)), ['files', 'imported', 'unchanged', 'rejected', 'seconds']);
    assert.deepEqual(counts, { files: 1, imported: 3, unchanged: 0, rejected: 0 });
    assert.ok(typeof seconds === 'number' && seconds >= 0);
    const again = await torvet(['import', file('three.jsonl.gz', gzipSync(readFileSync(place))), '-'], { input: release('o-1', 'd') });
    assert.equal(again.code, 0);
    assert.match(again.stdout, /^1 releases? imported, 3 unchanged, 0 rejected, from 2 files in [\d.]+ s\.\n$/);
  });
  test('what cannot be read goes to a report, the rest is imported, exit 1', async () => {
    const report = path.join(folder, 'reports/rejects.jsonl');
    const place = file('mixed.jsonl', `${release('o-2', '1')}\n{"ocid":\n{"ocid":"o-2","date":"2026-01-01T00:00:00Z"}\n${release('o-2', '2')}\n`);
    const run = await torvet(['import', place, '--json', '--rejects', report]);
    const { files, imported, rejected } = summary(run);
    assert.deepEqual([run.code, files, imported, rejected], [1, 1, 2, 2]);
    const rejects = readFileSync(report, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Record<string, string>);
    assert.deepEqual(rejects.map((entry) => [entry['file'], entry['place']]), [[place, 'line 2'], [place, 'line 3']]);
    for (const { reason = '', help = '' } of rejects) assert.ok(reason.length > 5 && help.length > 5);
    assert.match(run.stderr, /reports\/rejects\.jsonl/);
  });
  test('a path that is not there is told, and the others are imported', async () => {
    const run = await torvet(['import', path.join(folder, 'none.jsonl'), file('one.jsonl', release('o-3', '1')), '--json']);
    assert.equal(run.code, 2);
    assert.deepEqual([summary(run)['files'], summary(run)['imported'], summary(run)['rejected']], [1, 1, 0]);
    assert.match(run.stderr, /none\.jsonl.*no such file/);
    assert.equal(readdirSync(path.join(data, 'rejects')).length, 1);
  });
  test('a report that cannot be written stops the import with a word, not a crash', async () => {
    const run = await torvet(['import', file('bad.jsonl', '{"a":1}\n'), '--rejects', path.join(file('plain', ''), 'x.jsonl')]);
    assert.equal(run.code, 2);
    assert.match(run.stderr, /cannot be written/);
    assert.doesNotMatch(run.stderr, /\n\s+at /);
  });
  test('the 499 real releases', { skip: without('data/ocds/releases.jsonl') }, async () => {
    const run = await torvet(['import', path.join(sharedFolder, 'data/ocds/releases.jsonl'), '--json']);
    const { imported, unchanged, rejected } = summary(run);
    assert.deepEqual([run.code, imported, unchanged, rejected], [0, 499, 0, 0]);
  });
});

describe('demo', () => {
  test('remove and restore answer, and leave the register alone', async () => {
    assert.match((await torvet(['demo', 'remove'])).stdout, /There was no demo world/);
    assert.match((await torvet(['demo', 'restore'])).stdout, /next start/);
    const again = await torvet(['import', file('three2.jsonl', release('o-1', 'a')), '--json']);
    assert.equal(summary(again)['unchanged'], 1);
  });
});
