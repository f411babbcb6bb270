import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

const ROOT = path.join(import.meta.dirname, '..');

/** A failure written out by hand: refuse() says it in both languages, and its types see to it that both are there. */
const BY_HAND = /\bkind: (?:[^,{}\n]*\? *)?'(?:invalid|not-found|conflict|forbidden|too-many|unavailable)'[^\n]*?,\s*message\b/g;
const BOTH = /\b(?:refuse\('|forbiddenByLaw\(|(?:conflict|wrong|invalid|unready|law)\((?:'[^']*', |stray, |line\.number, )?\{ da: )/g;

/** Failures that may be written by hand, and how many. */
const EXCEPTIONS: Readonly<Record<string, { readonly count: number; readonly why: string }>> = {
  'src/people/rights/may.ts': { count: 1, why: 'refusedBy hands on both languages of the verdict' },
};

function byHandIn(source: string): number {
  return source.matchAll(BY_HAND).toArray().length;
}

void test('what the market place, the intake and the login refuse is said in Danish and English', async () => {
  const found: Record<string, number> = {};
  let both = 0;
  for await (const file of glob('src/{market,intake,people}/**/*.{ts,tsx}', { cwd: ROOT })) {
    if (file.includes('.test.')) continue;
    const source = await readFile(path.join(ROOT, file), 'utf8');
    both += source.matchAll(BOTH).toArray().length;
    const count = byHandIn(source);
    if (count > 0) found[file] = count;
  }
  assert.deepEqual(found, Object.fromEntries(Object.entries(EXCEPTIONS).map(([file, { count }]) => [file, count])), 'use refuse() of #base');
  assert.ok(both >= 220, `only ${both} refusals were found: the search looks past them`);
});

void test('a failure written by hand is found however it is set', () => {
  assert.equal(byHandIn("return fail({ kind: 'invalid', message: 'No.', help: 'x' });"), 1);
  assert.equal(byHandIn("{\n    kind: 'conflict',\n    message: `No.`,\n  }"), 1);
  assert.equal(byHandIn("const f = (message: string): Failure => ({ kind: 'forbidden', message });"), 1);
  assert.equal(byHandIn("{ kind: hidden ? 'not-found' : 'forbidden', message: why }"), 1);
  assert.equal(byHandIn("refuse('invalid', { da: ['Nej.', 'x'], en: ['No.', 'x'] })"), 0);
});
