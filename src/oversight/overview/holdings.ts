/** A list of who has which system, as a CSV file: checked line by line, all of it or nothing. Pure. */
import { parse } from 'csv-parse/sync';
import { fail, ok, type Failure, type Result } from '#base';

export const HOLDING_COLUMNS = ['municipality', 'system', 'supplier', 'from', 'to', 'amount', 'currency', 'source'] as const;
/** What an amount is for: a year, or the whole time. A list may leave the column out; then it is not known. */
export const AMOUNT_BASES = ['year', 'total'] as const;
export type AmountBasis = (typeof AMOUNT_BASES)[number];
const OPTIONAL = ['basis'] as const;

/** A row as it is kept. Names are as given, without spaces at the ends. */
export interface Holding {
  readonly municipality: string;
  readonly system: string;
  readonly supplier: string;
  /** ISO dates. */
  readonly starts: string;
  readonly ends: string | null;
  /** Exact decimal. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly basis: AmountBasis | null;
  readonly source: string;
}

export interface HoldingContext {
  /** For messages. */
  readonly file: string;
  isMunicipality(name: string): boolean;
}

interface Line {
  /** From 1, the header being the first. */
  readonly line: number;
  readonly cells: readonly string[];
}

type Row = Readonly<Record<(typeof HOLDING_COLUMNS)[number], string> & Partial<Record<(typeof OPTIONAL)[number], string>>>;

/** @returns the holdings, or every mistake that was found, each with its line */
export function readHoldingsFile(bytes: Uint8Array, context: HoldingContext): Result<readonly Holding[], readonly Failure[]> {
  const lines = linesOf(bytes);
  if (typeof lines === 'string') return fail([mistake(context, 1, lines, 'Save it as CSV in UTF-8, with commas or semicolons.')]);
  const [head, ...body] = lines;
  const header = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const missing = HOLDING_COLUMNS.filter((column) => !header.includes(column));
  const unknown = header.filter((name) => !([...HOLDING_COLUMNS, ...OPTIONAL] as readonly string[]).includes(name));
  if (missing.length + unknown.length > 0 || new Set(header).size < header.length) {
    const what = missing.length > 0 ? `the column "${missing[0] ?? ''}" is missing` : unknown.length > 0 ? `there is no column "${unknown[0] ?? ''}"` : 'a column stands twice';
    return fail([mistake(context, 1, what, `The columns are ${HOLDING_COLUMNS.join(', ')}, in any order; to, amount and currency may be empty. A column basis may stand beside amount.`)]);
  }
  const read = body.map(({ line, cells }) => ({ line, ...readRow(Object.fromEntries(header.map((name, at) => [name, (cells[at] ?? '').trim()])) as Row, cells.length === header.length, context, line) }));
  const faults = [...read.flatMap(({ faults }) => faults), ...crossFaults(read.flatMap(({ line, holding }) => (holding === null ? [] : [{ line, holding }])), context)];
  return faults.length > 0 ? fail(faults) : ok(read.flatMap(({ holding }) => holding ?? []));
}

function mistake({ file }: HoldingContext, line: number, what: string, help: string): Failure {
  return { kind: 'invalid', message: `${file}, line ${line}: ${what}.`, help, place: `${file}:${line}` };
}

function linesOf(bytes: Uint8Array): readonly Line[] | string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'it is not UTF-8';
  }
  const [first = ''] = text.split(/\r?\n/, 1);
  try {
    const records = parse(text, { delimiter: first.includes(';') ? ';' : ',', relax_column_count: true, skip_empty_lines: true, info: true }) as unknown as readonly { readonly record: string[]; readonly info: { readonly lines: number } }[];
    return records.length === 0 ? 'it is empty' : records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    return `it is no CSV: ${error instanceof Error ? error.message : String(error)}`;
  }
}

interface ReadRow {
  readonly holding: Holding | null;
  readonly faults: readonly Failure[];
}

const LONGEST_CELL = 500;
const AMOUNT = /^(\d{1,15})(?:[.,](\d{1,2}))?$/;

function readRow(row: Row, isWhole: boolean, context: HoldingContext, line: number): ReadRow {
  const faults: Failure[] = [];
  const refuse = (what: string, help: string): void => void faults.push(mistake(context, line, what, help));
  if (!isWhole) return { holding: null, faults: [mistake(context, line, 'it has more or fewer cells than the header', 'Put quotes round a cell that holds the separator.')] };
  for (const column of [...HOLDING_COLUMNS, ...OPTIONAL]) {
    const cell = row[column] ?? '';
    if (/^[=+\-@\t\r]/.test(cell)) refuse(`${column} begins like a formula: "${cell.slice(0, 30)}"`, 'Write the value itself.');
    if (cell.length > LONGEST_CELL) refuse(`${column} is longer than ${LONGEST_CELL} characters`, 'Shorten it.');
  }
  for (const column of ['municipality', 'system', 'supplier', 'source'] as const) if (row[column] === '') refuse(`${column} is empty`, 'Every row says who has what from whom, and where that stands.');
  const municipality = row.municipality.replace(/ (?:kommune|regionskommune)$/i, '');
  if (municipality !== '' && !context.isMunicipality(municipality)) refuse(`"${row.municipality}" is no Danish municipality`, 'Write its name of today.');
  const [starts, ends] = [dayOf(row.from), dayOf(row.to)];
  if (starts === null) refuse(`from is "${row.from}", which is no day`, 'Write it as 2024-05-31.');
  if (row.to !== '' && ends === null) refuse(`to is "${row.to}", which is no day`, 'Write it as 2024-05-31, or leave it empty when the end is not known.');
  if (starts !== null && ends !== null && ends < starts) refuse(`it ends on ${ends}, before it begins on ${starts}`, 'Mend the dates.');
  const [, whole, part] = AMOUNT.exec(row.amount) ?? [];
  if (row.amount !== '' && whole === undefined) refuse(`amount is "${row.amount.slice(0, 30)}", which is no plain number`, 'Write it without thousands separators: 475000 or 475000,50.');
  if ((row.amount === '') !== (row.currency === '') || (row.currency !== '' && !/^[A-Z]{3}$/.test(row.currency))) refuse(`amount and currency do not belong together ("${row.amount.slice(0, 30)}", "${row.currency.slice(0, 30)}")`, 'Give both, the currency as three letters (DKK), or neither.');
  const basis = AMOUNT_BASES.find((one) => one === row.basis) ?? null;
  if ((row.basis ?? '') !== '' && (basis === null || row.amount === '')) refuse(`basis is "${(row.basis ?? '').slice(0, 30)}"`, `Write one of ${AMOUNT_BASES.join(', ')} beside an amount, or leave it empty when it is not known.`);
  if (faults.length > 0 || starts === null) return { holding: null, faults };
  return { faults, holding: { municipality, system: row.system, supplier: row.supplier, starts, ends, amount: whole === undefined ? null : part === undefined ? whole : `${whole}.${part}`, currency: row.currency === '' ? null : row.currency, basis, source: row.source } };
}

function dayOf(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text).toString();
  } catch {
    return null;
  }
}

interface Placed {
  readonly line: number;
  readonly holding: Holding;
}

/** The same row twice, and two agreements on one system at the same time: one of them is wrong, and which is not for the program to guess. */
function crossFaults(placed: readonly Placed[], context: HoldingContext): Failure[] {
  const seen = new Map<string, number>();
  const groups = Map.groupBy(placed, ({ holding: { municipality, system } }) => JSON.stringify([municipality.toLowerCase(), system.toLowerCase()]));
  return [
    ...placed.flatMap(({ line, holding }) => {
      const key = JSON.stringify(holding);
      const before = seen.get(key);
      seen.set(key, before ?? line);
      return before === undefined ? [] : [mistake(context, line, `it is the same as line ${before}`, 'Take one of them out.')];
    }),
    ...[...groups.values()].flatMap((group) => {
      const ordered = group.toSorted((one, other) => one.holding.starts.localeCompare(other.holding.starts) || one.line - other.line);
      return ordered.slice(1).flatMap(({ line, holding }, at) => {
        const before = ordered[at];
        if (before === undefined || JSON.stringify(before.holding) === JSON.stringify(holding) || (before.holding.ends !== null && before.holding.ends < holding.starts)) return [];
        const other = before.holding.supplier === holding.supplier ? '' : `, from ${before.holding.supplier}`;
        return [mistake(context, line, `${holding.municipality} has ${holding.system} at the same time by line ${before.line}${other}`, 'Say when the first one ended, or take out the wrong one.')];
      });
    }),
  ];
}
