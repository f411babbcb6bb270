/** Nobody edits a row of its own owner or customer: refused when the file is read, with its line. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { Overview, Statement } from './overview.schema.ts';
import { OVERVIEW_FOLDER } from './overviews.ts';
import { readOverview } from './read.ts';
import { tieFaults, type Ties } from './ties.ts';

const opera = readFileSync(path.join(OVERVIEW_FOLDER, 'kmd-opera/overview.yaml'), 'utf8');
const EDITOR = '  - { id: torvet, name: Torvet, owners: [], customers: [] }';
const NOBODY: Ties = { name: 'Udgiveren', owners: [], customers: [] };

function told(yaml: string, publisher: Ties = NOBODY): readonly string[] {
  const result = readOverview(yaml, { file: 'overview.yaml', id: 'kmd-opera', today: '2026-11-26', isMunicipality: (name) => ['Nyborg', 'Hedensted', 'Slagelse'].includes(name), publisher });
  return result.ok ? [] : result.failure.map(({ message, help }) => `${message} ${help}`);
}
const editedBy = (editor: string): string => {
  assert.ok(opera.includes(EDITOR));
  return opera.replace(EDITOR, editor);
};
const lineOf = (text: string): number => opera.split('\n').findIndex((line) => line.includes(text)) + 1;
const reply = (extra: string): string => `
  - id: nyborg-svarer
    kind: reply
    about: { municipality: Nyborg }
    by: { municipality: Nyborg }
    text: { da: Vi har svaret., en: We have replied. }
    sources: [cw-100174]
    entered: "2026-11-26"
${extra}`;

describe('an editor who is bound to a party', () => {
  test('enters nothing about it, nor about all where it is one of them; each statement is told with its line', () => {
    for (const tie of ['owners: [Nyborg Kommune], customers: []', 'owners: [], customers: [nyborg]']) {
      const faults = told(editedBy(`  - { id: torvet, name: Torvet, ${tie} }`));
      assert.match(faults.join('\n'), new RegExp(`^overview\\.yaml, line ${lineOf('id: nyborg-koeb')}: Torvet may not enter this: Nyborg, whom it concerns, is its ${tie.startsWith('owners: [N') ? 'owner' : 'customer'} Let another editor enter it`, 'm'));
      assert.match(faults.join('\n'), new RegExp(`line ${lineOf('id: ingen-sag')}: Torvet may not enter this: Nyborg`));
      assert.doesNotMatch(faults.join('\n'), new RegExp(`line ${lineOf('id: hedensted-koeb')}:`));
      assert.equal(faults.length, 7, 'three of Nyborg, four of all');
    }
  });
  test('a supplier that owns the editor keeps it from every statement about all', () => {
    const faults = told(editedBy('  - { id: torvet, name: Torvet, owners: [KMD], customers: [] }'));
    assert.deepEqual(faults.map((fault) => /KMD, whom it concerns, is its owner/.test(fault)), [true, true, true], 'its own reply may stand');
  });
  test('may enter what the party itself replies, and nothing in another’s name', () => {
    const two = editedBy(`${EDITOR}\n  - { id: bundet, name: Bundet, owners: [Nyborg], customers: [] }`);
    assert.deepEqual(told(two + reply('    editor: bundet\n')), []);
    assert.match(told(two + reply('    editor: bundet\n').replace('by: { municipality: Nyborg }', 'by: { municipality: Hedensted }')).join(), /Bundet may not enter this/);
    assert.match(told(two + reply('    editor: bundet\n').replace('kind: reply', 'kind: claim\n    ground: urgency')).join(), /Bundet may not enter this/);
    assert.match(told(two + reply('    editor: ukendt\n')).join(), /line \d+: there is no editor "ukendt" Enter it under editors/);
    assert.match(told(editedBy(`${EDITOR}\n${EDITOR}`)).join(), /the editor "torvet" stands twice/);
  });
});

describe('the publisher', () => {
  const without = opera.replace(`editors:\n${EDITOR}\n`, '');
  test('answers for a file that names no editor, by the settings of the installation', () => {
    assert.notEqual(without, opera);
    assert.deepEqual(told(without), []);
    assert.equal(told(without, { name: 'Vagten', owners: ['Hedensted'], customers: [] }).length, 8);
    assert.match(told(without, { name: 'Vagten', owners: [], customers: ['Hedensted Kommune'] }).join('\n'), new RegExp(`line ${lineOf('id: hedensted-koeb') - 3 + 1}: Vagten may not enter this: Hedensted, whom it concerns, is its customer`));
  });
  test('may show what others entered about its owner', () => assert.deepEqual(told(opera, { name: 'Vagten', owners: ['Nyborg'], customers: [] }), []));
});

const saidByNyborg = (id: string): string => opera.replace(new RegExp(`(id: ${id}\\n[\\s\\S]*?about: \\{ municipality: Nyborg \\}\\n)`), '$1    by: { municipality: Nyborg }\n');

describe('a party', () => {
  test('says itself neither how it bought nor what came of it', () => {
    assert.match(told(saidByNyborg('nyborg-koeb')).join(), /Nyborg cannot itself say how it bought or what came of it Enter it as a claim or a reply/);
    assert.deepEqual(told(saidByNyborg('nyborg-har')), []);
  });
});

const statement = (municipality: string, kind: 'way' | 'reply'): Statement => {
  const base = { id: `${municipality}-${kind}`, about: { municipality }, text: { da: 'x', en: 'x' }, sources: ['s'], entered: '2026-01-01' };
  return kind === 'way' ? { ...base, kind, way: 'tendered' } : { ...base, kind, by: { municipality } };
};

void test('whoever is bound to nobody named in the file is refused nothing, and a bound one every statement that weighs', () => {
  const name = fc.constantFrom('Nyborg', 'Hedensted', 'Slagelse', 'Faaborg-Midtfyn');
  fc.assert(fc.property(fc.array(fc.tuple(name, fc.constantFrom('way', 'reply'))), fc.array(name, { maxLength: 2 }), (given, bound) => {
    const overview: Pick<Overview, 'statements' | 'suppliers' | 'editors'> = { suppliers: [], statements: given.map(([who, kind]) => statement(who, kind)) };
    const faults = tieFaults(overview as Overview, { publisher: { name: 'x', owners: bound, customers: [] } });
    assert.equal(faults.length, given.filter(([who, kind]) => kind === 'way' && bound.includes(who)).length);
  }));
});
