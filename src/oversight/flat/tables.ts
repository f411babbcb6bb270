/**
 * The flat tables that indicators read: what compiled releases say, one row for each thing. A row stands for its release
 * by `line`, and for its place in an array by `place` (from 0). A value of a type that it should not have is null.
 */

/** `word` is text that comes again and again: a row gives its number, 0 for null. `instant` is exact: seconds since 1970 with nine decimals. */
export type FlatType = 'text' | 'word' | 'count' | 'number' | 'instant' | 'flag';
export type FlatValue = string | number | bigint | boolean | null;

export interface FlatTable<Column extends string = string> {
  readonly name: string;
  readonly columns: Readonly<Record<Column, FlatType>>;
}

function table<Column extends string>(name: string, columns: Readonly<Record<Column, FlatType>>): FlatTable<Column> {
  return { name, columns };
}

export const PROCESS = table('process', {
  line: 'count', ocid: 'text',
  /** tender.procurementMethod, tender.procurementMethodDetails */
  method: 'word', details: 'word',
  /** tender.numberOfTenderers, when it is a whole number */
  tenderers: 'number',
  /** tender.tenderPeriod, as instants, and its end as it was written */
  opens: 'instant', closes: 'instant', closes_text: 'text',
  /** Ids that are text */
  buyer: 'word', procuring_entity: 'word',
  /** Whether there are arrays at awards and bids.details */
  has_awards: 'flag', has_bids: 'flag',
});
/** `suppliers` is how many there are, with those that have no id; null where there is no array. `supplier` is the id of one that is alone. */
export const AWARD = table('award', { line: 'count', place: 'count', status: 'word', suppliers: 'count', supplier: 'word' });
/** Suppliers of awards with more than one, when their id is text. */
export const AWARD_SUPPLIER = table('award_supplier', { line: 'count', award: 'count', supplier: 'word' });
/** Items with a classification whose id is text. */
export const AWARD_ITEM = table('award_item', { line: 'count', award: 'count', classification: 'word' });
/** bids.details. `tenderers` is how many there are, with those that have no id; null where there is no array. `tenderer` is the id of one that is alone. */
export const BID = table('bid', { line: 'count', place: 'count', status: 'word', date: 'text', amount: 'number', currency: 'word', tenderers: 'count', tenderer: 'word' });
/** Tenderers of bids with more than one, when their id is text, as often as they stand there. */
export const BID_TENDERER = table('bid_tenderer', { line: 'count', bid: 'count', tenderer: 'word' });

/** What the settings say: one row for each setting that is one value, null where none was given and none is the default. */
export const SETTING = table('setting', { name: 'text', number: 'number', text: 'text' });
/** One row for each entry of a setting that is a list. */
export const LISTED = table('listed', { name: 'text', value: 'text', number: 'number' });

export const FLAT_TABLES: readonly FlatTable[] = [PROCESS, AWARD, AWARD_SUPPLIER, AWARD_ITEM, BID, BID_TENDERER, SETTING, LISTED];
