import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importsOf } from './support/imports.ts';
import { readTree } from './support/tree.ts';
import { breaches, breachText, RULES, sourcesOf, WALLS, type Rule } from './support/walls.ts';

/** This file itself only by its name: the breaches it plants would be taken for its own. */
const tree = new Map([...await readTree(), ['test/architecture.test.ts', '']]);

void test('the tree keeps every wall', () => {
  assert.deepEqual(breaches(tree).map(breachText), []);
});

void test('the check looked at all rooms', () => {
  const sources = sourcesOf(tree);
  const rooms = Map.groupBy(sources, ({ room }) => room);
  for (const [room, least] of [['base', 10], ['store', 8], ['ocds', 40], ['ui', 20], ['register', 80], ['web', 8], ['cli', 5], ['main', 3], ['', 5]] as const) {
    assert.ok((rooms.get(room)?.length ?? 0) >= least, `"${room}" has ${rooms.get(room)?.length ?? 0} files`);
  }
  assert.ok(sources.flatMap(({ imports }) => imports).length > sources.length);
  for (const room of rooms.keys()) assert.ok(room === '' || room in WALLS, room);
});

void test('an import is seen in every spelling', () => {
  const text = [
    "import { a } from 'one';", 'import type { B } from "two";', "import {\n  c,\n  d,\n} from 'three';", "export { e } from 'four';", "export * from 'five';",
    "export type { F } from 'six';", "import 'seven';", "const g = await import('eight');", "type H = import('nine').H;", "import i, { j } from 'ten'; import k from 'eleven';",
  ].join('\n');
  assert.deepEqual(importsOf(text).toSorted(), ['eight', 'eleven', 'five', 'four', 'nine', 'one', 'seven', 'six', 'ten', 'three', 'two']);
});

/** One breach or more for each rule: the rule, the file, its text. */
const PLANTED: readonly (readonly [rule: Rule, file: string, text: string])[] = [
  ['a room imports only the rooms of its row', 'src/base/planted.ts', "import { openServer } from '#store';"],
  ['a room imports only the rooms of its row', 'src/ui/planted.tsx', "import type { ProcessSummary } from '#register';"],
  ['a room imports only the rooms of its row', 'src/register/planted.ts', "export type { Config } from '#web';"],
  ['a room imports only the rooms of its row', 'src/ocds/planted.ts', "const ui = await import('#ui');"],
  ['a room imports only the rooms of its row', 'src/newroom/index.ts', 'export const a = 1;'],
  ['another room is reached by its front door only', 'src/web/planted.ts', "import { takeIn } from '#register/import/intake.ts';"],
  ['another room is reached by its front door only', 'src/cli/planted.ts', "import { x } from '/srv/x.ts';"],
  ['another room is reached by its front door only', 'src/cli/planted.ts', "import { x } from '#oversight/cardinal';"],
  ['a room imports only the rooms of its row', 'src/law/planted.ts', "import { x } from '#oversight/published';"],
  ['relative imports never leave a room', 'src/web/planted.ts', "import { readFront } from '../register/front.store.ts';"],
  ['relative imports never leave a room', 'src/register/import/planted.ts', "import { x } from '../../store/database.ts';"],
  ['relative imports never leave a room', 'src/cli/planted.ts', "import type { Config } from '../config.ts';"],
  ['relative imports never leave a room', 'src/planted.ts', "import { importFiles } from './register/import/importer.ts';"],
  ['relative imports never leave a room', 'src/base/planted.test.ts', "import { migrate } from '../store/migrate.ts';"],
  ['relative imports never leave a room', 'scripts/planted.ts', "import { migrate } from '../src/store/migrate.ts';"],
  ['a file for scripts is for scripts and tests', 'src/ocds/planted.ts', "export { conformance } from './conformance.ts';"],
  ['a script of a page imports what runs in a browser', 'src/market/browser/planted.ts', "import { sql } from 'kysely';"],
  ['a script of a page imports what runs in a browser', 'src/market/browser/planted.ts', "import { readFile } from 'node:fs/promises';"],
  ['a script of a page imports what runs in a browser', 'src/market/browser/planted.ts', "import { asset } from '#ui';"],
  ['a script of a page imports what runs in a browser', 'src/market/browser/planted.ts', "import type { MarketRecord } from '../core/record.ts';"],
  ['a script of a page imports what runs in a browser', 'src/market/planted.ts', "import { warn } from './browser/unsaved.ts';"],
  ['an import can be read', 'src/web/planted.ts', 'const room = await import(name);'],
  ['an import can be read', 'src/web/planted.ts', 'const room = await import(`#${name}`);'],
  ['no SQL in the shells', 'src/web/planted.ts', 'const rows = await sql`select 1`.execute(db);'],
  ['no SQL in the shells', 'src/web/planted.ts', "import { Kysely } from 'kysely';"],
  ['no SQL in the shells', 'src/cli/planted.ts', "import type pg from 'pg';"],
  ['no SQL in the shells', 'src/cli/planted.ts', "const rows = db.selectFrom('release').selectAll();"],
  ['no SQL in the shells', 'src/cli/planted.ts', "const text = 'select ocid from release';"],
  ['a pure room uses no input or output', 'src/base/planted.ts', "import { join } from 'node:path';"],
  ['a pure room uses no input or output', 'src/base/planted.ts', "import { Type } from 'typebox';"],
  ['a pure room uses no input or output', 'src/ocds/planted.ts', "import { readFileSync } from 'node:fs';"],
  ['a pure room uses no input or output', 'src/ui/planted.ts', "export const wide = process.env['WIDE'];"],
  ['a pure room looks at no clock', 'src/ocds/planted.ts', 'export const now = Temporal.Now.instant();'],
  ['no default exports', 'src/ui/planted.tsx', 'export default function planted() {}'],
  ['no default exports', 'test/planted.ts', 'const a = 1;\nexport { a as default };'],
  ['only a front door re-exports whole files', 'src/store/planted.ts', "export * from './database.ts';"],
  ['every room has a front door that package.json names', 'src/knowledge/planted.ts', 'export const a = 1;'],
  ['a file is at most 400 lines long', 'src/web/planted.ts', 'export {};\n'.repeat(401)],
  ['a file name is ASCII', 'src/web/plant\u00E9.ts', 'export {};'],
  ['a file name is ASCII', 'docs/to ord.md', ''],
  ['no file is called utils', 'src/web/utils.ts', 'export {};'],
];

for (const [rule, file, text] of PLANTED) {
  void test(`caught: ${rule}: ${file}: ${text.slice(0, 60).trim()}`, () => {
    const found = breaches(new Map([...tree, [file, text]])).filter((breach) => breach.rule === rule && breach.file.startsWith(file.split('/').slice(0, 2).join('/')));
    assert.ok(found.some((breach) => file.startsWith(breach.file)), `not seen; found ${JSON.stringify(found)}`);
  });
}

void test('caught: rooms form no cycle', () => {
  const planted = new Map([...tree, ['src/store/planted.ts', "import type { Site } from '#ui';"], ['src/ui/planted.ts', "import type { DatabaseServer } from '#store';"]]);
  const found = breaches(planted).filter(({ rule }) => rule === 'rooms form no cycle');
  assert.match(found.map(({ what }) => what).join(), /store -> ui -> store|ui -> store -> ui/);
});

void test('caught: a front door that leads elsewhere', () => {
  const packageJson = (tree.get('package.json') ?? '').replace('./src/ui/index.ts', './src/ui/parts.ts');
  const found = breaches(new Map([...tree, ['package.json', packageJson]]));
  assert.deepEqual(found.filter(({ file }) => file === 'package.json').map(({ what }) => what), ['#ui leads to ./src/ui/parts.ts']);
});

void test('caught: a side door that is not in the list', () => {
  const packageJson = (tree.get('package.json') ?? '').replace('"#register":', '"#register/tables": "./src/register/tables.ts",\n    "#register":');
  const found = breaches(new Map([...tree, ['package.json', packageJson]]));
  assert.deepEqual(found.filter(({ file }) => file === 'package.json').map(({ what }) => what), ['#register/tables leads to ./src/register/tables.ts']);
});

void test('no rule is without a planted breach, and honest code breaks none', () => {
  assert.deepEqual([...new Set([...PLANTED.map(([rule]) => rule), 'rooms form no cycle'])].toSorted(), RULES.toSorted());
  const honest = new Map([...tree,
    ['src/web/planted.ts', "import type { Kysely } from 'kysely';\nimport { registerRoutes } from '#register';\nimport { x } from './server.ts';"],
    ['src/register/import/planted.ts', "import { y } from '../tables.ts';\nimport { z } from '#store';"],
    ['src/market/browser/planted.ts', "import { parseId } from '#base';\nimport { beside } from './beside.ts';"],
    ['src/register/planted.test.ts', "import { readFile } from 'node:fs/promises';\nimport { testRegister } from '../../test/support/database.ts';"],
  ]);
  assert.equal(breaches(honest).length, breaches(tree).length);
});
