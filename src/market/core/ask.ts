/** Whether somebody may do something to a record that no command does: fetch a list, keep a draft. */
import { FailureError, refuse } from '#base';
import { may, refusedBy, type Action, type Actor } from '#people';
import type { MarketRecord, RecordKind } from './record.ts';
import { readRecord, type MarketTransaction } from './records.store.ts';
import { subjectOf, type Market } from './run.ts';
import { byServer } from './server-rights.ts';

export interface Asked {
  readonly kind: RecordKind;
  readonly id: string;
  readonly action: Action;
}

/**
 * The record, read whole by the server, when the actor sees it and may do this to it.
 * @param trx with the actor's rights (`asActor`)
 * @throws FailureError `not-found` for what is hidden, `forbidden` for what is not allowed
 */
export async function askedRecord(market: Market, trx: MarketTransaction, actor: Actor | null, { kind, id, action }: Asked): Promise<MarketRecord> {
  const seen = await readRecord(trx, id);
  const whole = seen?.kind === kind ? await byServer(actor, trx, () => readRecord(trx, id)) : null;
  if (whole === null) throw notThere();
  const verdict = may(actor, action, subjectOf(market.kinds.of(kind), whole, null, action));
  if (verdict.allowed) return whole;
  throw verdict.hidden ? notThere() : new FailureError(refusedBy(verdict));
}

/** Hidden and absent sound the same. */
export const NOT_THERE = refuse('not-found', {
  da: ['Her er intet, som du må se.', 'Se efter, om adressen er rigtig, og hvem du er logget ind for.'],
  en: ['Nothing that you may see stands here.', 'Check the address, and for whom you are logged in.'],
});

export function notThere(): FailureError {
  return new FailureError(NOT_THERE);
}
