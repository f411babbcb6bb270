/** Which bids are in the assessment, who of the evaluators has scored, and whose scores somebody may see. Pure. */
import { leaves } from '../evaluation/model.ts';
import type { Purchase, PurchaseInternal } from '../purchase/purchase.schema.ts';
import type { OpenedBid } from './opened-bid.ts';

type Checks = Pick<PurchaseInternal, 'checks'>;
type Scoring = Pick<PurchaseInternal, 'scores' | 'evaluators' | 'checks'>;
export type OwnScores = PurchaseInternal['scores'][number];

/** Why a bid is out; null: it is in, or not checked yet. */
export function exclusionOf({ checks }: Checks, submission: string): string | null {
  const check = checks.find((one) => one.submission === submission);
  if (check === undefined) return null;
  const reasons = [...(check.suitable ? [] : [check.suitableReason]), ...(check.meetsMinimum ? [] : [check.minimumReason])];
  return reasons.length === 0 ? null : reasons.join('\n\n');
}

export function isChecked({ checks }: Checks, bids: readonly OpenedBid[]): boolean {
  return bids.every(({ submission }) => checks.some((one) => one.submission === submission));
}

/** Bids that were checked and stand. */
export function validBids(internal: Checks, bids: readonly OpenedBid[]): readonly OpenedBid[] {
  return bids.filter(({ submission }) => internal.checks.some((one) => one.submission === submission) && exclusionOf(internal, submission) === null);
}

/** Keys of what is scored. */
export function scoredIds({ body }: Pick<Purchase, 'body'>): readonly string[] {
  return body.model === undefined ? [] : leaves(body.model).map(({ id }) => id);
}

/** Whether one person has scored all bids that stand. */
export function hasScored({ scores }: Scoring, person: string, bids: readonly OpenedBid[]): boolean {
  return bids.length > 0 && bids.every(({ submission }) => scores.some((one) => one.person === person && one.submission === submission));
}

export function allHaveScored(internal: Scoring, bids: readonly OpenedBid[]): boolean {
  const valid = validBids(internal, bids);
  return internal.evaluators.length > 0 && internal.evaluators.every((person) => hasScored(internal, person, valid));
}

/**
 * The scores that a person may see: one's own, and those of the others once all have scored. Those of whoever is no evaluator any more are seen by nobody.
 * @param person null: nobody in particular, such as an auditor
 */
export function visibleScores(internal: Scoring, bids: readonly OpenedBid[], person: string | null): readonly OwnScores[] {
  const named = internal.scores.filter((one) => internal.evaluators.includes(one.person));
  return allHaveScored(internal, bids) ? named : named.filter((one) => one.person === person);
}
