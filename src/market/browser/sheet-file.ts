/** Prices out of a spreadsheet that a bidder filled in. It is read here and sent nowhere. */
import { readSheet } from 'read-excel-file/browser';
import { amountOfCell, amountText } from './amount.ts';

/** Prices by number of line; null where it has none. The number stands in the first column, the price in the fifth. @throws when it is no workbook */
export async function pricesIn(file: File, numbers: readonly string[], lang: string): Promise<ReadonlyMap<string, string | null>> {
  const rows = await readSheet(file);
  const byNumber = new Map(rows.map((row) => [String(row[0] ?? '').trim(), row[4]]));
  return new Map(numbers.map((number) => [number, priceOf(byNumber.get(number), lang)]));
}

function priceOf(cell: unknown, lang: string): string | null {
  if (typeof cell === 'number') return amountOfCell(cell);
  return typeof cell === 'string' ? amountText(cell, lang) : null;
}
