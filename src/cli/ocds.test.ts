import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { after, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { parseJson } from '#base';
import { sharedFolder, without } from '../../test/support/shared.ts';
import { runCommandLine } from './program.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'torvet-cli-'));
after(() => rmSync(folder, { recursive: true }));

const unused = (): never => { throw new Error('This command must not need settings or a database.'); };

/** Runs a command that needs no database, in this process. */
async function torvet(args: readonly string[], input: string | Buffer = ''): Promise<{ code: number; stdout: string; stderr: string }> {
  const out = { stdout: '', stderr: '' };
  const to = (name: 'stdout' | 'stderr'): Writable => new Writable({ write: (chunk: Buffer, _encoding, done) => { out[name] += chunk.toString(); done(); } });
  const code = await runCommandLine(args, {
    settings: {}, config: unused, installation: unused, demo: { remove: unused, restore: unused },
    streams: { stdin: Readable.from([Buffer.from(input)]), stdout: to('stdout'), stderr: to('stderr') },
  });
  return { code, ...out };
}

function file(name: string, content: string | Buffer): string {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}

const VALID = { ocid: 'o-1', id: '1', date: '2026-01-01T00:00:00Z', tag: ['tender'], initiationType: 'tender' };
const INVALID = { ...VALID, tag: 'tender' };
interface Report { readonly file: string; readonly valid: boolean; readonly errors: readonly { readonly path: string; readonly message: string; readonly help: string; readonly line?: number }[] }
const reports = (stdout: string): Report[] => JSON.parse(stdout) as Report[];

describe('wrong use', () => {
  for (const args of [['nonsense'], ['ocds'], ['ocds', 'nonsense'], ['ocds', 'validate'], ['ocds', 'validate', '--nonsense', 'x'], ['ocds', 'merge', 'a', 'b'], ['import'], ['demo'], ['--nonsense']]) {
    test(`torvet ${args.join(' ')}: exit 2 with a word about it`, async () => {
      const { code, stdout, stderr } = await torvet(args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.ok(stderr.length > 10);
    });
  }
  test('help is no mistake', async () => {
    for (const args of [[], ['--help'], ['help'], ['ocds', '--help'], ['ocds', 'merge', '--help'], ['import', '--help'], ['demo', 'remove', '--help']]) {
      const { code, stdout, stderr } = await torvet(args);
      assert.deepEqual([code, stderr], [0, ''], args.join(' '));
      assert.match(stdout, /Usage: torvet/);
    }
  });
});

describe('ocds validate', () => {
  test('valid: exit 0; not valid: exit 1, with path, message and help', async () => {
    const [good, bad] = [file('good.json', JSON.stringify(VALID)), file('bad.json', JSON.stringify(INVALID))];
    assert.equal((await torvet(['ocds', 'validate', good])).code, 0);
    const { code, stdout } = await torvet(['ocds', 'validate', good, bad, '--json']);
    assert.equal(code, 1);
    const found = reports(stdout);
    assert.deepEqual(found.map((report) => [report.file, report.valid]), [[good, true], [bad, false]]);
    assert.deepEqual(found[0]?.errors, []);
    assert.equal(found[1]?.errors[0]?.path, '/tag');
    for (const error of found[1].errors) assert.ok(error.message.length > 5 && error.help.length > 5);
    assert.match((await torvet(['ocds', 'validate', bad])).stdout, /bad\.json: not valid\n {2}error \/tag: /);
  });
  test('JSON lines, gzip, a byte order mark and the standard input', async () => {
    const lines = `${JSON.stringify(VALID)}\n\n${JSON.stringify(INVALID)}\n`;
    const { code, stdout } = await torvet(['ocds', 'validate', '--json', file('two.jsonl', lines)]);
    assert.deepEqual([code, reports(stdout)[0]?.errors[0]?.line], [1, 3]);
    assert.equal((await torvet(['ocds', 'validate', file('two.jsonl.gz', gzipSync(lines))])).code, 1);
    assert.equal((await torvet(['ocds', 'validate', file('bom.json', `\u{feff}${JSON.stringify(VALID)}`)])).code, 0);
    assert.equal((await torvet(['ocds', 'validate', '-'], JSON.stringify(VALID))).code, 0);
  });
  test('what cannot be read: exit 2, and the other files are still checked', async () => {
    const gzip = gzipSync(JSON.stringify(VALID).repeat(50));
    const cases: readonly (readonly [string, RegExp])[] = [
      [path.join(folder, 'none.json'), /no such file/], [folder, /folder/], [file('empty.json', ''), /empty/], [file('blank.json', ' \n\n'), /empty/],
      [file('broken.json', '{"a":'), /JSON|end/], [file('latin.json', Buffer.from('{"a":"\xe6"}', 'latin1')), /UTF-8/],
      [file('cut.json.gz', gzip.subarray(0, 40)), /cut short/], [file('damaged.gz', Buffer.concat([gzip.subarray(0, 12), Buffer.alloc(9, 1)])), /damaged|cut short/],
      [file('line.jsonl', `${JSON.stringify(VALID)}\n{"a":\n`), /line 2 is not JSON/], [file('deep.json', `${'['.repeat(100_000)}1${']'.repeat(100_000)}`), /nests deeper/],
    ];
    for (const [place, reason] of cases) {
      const { code, stdout } = await torvet(['ocds', 'validate', place, file('good2.json', JSON.stringify(VALID)), '--json']);
      const [bad, good] = reports(stdout);
      assert.deepEqual([code, bad?.valid, good?.valid], [2, false, true], place);
      assert.match(bad?.errors[0]?.message ?? '', reason, place);
      assert.ok((bad?.errors[0]?.help ?? '').length > 10);
    }
  });
  test('the published examples of the standard', { skip: without('conformance/ocds-1.1.5/examples') }, async () => {
    const root = path.join(sharedFolder, 'conformance/ocds-1.1.5/examples/merging');
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).map((name) => path.join(root, name));
    assert.ok(names.length > 0);
    const { code, stdout } = await torvet(['ocds', 'validate', ...names, '--json']);
    assert.equal(code, reports(stdout).every(({ valid }) => valid) ? 0 : 1);
    assert.deepEqual(reports(stdout).map((report) => report.file), names);
  });
  test('the real releases: one report, each finding with its line', { skip: without('data/ocds/releases.jsonl') }, async () => {
    const { code, stdout } = await torvet(['ocds', 'validate', path.join(sharedFolder, 'data/ocds/releases.jsonl'), '--json']);
    assert.equal(code, 1);
    const [report] = reports(stdout);
    assert.equal(new Set(report?.errors.map(({ line }) => line)).size, 325);
  });
});

const merged = (stdout: string): unknown[] => stdout.trim().split('\n').map((line) => parseJson(line));

describe('ocds merge', () => {
  test('every public case, compiled and versioned, by its schema', { skip: without('conformance/ocds-merge') }, async () => {
    const root = path.join(sharedFolder, 'conformance/ocds-merge');
    let looked = 0;
    for (const [suite, schema] of [['1.0', 'release-schema-1__0__3.json'], ['1.1', 'release-schema-1__1__4.json'], ['schema', 'schema.json']] as const) {
      for (const name of readdirSync(path.join(root, suite))) {
        const [, base, kind] = /^(.+)-(compiled|versioned)\.json$/.exec(name) ?? [];
        if (base === undefined) continue;
        const args = ['ocds', 'merge', path.join(root, suite, `${base}.json`), '--schema', path.join(root, schema), ...(kind === 'versioned' ? ['--versioned'] : [])];
        const { code, stdout, stderr } = await torvet(args);
        assert.deepEqual([code, stderr], [0, ''], `${suite}/${name}`);
        assert.deepEqual(merged(stdout), [parseJson(readFileSync(path.join(root, suite, name), 'utf8'))], `${suite}/${name}`);
        looked += 1;
      }
    }
    assert.ok(looked >= 20, `${looked} cases`);
  });
  test('several processes: one object for each ocid, sorted; from a list, packages, JSON lines and the standard input', async () => {
    const all = ['b', 'a', 'c', 'a'].map((ocid, at) => ({ ...VALID, ocid, id: `${at}`, date: `2026-01-0${at + 1}T00:00:00Z`, x: at }));
    const inputs = [
      JSON.stringify(all), all.map((release) => JSON.stringify(release)).join('\n'), JSON.stringify({ releases: all }),
      JSON.stringify({ records: [{ ocid: 'a', releases: all.slice(0, 2) }, { ocid: 'b', releases: all.slice(2) }] }),
      all.map((release) => JSON.stringify({ releases: [release] })).join('\n'),
    ];
    for (const input of inputs) {
      const { code, stdout } = await torvet(['ocds', 'merge', '-'], input);
      assert.equal(code, 0);
      assert.deepEqual((merged(stdout) as { ocid: string; x: number }[]).map(({ ocid, x }) => [ocid, x]), [['a', 3], ['b', 0], ['c', 2]]);
    }
  });
  test('numbers come out as they came in', async () => {
    const { stdout } = await torvet(['ocds', 'merge', '-'], '[{"ocid":"o","id":"1","date":"2026-01-01T00:00:00Z","tag":["tender"],"a":12345678901234567890.10,"b":1e400}]');
    assert.match(stdout, /"a":12345678901234567890\.10,"b":1e400/);
  });
  test('a date that is missing, null or no text, and all that is no release: exit 2 with what is wrong', async () => {
    const { date: _date, ...undated } = VALID;
    const { ocid: _ocid, ...unnamed } = VALID;
    const cases: readonly (readonly [unknown, RegExp])[] = [
      [[undated], /no date/], [[{ ...VALID, date: null }], /date of null/], [[{ ...VALID, date: 20260101 }], /not text/], [[{ ...VALID, date: {} }], /not text/],
      [[VALID, { ...VALID, date: [] }], /number 2/], [[unnamed], /no ocid/], [[], /no releases/], [[1], /not an object/], [{ records: [{ ocid: 'a', releases: [{ url: 'x' }] }] }, /link/],
    ];
    for (const [input, reason] of cases) {
      for (const flags of [[], ['--versioned']]) {
        const { code, stdout, stderr } = await torvet(['ocds', 'merge', '-', ...flags], JSON.stringify(input));
        assert.deepEqual([code, stdout], [2, ''], JSON.stringify(input));
        assert.match(stderr, reason);
        assert.doesNotMatch(stderr, /\n\s+at /, 'no stack');
      }
    }
    for (const [content, reason] of [['', /empty/], ['{', /cannot be read/]] as const) {
      const { code, stderr } = await torvet(['ocds', 'merge', '-'], content);
      assert.equal(code, 2);
      assert.match(stderr, reason);
    }
    assert.equal((await torvet(['ocds', 'merge', '-', '--schema', file('list.json', '[]')], JSON.stringify([VALID]))).code, 2);
    assert.equal((await torvet(['ocds', 'merge', '-', '--schema', path.join(folder, 'none')], JSON.stringify([VALID]))).code, 2);
  });
});
