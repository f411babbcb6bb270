import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { LANGUAGES, type Language } from '#base';
import { said } from '#law';
import { runs } from '../../test/support/deep.ts';
import { readRows, readValue, type Fault } from './values.ts';
import { BAR, SKIPPED, type PlainField, type RowsField } from './wizard.ts';

const AMOUNT: PlainField = { kind: 'amount' };
const DATE: PlainField = { kind: 'date' };
const COUNT: PlainField = { kind: 'count', least: 1, most: 1200, unit: said('måneder', 'months') };
const TEXT: PlainField = { kind: 'text', most: 80 };
const CHOICE: PlainField = { kind: 'choice', options: [{ value: 'ja', label: said('Ja', 'Yes') }, { value: 'nej', label: said('Nej', 'No') }] };
const FIELDS = [AMOUNT, DATE, COUNT, TEXT, CHOICE];

const ROWS: RowsField = {
  kind: 'rows', most: 3, one: said('Ændring', 'Change'),
  columns: [
    { name: 'on', label: said('Dato', 'Date'), field: DATE, mayBeEmpty: false },
    { name: 'value', label: said('Beløb', 'Amount'), field: AMOUNT, mayBeEmpty: false },
    { name: 'ground', label: said('Hjemmel', 'Ground'), field: { kind: 'choice', options: [{ value: '', label: said('Ved ikke', 'Not known') }, { value: '180', label: said('§ 180', '§ 180') }] }, mayBeEmpty: true },
  ],
};

/** What is wrong with rows; null: nothing. */
function fault(rows: readonly Readonly<Record<string, string>>[]): unknown {
  const read = readRows(ROWS, rows, 'da');
  return read.ok ? null : read.failure;
}

function reads(field: PlainField, lang: Language, pairs: readonly (readonly [typed: string, value: string])[]): void {
  for (const [typed, value] of pairs) assert.deepEqual(readValue(field, typed, lang), { ok: true, value }, typed);
}

function refuses(field: PlainField, lang: Language, fault: Fault, typed: readonly string[]): void {
  for (const text of typed) assert.deepEqual(readValue(field, text, lang), { ok: false, failure: fault }, text);
}

void describe('amounts', () => {
  void test('as Danes write them', () => {
    reads(AMOUNT, 'da', [
      ['1644638', '1644638'], ['1.644.638', '1644638'], ['1.644.638,50 kr.', '1644638.5'], ['1644638,5', '1644638.5'], ['1 644 638', '1644638'], ['1\u00a0644\u202f638', '1644638'], ["1'644'638", '1644638'],
      ['kr. 250.000', '250000'], ['DKK 250.000,00', '250000'], ['250.000,-', '250000'], ['250.000 DKK', '250000'], ['250000.50', '250000.5'], ['1.000', '1000'], ['0', '0'], ['000', '0'], ['0,01', '0.01'], ['  7  ', '7'],
    ]);
  });

  void test('as the English write them', () => {
    reads(AMOUNT, 'en', [['1,644,638.50', '1644638.5'], ['1644638.5', '1644638.5'], ['DKK 1,000', '1000'], ['250000,50', '250000.5'], ['1 644 638 kr', '1644638']]);
  });

  void test('millions', () => {
    reads(AMOUNT, 'da', [['3,5 mio.', '3500000'], ['3,5 mio. kr.', '3500000'], ['3.5 mio', '3500000'], ['5 millioner', '5000000'], ['1 million', '1000000'], ['1,6446 mio. kr.', '1644600'], ['1,644638 mio.', '1644638'], ['1,644 mio.', '1644000'], ['1.000 mio.', '1000000000'], ['1.250,5 mio.', '1250500000']]);
    reads(AMOUNT, 'en', [['3.5 million', '3500000'], ['1,000 million', '1000000000'], ['1.644 million', '1644000']]);
  });

  void test('what could be two amounts is none', () => {
    refuses(AMOUNT, 'da', 'no-amount', ['1,644', '1,644,638', '1.64.638', '1.644,6385', '1.6446', '12.3456']);
    refuses(AMOUNT, 'en', 'no-amount', ['1.644', '1.644.638', '1,64,638']);
  });

  void test('what is no amount of kroner', () => {
    refuses(AMOUNT, 'da', 'no-amount', ['-5', '+5', '5 euro', 'EUR 5', '1e9', '0x10', 'NaN', 'Infinity', 'en million', 'mio.', 'kr.', '٣', '5,', ',5', '1.2.3', '5 mio. mio.', '100.000,123', '½']);
    refuses(AMOUNT, 'da', 'empty', ['', ' ', '\u00a0\t']);
    refuses(AMOUNT, 'da', 'too-much', ['10000000000000,01', '9'.repeat(200), '10.000.001 mio.']);
    reads(AMOUNT, 'da', [['10000000000000', '10000000000000'], ['9999999999999,99', '9999999999999.99']]);
  });
});

void describe('days, counts, choices and words', () => {
  void test('days as they are written', () => {
    for (const lang of LANGUAGES) reads(DATE, lang, [['2026-05-01', '2026-05-01'], ['1.5.2026', '2026-05-01'], ['01/05-2026', '2026-05-01'], ['31-12-2026', '2026-12-31'], ['29.2.2024', '2024-02-29'], [' 1.5.2026 ', '2026-05-01']]);
  });

  void test('a day that the calendar does not have, or that the law cannot be asked about', () => {
    refuses(DATE, 'da', 'no-date', ['31.2.2026', '29.2.2026', '2026-02-30', '0.5.2026', '1.13.2026', '32.1.2026', '1.5.26', '2026', '2026-5-1', '1. maj 2026', 'i morgen', '2026-05-01T00:00', '0000-01-01', '1.5.0000', '+002026-05-01']);
  });

  void test('whole numbers within their bounds', () => {
    reads(COUNT, 'da', [['1', '1'], ['048', '48'], ['1200', '1200']]);
    refuses(COUNT, 'da', 'no-count', ['0', '1201', '-1', '1,5', '1.200', 'x', '1e3', '9'.repeat(50)]);
  });

  void test('only what is offered, and words up to their limit', () => {
    reads(CHOICE, 'da', [['ja', 'ja']]);
    refuses(CHOICE, 'da', 'not-offered', ['JA', 'måske', '-']);
    reads(TEXT, 'da', [['  KMD   Opera\n', 'KMD Opera'], ['å'.repeat(80), 'å'.repeat(80)]]);
    refuses(TEXT, 'da', 'too-long', ['a'.repeat(81)]);
  });
});

void describe('rows', () => {
  void test('each with its columns; a row that was left open counts as none', () => {
    assert.deepEqual(readRows(ROWS, [{ on: '1.5.2024', value: '1.000', ground: '180' }, { on: '', value: ' ', ground: '' }, { on: '2.5.2024', value: '2' }], 'da'), { ok: true, value: [`2024-05-01${BAR}1000${BAR}180`, `2024-05-02${BAR}2${BAR}`] });
    for (const none of [[], [{}], [{ on: '', value: '', ground: '180' }]]) assert.deepEqual(readRows(ROWS, none, 'da'), { ok: true, value: [SKIPPED] });
  });

  void test('what is wrong is named by its row and column', () => {
    const good = { on: '1.5.2024', value: '1', ground: '' };
    assert.deepEqual(fault([{}, { on: '31.2.2024', value: '1' }]), { row: 1, column: 'on', fault: 'no-date' });
    assert.deepEqual(fault([{ on: '1.5.2024' }]), { row: 0, column: 'value', fault: 'empty' });
    assert.deepEqual(fault([good, { ...good, ground: '179' }]), { row: 1, column: 'ground', fault: 'not-offered' });
    assert.deepEqual(fault([{}, good, good, good, good]), { row: 4, column: 'on', fault: 'too-many' });
  });
});

const typedLike = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 100 }), fc.string({ unit: 'binary', maxLength: 30 }), fc.stringMatching(/^[\d., \u00a0'-]{1,20}( ?(mio\.?|kr\.?|DKK|,-))?$/), fc.stringMatching(/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/), fc.stringMatching(/^\d{1,16}([.,]\d{1,3})?$/),
);

void test('property: whatever is typed gives a fault or one value, and that value reads as itself in both languages', () => {
  fc.assert(fc.property(fc.constantFrom(...FIELDS), typedLike, fc.constantFrom(...LANGUAGES), (field, typed, lang) => {
    const read = readValue(field, typed, lang);
    if (!read.ok) return;
    for (const other of LANGUAGES) assert.deepEqual(readValue(field, read.value, other), read);
    if (field.kind === 'amount') assert.match(read.value, /^(0|[1-9]\d*)(\.\d{1,2})?$/);
    if (field.kind === 'date') assert.match(read.value, /^\d{4}-\d\d-\d\d$/);
  }), runs(3000));
});

void test('property: an amount, however it is grouped, is read to the øre', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), fc.constantFrom(...LANGUAGES), fc.boolean(), (ore, lang, grouped) => {
    const [whole, rest] = [Math.floor(ore / 100), String(ore % 100).padStart(2, '0')];
    const typed = grouped ? new Intl.NumberFormat(lang === 'da' ? 'da-DK' : 'en-GB').format(whole) : String(whole);
    const read = readValue(AMOUNT, `${typed}${lang === 'da' ? ',' : '.'}${rest}`, lang);
    assert.ok(read.ok && Math.round(Number(read.value) * 100) === ore, typed);
  }), runs(500));
});

void test('property: rows give a fault of a row that was typed, or rows that read as themselves', () => {
  const cell = fc.oneof(fc.constantFrom('', '1.5.2024', '1.000,50', '180', '31.2.2024'), typedLike);
  fc.assert(fc.property(fc.array(fc.record({ on: cell, value: cell, ground: cell }), { maxLength: 6 }), fc.constantFrom(...LANGUAGES), (rows, lang) => {
    const read = readRows(ROWS, rows, lang);
    if (!read.ok) return assert.ok(read.failure.row < rows.length && ROWS.columns.some(({ name }) => name === read.failure.column));
    if (read.value[0] === SKIPPED) return;
    const again = read.value.map((row) => { const [on = '', value = '', ground = ''] = row.split(BAR); return { on, value, ground }; });
    assert.deepEqual(readRows(ROWS, again, 'en'), read);
  }), runs(1000));
});
