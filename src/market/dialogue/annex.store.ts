/** The dialogues that a purchase has as an annex, and the reasons not to bid that may be told. */
import type { Reading } from '../core/present.ts';
import { listRecords, readChildren, type MarketTransaction } from '../core/records.store.ts';
import type { MarketRecord } from '../core/record.ts';
import { byServer } from '../core/server-rights.ts';
import type { Purchase } from '../purchase/purchase.schema.ts';
import { declinesTold, type ReasonCount } from './counts.ts';
import type { Dialogue } from './dialogue.schema.ts';

export interface Annex {
  /** Oldest first. */
  readonly dialogues: readonly Dialogue[];
  /** Null: the contract is not there yet, or too few said so. */
  readonly declines: readonly ReasonCount[] | null;
}

export const NO_ANNEX: Annex = { dialogues: [], declines: null };

/** The dialogues by the rights of the reader; the reasons are counted by the server, which shows nobody whose they are. */
export async function readAnnex({ trx, actor }: Reading, { id, state, body: { need } }: Purchase): Promise<Annex> {
  const dialogues = need === null ? [] : (await listRecords(trx, { kind: 'dialogue', parent: need }) as readonly Dialogue[]).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  if (state !== 'contracted') return { dialogues, declines: null };
  const said = await byServer(actor, trx as MarketTransaction, async () => {
    const found: MarketRecord[] = [];
    for (const parent of [id, ...dialogues.map((one) => one.id)]) found.push(...await readChildren(trx, parent));
    return found;
  });
  return { dialogues, declines: declinesTold(said) };
}
