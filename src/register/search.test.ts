import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { before, describe, test } from 'node:test';
import * as fc from 'fast-check';
import { fixedClock, unwrap } from '#base';
import { runs } from '../../test/support/deep.ts';
import { testRegister } from '../../test/support/database.ts';
import { EMPTY_ORGANISATION_QUERY, EMPTY_PROCESS_QUERY } from './addresses.ts';
import { importFiles } from './import/importer.ts';
import type { ProcessListView, ProcessQuery } from './list.view.ts';
import { readOrganisation, searchOrganisations } from './organisations.store.ts';
import { findRows, searchProcesses } from './processes.store.ts';

const clock = fixedClock('2026-11-22T12:00:00Z');
const FIRST = { after: null, before: null, limit: 100 } as const;

/** ocid, title, description, buyer. */
const PROCESSES = [
  ['t-journal', 'Elektronisk journalsystem til hjemmeplejen', 'Drift i fem år', 'Grønby Kommune'],
  ['t-skoler', 'Netværk på skolerne', 'Trådløst netværk i klasseværelser', 'Grønby Kommune'],
  ['t-skole', 'Læringsplatform', 'En platform til hver skole i kommunen', 'Åskov Kommune'],
  ['t-vej', 'Vejbelysning', 'Udskiftning af lamper, intet system', 'Åskov Kommune'],
  ['t-loen', 'Lønsystem med vagtplan', 'Lønkørsel for medarbejdere', 'Åskov Kommune'],
  ['t-alias', 'Tynde klienter', '', 'Grønby Komm.'],
  ['t-quote', 'Drift af system', 'Hosting', "O'Brien & Søn A/S"],
] as const;

const db = await testRegister();
before(async () => {
  const lines = PROCESSES.map(([ocid, title, description, buyer], index) => JSON.stringify({
    ocid, id: `${ocid}-1`, date: `2026-0${index + 1}-01T10:00:00Z`, tag: ['tender'], initiationType: 'tender',
    parties: [{ id: 'b', name: buyer, roles: ['buyer'], identifier: { scheme: 'DK-CVR', id: buyer.startsWith('Grønby') ? '25050053' : buyer } }],
    buyer: { id: 'b', name: buyer }, tender: { id: 't', title, description, value: { amount: 100 * (index + 1), currency: 'DKK' } },
  }));
  await importFiles(db, ['-'], { input: Readable.from(lines.map((line) => `${line}\n`)), inputName: 'search.jsonl' });
});

async function search(q: string, change: Partial<ProcessQuery> = {}): Promise<ProcessListView> {
  return unwrap(await searchProcesses(db, clock, { ...EMPTY_PROCESS_QUERY, ...change, q }, FIRST));
}
async function found(q: string): Promise<string[]> {
  return (await search(q)).rows.map(({ ocid }) => ocid).sort();
}

describe('search in Danish', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['inflected forms meet in their stem', 'skole', ['t-skole', 't-skoler']],
    ['the other way round too', 'skolernes', ['t-skole', 't-skoler']],
    ['the first part of a compound finds the whole', 'journal', ['t-journal']],
    ['all words must be there', 'netværk platform', []],
    ['or takes either', 'netværk or platform', ['t-skole', 't-skoler']],
    ['minus leaves out', 'drift -journalsystem', ['t-quote']],
    ['quotes keep the order', '"drift af system"', ['t-quote']],
    ['quotes in another order find nothing', '"system drift"', []],
    ['capitals do not matter', 'LØNSYSTEM', ['t-loen']],
    ['a letter written as two code points is the same letter', 'Åskov'.normalize('NFD'), ['t-loen', 't-skole', 't-vej']],
    ['a name finds what it buys', "o'brien", ['t-quote']],
    ['an ocid finds its process', 't-vej', ['t-vej']],
    ['a number of an organisation finds it', '25050053', ['t-alias', 't-journal', 't-skoler']],
    ['words that say nothing find nothing', 'og', []],
    ['an emoji finds nothing', '😀', []],
    ['spaces are no search', '   ', PROCESSES.map(([ocid]) => ocid).toSorted()],
    ['nothing finds everything', '', PROCESSES.map(([ocid]) => ocid).toSorted()],
  ];
  for (const [name, q, expected] of cases) test(name, async () => assert.deepEqual(await found(q), expected));

  test('the title counts more than the description', async () => {
    const { rows, sort } = await search('system');
    assert.equal(sort, 'relevance');
    assert.equal(rows[0]?.ocid, 't-quote');
  });

  test('a misspelling finds what was meant, and says so', async () => {
    const view = await search('jurnalsystem');
    assert.deepEqual([view.didYouMean, view.corrected, view.query.q, view.rows.map(({ ocid }) => ocid)], ['journalsystem', true, 'jurnalsystem', ['t-journal']]);
    assert.equal(view.sort, 'relevance');
    assert.equal(view.facets.find(({ name }) => name === 'stage')?.options[0]?.count, 1);
  });

  test('a spelling that would find nothing either is not proposed', async () => {
    const view = await search('jurnalsystem', { filters: { country: ['NO'] } });
    assert.deepEqual([view.total, view.didYouMean, view.corrected], [0, null, false]);
  });

  test('organisations are found by name, misspelt name and number', async () => {
    for (const q of ['grønby', 'grønbyy kommune', '25050053']) {
      const view = unwrap(await searchOrganisations(db, { ...EMPTY_ORGANISATION_QUERY, q }, FIRST));
      assert.equal(view.rows[0]?.name, 'Grønby Kommune', q);
    }
  });
});

test('two spellings under one number are one organisation, under the name that most notices use', async () => {
  const view = await readOrganisation(db, clock, 'DK-CVR-25050053');
  assert.deepEqual([view?.summary.name, view?.otherNames, view?.summary.asBuyer, view?.summary.asSupplier], ['Grønby Kommune', ['Grønby Komm.'], 3, 0]);
  assert.deepEqual([view?.identifiers, view?.roles], [[{ scheme: 'DK-CVR', id: '25050053' }], [{ role: 'buyer', count: 3 }]]);
  assert.deepEqual(view?.bought.map(({ ocid }) => ocid), ['t-alias', 't-skoler', 't-journal']);
  assert.equal(view?.asSupplier, null);
  assert.deepEqual(view?.asBuyer?.perYear, [{ year: 2026, with: 0, without: 0, unknown: 3 }]);
});

describe('whatever is typed', () => {
  const hostile = [
    'a'.repeat(10_000), '😀'.repeat(3000), `${'x'.repeat(299)}😀`, `'; drop table process; --`, '%_\\', `a' & b | !c <-> d:*`, ':* & | ! ( ) <2>', "''''", '"', '"""',
    '-', '- -', 'or', 'or or or', '(((', '\u0000', 'a\u0000b', '\ud800', '\u202e', 'x²', '½', "it's", 'a:A', '\\', '$1', '<script>', 'a'.repeat(300),
  ];
  for (const q of hostile) {
    test(`${JSON.stringify(q).slice(0, 40)} gets an answer`, async () => {
      const view = await search(q);
      assert.equal(view.rows.length, view.total);
      unwrap(await searchOrganisations(db, { ...EMPTY_ORGANISATION_QUERY, q }, FIRST));
    });
  }
  test('property: any text gets an answer', async () => {
    const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('"', '-', ' or ', ':*', '&', '|', '!', '(', ')', '<->', "'", '\\', 'skole', ' '));
    await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')), async (q) => {
      const page = await findRows(db, clock, { ...EMPTY_PROCESS_QUERY, q }, FIRST);
      assert.ok(page.ok);
      assert.ok((await searchOrganisations(db, { ...EMPTY_ORGANISATION_QUERY, q }, FIRST)).ok);
    }), runs(60));
  });
  test('the table is still there', async () => assert.equal((await search('')).total, PROCESSES.length));
});
