/** A bid as it was opened: what evaluators read. */
import { unwrap, type Money, type Result } from '#base';
import { sheetTotals, type Sheet, type SheetPrices, type SheetTotals } from '../evaluation/price-sheet.ts';

export interface OpenedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

export interface OpenedAnswer {
  /** Number of the requirement. */
  readonly requirement: string;
  /** `yes`, `yes-priced`, `partly`, `no`. */
  readonly answer: string;
  readonly text: string;
  /** Of `yes-priced`: number of the line that pays for it. */
  readonly line?: string;
}

export interface OpenedBid {
  /** Key of the submission. */
  readonly submission: string;
  /** Key of the organisation. */
  readonly supplier: string;
  /** ISO instant. */
  readonly receivedAt: string;
  readonly answers: readonly OpenedAnswer[];
  /** By the number of the line. */
  readonly prices: SheetPrices;
  readonly files: readonly OpenedFile[];
  /** What the bidder asks to have kept from others, and why. */
  readonly confidential: readonly { readonly what: string; readonly why: string }[];
  /** Whether the self-declaration still holds; null: the bid does not say. */
  readonly declaration: { readonly unchanged: boolean; readonly text: string } | null;
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
