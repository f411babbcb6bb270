import type { Look } from '../core/command.ts';
import { readRecord } from '../core/records.store.ts';

/** The need that a purchase is to be begun out of, whoever owns it; null: there is none. */
export const lookNeed: Look = async ({ trx, input }) => {
  const found = await readRecord(trx, (input as { readonly need: string }).need);
  return found?.kind === 'need' ? found : null;
};
