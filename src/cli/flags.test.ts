import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';

const launcher = path.join(import.meta.dirname, '../../scripts/launch.mjs');
const folder = mkdtempSync(path.join(tmpdir(), 'torvet-flags-'));
after(() => rmSync(folder, { recursive: true, force: true }));

interface Run { readonly code: number | null; readonly stdout: string; readonly stderr: string }

function flags(args: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [launcher, 'flags', ...args], { cwd: folder });
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

function file(name: string, content: string): string {
  writeFileSync(path.join(folder, name), content);
  return name;
}

const SINGLE = '{"ocid":"æ","tender":{"numberOfTenderers":1,"procurementMethod":"open"}}\n';
const cardinal = ['--format', 'cardinal'];

describe('torvet flags --format cardinal', () => {
  test('one JSON object on one line, and exit 0 for a flag', async () => {
    const run = await flags([file('one.jsonl', SINGLE), '--settings', file('one.ini', '[R018]\n'), ...cardinal]);
    assert.deepEqual(run, { code: 0, stdout: '{"OCID":{"æ":{"R018":1.0}}}\n', stderr: '' });
  });
  test('without settings all run by their defaults; with empty ones none does; - is the standard input', async () => {
    assert.equal((await flags(['-', ...cardinal], SINGLE)).stdout, '{"OCID":{"æ":{"R018":1.0}}}\n');
    assert.equal((await flags(['-', '--settings', file('empty.ini', ''), ...cardinal], SINGLE)).stdout, '{}\n');
  });
  test('a malformed line is skipped with a warning, however many there are', async () => {
    const run = await flags(['-', ...cardinal], `${'{"ocid":\n'.repeat(150)}\n${SINGLE}`);
    assert.deepEqual([run.code, run.stdout], [0, '{"OCID":{"æ":{"R018":1.0}}}\n']);
    const warnings = run.stderr.trimEnd().split('\n');
    assert.match(warnings[0] ?? '', /^torvet: line 1 is not JSON and is skipped: .+\.$/);
    assert.deepEqual([warnings.length, warnings.at(-1)], [101, 'torvet: 50 more lines are not JSON and are skipped.']);
  });
  for (const [what, args, words] of [
    ['an unknown key', [file('a.jsonl', SINGLE), '--settings', file('bad.ini', '[R024]\nfence = 1\n'), ...cardinal], ['line 2', '"fence"', 'threshold']],
    ['a file that is not there', ['none.jsonl', ...cardinal], ['none.jsonl', 'no such file']],
    ['a folder', ['.', ...cardinal], ['folder']],
    ['settings that are not there', ['a.jsonl', '--settings', 'none.ini', ...cardinal], ['none.ini', 'no such file']],
    ['an option of the own mode', ['a.jsonl', '--json', ...cardinal], ['--json', 'cardinal']],
    ['an unknown format', ['a.jsonl', '--format', 'xml'], ['cardinal']],
  ] as const) {
    test(`${what} is exit 2 with a word on it`, async () => {
      const run = await flags(args);
      assert.deepEqual([run.code, run.stdout], [2, '']);
      for (const word of words) assert.ok(run.stderr.includes(word), run.stderr);
      assert.doesNotMatch(run.stderr, /\n\s+at /);
    });
  }
});
