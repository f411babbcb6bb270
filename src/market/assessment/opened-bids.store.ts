/** Opened bids and who looked at the documents, out of the database. */
import type { MarketDatabase } from '../tables.ts';
import type { Look } from '../core/command.ts';
import { listOpened } from '../opening/opening.store.ts';
import type { OpenedBid } from './opened-bid.ts';

/** In the order of their receipt; none before the opening, and none that could not be opened. Sees what the transaction may see. */
export async function readOpenedBids(db: MarketDatabase, purchase: string): Promise<readonly OpenedBid[]> {
  const opened = await listOpened(db, purchase);
  return opened.flatMap(({ submission, supplier, receivedAt, document }) => (document === null ? [] : [{ submission, supplier, receivedAt, ...document }]));
}

/** For commands: the bids of the purchase that they are about. */
export const lookBids: Look = async ({ trx, record }): Promise<readonly OpenedBid[]> => (record === null ? [] : readOpenedBids(trx, record.id));

/** Notes that an invited supplier has seen the documents; the first time counts. */
export async function noteLook(db: MarketDatabase, purchase: string, organisation: string, at: Temporal.Instant): Promise<void> {
  await db.insertInto('market_document_look').values({ purchase, organisation, first_at: at.toString() }).onConflict((conflict) => conflict.doNothing()).execute();
}

/** Keys of organisations that looked. Read with the server's rights. */
export async function readLooks(db: MarketDatabase, purchase: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('market_document_look').select('organisation').where('purchase', '=', purchase).execute();
  return rows.map(({ organisation }) => organisation);
}
