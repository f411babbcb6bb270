import { leastOfShare, type Oere } from '../kroner.ts';
import { tableOf, thresholdOn } from '../parameters/thresholds.ts';
import { smallChangeShare } from '../udbudsloven/p180-small-change.ts';
import type { Question } from './question.ts';

/** The sums that the caps look at; amounts in øre. */
export interface Sums {
  /** All changes of the contract so far, whatever their ground. */
  readonly changesBefore: Oere;
  readonly withThis: Oere;
  /** `withThis` as a fraction of the contract's value, indexed where it is, not rounded; null: the contract's value is 0. */
  readonly shareOfOriginal: number | null;
  /** The least sum that is too much for § 180: 10 % of the contract's value, of works 15 %, up to a whole øre. */
  readonly limit10: Oere;
  /** Kroner as published; null: not known with certainty. */
  readonly threshold: Oere | null;
  /** Changes under §§ 181 and 183 so far and with this one; the cap is on each, and the total tells whether it is being got round. */
  readonly deliveriesBefore: Oere;
  readonly deliveriesWithThis: Oere;
}

export function sumsOf({ on, buyer, kind, contractKind, contractValue, changesBefore, deliveriesBefore, value }: Question): Sums {
  const withThis = changesBefore + value;
  const { bounds } = thresholdOn(tableOf(buyer, kind), on);
  return {
    changesBefore, withThis,
    shareOfOriginal: shareOf(withThis, contractValue),
    limit10: leastOfShare(contractValue, smallChangeShare(contractKind)),
    threshold: bounds !== null && bounds.low === bounds.high ? bounds.low : null,
    deliveriesBefore, deliveriesWithThis: deliveriesBefore + value,
  };
}

/** Not rounded, so that a sum just below the limit does not look as if it had reached it. */
function shareOf(part: Oere, whole: Oere): number | null {
  return whole === 0n ? null : Number(part) / Number(whole);
}
