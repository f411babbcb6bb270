/** Fixture in, expected out: every case of every folder, every worked example, and the outside suite. A new case needs no code. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, test } from 'node:test';
import { unwrap } from '#base';
import { sharedFolder, without } from '../../../test/support/shared.ts';
import { cardinalFlags } from '../cardinal.ts';
import { readSettings } from '../settings/settings.ts';
import { INDICATORS } from './list.ts';

async function flagsOf(ini: string, lines: string): Promise<unknown> {
  const text = await cardinalFlags(Readable.from([Buffer.from(lines)]), unwrap(readSettings(ini)), (line, reason) => assert.fail(`line ${line}: ${reason}`));
  return JSON.parse(text);
}

function casesIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.jsonl')).map((name) => name.replace(/\.jsonl$/, ''));
}

function checkCase(folder: string, name: string): void {
  const read = (ending: string): string => readFileSync(path.join(folder, `${name}.${ending}`), 'utf8');
  test(name, async () => assert.deepEqual(await flagsOf(read('ini'), read('jsonl')), JSON.parse(read('expected'))));
}

const HEADINGS = ['Definition', 'Method', 'Settings', 'Why it matters', 'Sources', 'Exclusions', 'Assumptions', 'Innocent explanations', 'How to check it', 'Worked example'];

for (const { code, title, settings } of INDICATORS) {
  const folder = path.join(import.meta.dirname, code.toLowerCase());
  const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
  const block = (language: string): string => new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(readme)?.[1] ?? assert.fail(`${code}: the worked example has no ${language}`);
  describe(`${code} ${title.en}`, () => {
    test('the README has the fixed headings in their order', () => {
      assert.ok(readme.startsWith(`# ${code} ${title.en}\n`));
      assert.deepEqual([...readme.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading), HEADINGS);
    });
    test('the README names every setting with its default, and no other', () => {
      const rows = [...readme.matchAll(/^\| `(\w+)` \| ([^|]+(?:\\\|[^|]+)*) \|/gm)].map(([, name, fallback = '']) => [name, fallback.trim().replaceAll('\\|', '|')]);
      assert.deepEqual(rows, Object.entries(settings).map(([name, setting]) => [
        name, setting.kind === 'days' ? 'none' : setting.kind === 'list' ? (setting.fallback.join('|') || 'none') : String(setting.fallback ?? 'computed'),
      ]));
    });
    test('the worked example', async () => {
      const expected = JSON.parse(block('json')) as object;
      assert.ok(JSON.stringify(expected).includes(code));
      assert.deepEqual(await flagsOf(block('ini'), block('jsonl')), expected);
    });
    const cases = casesIn(path.join(folder, 'cases'));
    assert.ok(cases.length >= 2, `${code} has cases`);
    for (const name of cases) checkCase(path.join(folder, 'cases'), name);
  });
}

const outside = path.join(sharedFolder, 'conformance/red-flags');
describe('the published examples', { skip: without('conformance/red-flags') }, () => {
  const names = existsSync(outside) ? casesIn(outside) : [];
  test('there is one for each indicator', () => assert.deepEqual(names.toSorted(), INDICATORS.map(({ code }) => code)));
  for (const name of names) checkCase(outside, name);
});
