import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { DATA_LICENCE } from '../licence.ts';
import { aboutSheet, type FileAbout } from './about.ts';
import { csvOf, decimal, inert, instant, text, xlsxOf, type CsvDialect, type TableColumn } from './table.ts';

interface Row { readonly name: string | null; readonly amount: string | null; readonly at: string | null }
const COLUMNS: readonly TableColumn<Row>[] = [
  { name: 'name', heading: { da: 'Navn', en: 'Name' }, values: text((row) => row.name) },
  { name: 'amount', heading: { da: 'Beløb', en: 'Amount' }, values: decimal((row) => row.amount) },
  { name: 'at', heading: { da: 'Tid', en: 'Time' }, values: instant((row) => row.at) },
];
const row = (name: string | null, amount: string | null = null, at: string | null = null): Row => ({ name, amount, at });

async function csv(rows: readonly Row[], dialect: CsvDialect): Promise<string> {
  const groups = async function* (): AsyncGenerator<readonly Row[]> { yield rows; };
  return (await Array.fromAsync(csvOf(COLUMNS, groups(), dialect))).join('');
}

/** Reads CSV as RFC 4180 has it. */
function read(csvText: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  const cell = /"((?:[^"]|"")*)"|[^"\r\n]*?(?=[;,\r\n]|$)/y;
  for (let at = 0; at < csvText.length;) {
    cell.lastIndex = at;
    const [whole = '', quoted] = cell.exec(csvText) ?? [];
    let value = quoted === undefined ? whole : quoted.replaceAll('""', '"');
    at += whole.length;
    // The other dialect's delimiter is a letter like any other.
    while (at < csvText.length && csvText[at] !== delimiter && csvText[at] !== '\r') value += csvText[at++];
    cells.push(value);
    if (csvText[at] === delimiter) { at += 1; continue; }
    assert.equal(csvText.slice(at, at + 2), '\r\n', 'a row ends in CRLF');
    at += 2;
    rows.push(cells);
    cells = [];
  }
  return rows;
}

describe('CSV', () => {
  test('for programs: names, commas, decimal points, ISO 8601', async () => {
    assert.equal(await csv([row('Å, "b"', '-1234.50', '2026-07-01T12:00:00Z'), row(null)], 'machine'),
      'name,amount,at\r\n"Å, ""b""",-1234.50,2026-07-01T12:00:00Z\r\n,,\r\n');
  });
  test('for Danish Excel: byte order mark, semicolons, decimal commas, the clock of Copenhagen', async () => {
    const written = await csv([row('a;b', '-12345678901234567890.125', '2026-07-01T12:00:00Z'), row('x', '5', '2026-01-01T23:30:00Z')], 'danish-excel');
    assert.equal(written, '\u{feff}Navn;Beløb;Tid\r\n"a;b";-12345678901234567890,125;2026-07-01 14:00\r\nx;5;2026-01-02 00:30\r\n');
  });
  test('formulas are inert, numbers are not touched, and a number that is none is text', async () => {
    const formulas = ['=1+1', '+45 Data', '-2', '@SUM(A1)', '\t=1', '  =1', '"=1"', "'=1", '\r=1', '\n=1', '＝1', '＋1', '－1', '＠1'];
    for (const dialect of ['machine', 'danish-excel'] as const) {
      const rows = read((await csv(formulas.map((formula) => row(formula, '-2', '=cmd')), dialect)).replace('\u{feff}', ''), dialect === 'machine' ? ',' : ';').slice(1);
      assert.deepEqual(rows.map(([name]) => name), formulas.map((formula) => `'${formula}`));
      assert.ok(rows.every(([, amount]) => amount === '-2'));
      if (dialect === 'danish-excel') assert.ok(rows.every(([, , at]) => at === "'=cmd"));
    }
    for (const plain of ['Kommune', 'a=b', '1-2', 'a@b.dk', 'A-1', '']) assert.equal(inert(plain), plain);
    assert.match(await csv([row('x', '=1+1')], 'machine'), /x,'=1\+1/);
  });
  test('property: what is written is read back, row for row, and no cell begins a formula', async () => {
    const name = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('"', ',', ';', '\n', '\r', '\r\n', '=', ' ', 'a', '\u0000', '\u001b', '\u0085', '\ud800', '\u{feff}')).map((parts) => parts.join('')));
    await fc.assert(fc.asyncProperty(fc.array(name, { minLength: 1 }), fc.constantFrom('machine', 'danish-excel'), async (names, dialect) => {
      const written = await csv(names.map((given) => row(given, '1.5')), dialect);
      const rows = read(dialect === 'machine' ? written : written.slice(1), dialect === 'machine' ? ',' : ';').slice(1);
      assert.equal(rows.length, names.length);
      for (const [at, cells] of rows.entries()) {
        assert.equal(cells.length, 3);
        assert.doesNotMatch(cells[0] ?? '', /^[=+\-@\t\r]/);
        // eslint-disable-next-line no-control-regex
        assert.doesNotMatch(cells[0] ?? '', /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
        assert.equal(cells[0]?.replace(/^'/, '').length, names[at]?.replace(/^'/, '').length);
      }
    }), { numRuns: 150 });
  });
});

/** The files of a zip archive, by its central directory. */
function unzip(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size, nameLength, extra, comment, header] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    const packed = bytes.subarray(start, start + size);
    files.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

async function sheet(rows: readonly Row[], total?: number): Promise<{ xml: string; strings: string; all: Map<string, string> }> {
  const all = unzip(await xlsxOf(COLUMNS, rows, 'da', 'udbud', total === undefined ? {} : { total }));
  const xml = [...all].find(([name]) => name.endsWith('worksheets/sheet1.xml'))?.[1] ?? '';
  return { xml, strings: all.get('xl/sharedStrings.xml') ?? xml, all };
}

describe('XLSX', () => {
  test('opens: a workbook with its parts, headings, numbers as numbers and text as text', async () => {
    const { xml, strings, all } = await sheet([row('=1+1', '-1234.50', '2026-07-01T12:00:00Z'), row('<b>&"', '12345678901234567.89')]);
    for (const part of ['[Content_Types].xml', 'xl/workbook.xml']) assert.ok(all.has(part), part);
    assert.doesNotMatch(xml, /<f>/, 'no formula');
    assert.match(xml, /<v>-1234\.5<\/v>/);
    // 1 July 2026 14:00 in Copenhagen, in days since 1900.
    assert.match(xml, /<v>46204\.5833\d*<\/v>/);
    assert.match(strings, /=1\+1/);
    assert.match(strings, /&lt;b&gt;&amp;/);
    assert.match(strings, /12345678901234567\.89/, 'longer than a double holds: text');
    assert.match(strings, /Beløb/);
  });
  test('control characters, half letters, long texts and dates before 1900 make no broken file', async () => {
    const { xml, strings } = await sheet([row(`a\u0000\u0001\u001b\ud800\ufffe`), row(`${'x'.repeat(31_999)}😀`), row('old', null, '0001-01-01T00:00:00Z'), row('no date', null, 'yesterday')]);
    for (const part of [xml, strings]) {
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(part, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&#x?0*[01]?[0-9a-f];/i);
      assert.ok(part.isWellFormed());
    }
    assert.doesNotMatch(xml, /<v>-/);
    assert.match(strings, /0001-01-01T00:00:00Z/);
    assert.match(strings, /yesterday/);
  });
  test('a list that does not fit says so in its last line', async () => {
    assert.match((await sheet([row('a')], 60_000)).strings, /de første 1 af 60000 rækker/);
    assert.doesNotMatch((await sheet([row('a')])).strings, /rækker/);
  });
  test('a second sheet tells of the first: publisher, address, time, licence and terms, all of it text', async () => {
    const about: FileAbout = { world: 'demo', title: '=1+1', publisher: '@SUM(A1)\u0000', address: 'https://torvet.example/udbud?q=a&b', retrieved: '2026-11-22T12:00:00Z', updated: null, licence: DATA_LICENCE, terms: ['Et', 'To'] };
    const all = unzip(await xlsxOf(COLUMNS, [row('a')], 'da', 'udbud', { about: aboutSheet(about, { lang: 'da' }) }));
    const xml = all.get('xl/worksheets/sheet2.xml') ?? '';
    const strings = all.get('xl/sharedStrings.xml') ?? xml;
    assert.match(all.get('xl/workbook.xml') ?? '', /name="udbud".*name="Om data"/);
    assert.doesNotMatch(xml, /<f>/);
    for (const words of ['=1+1', '@SUM(A1)', 'udbud?q=a&amp;b', '22. november 2026 kl. 13.00', 'endnu ikke', 'CC-BY-4.0 https://creativecommons.org/licenses/by/4.0/', 'Et', 'To', 'Fiktive data']) assert.ok(strings.includes(words), words);
  });
});
