import { stringify } from 'csv-stringify/sync';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { COPENHAGEN, fill, type Language } from '#base';

/** What the values of a column are, so that each file format writes them in its own way. */
export type ValueKind =
  | 'text'
  /** Of a codelist; `nameOf` is what people call it. */
  | 'code'
  /** A count or a year: within 64 bits. */
  | 'integer'
  /** Exact, of any length: `-1234.50`. */
  | 'decimal'
  /** ISO 8601 day. */
  | 'day'
  /** ISO 8601 instant. */
  | 'instant'
  /** `true` or `false`. */
  | 'flag';

/** How the values of a column are read from its rows; null: not stated. The kind is known without a row: files may have none. */
export interface ColumnValues<Row> {
  readonly kind: ValueKind;
  of(row: Row): string | null;
  nameOf?(value: string, language: Language): string;
}

export interface TableColumn<Row> {
  /** Name in the machine-readable files; stable. */
  readonly name: string;
  /** Heading for people. */
  readonly heading: Readonly<Record<Language, string>>;
  readonly values: ColumnValues<Row>;
}

type Read<Row, Value> = (row: Row) => Value | null;

function written<Row, Value extends string | number | boolean>(kind: ValueKind, read: Read<Row, Value>): ColumnValues<Row> {
  return {
    kind,
    of: (row) => {
      const value = read(row);
      return value === null ? null : String(value);
    },
  };
}

export const text = <Row>(read: Read<Row, string>): ColumnValues<Row> => ({ kind: 'text', of: read });
export const code = <Row, Code extends string>(read: Read<Row, Code>, nameOf: (value: Code, language: Language) => string): ColumnValues<Row> => ({ kind: 'code', of: read, nameOf });
export const integer = <Row>(read: Read<Row, string | number>): ColumnValues<Row> => written('integer', read);
export const decimal = <Row>(read: Read<Row, string>): ColumnValues<Row> => ({ kind: 'decimal', of: read });
export const day = <Row>(read: Read<Row, string>): ColumnValues<Row> => ({ kind: 'day', of: read });
export const instant = <Row>(read: Read<Row, string>): ColumnValues<Row> => ({ kind: 'instant', of: (row) => read(row) || null });
export const flag = <Row>(read: Read<Row, boolean>): ColumnValues<Row> => written('flag', read);

/** The two dialects of CSV: for programs (comma, dot, ISO 8601), and for Excel on a Danish machine. */
export type CsvDialect = 'machine' | 'danish-excel';

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front, which makes it text again. Numbers
 * stay numbers. The signs are those of OWASP's "CSV injection", with their full-width twins.
 */
export function inert(value: string): string {
  return /^[\s"']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value;
}

/** CSV text piece by piece: the headings first, then each group of rows as it comes. */
export async function* csvOf<Row>(columns: readonly TableColumn<Row>[], groups: AsyncIterable<readonly Row[]>, dialect: CsvDialect): AsyncGenerator<string> {
  const danish = dialect === 'danish-excel';
  // With CRLF between rows the library leaves a lone line break in a cell unquoted; most readers would end the row there.
  const options = { delimiter: danish ? ';' : ',', record_delimiter: '\r\n' as const, quoted_match: /[\r\n]/ };
  const headings = columns.map((column) => (danish ? column.heading.da : column.name));
  // Excel takes a file for UTF-8 only when it begins with a byte order mark.
  yield (danish ? '\u{feff}' : '') + stringify([headings], options);
  for await (const rows of groups) {
    yield stringify(rows.map((row) => columns.map((column) => csvCell(column.values, row, danish))), options);
  }
}

function csvCell<Row>(values: ColumnValues<Row>, row: Row, danish: boolean): string {
  const value = values.of(row);
  if (value === null) return '';
  if (danish && values.nameOf !== undefined) return inert(withoutControls(values.nameOf(value, 'da')));
  if (isNumber(values) && /^-?\d+(\.\d+)?$/.test(value)) return danish ? value.replace('.', ',') : value;
  if (values.kind === 'instant') return danish ? danishTime(value) : value;
  return inert(withoutControls(value));
}

function isNumber({ kind }: Pick<ColumnValues<never>, 'kind'>): boolean {
  return kind === 'integer' || kind === 'decimal';
}

/** `2024-03-01 13:00` in Copenhagen: Danish Excel reads it as a date, whatever its own settings for dates are. */
function danishTime(value: string): string {
  const local = zoned(value);
  return local === null ? inert(value) : local.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

function zoned(value: string): Temporal.ZonedDateTime | null {
  try {
    return Temporal.Instant.from(value).toZonedDateTimeISO(COPENHAGEN);
  } catch {
    return null;
  }
}

/** More rows than this do not open well in a spreadsheet, and the file is made in memory. */
export const MOST_XLSX_ROWS = 50_000;
/** A cell of a workbook holds no more. */
const LONGEST_XLSX_TEXT = 32_000;
/** A spreadsheet counts in doubles: longer numbers would be changed, so they become text. */
const SAFE_DIGITS = 15;

/** The calendar of a workbook begins in 1900; an earlier date, mostly a publisher's "unknown", is written as text. */
const FIRST_XLSX_YEAR = 1901;

const CUT_SHORT = {
  da: 'Listen fortsætter: regnearket rummer de første {shown} af {total} rækker. CSV-, Parquet- og JSON-filen har dem alle.',
  en: 'The list goes on: this workbook holds the first {shown} of {total} rows. The CSV, Parquet and JSON files have them all.',
} as const;

export interface WorkbookOptions {
  /** Rows there are; when the workbook holds fewer, its last line says so. */
  readonly total?: number;
  /** A second sheet: names and what they stand for. */
  readonly about?: { readonly sheet: string; readonly rows: readonly (readonly [string, string])[] };
}

/** A workbook with a sheet of rows, and one about them when that is given. */
export async function xlsxOf<Row>(
  columns: readonly TableColumn<Row>[], rows: readonly Row[], language: Language, sheet: string, { total = rows.length, about }: WorkbookOptions = {},
): Promise<Buffer> {
  const headings = columns.map((column): Cell => ({ value: column.heading[language], fontWeight: 'bold' }));
  const cells = rows.map((row) => columns.map((column) => xlsxCell(column.values, row, language)));
  if (total > rows.length) cells.push([{ value: fill(CUT_SHORT[language], { shown: rows.length, total }), type: String }]);
  const list = { data: [headings, ...cells], sheet, stickyRowsCount: 1, columns: columns.map(() => ({ width: 22 })) };
  const words = (about?.rows ?? []).map(([name, value]): Cell[] => [{ value: name, fontWeight: 'bold' }, { value: withoutControls(value), type: String, wrap: true }]);
  return writeXlsxFile(about === undefined ? [list] : [list, { data: words, sheet: about.sheet, columns: [{ width: 26 }, { width: 100 }] }]).toBuffer();
}

function xlsxCell<Row>(values: ColumnValues<Row>, row: Row, language: Language): Cell {
  const given = values.of(row);
  const value = given === null || values.nameOf === undefined ? given : values.nameOf(given, language);
  if (value === null || value === '') return null;
  if (isNumber(values) && /^-?\d+(\.\d+)?$/.test(value) && value.replaceAll(/\D/g, '').length <= SAFE_DIGITS) {
    return { value: Number(value), type: Number };
  }
  const local = values.kind === 'instant' ? zoned(value) : null;
  // The workbook knows no time zones: the clock of Copenhagen is written as it stands.
  if (local !== null && local.year >= FIRST_XLSX_YEAR) return { value: new Date(local.toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds), type: Date, format: 'yyyy-mm-dd hh:mm' };
  return { value: withoutControls(value.slice(0, LONGEST_XLSX_TEXT)), type: String };
}

/**
 * Without control characters, which neither a workbook (XML 1.0) nor a terminal takes well. Line breaks and tabulators
 * stay. JSON keeps them all, escaped.
 */
function withoutControls(value: string): string {
  // eslint-disable-next-line no-control-regex
  return value.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, ' ');
}
