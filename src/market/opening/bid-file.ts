/** A file of an opened bid. It stays sealed where it came in, and is opened piece by piece for who may read it. */
import { unwrap } from '#base';
import { chunksOf, intakeIn, sealedBids } from '#intake';
import { asActor, leaveActor, type Actor } from '#people';
import { openPart } from '#seal';
import { askedRecord, notThere } from '../core/ask.ts';
import type { Market } from '../core/run.ts';
import type { Purchase } from '../purchase/purchase.schema.ts';
import { listOpened, readBidKey } from './opening.store.ts';
import { mayReadBids } from './opening.view.ts';

export interface OpenedFile {
  readonly name: string;
  readonly bytes: number;
  readonly content: AsyncIterable<Uint8Array>;
}

/** @param wanted the file by its place in the bid, from 1 @throws FailureError `not-found` for who may not read the bid */
export async function openFile(market: Market, actor: Actor | null, wanted: { readonly purchase: string; readonly submission: string; readonly number: number }): Promise<OpenedFile> {
  const { purchase: id, submission, number: part } = wanted;
  const reader = { person: actor?.user ?? null, organisation: actor?.organisation ?? null, now: market.clock.now() };
  return asActor(market.db, actor, async (trx) => {
    const purchase = await askedRecord(market, trx, actor, { kind: 'purchase', id, action: 'purchase.read' }) as Purchase;
    const bid = (await listOpened(trx, id)).find((one) => one.submission === submission);
    const file = bid?.document?.files[part - 1];
    if (actor === null || bid === undefined || file === undefined || !mayReadBids(market, actor, purchase, bid.supplier)) throw notThere();
    await leaveActor(trx);
    const key = await readBidKey(trx, submission);
    const header = unwrap(await sealedBids(trx, intakeIn(market.db), id, reader)).find((one) => one.submission === submission)?.header;
    if (key === null || header === undefined) throw notThere();
    return { name: file.name, bytes: file.bytes, content: openPart({ header, key, part, sealed: chunksOf(intakeIn(market.db), submission, part, reader) }) };
  });
}
