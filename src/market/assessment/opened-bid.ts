/** A bid as it was opened: what evaluators read. */
import { unwrap, type Money, type Result } from '#base';
import { sheetTotals, type Sheet, type SheetPrices, type SheetTotals } from '../evaluation/price-sheet.ts';

export interface OpenedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

export interface OpenedBid {
  /** Key of the submission. */
  readonly submission: string;
  /** Key of the organisation. */
  readonly supplier: string;
  /** ISO instant. */
  readonly receivedAt: string;
  /** Text for each requirement, by its number. */
  readonly answers: Readonly<Record<string, string>>;
  /** By the number of the line. */
  readonly prices: SheetPrices;
  readonly files: readonly OpenedFile[];
}

/** Sums of a bid's prices; fails where they are not whole. */
export function totalsOf(sheet: Sheet | undefined, { prices }: Pick<OpenedBid, 'prices'>): Result<SheetTotals> {
  if (sheet === undefined) throw new Error('A purchase that was announced has a price sheet.');
  return sheetTotals(sheet, prices);
}

/** What a contract by this bid is worth: every line, and every option in the quantity that the sheet expects. */
export function valueOfBid(totals: SheetTotals): Money {
  return { currency: totals.base.currency, minor: totals.evaluated.minor + totals.optionsNotEvaluated.minor };
}

/** @throws when the prices are not whole: such a bid is never ranked */
export function wholeTotals(sheet: Sheet | undefined, bid: OpenedBid): SheetTotals {
  return unwrap(totalsOf(sheet, bid));
}
