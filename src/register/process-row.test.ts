import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { isObject, parseJson, type JsonObject } from '#base';
import { upgrade } from '#ocds';
import { sharedFolder, without } from '../../test/support/shared.ts';
import { instantOf } from './instant.ts';
import { readProcess, type MergeInput, type ProcessRow } from './process-row.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const REAL = path.join('data', 'ocds', 'releases.jsonl');

function input(release: JsonObject, date = '2026-01-01T00:00:00Z'): MergeInput {
  return { date, faultCount: 0, release: { id: '1', date, tag: ['tender'], ...release } };
}

const read = (...releases: JsonObject[]): ProcessRow => readProcess('ocds-x-1', releases.map((release, at) => input(release, `2026-01-0${at + 1}T00:00:00Z`)));

void test('every real process gives a row that the database can hold', { skip: without(REAL) }, () => {
  const releases = readFileSync(path.join(sharedFolder, REAL), 'utf8').split('\n').filter((line) => line !== '').map((line) => upgrade(parseJson(line)).release);
  const byOcid = Map.groupBy(releases.filter(isObject), (release) => text(release['ocid']));
  const rows = [...byOcid].map(([ocid, all]) => readProcess(ocid, all.map((release) => ({ date: text(release['date']), faultCount: 1, release }))));
  assert.equal(releases.length, 499);
  assert.equal(rows.length, 455);
  for (const row of rows) {
    const written = JSON.stringify({ ...row, compiled: '' });
    assert.ok(!written.includes(String.raw`\u0000`) && !/\\ud[89a-f]/.test(written), row.ocid);
    assert.match(row.country ?? 'DK', /^[A-Z]{2}$/);
    assert.match(row.amount ?? '1', /^-?\d+(\.\d+)?$/);
    for (const instant of [row.first_date, row.last_date, row.tender_end]) assert.match(instant ?? '2020-01-01T00:00:00Z', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/);
    for (const participation of row.participations) assert.ok(participation.name !== '' && participation.organisation !== '');
  }
  assert.equal(rows.reduce((sum, row) => sum + row.fault_count, 0), 499);
  assert.ok(new Set(rows.map(({ country }) => country)).size >= 10);
  // A reading that fails softly would leave these empty.
  for (const field of ['title', 'buyer_key', 'country', 'stage', 'method', 'amount', 'first_date', 'classification'] as const) {
    const filled = rows.filter((row) => row[field] !== null).length;
    assert.ok(filled > 150, `${field} stands in ${filled} of 455`);
  }
});

void test('instants: zones, days, and what is no date or leaves the years of four digits', () => {
  for (const [text, instant] of [
    ['2026-03-01', '2026-03-01T00:00:00Z'], ['2026-03-01T10:00:00+02:00', '2026-03-01T08:00:00.000Z'], ['2026-03-01T10:00:00', '2026-03-01T10:00:00.000Z'],
    ['2026-03-01T10:00:00.1234567Z', '2026-03-01T10:00:00.123Z'], ['2026-03-01 10:00:00Z', '2026-03-01T10:00:00.000Z'],
    ['2026-02-30', null], ['01.03.2026', null], ['', null], ['2026', null], ['0000-01-01', null],
    ['0001-01-01T00:00:00+14:00', null], ['9999-12-31T23:59:59-12:00', null], ['2026-03-01T25:00:00Z', null],
  ] as const) assert.equal(instantOf(text), instant, text);
  assert.equal(instantOf(null), null);
});

void test('releases that contradict each other in form: the newest that agree speak', () => {
  const row = read({ tender: { id: 't', title: 'Gammel' }, buyer: { id: 'b', name: 'B' } }, { tender: { id: 't', title: { da: 'Ny' } } }, { tender: { id: 't', description: 'x' } });
  assert.equal(row.release_count, 3);
  const compiled = JSON.parse(row.compiled) as { tender: unknown; tag: unknown };
  assert.deepEqual(compiled.tender, { id: 't', title: { da: 'Ny' }, description: 'x' });
  assert.deepEqual(compiled.tag, ['compiled']);
});

void test('many releases that contradict each other are not tried one by one', () => {
  let looks = 0;
  // The older half says it one way, the newer half the other.
  const releases = (count: number): MergeInput[] => Array.from({ length: count }, (_, at) => {
    const tender = Object.defineProperty({ id: 't' }, 'x', { enumerable: true, get: () => { looks += 1; return at < count / 2 ? 1 : { a: 1 }; } });
    return input({ id: `${at}`, tender }, `2026-01-01T00:${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}Z`);
  });
  const looksAt = (count: number): number => {
    looks = 0;
    assert.deepEqual((JSON.parse(readProcess('ocds-x-1', releases(count)).compiled) as { tender: { x: unknown } }).tender.x, { a: 1 });
    return looks;
  };
  const [few, many] = [looksAt(200), looksAt(1600)];
  // Eight times as many: the square would look sixty-four times as often.
  assert.ok(few >= 200 && many < 16 * few, `${few} looks for 200, ${many} for 1600`);
});

const value = (amount: unknown, currency = 'DKK'): JsonObject => ({ value: { amount: amount as number, currency } });

const figure = ({ amount, currency }: ProcessRow): unknown[] => [amount, currency];

void test('the figure is the sum of contracts, else of awards, else the estimate; never across currencies', () => {
  const tender = { id: 't', ...value(10) };
  assert.deepEqual(figure(read({ tender })), ['10', 'DKK']);
  assert.deepEqual(figure(read({ tender, awards: [{ id: 'a', ...value(0.1) }, { id: 'b', ...value(0.2) }] })), ['0.3', 'DKK']);
  assert.deepEqual(figure(read({ tender, awards: [{ id: 'a', ...value(1) }, { id: 'b', ...value(2, 'EUR') }] })), [null, null]);
  assert.deepEqual(figure(read({ tender, awards: [{ id: 'a', ...value(1) }], contracts: [{ id: 'c', ...value(5) }] })), ['5', 'DKK']);
  assert.deepEqual(figure(read({})), [null, null]);
});

const stage = (release: JsonObject): string | null => read(release).stage;

void test('how far a process has come', () => {
  assert.equal(stage({ tag: ['planning'], planning: {}, tender: { id: 't' } }), 'planning');
  assert.equal(stage({ tender: { id: 't' } }), 'tender');
  assert.equal(stage({ tender: { id: 't' }, awards: [{ id: 'a' }] }), 'award');
  assert.equal(stage({ awards: [{ id: 'a' }], contracts: [{ id: 'c' }] }), 'contract');
  assert.equal(stage({ contracts: [{ id: 'c', implementation: { transactions: [{ id: '1' }] } }] }), 'implementation');
  assert.equal(stage({}), null);
});

void test('persons are no organisations', () => {
  const row = read({ parties: [{ id: 'p', name: 'Jens Hansen', details: { scale: 'selfEmployed' }, roles: ['supplier'] }, { id: 'q', name: 'Firma', roles: ['supplier', 'supplier'] }] });
  assert.deepEqual(row.participations.map(({ name, roles }) => [name, roles]), [['Firma', ['supplier']]]);
  assert.deepEqual(row.suppliers.map(({ name }) => name), ['Firma']);
  assert.ok(!`${row.names}${row.details}${row.words.join()}`.includes('ansen'));
});

void test('texts without end are cut to what the database can index, and never in the middle of a letter', () => {
  const long = '😀 æ'.repeat(100_000);
  const party = { id: long, name: `x${long}`, roles: ['buyer'], identifier: { scheme: 'X', id: long } };
  const row = read({ tender: { id: long, title: `x${long}`, description: `x${long}` }, parties: [party] });
  assert.ok((row.title?.length ?? 0) <= 2000 && (row.description?.length ?? 0) <= 1000 && (row.buyer_name?.length ?? 0) <= 500);
  assert.ok(Buffer.byteLength(row.names) <= 50_000 && Buffer.byteLength(row.details) <= 150_000);
  assert.ok(JSON.stringify({ ...row, compiled: '' }).match(/\\ud[89a-f]|\ufffd/) === null);
});
