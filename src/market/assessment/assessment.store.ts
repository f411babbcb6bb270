/** What the buyer's own people see of the assessment, by the rights of who reads. */
import { may, readOrganisations, readPersonNames } from '#people';
import type { Reading } from '../core/present.ts';
import type { MarketTransaction } from '../core/records.store.ts';
import { subjectOf } from '../core/run.ts';
import { byServer } from '../core/server-rights.ts';
import type { Purchase } from '../purchase/purchase.schema.ts';
import { readEvaluators, type Evaluator } from './evaluators.store.ts';
import type { OpenedBid } from './opened-bid.ts';
import { readOpenedBids } from './opened-bids.store.ts';

export interface Assessment {
  /** Empty for whoever may not read them, and for an evaluator who has not declared its interests yet. */
  readonly bids: readonly OpenedBid[];
  /** By the key of the organisation, or of the person. */
  readonly names: ReadonlyMap<string, string>;
  /** Who can be named. */
  readonly candidates: readonly Evaluator[];
  /** The reader must declare its interests before it sees the bids. */
  readonly mustDeclare: boolean;
}

const NAMED_IN: ReadonlySet<string> = new Set(['draft', 'announced', 'closed', 'opened']);

/** @param record of the reader's own organisation */
export async function readAssessment({ trx, actor, kinds, market }: Reading, record: Purchase): Promise<Assessment | null> {
  const { internal } = record;
  if (actor === null || internal === null) return null;
  const server = trx as MarketTransaction;
  const candidates = NAMED_IN.has(record.state) ? await byServer(actor, server, () => readEvaluators(trx, record.owner, market.clock.now())) : [];
  const mustDeclare = internal.evaluators.includes(actor.user) && !internal.declared.includes(actor.user);
  const subject = subjectOf(kinds.of('purchase'), record, null, 'bid.read');
  const all = mustDeclare ? [] : await readOpenedBids(trx, record.id);
  // A bid is its supplier's; who buys is the party to it.
  const bids = all.filter(({ supplier }) => may(actor, 'bid.read', { ...subject, kind: 'bid', owner: supplier, parties: [record.owner], audience: 'parties' }).allowed);
  const persons = [...new Set([...internal.evaluators, ...internal.holders.map(({ person }) => person), ...internal.scores.map(({ person }) => person)])];
  const [organisations, people] = await byServer(actor, server, async () => [
    await readOrganisations(trx, [...new Set(bids.map(({ supplier }) => supplier))]), await readPersonNames(trx, persons),
  ] as const);
  return { bids, candidates, mustDeclare, names: new Map([...[...organisations].map(([id, { name }]) => [id, name] as const), ...people]) };
}
