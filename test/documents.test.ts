/** What the documents say about the tree is true of the tree. */
import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { codelists, extensionCodelists } from '#ocds';
import { SETTINGS } from '../src/config.ts';
import { readLabelledPairs } from '../src/register/identity/labelled-pairs.ts';
import { readTree, rootFolder } from './support/tree.ts';

const tree = await readTree();
const documents = [...tree].filter(([file]) => file.endsWith('.md'));
const manifest = JSON.parse(tree.get('package.json') ?? '') as { readonly version: string; readonly license: string; readonly scripts: Readonly<Record<string, string>>; readonly optionalDependencies: Readonly<Record<string, string>> };

function textOf(file: string): string {
  const text = tree.get(file);
  assert.ok(text, `${file} is there`);
  return text;
}

function exists(place: string): boolean {
  return tree.has(place) || [...tree.keys()].some((file) => file.startsWith(`${place.replace(/\/$/, '')}/`));
}

void test('every link inside the documents leads to a file', () => {
  const links = documents.flatMap(([file, text]) => [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map(([, link, image]) => ({ file, to: (link ?? image ?? '').split('#')[0] ?? '' })))
    .filter(({ to }) => to !== '' && !to.includes(':'));
  assert.deepEqual(links.filter(({ file, to }) => !exists(path.posix.join(path.posix.dirname(file), to))), []);
  assert.ok(links.length > 40, `${links.length} links`);
});

void test('every file and folder that a document names in code is there', () => {
  const named = documents.flatMap(([file, text]) => [...text.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/`((?:src|test|scripts|docs|data|bench)\/[\w./-]+)`/g)].map(([, to = '']) => ({ file, to })));
  assert.deepEqual(named.filter(({ to }) => !exists(to)), []);
  assert.ok(named.length > 15, `${named.length} names`);
});

void test('npm commands and settings in the documents exist', () => {
  const text = [...documents.map(([, document]) => document), textOf('compose.yaml'), textOf('Dockerfile')].join('\n');
  const commands = new Set([...text.matchAll(/\bnpm (start|test|run [a-z]+(?::[a-z]+)?)/g)].map(([, name = '']) => name.replace('run ', '')));
  assert.deepEqual([...commands].filter((name) => !(name in manifest.scripts)), []);
  assert.deepEqual([...commands].toSorted(), Object.keys(manifest.scripts).toSorted());
  const settings = new Set([...text.matchAll(/\bTORVET_[A-Z_]+/g)].map(([name]) => name));
  assert.deepEqual([...settings].filter((name) => !(name in SETTINGS)), []);
  assert.ok(settings.size > 5);
});

void test('what production needs stands in compose.yaml and the README', () => {
  const needed = Object.entries(SETTINGS).filter(([, setting]) => 'production' in setting).map(([name]) => name);
  assert.ok(needed.length > 2);
  for (const name of needed) assert.match(textOf('compose.yaml'), new RegExp(`^ +${name}:`, 'm'));
  for (const name of needed.filter((setting) => setting !== 'DATABASE_URL')) for (const file of ['README.md', 'README.en.md']) assert.match(textOf(file), new RegExp(`${name}=`));
});

void test('the image is of the pinned Node', () => {
  const majors = new Set(Object.entries(manifest.optionalDependencies).filter(([name]) => name.startsWith('node-')).map(([, version]) => version.split('.')[0]));
  assert.deepEqual([...majors], [/^FROM node:(\d+)-/m.exec(textOf('Dockerfile'))?.[1]]);
});

void test('version and licence agree everywhere', () => {
  assert.equal(manifest.license, 'EUPL-1.2');
  assert.match(textOf('publiccode.yml'), new RegExp(`^softwareVersion: "${manifest.version}"$`, 'm'));
  assert.match(textOf('publiccode.yml'), /^ {2}license: EUPL-1\.2$/m);
  assert.ok(textOf('CHANGELOG.md').includes(manifest.version));
  const licence = textOf('LICENSE');
  assert.match(licence, /^\s*EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
  assert.deepEqual([...licence.matchAll(/^(\d+)\. [A-Z]/gm)].map(([, article]) => Number(article)), Array.from({ length: 15 }, (_none, index) => index + 1));
  assert.match(licence, /^Appendix$/m);
  assert.ok(licence.trimEnd().endsWith('EUPL version.'));
});

void test('every decision record is numbered, whole, short and listed', () => {
  const records = [...tree.keys()].filter((file) => /^docs\/adr\/\d/.test(file)).toSorted();
  assert.ok(records.length >= 13);
  for (const [index, file] of records.entries()) {
    const number = String(index + 1).padStart(4, '0');
    const text = textOf(file);
    assert.ok(path.posix.basename(file).startsWith(`${number}-`), file);
    assert.ok(textOf('docs/adr/README.md').includes(`(${path.posix.basename(file)})`), `${file} is listed`);
    assert.match(text, new RegExp(`^# ${number}: `));
    for (const part of ['Context', 'Decision', 'Consequences', 'What would change it']) assert.ok(text.includes(`**${part}.**`), `${file}: ${part}`);
    assert.ok(text.split('\n').length <= 40, file);
  }
});

void test('counts in data/SOURCES.md are those of the code', () => {
  const sources = textOf('data/SOURCES.md');
  const codes = [...textOf('src/register/demo/cpv.ts').matchAll(/^ {2}'\d{8}':/gm)].length;
  for (const words of [`${readLabelledPairs().length} pairs of organisations`, `${codelists.CURRENCY.length} currency codes`, `${extensionCodelists.COUNTRY.length} country codes`, `${codes} CPV codes`]) assert.ok(sources.includes(words), words);
});

void test('the pictures are there and small', async () => {
  const pictures = [...tree.keys()].filter((file) => file.startsWith('docs/images/'));
  assert.ok(pictures.length >= 2);
  for (const file of pictures) {
    const { size } = await stat(path.join(rootFolder, file));
    assert.ok(size > 10_000 && size < 300_000, `${file}: ${size} bytes`);
  }
});
