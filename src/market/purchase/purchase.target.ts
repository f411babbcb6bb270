/** What the intake is told: for whom bids are sealed, until when, and from whom they are taken. */
import { checkKeySet } from '#seal';
import { unwrap } from '#base';
import type { TargetFacts } from '../core/command.ts';
import { deadlineOf, internalOf } from './purchase.life.ts';
import { LOT, type Purchase } from './purchase.schema.ts';

/** Null: nothing changes for the intake. Once closed, what it knows stays, until the deadline is moved or the purchase cancelled. */
export function targetOf(purchase: Purchase): TargetFacts | null {
  const { state, body } = purchase;
  if (body.keySet === undefined || (state !== 'announced' && state !== 'cancelled')) return null;
  return { lots: [LOT], keySet: unwrap(checkKeySet(body.keySet)), deadline: deadlineOf(purchase), invited: internalOf(purchase).invited, cancelled: state === 'cancelled' };
}
