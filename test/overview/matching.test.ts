/** How well notices are matched to things, measured on the hand-labelled set; the register finds the same ones. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { parseJson } from '#base';
import { importNotices, landOf, mentionsOf, purchasesMatching, reasonsOf } from '#register';
import { testRegister } from '../support/database.ts';
import { NORWEGIAN, NOTICES, noticesIn, tedNotices } from '../support/real-notices.ts';
import { without } from '../support/shared.ts';
import { rootFolder } from '../support/tree.ts';
import { measure, rows, sumOf } from './matching/measure.ts';
import { readLabels, readMatched, readSystems, RELEASES } from './matching/set.ts';

const [systems, labels] = [readSystems(), readLabels()];
const LEAST_PRECISION = 0.95;
const LEAST_RECALL = 0.8;

void test('the set is large enough, and no pair stands twice', () => {
  assert.ok(systems.length >= 15 && labels.length >= 150);
  assert.equal(new Set(labels.map(({ system, notice }) => `${system} ${notice}`)).size, labels.length);
  assert.deepEqual(labels.filter(({ system, is, why }) => !systems.some(({ name }) => name === system) || !['yes', 'no'].includes(is) || why === ''), []);
  assert.ok(labels.filter(({ is }) => is === 'no').length > 100 && labels.filter(({ is, why }) => is === 'yes' && why.startsWith('alias only')).length >= 10);
});

const skip = without(...NOTICES) || without(...NORWEGIAN) || without(...RELEASES);

describe('measured on the real notices', { skip }, async () => {
  const notices = skip === false ? await readMatched() : new Map();
  const measured = systems.map((system) => measure(system, labels, notices));

  test('every label is of a notice that is there', () => assert.deepEqual(labels.filter(({ notice }) => !notices.has(notice)), []));
  test('nothing is found that nobody has read', () => assert.deepEqual(measured.flatMap(({ unread }) => unread), []));

  for (const set of ['made', 'held', null] as const) {
    test(`precision and recall, ${set ?? 'all'}`, (context) => {
      const { precision, recall } = sumOf(measured.filter((one) => set === null || one.set === set));
      context.diagnostic(`precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
      assert.ok(precision >= LEAST_PRECISION, `precision ${precision}`);
      assert.ok(recall >= LEAST_RECALL, `recall ${recall}`);
    });
  }

  test('docs/matching.md has these numbers', () => {
    const text = readFileSync(path.join(rootFolder, 'docs/matching.md'), 'utf8');
    for (const row of rows(measured)) assert.ok(text.includes(row), `docs/matching.md lacks this row:\n${row}`);
  });

  test('the register finds what the rules find', { timeout: 300_000 }, async () => {
    const db = await testRegister();
    const named = new Set(labels.map(({ notice }) => notice));
    const wanted = [...noticesIn(...NORWEGIAN)].filter(({ name }) => named.has(name.replace(/\.xml$/, '')));
    for await (const notice of tedNotices()) if (named.has(notice.name.replace(/\.xml$/, ''))) wanted.push(notice);
    const { rejected } = await importNotices(db, wanted, { ocidPrefix: 'ocds-test' });
    assert.equal(rejected, 0);
    const ids = wanted.map(({ name }) => name.replace(/\.xml$/, ''));
    const processes = (await db.selectFrom('process').select(['ocid', 'cpv', 'compiled']).execute()).map(({ ocid, cpv, compiled }) => ({ ocid, cpv, mentions: mentionsOf(parseJson(compiled)) }));
    assert.ok(ids.length > 100 && processes.length > 100);
    for (const { name, rules } of systems) {
      const found = (await purchasesMatching(db, landOf('register'), rules)).map(({ ocid }) => ocid).toSorted();
      assert.deepEqual(found, processes.filter((process) => reasonsOf(rules, process).length > 0).map(({ ocid }) => ocid).toSorted(), name);
      assert.ok(found.length >= Math.min(1, ids.filter((id) => reasonsOf(rules, notices.get(id) ?? { mentions: [], cpv: [] }).length > 0).length), name);
    }
  });
});
