/** Opened bids and who looked at the documents, out of the database. */
import type { MarketDatabase } from '../tables.ts';
import type { Look } from '../core/command.ts';
import type { OpenedBid } from './opened-bid.ts';

type OpenedContent = Partial<Pick<OpenedBid, 'answers' | 'prices' | 'files' | 'confidential' | 'declaration'>>;

/** In the order of their receipt; none before the opening. Sees what the transaction may see. */
export async function readOpenedBids(db: MarketDatabase, purchase: string): Promise<readonly OpenedBid[]> {
  const rows = await db.selectFrom('market_opened_bid').selectAll().where('purchase', '=', purchase).orderBy('received_at').orderBy('submission').execute();
  return rows.map(({ submission, supplier, received_at: receivedAt, content }) => {
    const { answers = [], prices = {}, files = [], confidential = [], declaration = null } = content as OpenedContent;
    return { submission, supplier, receivedAt, answers, prices, files, confidential, declaration };
  });
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
