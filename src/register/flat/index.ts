/** The flat tables of the register: one definition for the database, the analysis files, the downloads and the data dictionary. */
import { awardFlats, awardSupplierFlats, AWARD_SUPPLIER_TABLE, AWARD_TABLE } from './awards.flat.ts';
import { bidFlats, bidTendererFlats, BID_TABLE, BID_TENDERER_TABLE } from './bids.flat.ts';
import { changeFlats, CHANGE_TABLE, contractFlats, CONTRACT_TABLE } from './contracts.flat.ts';
import { boughtUnder, frameworkFlats, FRAMEWORK_TABLE } from './frameworks.flat.ts';
import { itemFlats, ITEM_TABLE, lotFlats, LOT_TABLE } from './lots.flat.ts';
import { partyFlats, PARTY_TABLE } from './parties.flat.ts';
import { processFlat, PROCESS_TABLE } from './process.flat.ts';
import type { FlatInput } from './reading.ts';

/** Every table that is read from compiled releases. The table of notices is read from the releases themselves. */
export const PROCESS_TABLES = [
  PROCESS_TABLE, LOT_TABLE, ITEM_TABLE, PARTY_TABLE, BID_TABLE, BID_TENDERER_TABLE, AWARD_TABLE, AWARD_SUPPLIER_TABLE, CONTRACT_TABLE, CHANGE_TABLE,
  FRAMEWORK_TABLE,
] as const;

export type FlatRows = ReturnType<typeof flatRows>;

/** The rows of one process, by table. @param buyer key of the organisation that buys, or null */
export function flatRows(input: FlatInput, buyer: string | null) {
  return {
    process: [processFlat(input, buyer)],
    lot: lotFlats(input),
    item: itemFlats(input),
    party: partyFlats(input),
    bid: bidFlats(input),
    bid_tenderer: bidTendererFlats(input),
    award: awardFlats(input),
    award_supplier: awardSupplierFlats(input),
    contract: contractFlats(input),
    change: changeFlats(input),
    framework: frameworkFlats(input),
    bought_under: boughtUnder(input),
  };
}
