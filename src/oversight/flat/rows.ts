/** A release as rows of the flat tables. */
import type { ReadRelease } from '../lines/release.ts';
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
    line, ocid, tender?.procurementMethod ?? null, tender?.procurementMethodDetails ?? null, tender?.numberOfTenderers ?? null,
    instantOf(period?.startDate ?? null), instantOf(period?.endDate ?? null), period?.endDate ?? null,
    buyer?.id ?? null, tender?.procuringEntity?.id ?? null, awards !== null, details !== null,
  ]);
  for (const [place, award] of (awards ?? []).entries()) {
    add(AWARD, [line, place, award?.status ?? null, award?.suppliers?.length ?? null]);
    for (const id of idsOf(award?.suppliers)) add(AWARD_SUPPLIER, [line, place, id]);
    for (const item of award?.items ?? []) {
      const classification = item?.classification?.id ?? null;
      if (classification !== null) add(AWARD_ITEM, [line, place, classification]);
    }
  }
  for (const [place, bid] of (details ?? []).entries()) {
    add(BID, [line, place, bid?.status ?? null, bid?.date ?? null, bid?.value?.amount ?? null, bid?.value?.currency ?? null, bid?.tenderers?.length ?? null]);
    for (const id of idsOf(bid?.tenderers)) add(BID_TENDERER, [line, place, id]);
  }
}

function idsOf(organisations: readonly ({ readonly id: string | null } | null)[] | null | undefined): readonly string[] {
  return (organisations ?? []).flatMap((organisation) => (typeof organisation?.id === 'string' ? [organisation.id] : []));
}
