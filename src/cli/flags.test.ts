import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';

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

function file(name: string, content: string | Uint8Array): string {
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

const EVIL = '=1+1<script>\u202e\u001b[31m';
const RELEASES = [
  { ocid: 'one', id: '1', date: '2024-03-01T00:00:00Z', tag: ['award'], tender: { id: 't', title: EVIL, procurementMethod: 'open', numberOfTenderers: 1 }, awards: [{ id: 'a', status: 'active' }] },
  { ocid: 'three', id: '1', date: '2024-03-01T00:00:00Z', tag: ['award'], tender: { id: 't', procurementMethod: 'open', numberOfTenderers: 3 }, awards: [{ id: 'a', status: 'active' }] },
  { ocid: 'untold', id: '1', date: '2024-03-01T00:00:00Z', tag: ['award'], tender: { id: 't', procurementMethod: 'open' }, awards: [{ id: 'a', status: 'active' }] },
];
const LINES = RELEASES.map((release) => `${JSON.stringify(release)}\n`).join('');
const bids = ['--indicator', 'R018'];

interface ToldJson {
  readonly indicators: readonly {
    readonly code: string; readonly flagged: number; readonly clear: number; readonly notAssessed: number; readonly reasons: readonly { readonly reason: string; readonly count: number }[];
    readonly flags: readonly { readonly ocid: string; readonly evidence: readonly { readonly words: string }[] }[];
    readonly others: readonly { readonly ocid: string; readonly outcome: string; readonly reason: string | null }[];
  }[];
}

describe('torvet flags over a file', () => {
  test('a table for people: what is flagged, what is clear, what cannot be assessed and why', async () => {
    const { code, stdout, stderr } = await flags([file('own.jsonl', LINES), '--lang', 'en']);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /in 3 processes.*None of them says that anything is wrong/);
    assert.match(stdout, /^R018 +Single bid +1 +1 +1\n +1 {2}The number of bids is not stated$/m);
    assert.match(stdout, /^T01 /m);
  });
  for (const [what, content] of [
    ['a release package', JSON.stringify({ releases: RELEASES })],
    ['a record package', JSON.stringify({ records: RELEASES.map((release) => ({ ocid: release.ocid, releases: [release] })) })],
    ['an array', JSON.stringify(RELEASES)],
    ['packed lines', gzipSync(LINES)],
  ] as const) {
    test(`${what} gives the same as lines, and everything as JSON`, async () => {
      const { code, stdout } = await flags([file('given', content), '--json', ...bids]);
      assert.equal(code, 0);
      const [told = assert.fail('no indicator'), ...rest] = (JSON.parse(stdout) as ToldJson).indicators;
      assert.deepEqual([rest.length, told.code, told.flagged, told.clear, told.notAssessed], [0, 'R018', 1, 1, 1]);
      assert.deepEqual(told.flags.map(({ ocid, evidence }) => [ocid, evidence[0]?.words]), [['one', EVIL]]);
      assert.deepEqual(told.others.map(({ ocid, outcome, reason }) => [ocid, outcome, reason]), [['three', 'clear', null], ['untold', 'not-assessed', 'bids-not-stated']]);
    });
  }
  test('CSV holds the flags and no formula; - is the standard input', async () => {
    const { code, stdout } = await flags(['-', '--csv', ...bids], LINES);
    const [head = '', row = '', ...rest] = stdout.trimEnd().split('\r\n');
    assert.deepEqual([code, rest.length], [0, 0]);
    assert.ok(head.startsWith('indicator,indicator_title,ocid,part,title,') && head.endsWith('row_words'));
    assert.ok(row.startsWith("R018,Single bid,one,,'=1+1<script>"), row);
    assert.doesNotMatch(row, /,=|\u001b/);
  });
  test('one process is explained: outcome, rows, rule, sources, innocent explanations', async () => {
    const one = await flags(['own.jsonl', '--explain', 'one', '--lang', 'en']);
    assert.equal(one.code, 0);
    assert.match(one.stdout, /^R018 Single bid: POINT$/m);
    assert.match(one.stdout, /Number: 100% \(The share of lots.*Rests on:.*1\. Bids for the whole: 1.*=1\+1<script>.*process one.*Rule: A purchase.*Method: .*Sources:.*https:\/\/.*Innocent explanations: A market with one supplier.*To check it: /s);
    // A terminal is given nothing to obey, and no line that turns.
    assert.doesNotMatch(one.stdout, /\u001b|\u202e/);
    assert.match((await flags(['own.jsonl', '--explain', 'three', '--lang', 'en'])).stdout, /^R018 Single bid: looked at, no point$/m);
    assert.match((await flags(['own.jsonl', '--explain', 'untold'])).stdout, /^R018 Kun ét tilbud: kan ikke vurderes: Antallet af tilbud er ikke oplyst$/m);
    const { indicators } = JSON.parse((await flags(['own.jsonl', '--explain', 'three', '--json', ...bids])).stdout) as ToldJson;
    assert.deepEqual(indicators.map(({ flagged, clear, notAssessed }) => [flagged, clear, notAssessed]), [[0, 1, 0]]);
  });
  test('settings choose what runs and how', async () => {
    const { code, stdout } = await flags(['own.jsonl', '--json', '--settings', file('limited.ini', '[R018]\nprocurement_methods = limited\n')]);
    assert.equal(code, 0);
    assert.deepEqual((JSON.parse(stdout) as ToldJson).indicators.map((told) => [told.code, told.flagged]), [['R018', 0]]);
  });
  test('what is no release is named and left out; the rest is answered, and exit 1 says so', async () => {
    const run = await flags(['-', '--json', ...bids], `${LINES}{"ocid":\n[1]\n{"ocid": 7, "id": "x"}\n`);
    assert.equal(run.code, 1);
    assert.equal((JSON.parse(run.stdout) as ToldJson).indicators[0]?.flagged, 1);
    assert.equal(run.stderr.trimEnd().split('\n').length, 3, run.stderr);
    assert.match(run.stderr, /line 4 is left out: .*\n.*line 5.*\n.*line 6.*no ocid/);
  });
  for (const [what, args, words] of [
    ['nothing to look through', [], ['--on register']],
    ['a file and a world', ['own.jsonl', '--on', 'register'], ['Both']],
    ['an unknown world', ['--on', 'moon'], ['register']],
    ['two forms', ['own.jsonl', '--json', '--csv'], ['--json', '--csv']],
    ['an unknown ocid', ['own.jsonl', '--explain', "o'ne"], ["o'ne", 'own.jsonl']],
    ['an unknown indicator', ['own.jsonl', '--indicator', 'R018,R999'], ['R999', 'R018']],
    ['an indicator that the settings do not run', ['own.jsonl', '--indicator', 'T01', '--settings', 'limited.ini'], ['T01', '[T01]']],
    ['an unknown key', ['own.jsonl', '--settings', file('unknown.ini', '[R018]\nmethods = open\n')], ['line 2', '"methods"', 'procurement_methods']],
    ['an unknown language', ['own.jsonl', '--lang', 'xx'], ['xx', 'da, en']],
    ['a folder', ['.'], ['folder']],
    ['a file that is not there', ['none.jsonl'], ['none.jsonl', 'no such file']],
    ['an empty file', [file('empty.jsonl', '')], ['empty.jsonl']],
    ['a file without releases', [file('none.json', '{"a": 1}')], ['none.json', 'no release']],
    ['a notice in XML', [file('notice.xml', '<ContractNotice/>')], ['torvet eforms to-ocds']],
  ] as const) {
    test(`${what} is exit 2 with a word on it`, async () => {
      const run = await flags(args);
      assert.deepEqual([run.code, run.stdout], [2, '']);
      for (const word of words) assert.ok(run.stderr.includes(word), run.stderr);
      assert.doesNotMatch(run.stderr, /\n\s+at /);
    });
  }
});
