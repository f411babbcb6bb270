import type { AnalysisRow } from '#register';

/** Reads the columns of an answer; a column that is missing or of another kind is a mistake of the question. */
export function numberIn(row: AnalysisRow, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`The column ${column} holds no number: ${String(value)}`);
  return value;
}

export function textIn(row: AnalysisRow, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`The column ${column} holds no text: ${String(value)}`);
  return value;
}

export function numberOrNull(row: AnalysisRow, column: string): number | null {
  return row[column] === null ? null : numberIn(row, column);
}

export function textOrNull(row: AnalysisRow, column: string): string | null {
  return row[column] === null ? null : textIn(row, column);
}
