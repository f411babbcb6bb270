/** A release as rows of the flat tables. */
import type { ReadRelease } from '../lines/release.ts';
import { NO_WORD } from '../lines/words.ts';
import { instantOf } from './instant.ts';
import { AWARD, AWARD_ITEM, AWARD_SUPPLIER, BID, BID_TENDERER, PROCESS, type FlatTable, type FlatValue } from './tables.ts';

/** Takes the values of one row, in the order of the table's columns. */
export type AddRow = (table: FlatTable, row: readonly FlatValue[]) => void;

/** @param ocid that of the release, which is known to be text */
export function addRelease(add: AddRow, release: ReadRelease, ocid: string, line: number): void {
  const { tender, bids, awards, buyer } = release;
  const details = bids?.details ?? null;
  const period = tender?.tenderPeriod ?? null;
  add(PROCESS, [
    line, ocid, tender?.procurementMethod ?? NO_WORD, tender?.procurementMethodDetails ?? NO_WORD, tender?.numberOfTenderers ?? null,
    instantOf(period?.startDate ?? null), instantOf(period?.endDate ?? null), period?.endDate ?? null,
    buyer?.id ?? NO_WORD, tender?.procuringEntity?.id ?? NO_WORD, awards !== null, details !== null,
  ]);
  let place = 0;
  for (const award of awards ?? NONE) {
    const suppliers = award?.suppliers ?? null;
    add(AWARD, [line, place, award?.status ?? NO_WORD, suppliers?.length ?? null, alone(suppliers)]);
    addSeveral(add, AWARD_SUPPLIER, line, place, suppliers);
    for (const item of award?.items ?? NONE) addWord(add, AWARD_ITEM, line, place, item?.classification?.id ?? NO_WORD);
    place += 1;
  }
  place = 0;
  for (const bid of details ?? NONE) {
    const tenderers = bid?.tenderers ?? null;
    add(BID, [line, place, bid?.status ?? NO_WORD, bid?.date ?? null, bid?.value?.amount ?? null, bid?.value?.currency ?? NO_WORD, tenderers?.length ?? null, alone(tenderers)]);
    addSeveral(add, BID_TENDERER, line, place, tenderers);
    place += 1;
  }
}

const NONE = [] as const;
type Organisations = readonly ({ readonly id: number } | null)[] | null;

function alone(organisations: Organisations): number {
  return organisations?.length === 1 ? organisations[0]?.id ?? NO_WORD : NO_WORD;
}

function addSeveral(add: AddRow, table: FlatTable, line: number, place: number, organisations: Organisations): void {
  if (organisations === null || organisations.length < 2) return;
  for (const organisation of organisations) addWord(add, table, line, place, organisation?.id ?? NO_WORD);
}

function addWord(add: AddRow, table: FlatTable, line: number, place: number, word: number): void {
  if (word !== NO_WORD) add(table, [line, place, word]);
}
