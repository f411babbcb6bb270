/** The layout of a file says nothing: on one line, on many, or through a pipe the same releases come out of it. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { runs } from '../../../test/support/deep.ts';
import { takeIn } from './intake.ts';
import { openSource } from './source.ts';
import { isUnreadable, valuesOf } from './values.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'torvet-layouts-'));
after(() => rm(folder, { recursive: true, force: true }));

interface Outcome {
  /** Contents of the releases, in order. */
  readonly taken: readonly string[];
  readonly rejected: number;
}

async function outcome(text: string, through: 'file' | 'stdin'): Promise<Outcome> {
  const file = path.join(folder, 'x.json');
  await writeFile(file, text);
  const opened = await openSource(through === 'file' ? file : '-', { input: Readable.from([Buffer.from(text)]), tempFolder: folder });
  assert.ok(opened.ok);
  const taken: string[] = [];
  let rejected = 0;
  for await (const group of valuesOf(opened.value.source)) {
    for (const entry of group.flatMap((found) => {
      if (isUnreadable(found)) return [found];
      assert.ok(found.kind === 'json');
      return takeIn(found);
    })) {
      if ('failure' in entry) rejected += 1;
      else taken.push(`${entry.ocid} ${entry.releaseId} ${entry.content}`);
    }
  }
  await opened.value.cleanUp();
  return { taken, rejected };
}

async function everyLayout(value: unknown): Promise<Outcome> {
  const line = JSON.stringify(value);
  const expected = await outcome(line, 'file');
  for (const [text, through] of [[JSON.stringify(value, null, 2), 'file'], [`${line}\n`, 'stdin'], [JSON.stringify(value, null, '\t'), 'stdin']] as const) {
    assert.deepEqual(await outcome(text, through), expected, `${through}: ${text}`);
  }
  return expected;
}

const release = (id: string, more: object = {}): object => ({ ocid: 'o', id, date: '2026-01-01T00:00:00Z', ...more });
const link = { url: 'https://example.org/r', date: '2026-01-01T00:00:00Z', tag: ['tender'] };
const [one, two] = [release('1'), release('2')];

const SHAPES: readonly (readonly [name: string, value: unknown, taken: readonly string[], rejected: number])[] = [
  ['a release', one, ['1'], 0],
  ['a release with a field records', release('1', { records: [{ a: 1 }] }), ['1'], 0],
  ['a release with fields releases and compiledRelease', release('1', { releases: [two], compiledRelease: two }), ['1'], 0],
  ['a list', [one, two], ['1', '2'], 0],
  ['a list of lists', [[one], [two, [release('3')]]], ['1', '2', '3'], 0],
  ['a list with what is none', [5, one, null, { ocid: 'o' }], ['1'], 3],
  ['a release package', { uri: 'u', releases: [one, two] }, ['1', '2'], 0],
  ['a list of release packages', [{ uri: 'u', releases: [one] }, { uri: 'v', releases: [two] }], ['1', '2'], 0],
  ['a record package', { records: [{ ocid: 'o', releases: [one, two] }] }, ['1', '2'], 0],
  ['a list of record packages', [{ records: [{ ocid: 'o', releases: [one] }] }], ['1'], 0],
  ['a package of both', { releases: [one], uri: 'u', records: [{ ocid: 'o', releases: [two] }] }, ['1', '2'], 0],
  ['a record', { ocid: 'o', releases: [one, two] }, ['1', '2'], 0],
  ['a record of links with its compiled release', { ocid: 'o', releases: [link], compiledRelease: one }, ['1'], 0],
  ['the same in a package', { records: [{ ocid: 'o', releases: [link, link], compiledRelease: one }] }, ['1'], 0],
  ['a record of links only', { ocid: 'o', releases: [link, link] }, [], 2],
  ['a record with a link and a release', { ocid: 'o', releases: [link, one] }, ['1'], 0],
  ['a record without ocid', { records: [{ compiledRelease: one }] }, ['1'], 0],
  ['a record in which there is nothing', { records: [{ ocid: 'o', versionedRelease: {} }, { ocid: 'p', releases: [] }] }, [], 2],
  ['the same alone', { ocid: 'o', releases: [] }, [], 1],
  ['an object that is none of these', { a: { releases: [one] } }, [], 1],
  ['empty packages', [{ releases: [] }, { records: [] }, []], [], 0],
  ['packages without end', Array.from({ length: 30 }).reduce<unknown>((inside) => ({ uri: 'u', releases: [inside] }), one), [], 1],
];

void test('every shape gives the same on one line, on many and through a pipe', async () => {
  for (const [name, value, taken, rejected] of SHAPES) {
    const found = await everyLayout(value);
    assert.deepEqual([found.taken.map((text) => text.split(' ')[1]), found.rejected], [taken, rejected], name);
  }
});

void test('a list whose key stands twice is read as on one line, and so is one whose key is written in escapes', async () => {
  for (const text of [
    `{"releases":[${JSON.stringify(one)}],"releases":[${JSON.stringify(two)}]}`,
    String.raw`{"releases":[${JSON.stringify(one)}],"\u0072eleases":[${JSON.stringify(two)}]}`,
    String.raw`{"\u0072ecords":[{"ocid":"o","releases":[${JSON.stringify(two)}]}]}`,
  ]) {
    const expected = await outcome(text, 'file');
    assert.deepEqual(expected.taken.map((found) => found.split(' ')[1]), ['2']);
    assert.deepEqual(await outcome(text.replaceAll(',"', ',\n"').replace('{', '{\n'), 'file'), expected);
  }
});

void test('any mixture of lists, packages, records and releases gives the same in every layout', async () => {
  const inner = fc.constantFrom<unknown>(one, two, link, 5, null, {}, { ocid: 'o' }, release('3', { records: [{ a: 1 }], releases: [two] }));
  const value = fc.letrec((tie) => {
    const list = fc.array(tie('any'), { maxLength: 3 });
    return {
      any: fc.oneof({ maxDepth: 3, depthSize: 'large' }, inner, list, tie('object')),
      object: fc.record({ ocid: fc.constant('o'), uri: fc.constant('u'), releases: list, records: list, compiledRelease: inner, versionedRelease: inner }, { requiredKeys: [] }),
    };
  }).any.filter((found) => typeof found === 'object' && found !== null);
  let withReleases = 0;
  await fc.assert(fc.asyncProperty(value, async (found) => {
    if ((await everyLayout(found)).taken.length > 0) withReleases += 1;
  }), runs(150));
  assert.ok(withReleases > 50, `only ${withReleases} of 300 held releases`);
});
