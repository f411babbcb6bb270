import type { Look } from '../core/command.ts';
import { lockRecord, readRecord, type MarketTransaction } from '../core/records.store.ts';
import type { MarketRecord } from '../core/record.ts';
import type { PurchaseBody } from './purchase.schema.ts';

/** The need that a purchase is to be begun out of, whoever owns it; null: there is none. */
export const lookNeed: Look = async ({ trx, input }) => {
  const found = await readRecord(trx, (input as { readonly need: string }).need);
  return found?.kind === 'need' ? found : null;
};

/** The need that a purchase was begun out of, locked, for the step that uses it; null: it has none in Torvet. */
export async function lockNeed(trx: MarketTransaction, { body }: MarketRecord): Promise<MarketRecord | null> {
  const { need } = body as PurchaseBody;
  return need === null ? null : lockRecord(trx, need);
}

export const lookUsedNeed: Look = async ({ trx, record }) => (record === null ? null : lockNeed(trx, record));
