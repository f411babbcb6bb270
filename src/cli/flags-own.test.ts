/** `torvet flags` in Torvet's own mode, in this process: over files, and over the analysis files of a register. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { after, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fixedClock, ok } from '#base';
import { buildAnalysis, importFiles } from '#register';
import { testRegister } from '../../test/support/database.ts';
import { runCommandLine } from './program.ts';
import type { CommandConfig, Wiring } from './wiring.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'torvet-flags-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const unused = (): never => { throw new Error('This command must not need settings or a database.'); };
type Given = Partial<Pick<Wiring, 'config' | 'installation'>>;

async function flags(args: readonly string[], input = '', given: Given = {}): Promise<{ code: number; stdout: string; stderr: string }> {
  const out = { stdout: '', stderr: '' };
  const to = (name: 'stdout' | 'stderr'): Writable => new Writable({ write: (chunk: Buffer, _encoding, done) => { out[name] += chunk.toString(); done(); } });
  const code = await runCommandLine(['flags', ...args], {
    settings: {}, config: unused, installation: unused, demo: { remove: unused, restore: unused }, ...given,
    streams: { stdin: Readable.from([Buffer.from(input)]), stdout: to('stdout'), stderr: to('stderr') },
  });
  return { code, ...out };
}

function file(name: string, content: string | Uint8Array): string {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}

const EVIL = '=1+1<script>\u202e\u001b[31m';
const RELEASES = [
  { ocid: 'one', id: '1', date: '2024-03-01T00:00:00Z', tag: ['award'], tender: { id: 't', title: EVIL, procurementMethod: 'open', numberOfTenderers: 1 }, awards: [{ id: 'a', status: 'active' }] },
  { ocid: 'three', id: '1', date: '2024-03-01T00:00:00Z', tag: ['award'], tender: { id: 't', procurementMethod: 'open', numberOfTenderers: 3 }, awards: [{ id: 'a', status: 'active' }] },
  { ocid: 'untold', id: '1', date: '2024-03-01T00:00:00Z', tag: ['award'], tender: { id: 't', procurementMethod: 'open' }, awards: [{ id: 'a', status: 'active' }] },
];
const LINES = RELEASES.map((release) => `${JSON.stringify(release)}\n`).join('');
const bids = ['--indicator', 'R018'];
const OWN = file('own.jsonl', LINES);
const LIMITED = file('limited.ini', '[R018]\nprocurement_methods = limited\n');

interface ToldJson {
  readonly indicators: readonly {
    readonly code: string; readonly flagged: number; readonly clear: number; readonly notAssessed: number; readonly reasons: readonly { readonly reason: string; readonly count: number }[];
    readonly flags: readonly { readonly ocid: string; readonly evidence: readonly { readonly words: string }[] }[];
    readonly others: readonly { readonly ocid: string; readonly outcome: string; readonly reason: string | null }[];
  }[];
}

describe('torvet flags over a file', () => {
  test('a table for people: what is flagged, what is clear, what cannot be assessed and why', async () => {
    const { code, stdout, stderr } = await flags([OWN, '--lang', 'en']);
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
    assert.ok(!row.includes(',=') && !row.includes('\u001b'), row);
  });
  test('one process is explained: outcome, rows, rule, sources, innocent explanations', async () => {
    const one = await flags([OWN, '--explain', 'one', '--lang', 'en']);
    assert.equal(one.code, 0);
    assert.match(one.stdout, /^R018 Single bid: POINT$/m);
    assert.match(one.stdout, /Number: 100% \(The share of lots.*Rests on:.*1\. Bids for the whole: 1.*=1\+1<script>.*process one.*Rule: A purchase.*Method: .*Sources:.*https:\/\/.*Innocent explanations: A market with one supplier.*To check it: /s);
    // A terminal is given nothing to obey, and no line that turns.
    assert.ok(!one.stdout.includes('\u001b') && !one.stdout.includes('\u202e'));
    assert.match((await flags([OWN, '--explain', 'three', '--lang', 'en'])).stdout, /^R018 Single bid: looked at, no point$/m);
    assert.match((await flags([OWN, '--explain', 'untold'])).stdout, /^R018 Kun ét tilbud: kan ikke vurderes: Antallet af tilbud er ikke oplyst$/m);
    const { indicators } = JSON.parse((await flags([OWN, '--explain', 'three', '--json', ...bids])).stdout) as ToldJson;
    assert.deepEqual(indicators.map(({ flagged, clear, notAssessed }) => [flagged, clear, notAssessed]), [[0, 1, 0]]);
  });
  test('settings choose what runs and how', async () => {
    const { code, stdout } = await flags([OWN, '--json', '--settings', LIMITED]);
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
    ['a file and a world', [OWN, '--on', 'register'], ['Both']],
    ['an unknown world', ['--on', 'moon'], ['register']],
    ['two forms', [OWN, '--json', '--csv'], ['--json', '--csv']],
    ['an unknown ocid', [OWN, '--explain', "o'ne"], ["o'ne", 'own.jsonl']],
    ['an unknown indicator', [OWN, '--indicator', 'R018,R999'], ['R999', 'R018']],
    ['an indicator that the settings do not run', [OWN, '--indicator', 'T01', '--settings', LIMITED], ['T01', '[T01]']],
    ['an unknown key', [OWN, '--settings', file('unknown.ini', '[R018]\nmethods = open\n')], ['line 2', '"methods"', 'procurement_methods']],
    ['a setting of the compatible mode', [OWN, '--settings', file('compatible.ini', '[R018]\n[exclusions]\nprocurement_method_details = x\n')], ['line 3', '[exclusions] procurement_method_details', '--format cardinal']],
    ['an unknown language', [OWN, '--lang', 'xx'], ['xx', 'da, en']],
    ['a folder', [folder], ['folder']],
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

describe('torvet flags --on', () => {
  test('the analysis files of the register: the same as of a file, explained by the addresses of pages', async () => {
    const db = await testRegister();
    const config = { analysisFolder: folder, url: 'https://torvet.example' } as CommandConfig;
    const given: Given = { config: () => ok(config), installation: async () => ({ register: db, demo: null, startJobs: async () => assert.fail('a command runs no jobs'), close: async () => {} }) };
    const before = await flags(['--on', 'register'], '', given);
    assert.deepEqual([before.code, before.stdout], [2, '']);
    assert.match(before.stderr, /no analysis files.*\n.*torvet register rebuild --analysis/);
    await importFiles(db, ['-'], { input: Readable.from([LINES]), inputName: 'own.jsonl' });
    await buildAnalysis(db, { place: { folder, world: 'register' }, clock: fixedClock('2026-11-26T12:00:00Z') });
    const { indicators } = JSON.parse((await flags(['--on', 'register', '--json'], '', given)).stdout) as ToldJson;
    const ofFile = (JSON.parse((await flags([OWN, '--json'])).stdout) as ToldJson).indicators;
    const said = ({ code, flagged, clear, notAssessed, flags: found, others }: ToldJson['indicators'][number]): object => ({ code, flagged, clear, notAssessed, found, others });
    assert.deepEqual(indicators.map(said), ofFile.map(said));
    assert.match((await flags(['--on', 'register', '--explain', 'one'], '', given)).stdout, /^one\nhttps:\/\/torvet\.example\/udbud\/one\n/);
    const missing = await flags(['--on', 'demo'], '', given);
    assert.deepEqual([missing.code, missing.stdout], [2, '']);
    assert.match(missing.stderr, /no demo world/);
    assert.equal((await flags(['--on', 'register', '--explain', 'nobody'], '', given)).code, 2);
  });
});
