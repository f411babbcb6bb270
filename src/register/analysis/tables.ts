/** What the analysis files hold: the flat tables, each column in the form that Parquet and CSV keep it in. */
import { createHash } from 'node:crypto';
import { NOTICE_TABLE } from '../flat/notice.flat.ts';
import { PROCESS_TABLES } from '../flat/index.ts';
import type { ColumnType, FlatColumn, FlatRow, FlatTable, FlatValue } from '../flat/table.ts';
import { beginning, storable } from '../storable.ts';
import { DECIMAL_DIGITS, DECIMAL_PRECISION, DECIMAL_SCALE, fitsDecimal, TEXT_SUFFIX } from '../stored-decimal.ts';

/** A cell holds no more, which is also what a spreadsheet takes; the release has the text whole. */
export const LONGEST_TEXT = 32_000;
/** Raised when the same columns are written in another way. */
const WRITING = 1;

/** Types in the Parquet files. DuckDB and ClickHouse read all of these. */
export const STORED_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'varchar', integer: 'bigint', boolean: 'boolean', decimal: `decimal(${DECIMAL_PRECISION},${DECIMAL_SCALE})`, date: 'date', instant: 'timestamp',
};

export interface StoredColumn extends FlatColumn {
  readonly name: string;
}

export interface StoredTable {
  readonly name: string;
  readonly meaning: FlatTable<FlatRow>['meaning'];
  readonly columns: readonly StoredColumn[];
}

/** Every table of a generation, in the order of the data dictionary. */
export const ANALYSIS_TABLES: readonly StoredTable[] = [
  ...PROCESS_TABLES.map(({ name, meaning, columns }) => ({ name, meaning, columns: storedColumns(columns) })),
  { name: NOTICE_TABLE.name, meaning: NOTICE_TABLE.meaning, columns: storedColumns(NOTICE_TABLE.columns) },
];

/** Names the form of the files: those of another form, with other columns for instance, are made anew. */
export const FILE_FORMAT = `${WRITING}-${createHash('sha256')
  .update(JSON.stringify(ANALYSIS_TABLES.map(({ name, columns }) => [name, columns.map((column) => [column.name, STORED_TYPES[column.type]])]))).digest('hex').slice(0, 12)}`;

/** A decimal has a second column for what does not fit: then the first is empty, and nothing is rounded. */
function storedColumns(columns: Readonly<Record<string, FlatColumn>>): readonly StoredColumn[] {
  return Object.entries(columns).flatMap(([name, column]): StoredColumn[] => (column.type !== 'decimal' ? [{ name, ...column }] : [
    { name, ...column },
    {
      name: name + TEXT_SUFFIX, type: 'text',
      meaning: {
        da: `Kun udfyldt, når ${name} har over ${DECIMAL_DIGITS} cifre før eller over ${DECIMAL_SCALE} efter kommaet: da står tallet her, og ${name} er tom`,
        en: `Filled only when ${name} has more than ${DECIMAL_DIGITS} digits before or more than ${DECIMAL_SCALE} after the point: the number then stands here, and ${name} is empty`,
      },
    },
  ]));
}

/**
 * A row as it is written: its values in the order of the table's columns.
 * @param given a row of the flat table of that name
 */
export function storedValues({ columns }: StoredTable, given: object): FlatValue[] {
  const row = given as FlatRow;
  return columns.map(({ name, type }) => {
    const value = row[name] ?? null;
    if (type === 'decimal') return typeof value === 'string' && fitsDecimal(value) ? value : null;
    if (!(name in row)) return misfit(row[name.slice(0, -TEXT_SUFFIX.length)] ?? null);
    return type === 'text' && typeof value === 'string' ? beginning(storable(value), LONGEST_TEXT) : value;
  });
}

function misfit(value: FlatValue): string | null {
  return typeof value === 'string' && !fitsDecimal(value) ? value : null;
}
