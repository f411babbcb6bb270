/** A year without anything is a column of height 0, not a year left out; one stray date long ago must not stretch the picture. */
const MOST_YEARS = 40;

/** @param rows in the order of their years @param empty a row of a year that has none */
export function withGaps<Row extends { readonly year: number }>(rows: readonly Row[], empty: (year: number) => Row): readonly Row[] {
  const years = rows.map((row) => row.year);
  const from = Math.min(...years);
  const length = Math.max(...years) - from + 1;
  if (!(length <= MOST_YEARS)) return rows;
  const known = new Map(rows.map((row) => [row.year, row]));
  return Array.from({ length }, (_none, index) => known.get(from + index) ?? empty(from + index));
}
