/** What DuckDB answers, as `Analysis` gives it. */
import type { DuckDBValue } from '@duckdb/node-api';
import type { AnalysisRow, AnalysisValue } from './reader.ts';

export function duckRows(rows: readonly Readonly<Record<string, DuckDBValue>>[]): AnalysisRow[] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
}

/** Whole numbers beyond 2^53 and decimals come as exact text, days and instants as ISO 8601. */
function plain(value: DuckDBValue): AnalysisValue {
  switch (typeof value) {
    case 'bigint':
      return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value.toString();
    case 'string': case 'number': case 'boolean':
      return value;
    default:
      return value === null ? null : isoText(value);
  }
}

function isoText(value: NonNullable<Exclude<DuckDBValue, string | number | boolean | bigint>>): string {
  const text = value.toString();
  return value.constructor.name === 'DuckDBTimestampValue' ? `${text.replace(' ', 'T')}Z` : text;
}
