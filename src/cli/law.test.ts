import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { after, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { unwrap } from '#base';
import { LAW_QUESTIONS } from '#guide';
import { runCommandLine } from './program.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'torvet-law-'));
after(() => rmSync(folder, { recursive: true }));

const unused = (): never => { throw new Error('This command must not need settings or a database.'); };

/** Runs a command that needs no database, in this process. */
async function law(args: readonly string[], input: string | Buffer = ''): Promise<{ code: number; stdout: string; stderr: string }> {
  const out = { stdout: '', stderr: '' };
  const to = (name: 'stdout' | 'stderr'): Writable => new Writable({ write: (chunk: Buffer, _encoding, done) => { out[name] += chunk.toString(); done(); } });
  const code = await runCommandLine(['law', ...args], {
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

const FACTS = {
  route: { on: '2024-05-01', kind: 'services', value: { amount: 1644638 } },
  addon: { on: '2024-05-01', contract: { kind: 'services', tendered: true, originalValue: { amount: 5000000 } }, purchase: { value: { amount: 300000 }, characterKept: true } },
  dates: { step: 'open', from: '2026-01-12' },
  plan: { procedure: 'open', mustRunBy: '2027-01-01', electronic: true },
  where: { maturity: 'mature', standardisation: 'standard' },
} as const;
type Name = keyof typeof FACTS;
const NAMES = Object.keys(FACTS) as Name[];

void describe('answers', () => {
  void test('there is an example here for every question', () => {
    assert.deepEqual(LAW_QUESTIONS.map(({ name }) => name).toSorted(), NAMES.toSorted());
  });

  for (const name of NAMES) {
    void test(`${name}: JSON is the engine's own answer, from a file, packed, and from the standard input, in both languages`, async () => {
      const question = LAW_QUESTIONS.find((one) => one.name === name) ?? assert.fail(name);
      const text = JSON.stringify(FACTS[name], null, 2);
      for (const lang of ['da', 'en'] as const) {
        const expected: unknown = JSON.parse(JSON.stringify(unwrap(question.answer(FACTS[name], lang))));
        const runs = await Promise.all([
          law([name, '--facts', file(`${name}.json`, text), '--json', '--lang', lang]), law([name, '--facts', file(`${name}.json.gz`, gzipSync(text)), '--json', '--lang', lang]),
          law([name, '--facts', '-', '--json', '--lang', lang], text), law([name, '--facts', '-', '--json', '--lang', lang], `\ufeff${JSON.stringify(FACTS[name])}\n`),
        ]);
        for (const { code, stdout, stderr } of runs) {
          assert.deepEqual([code, stderr], [0, '']);
          assert.deepEqual(JSON.parse(stdout), expected);
        }
      }
    });

    void test(`${name}: without --json it is for people, in Danish unless another language is asked for`, async () => {
      const [danish, english] = [await law([name, '--facts', '-'], JSON.stringify(FACTS[name])), await law([name, '--facts', '-', '--lang', 'en'], JSON.stringify(FACTS[name]))];
      for (const { code, stdout, stderr } of [danish, english]) {
        assert.deepEqual([code, stderr], [0, '']);
        assert.ok(stdout.length > 200 && stdout.endsWith('\n'));
        assert.match(stdout, /^.+\n=+\n.+\n/);
        assert.doesNotMatch(stdout, /undefined|NaN|\[object/);
      }
      assert.notEqual(danish.stdout, english.stdout);
    });
  }

  void test('a verdict is an answer: exit 0 whatever it says', async () => {
    const tender = await law(['route', '--facts', '-'], JSON.stringify(FACTS.route));
    assert.match(tender.stdout, /^Skal det i udbud\?\n=+\nEU-udbud\n/);
    assert.match((await law(['dates', '--facts', '-', '--lang', 'en'], JSON.stringify(FACTS.dates))).stdout, /16 February 2026/);
    const open = await law(['route', '--facts', '-', '--json'], JSON.stringify({ on: '2024-05-01', kind: 'services' }));
    assert.equal(open.code, 0);
    assert.equal((JSON.parse(open.stdout) as { verdict: string }).verdict, 'review');
  });

  void test('the example of the help works', async () => {
    for (const name of NAMES) {
      const { code, stdout } = await law([name, '--help']);
      assert.equal(code, 0);
      const [, example = ''] = /echo '(.*)' \| torvet law (\w+) --facts - --json/.exec(stdout) ?? [];
      assert.equal((await law([name, '--facts', '-', '--json'], example)).code, 0, name);
    }
  });
});

void describe('wrong use and bad facts: exit 2, nothing on the standard output, and a word about it', () => {
  const good = JSON.stringify(FACTS.route);
  const facts = (more: object): string => JSON.stringify({ ...FACTS.route, ...more });
  const cases: readonly (readonly [what: string, args: readonly string[], input: string, told: RegExp])[] = [
    ['no question', [], '', /law|route/],
    ['another question', ['nonsense', '--facts', '-'], good, /nonsense/],
    ['no facts', ['route'], good, /--facts/],
    ['an unknown option', ['route', '--facts', '-', '--nonsense'], good, /nonsense/],
    ['one file too many', ['route', '--facts', '-', 'x.json'], good, /argument/],
    ['another language', ['route', '--facts', '-', '--lang', 'de'], good, /"de".*--lang|--lang[^]*"de"|da, en/],
    ['no such file', ['route', '--facts', path.join(folder, 'none.json')], '', /none\.json.*no such file/],
    ['a folder', ['route', '--facts', folder], '', /folder/],
    ['an empty file', ['route', '--facts', '-'], '', /.{10}/],
    ['broken JSON', ['route', '--facts', '-'], '{"on": ', /JSON/],
    ['a list', ['route', '--facts', '-'], `[${good}]`, /no object/],
    ['several', ['route', '--facts', '-'], `${good}\n${good}\n`, /no object/],
    ['no facts in it', ['route', '--facts', '-'], '{}', /on.*missing|missing/],
    ['an unknown field', ['route', '--facts', '-'], facts({ nonsense: 1 }), /"nonsense"[^]*Known fields: on, buyer/],
    ['a day that is none', ['route', '--facts', '-'], facts({ on: '2024-02-30' }), /on[^]*"2024-02-30"[^]*YYYY-MM-DD/],
    ['a negative amount', ['route', '--facts', '-'], facts({ value: { amount: -1 } }), /value\.amount[^]*-1[^]*from 0 to/],
    ['an amount without end', ['route', '--facts', '-'], '{"on":"2024-05-01","kind":"services","value":{"amount":1e999}}', /value\.amount/],
    ['another currency', ['route', '--facts', '-'], facts({ value: { amount: 1, currency: 'EUR' } }), /value\.currency[^]*"EUR"[^]*Only DKK/],
    ['a step that is none', ['dates', '--facts', '-'], '{"step":"x","from":"2026-01-12"}', /step[^]*One of: open/],
  ];
  for (const [what, args, input, told] of cases) {
    void test(what, async () => {
      for (const also of args.includes('--facts') ? [[], ['--json']] : [[]]) {
        const { code, stdout, stderr } = await law([...args, ...also], input);
        assert.deepEqual([code, stdout], [2, ''], stderr);
        assert.match(stderr, told);
        assert.doesNotMatch(stderr, /\n\s+at /);
      }
    });
  }

  void test('what is no UTF-8', async () => {
    const { code, stderr } = await law(['route', '--facts', file('latin1.json', Buffer.from('{"on":"\xe6"}', 'latin1'))]);
    assert.equal(code, 2);
    assert.match(stderr, /UTF-8/);
  });

  void test('the file is only read', async () => {
    const place = file('kept.json', good);
    await law(['route', '--facts', place]);
    assert.equal(readFileSync(place, 'utf8'), good);
  });
});
