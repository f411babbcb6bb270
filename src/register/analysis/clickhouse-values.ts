/** What ClickHouse answers, as `Analysis` gives it. */
import type { AnalysisRow, AnalysisValue } from './reader.ts';

/** The format to ask for: lines of JSON, the first with the names of the columns, the second with their types. */
export const CLICKHOUSE_FORMAT = 'JSONCompactEachRowWithNamesAndTypes';

/** How ClickHouse is to understand the texts as DuckDB does, and to answer without rounding. */
export const CLICKHOUSE_SETTINGS = {
  // What a join does not find is null, and so is a column of a new table until it is filled.
  join_use_nulls: 1, data_type_default_nullable: 1, cast_keep_nullable: 1,
  // A name is that of a column before it is that of another column of the same answer.
  prefer_column_name_to_alias: 1,
  // Numbers that JSON would round come in quotes, those that it does not know too.
  output_format_json_quote_64bit_integers: 1, output_format_json_quote_decimals: 1, output_format_json_quote_denormals: 1, output_format_decimal_trailing_zeros: 1,
  date_time_output_format: 'iso', session_timezone: 'UTC',
} as const;

const WRAPPED = /^(?:Nullable|LowCardinality)\((.*)\)$/;
const DENORMAL: Readonly<Record<string, number>> = { inf: Infinity, '-inf': -Infinity, nan: Number.NaN, '-nan': Number.NaN };

/** @param lines the answer in `CLICKHOUSE_FORMAT`, each line parsed */
export function rowsOf([names = [], types = [], ...rows]: readonly (readonly unknown[])[]): AnalysisRow[] {
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [String(name), valueOf(String(types[at]), row[at])])));
}

/** @param type as ClickHouse writes it: Nullable(Decimal(38, 6)) */
export function valueOf(type: string, value: unknown): AnalysisValue {
  const inner = WRAPPED.exec(type)?.[1];
  if (inner !== undefined) return valueOf(inner, value);
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (/^U?Int\d+$/.test(type)) return Number.isSafeInteger(Number(text)) ? Number(text) : text;
  if (/^Float\d+$/.test(type)) return DENORMAL[text] ?? Number(text);
  // Fractions of a second that are nought are left out.
  return type.startsWith('DateTime') ? text.replace(/(\.\d*?)0*Z$/, (_all, fraction: string) => `${fraction === '.' ? '' : fraction}Z`) : text;
}
