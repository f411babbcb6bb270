import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { parseJson, type Json } from '#base';
import { readDetails } from './process-details.ts';

const REAL = join(process.env['TORVET_SHARED'] ?? '../shared', 'data/ocds/releases.jsonl');

const FIELDS = [
  'title', 'description', 'tender', 'planning', 'awards', 'contracts', 'parties', 'items', 'lots', 'value', 'amount', 'currency', 'period', 'budget',
  'suppliers', 'documents', 'url', 'identifier', 'id', 'techniques', 'criteria', 'relatedProcesses', 'roles', 'amendments', 'implementation',
] as const;

void test('whatever a file holds, reading it does not throw', () => {
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, fc.constantFrom(null, true, 0, 1.5, '', 'x', 'http://x', '2020-01-01'), tie('object'), fc.array(tie('value'), { maxLength: 3 })),
    object: fc.dictionary(fc.constantFrom(...FIELDS), tie('value'), { maxKeys: 8 }),
  }));
  fc.assert(fc.property(value, (release) => { readDetails(release as Json); }), { numRuns: 300 });
});

void test('what is bought, how, for how much and when', () => {
  const details = readDetails({
    language: 'DA', title: 'Ikke denne',
    planning: { rationale: 'Det gamle udløber', budget: { amount: { amount: '900000', currency: 'DKK' } } },
    tender: {
      id: 'T1', title: ' Journalsystem ', status: 'complete', procurementMethod: 'open', numberOfTenderers: '3', mainProcurementCategory: 'services',
      value: { amount: 1000000, currency: 'DKK' }, submissionMethod: 'electronicSubmission',
      items: { id: 1, description: 'Drift', quantity: '2', unit: { name: 'år', value: { amount: 10, currency: 'DKK' } }, classification: { scheme: 'CPV', id: 72000000 }, relatedLot: 'L1' },
      lots: [
        { id: 'L1', title: 'Øst', tenderPeriod: { endDate: '2026-01-01' } }, { id: 'L2', title: 'Vest', tenderPeriod: { endDate: '2026-01-01' } },
      ],
      techniques: { hasFrameworkAgreement: 'true', frameworkAgreement: { method: 'withReopeningCompetition', maximumParticipants: 3, value: { amount: 5, currency: 'DKK' } } },
    },
    awards: [{ id: 'A1', value: { amount: 800000.5, currency: 'EUR' }, relatedLots: [{ lotId: 'L1' }], suppliers: [{ id: 's', name: 'Nordlys A/S' }] }],
    contracts: [{ id: 'C1', awardID: 'A1', period: { startDate: '2026-02-01', endDate: '2027-01-31' }, amendment: { date: '2026-05-01', rationale: 'Flere brugere' }, implementation: { transactions: [{}, {}] } }],
  });
  assert.equal(details.title, 'Journalsystem');
  assert.equal(details.language, 'da');
  assert.equal(details.rationale, 'Det gamle udløber');
  assert.equal(details.procedure.tenderers, '3');
  assert.deepEqual(details.procedure.submission, ['electronicSubmission']);
  assert.deepEqual(details.procedure.framework, { method: 'withReopeningCompetition', maximumParticipants: '3', maximumValue: { amount: '5', currency: 'DKK' }, buyerCategories: null });
  assert.deepEqual(details.items, [{
    description: 'Drift', classification: { scheme: 'CPV', id: '72000000', description: null }, additional: [], quantity: '2', unit: 'år',
    unitPrice: { amount: '10', currency: 'DKK' }, lots: ['L1'],
  }]);
  assert.deepEqual(details.values.map(({ kind, value }) => [kind, value.amount, value.currency]), [
    ['budget', '900000', 'DKK'], ['estimate', '1000000', 'DKK'], ['award', '800000.5', 'EUR'],
  ]);
  assert.deepEqual(details.periods, [
    { kind: 'tender', start: null, end: '2026-01-01', days: null, of: null },
    { kind: 'signed-contract', start: '2026-02-01', end: '2027-01-31', days: null, of: 'C1' },
  ]);
  assert.deepEqual(details.awards[0]?.lots, ['L1']);
  const [contract] = details.contracts;
  assert.deepEqual(contract?.suppliers, [{ id: 's', name: 'Nordlys A/S', isPerson: false }]);
  assert.deepEqual(contract?.changes, [{ date: '2026-05-01', description: null, rationale: 'Flere brugere' }]);
  assert.equal(contract?.transactions, 2);
});

void test('criteria that every lot repeats are shown once, with their weights', () => {
  const criteria = { criteria: [{ type: 'price', name: 'Pris', numbers: [{ number: 40 }] }, {}] };
  const { procedure } = readDetails({ tender: { lots: [{ id: 1, awardCriteria: criteria }, { id: 2, awardCriteria: criteria }] } });
  assert.deepEqual(procedure.criteria, [{ type: 'price', name: 'Pris', description: null, weight: '40' }]);
});

void test('a process without a title is called what its first item is', () => {
  assert.equal(readDetails({ tender: { items: [{ classification: { id: 1 } }, { description: 'Borde' }] } }).title, 'Borde');
  assert.equal(readDetails({ planning: { tender: { items: [{ classification: { description: 'Vand' } }] } } }).title, 'Vand');
  assert.equal(readDetails(null).title, null);
});

void test('documents keep only addresses that may be opened', () => {
  const { documents, related } = readDetails({
    tender: { documents: [{ title: 'a', url: 'javascript:x' }, { url: 'http://example.org/b', documentType: 'tenderNotice', dateModified: '2020-01-01' }, {}] },
    contracts: [{ implementation: { documents: { title: 'c' } } }],
    relatedProcesses: [{ relationship: ['framework'], identifier: 'ocds-1', uri: 'data:x' }],
  });
  assert.deepEqual(documents.map(({ title, url, stage }) => [title, url, stage]), [
    ['a', null, 'tender'], [null, 'http://example.org/b', 'tender'], ['c', null, 'implementation'],
  ]);
  assert.deepEqual(related, [{ relations: ['framework'], title: null, scheme: null, identifier: 'ocds-1', url: null }]);
});

void test('all real releases are read, and most say what, who and how much', { skip: existsSync(REAL) ? false : `${REAL} is absent: set TORVET_SHARED.` }, () => {
  const all = readFileSync(REAL, 'utf8').split('\n').filter((line) => line !== '').map((line) => readDetails(parseJson(line)));
  assert.equal(all.length, 499);
  const share = (has: (details: (typeof all)[number]) => boolean): number => all.filter(has).length;
  assert.ok(share(({ title }) => title !== null) >= 480);
  assert.ok(share(({ parties }) => parties.some(({ roles }) => roles.includes('buyer'))) >= 470);
  assert.ok(share(({ values }) => values.length > 0) >= 445);
  assert.ok(share(({ documents }) => documents.length > 0) >= 260);
  // The contact persons in the file were replaced by these; none may come through.
  assert.doesNotMatch(JSON.stringify(all.map(({ parties, awards }) => [parties, awards])), /contact@example\.org|\+45 00000000/);
});
