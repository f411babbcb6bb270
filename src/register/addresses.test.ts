import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  EMPTY_PROCESS_QUERY, organisationListAddress, organisationListFile, processAddress, processListAddress, processListFile, releaseDownloadAddress,
} from './addresses.ts';
import { readProcessQuery } from './query.schema.ts';

void test('an address says the query, in a fixed order', () => {
  assert.equal(processListAddress({}), '/udbud');
  assert.equal(
    processListAddress({ q: 'rest æ', filters: { country: ['DK', 'NO'], year: ['2020'] }, buyer: 'k1', open: true, sort: 'newest' }, { after: 'c' }),
    '/udbud?q=rest+%C3%A6&country=DK&country=NO&year=2020&buyer=k1&open=yes&sort=newest&after=c',
  );
  assert.equal(processListFile({ ...EMPTY_PROCESS_QUERY, q: 'a' }, 'csv-dk'), '/udbud-excel.csv?q=a');
  assert.equal(organisationListFile({ q: '', filters: { role: ['buyer'] } }, 'xlsx'), '/organisationer.xlsx?role=buyer');
  assert.equal(organisationListAddress({ q: 'x' }, { before: null }), '/organisationer?q=x');
});

void test('property: what an address says of procedures and bids is what is read from it', () => {
  const code = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('open', 'unknown', 'a&b=c', '+', '%', '#', '')).map((text) => text.replaceAll('\u0000', '').toWellFormed());
  fc.assert(fc.property(fc.array(code, { maxLength: 4 }), fc.boolean(), (procedure, oneBid) => {
    const { searchParams } = new URL(processListAddress({ procedure, oneBid }), 'http://x');
    const bids = searchParams.get('bids');
    const query = readProcessQuery({ procedure: searchParams.getAll('procedure'), ...(bids === 'one' ? { bids } : {}) });
    assert.deepEqual([query.procedure, query.oneBid], [procedure, oneBid]);
    assert.equal(bids, oneBid ? 'one' : null);
  }));
});

void test('any ocid and any search text survive the way through an address', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
    const url = new URL(processListAddress({ q: text }), 'http://x');
    assert.equal(url.searchParams.get('q'), text);
    assert.equal(url.pathname, '/udbud');
    assert.equal(decodeURIComponent(processAddress(text).slice('/udbud/'.length)), text);
    assert.equal(releaseDownloadAddress(text, 'k').split('/').length, 7);
  }));
});
