import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { JsonObject } from '#base';
import { readNotice } from '#eforms';
import { testRegister } from '../../test/support/database.ts';
import { sharedFolder, without } from '../../test/support/shared.ts';
import { coverageOf, type ReleaseCoverage } from './coverage.ts';
import { addCoverage, readCoverage } from './coverage.store.ts';

const NOTICES = path.join(sharedFolder, 'data/eforms-norway');

function ofNotice(name: string): ReleaseCoverage {
  const read = readNotice(readFileSync(path.join(NOTICES, name)), { ocidPrefix: 'ocds-torvet' });
  assert.ok(read.ok, name);
  return coverageOf(read.value.release, { source: 'eforms', form: read.value.facts.form, country: null });
}

const ofOcds = (release: JsonObject): ReleaseCoverage => coverageOf(release, { source: 'ocds', form: null, country: null });
const missing = ({ asked, filled }: ReleaseCoverage): string[] => asked.filter((name) => !filled.includes(name));

void describe('what a real notice tells', { skip: without('data/eforms-norway') }, () => {
  void test('an award after an open procedure', () => {
    const found = ofNotice('ContractAwardNotice_can-standard_2022-347651.xml');
    assert.deepEqual([found.country, found.year, found.form, found.date], ['NO', 2022, '29', '2022-07-13']);
    assert.deepEqual(missing(found), ['bidsReceived', 'framework', 'dynamicPurchasingSystem']);
    assert.ok(!found.asked.includes('deadline') && !found.asked.includes('reasonCode') && !found.asked.includes('changeReason'));
  });

  void test('an ex-ante notice is asked for its reason and not for bids', () => {
    const found = ofNotice('ContractAwardNotice_veat_2022-365499.xml');
    assert.ok(found.filled.includes('reasonCode') && found.filled.includes('reasonWords') && found.filled.includes('winner'));
    assert.ok(!found.asked.includes('bidsReceived'));
  });

  void test('a plan is asked for no winner, a call for no winner, a change of contract for its reason', () => {
    assert.ok(!ofNotice('PriorInformationNotice_pin-rtl_2023-674343.xml').asked.includes('winner'));
    const call = ofNotice('ContractNotice_cn-standard_2023-649037.xml');
    assert.ok(call.filled.includes('deadline') && call.filled.includes('awardCriteria') && !call.asked.includes('winner'));
    const change = ofNotice('ContractAwardNotice_can-modif_2023-101032.xml');
    assert.ok(change.filled.includes('changeReason') && change.filled.includes('changeWords') && !change.asked.includes('awardCriteria'));
  });

  void test('nothing is filled that is not asked', () => {
    const files = existsSync(NOTICES) ? readdirSync(NOTICES).filter((name) => name.endsWith('.xml')) : [];
    assert.ok(files.length > 30);
    for (const found of files.map(ofNotice)) {
      assert.ok(found.asked.length > 4);
      assert.deepEqual(found.filled.filter((name) => !found.asked.includes(name)), []);
    }
  });
});

void describe('what a release tells', () => {
  void test('a lot without winner is not asked who won it, nor is one that fails asked what it cost', () => {
    const failed = ofOcds({ date: '2024-02-29T10:00:00Z', tag: ['award'], awards: [{ id: '1', status: 'unsuccessful' }] });
    assert.ok(failed.asked.includes('bidsReceived') && !failed.asked.includes('winner') && !failed.asked.includes('awardValue'));
    assert.equal(failed.form, 'award');
  });

  void test('the reason is asked of purchases without call alone, the maximum of framework agreements alone', () => {
    const limited = ofOcds({ tag: ['tender'], tender: { procurementMethod: 'limited', procurementMethodRationale: 'Only one can.' } });
    assert.ok(limited.filled.includes('reasonWords') && missing(limited).includes('reasonCode') && !limited.asked.includes('frameworkMaximum'));
    const framework = ofOcds({ tag: ['tender'], tender: { lots: [{ techniques: { hasFrameworkAgreement: true, frameworkAgreement: { value: { amount: 5 } } } }] } });
    assert.ok(framework.filled.includes('frameworkMaximum') && framework.filled.includes('framework') && !framework.asked.includes('reasonWords'));
  });

  void test('a date that is none, a country in words, and no tag at all', () => {
    const odd = ofOcds({ date: '2023-02-30', tag: 'tender', buyer: { name: 'x' }, parties: { roles: 'buyer', address: { countryName: 'Danmark' } } });
    assert.deepEqual([odd.year, odd.date, odd.country, odd.form], [0, null, 'DK', 'tender']);
    assert.deepEqual(ofOcds({}), { country: '', year: 0, form: '', date: null, asked: [], filled: [] });
  });
});

function plan(date: string, title: string | null): ReleaseCoverage & { readonly source: 'ted' } {
  return { source: 'ted', ...coverageOf({ date, tag: ['planning'], tender: { title } }, { source: 'ted', form: 'F01', country: 'DK' }) };
}

void describe('the count', () => {
  void test('adds up over batches: releases, fields, first and last day', async () => {
    const db = await testRegister();
    assert.deepEqual(await readCoverage(db), []);
    await db.transaction().execute((transaction) => addCoverage(transaction, []));
    await db.transaction().execute((transaction) => addCoverage(transaction, [plan('2021-05-01', 'one'), plan('2021-03-01', null)]));
    await db.transaction().execute((transaction) => addCoverage(transaction, [plan('2021-12-31T23:30:00+01:00', 'three')]));
    const rows = await readCoverage(db);
    const same = { source: 'ted', country: 'DK', year: 2021, form: 'F01' };
    assert.deepEqual(rows[0], { ...same, field: '', releases: 3, asked: 3, first_date: '2021-03-01', last_date: '2021-12-31' });
    assert.deepEqual(rows.find(({ field }) => field === 'title'), { ...same, field: 'title', releases: 2, asked: 3, first_date: '2021-05-01', last_date: '2021-12-31' });
    assert.deepEqual(rows.find(({ field }) => field === 'buyer'), { ...same, field: 'buyer', releases: 0, asked: 3, first_date: null, last_date: null });
  });
});
