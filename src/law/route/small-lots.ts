import { review, type Finding } from '../finding.ts';
import { saying } from '../kroner.ts';
import { UDBUDSLOVEN_FROM } from '../rule.ts';
import { judgeThreshold } from '../udbudsloven/p006-threshold.ts';
import { judgeSmallLot, P008 } from '../udbudsloven/p008-small-lots.ts';
import type { Purchase } from './purchase.ts';
import { sum, type Valued } from './value.ts';

/** Whether each lot that is to be taken out may be. It is asked only of a purchase that has reached the threshold, and the verdict on the whole stays. */
export function smallLots(purchase: Purchase, { total }: Valued): readonly Finding[] {
  const { on, buyer, kind, lots } = purchase;
  const outside = lots?.filter((lot) => lot.outside) ?? [];
  if (lots === null || total === null || on < UDBUDSLOVEN_FROM) return [];
  const reached = judgeThreshold({ on, buyer, kind, value: total }).result;
  if (reached === 'not-met') return [];
  const amounts = { outside: sum(outside.map(({ amount }) => amount)), lots: sum(lots.map(({ amount }) => amount)) };
  return outside.map(({ amount }) => (reached === 'met'
    ? judgeSmallLot({ on, kind, lot: amount, ...amounts })
    : review(P008, saying('Om delkontrakten på {amount} kan tages ud, afhænger af, om købet når tærskelværdien.', 'Whether the lot of {amount} may be taken out hangs on whether the purchase reaches the threshold.', { amount }))));
}
