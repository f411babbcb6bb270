/** docs/dependencies.md, package.json and package-lock.json say the same, and no file names a machine or a package registry. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { importsOf } from './support/imports.ts';
import { readTree } from './support/tree.ts';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly resolved?: string; readonly license?: string; readonly integrity?: string }>>;
}

const tree = await readTree();
const manifest = JSON.parse(tree.get('package.json') ?? '') as Manifest;
const lock = JSON.parse(tree.get('package-lock.json') ?? '') as Lock;

/** The rows of the tables below a heading. */
function rowsBelow(heading: string): readonly (readonly string[])[] {
  const [, section = ''] = (tree.get('docs/dependencies.md') ?? '').split(`\n## ${heading}\n`);
  const rows = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| `(.*) \|$/gm)].map(([, row = '']) => row.split(' | '));
  return rows.map(([name = '', ...cells]) => [name.replace('`', ''), ...cells]);
}

for (const [heading, key, least] of [['In the product', 'dependencies', 10], ['For development and tests', 'devDependencies', 8], ['By platform', 'optionalDependencies', 8]] as const) {
  void test(`docs/dependencies.md, "${heading}": every package with version, licence, reason and alternative`, () => {
    const rows = rowsBelow(heading);
    assert.deepEqual(Object.fromEntries(rows.map(([name, version]) => [name, version])), manifest[key]);
    assert.ok(rows.length >= least);
    for (const [name = '', version = '', licence, why = '', instead = '', ...more] of rows) {
      assert.match(version, /^\d+\.\d+\.\d+(?:-[\w.]+)?$/, `${name} is pinned to one version`);
      const entry = lock.packages[`node_modules/${name}`];
      assert.equal(entry?.version, version, `package-lock.json, ${name}`);
      assert.equal(licence, entry?.license, `the licence of ${name}`);
      assert.ok(why.length > 5 && instead !== '' && more.length === 0, name);
    }
  });
}

void test('every package of the product is used by the product', () => {
  const product = [...tree].filter(([file]) => (file.startsWith('src/') && !file.includes('.test.')) || file === 'scripts/launch.mjs').map(([, text]) => text);
  const imported = new Set(product.flatMap(importsOf));
  const names = Object.keys(manifest.dependencies);
  // Named without an import: the loader by the launcher, the design system by the assets.
  const unused = names.filter((name) => ![...imported].some((one) => one === name || one.startsWith(`${name}/`)) && !product.some((text) => text.includes(`'${name}'`)));
  assert.deepEqual(unused, []);
});

void test('package-lock.json pins contents and names no place to fetch them from', () => {
  const entries = Object.entries(lock.packages).filter(([place]) => place !== '');
  assert.ok(entries.length > 60, `${entries.length} packages`);
  for (const [place, { resolved, integrity }] of entries) {
    assert.equal(resolved, undefined, place);
    assert.match(integrity ?? '', /^sha512-/, place);
  }
});

/** Folders of a machine, and addresses of package registries. Written so that they do not find themselves. */
const FORBIDDEN = [/(?:^|[\s'"`(=:,])\/(?:home|root|Users|work|workspace)\/[\w.-]+/m, /https?:\/\/[^/\s'"`]*(?:registry|npmjs|npmmirror|artifactory|nexus)[^/\s'"`]*/i, /^\s*registry\s*=/m];

void test('no file names a folder of a machine or a package registry', () => {
  const found = [...tree].filter(([, text]) => FORBIDDEN.some((pattern) => pattern.test(text))).map(([file]) => file);
  assert.deepEqual(found, []);
  assert.ok(tree.size > 250 && [...tree.values()].filter((text) => text !== '').length > 250);
  const planted = [` ${['', 'home', 'anna', 'torvet'].join('/')}`, `https://${['registry', 'npmjs', 'org'].join('.')}/x`, 'registry = somewhere'];
  for (const text of planted) assert.ok(FORBIDDEN.some((pattern) => pattern.test(text)), text);
});

void test('the lockfile holds every package that another one names, those of other platforms too: npm ci refuses it otherwise', () => {
  const { packages } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const named = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  assert.ok(named.length > 30);
  assert.deepEqual(named.filter((name) => !Object.keys(packages).some((place) => place.endsWith(`node_modules/${name}`))), []);
});
