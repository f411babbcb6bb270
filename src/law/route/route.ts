import { fail, unwrap } from '#base';
import { oere } from '../kroner.ts';
import { tableOf, thresholdOn } from '../parameters/thresholds.ts';
import { colophon } from '../version.ts';
import { dutiesOf } from './duties.ts';
import { missingOf } from './missing.ts';
import { proceduresOf } from './procedures.ts';
import { purchaseOf, type Purchase } from './purchase.ts';
import { roomOf } from './room.ts';
import { hasTwoValues, TWO_VALUES, type RouteFacts } from './route.facts.ts';
import type { RouteResult, RouteThreshold } from './route.result.ts';
import { asOfItsDay, settle } from './settle.ts';
import { smallLots } from './small-lots.ts';
import { valueOf } from './value.ts';

/**
 * Which rules a purchase falls under, and what they ask. Amounts in the facts are kroner, in the result øre; see written.ts.
 * @throws FailureError when the facts hold both value and monthly, which readRouteFacts refuses
 */
export function judgeRoute(facts: RouteFacts): RouteResult {
  if (hasTwoValues(facts)) return unwrap(fail(TWO_VALUES));
  const purchase = purchaseOf(facts);
  const value = valueOf(purchase);
  const { verdict, likely, findings } = settle(purchase, value);
  const all = [...asOfItsDay(purchase, value.findings), ...findings, ...(verdict === 'call-off' ? [] : smallLots(purchase, value))];
  const procedures = proceduresOf(verdict, purchase);
  const roomForManoeuvre = roomOf(verdict, purchase);
  const duties = dutiesOf(verdict, purchase);
  return {
    verdict,
    likely,
    value: { amount: value.total, currency: 'DKK', how: value.how },
    threshold: thresholdOf(purchase),
    procedures,
    roomForManoeuvre,
    duties,
    findings: all,
    missing: missingOf(purchase, value),
    ...colophon([...all, ...procedures, ...roomForManoeuvre, ...duties]),
  };
}

/** The figure as it was published; what is reasoned with where it was not found stands beside it. */
function thresholdOf({ on, buyer, kind }: Purchase): RouteThreshold {
  const { row, bounds } = thresholdOn(tableOf(buyer, kind), on);
  if (row === null) return { amount: null, currency: 'DKK', eur: null, from: null, to: null, source: null, grade: 'M', between: null };
  const { dkk, eur, from, to, source } = row;
  const grade = dkk === null ? row.eurGrade : row.dkkGrade;
  // The table of works was read for bodies below the state; that the state has the same figure was not.
  const ofAnother = buyer === 'central-government' && kind === 'works';
  return { amount: dkk === null ? null : oere(dkk), currency: 'DKK', eur, from, to, source, grade: ofAnother ? 'U' : grade, between: ofAnother ? null : bounds };
}
