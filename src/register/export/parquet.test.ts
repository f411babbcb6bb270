import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { runs } from '../../../test/support/deep.ts';
import { readParquet, type ReadParquet } from '../../../test/support/parquet.ts';
import { parquetOf } from './parquet.ts';
import { code, day, decimal, flag, instant, integer, text, type TableColumn } from './table.ts';

interface Row {
  readonly text: string | null;
  readonly code: string | null;
  readonly count: number | string | null;
  readonly amount: string | null;
  readonly day: string | null;
  readonly at: string | null;
  readonly yes: boolean | null;
}

const COLUMNS: readonly TableColumn<Row>[] = [
  { name: 'text', heading: { da: 'Tekst', en: 'Text' }, values: text((row) => row.text) },
  { name: 'code', heading: { da: 'Kode', en: 'Code' }, values: code((row) => row.code, (value) => `navnet på ${value}`) },
  { name: 'count', heading: { da: 'Antal', en: 'Count' }, values: integer((row) => row.count) },
  { name: 'amount', heading: { da: 'Beløb', en: 'Amount' }, values: decimal((row) => row.amount) },
  { name: 'day', heading: { da: 'Dag', en: 'Day' }, values: day((row) => row.day) },
  { name: 'at', heading: { da: 'Tid', en: 'Time' }, values: instant((row) => row.at) },
  { name: 'yes', heading: { da: 'Ja', en: 'Yes' }, values: flag((row) => row.yes) },
];
const EMPTY: Row = { text: null, code: null, count: null, amount: null, day: null, at: null, yes: null };

async function parquet(groups: readonly (readonly Row[])[], facts: Readonly<Record<string, string>> = {}): Promise<ReadParquet> {
  const given = async function* (): AsyncGenerator<readonly Row[]> { yield* groups; };
  return readParquet(Buffer.concat(await Array.fromAsync(parquetOf(COLUMNS, given(), facts))));
}

void test('each kind of value has a type of its own, and what is not stated is null', async () => {
  const first: Row = { text: 'Æbleø 😀', code: 'open', count: 12, amount: '-1234567.5', day: '2026-02-28', at: '2026-11-01T10:00:00.123Z', yes: true };
  const second: Row = { text: '', code: '', count: '-9007199254740993', amount: '0.000001', day: '0001-01-01', at: '1969-12-31T23:59:59Z', yes: false };
  const { types, rows } = await parquet([[first, EMPTY], [second]]);
  assert.deepEqual(types, {
    text: 'VARCHAR', code: 'VARCHAR', count: 'BIGINT', amount: 'DECIMAL(38,6)', amount_text: 'VARCHAR', day: 'DATE', at: 'TIMESTAMP WITH TIME ZONE', yes: 'BOOLEAN',
  });
  assert.deepEqual(rows, [
    { text: 'Æbleø 😀', code: 'open', count: '12', amount: '-1234567.500000', amount_text: null, day: '2026-02-28', at: '2026-11-01T10:00:00.123000Z', yes: 'true' },
    { ...EMPTY, amount_text: null },
    { text: '', code: '', count: '-9007199254740993', amount: '0.000001', amount_text: null, day: '0001-01-01', at: '1969-12-31T23:59:59.000000Z', yes: 'false' },
  ]);
});

void test('a decimal that does not fit stands beside as text, and nothing is rounded', async () => {
  const amounts = ['99999999999999999999.999999', '123456789012345678901', '0.1234567', '-0.5', '000.5000000', '1e5'];
  const { rows } = await parquet([amounts.map((amount) => ({ ...EMPTY, amount }))]);
  assert.deepEqual(rows.map((row) => [row['amount'], row['amount_text']]), [
    ['99999999999999999999.999999', null], [null, '123456789012345678901'], [null, '0.1234567'], ['-0.500000', null], ['0.500000', null], [null, '1e5'],
  ]);
});

void test('a list without rows is a file with its columns, and the facts are in it', async () => {
  const facts = { publisher: 'Prøven & søn', licence: 'https://creativecommons.org/licenses/by/4.0/', source: 'https://torvet.example/udbud?q=løn' };
  const read = await parquet([[]], facts);
  assert.deepEqual([read.rows, read.groups, Object.keys(read.types).length, read.facts], [[], [], 8, facts]);
});

void test('days and instants that are none do not break the file', async () => {
  const { rows } = await parquet([[{ ...EMPTY, day: 'infinity', at: 'yesterday' }, { ...EMPTY, day: '2026-13-01', at: '' }]]);
  assert.deepEqual(rows, [{ ...EMPTY, amount_text: null }, { ...EMPTY, amount_text: null }]);
});

void test('many rows come in groups, piece by piece, in their order', async () => {
  const groups = Array.from({ length: 4 }, (_none, group) => Array.from({ length: group === 2 ? 1500 : 1000 }, (_row, at): Row => ({ ...EMPTY, text: `række ${group * 1000 + at}`, count: at })));
  let pulled = 0;
  const given = async function* (): AsyncGenerator<readonly Row[]> { for (const group of groups) { pulled += 1; yield group; } };
  const pieces: { bytes: Buffer; pulled: number }[] = [];
  for await (const bytes of parquetOf(COLUMNS, given(), {})) pieces.push({ bytes, pulled });
  assert.deepEqual(pieces.map((piece) => piece.pulled), [1, 2, 3, 4, 4], 'what was read is sent before more is read');
  const { rows, groups: sizes } = await readParquet(Buffer.concat(pieces.map(({ bytes }) => bytes)));
  assert.deepEqual(sizes, [1000, 1000, 1000, 500, 1000]);
  assert.deepEqual(rows.map((row) => row['text']), groups.flat().map((row) => row.text));
});

void test('property: what is written is read back', async () => {
  const row = fc.record({
    text: fc.option(fc.string({ unit: 'grapheme', maxLength: 40 })), code: fc.option(fc.constantFrom('open', 'direct')), count: fc.option(fc.integer()),
    amount: fc.option(fc.tuple(fc.bigInt({ min: -(10n ** 20n) + 1n, max: 10n ** 20n - 1n }), fc.nat(999_999)).map(([whole, part]) => `${whole}.${String(part).padStart(6, '0')}`)),
    day: fc.option(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))),
    at: fc.option(fc.date({ min: new Date('1700-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toISOString())), yes: fc.option(fc.boolean()),
  });
  await fc.assert(fc.asyncProperty(fc.array(row, { maxLength: 60 }), async (given) => {
    const { rows } = await parquet([given]);
    assert.deepEqual(rows, given.map(({ text: words, code: list, count, amount, day: date, at, yes }) => ({
      text: words, code: list, count: count === null ? null : String(count), amount, amount_text: null, day: date, at: at === null ? null : at.replace('Z', '000Z'), yes: yes === null ? null : String(yes),
    })));
  }), runs(20));
});
