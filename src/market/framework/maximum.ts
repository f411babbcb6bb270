/** Whether a call-off may be made: maximum (C-23/20, C-216/17), term, lot, named buyer. The caller holds the lock on the agreement, so the sum is that of all call-offs of all users. */
import { addMoney, compareMoney, fail, moneyText, ok, refuse, sumMoney, type Money, type Result } from '#base';
import { LIMITS } from '#law';
import { forbids, warns, type MarketFinding } from '../findings.ts';

export interface FrameworkTerms {
  /** The maximum of the notice, for the agreement as a whole; null: the notice states none. */
  readonly maximum: Money | null;
  /** Lots of the agreement, with a maximum of their own where the notice states one. */
  readonly lots: readonly { readonly id: string; readonly maximum: Money | null; readonly parties: readonly string[] }[];
  /** First and last day on which a call-off may be made, ISO dates. */
  readonly from: string;
  readonly to: string;
  /** Organisations that the notice names as users. */
  readonly buyers: readonly string[];
}

export interface CallOff {
  readonly lot: string;
  readonly buyer: string;
  readonly supplier: string;
  /** Day of the call-off, ISO date; its deliveries may run on after the term. */
  readonly on: string;
  /** With its options: what may be bought under it. */
  readonly value: Money;
}

export interface Used {
  /** Null: the maximum of the agreement as a whole; otherwise that of a lot. */
  readonly lot: string | null;
  readonly maximum: Money;
  readonly before: Money;
  readonly after: Money;
}

export interface CallOffCheck {
  readonly findings: readonly MarketFinding[];
  /** Each maximum that the call-off counts in. */
  readonly used: readonly Used[];
}

const MAXIMUM = 'directive-c-23-20';

/** Holds a new call-off against the terms and all earlier ones. Fails where amounts are of different currencies: they are never added. */
export function checkCallOff(terms: FrameworkTerms, earlier: readonly CallOff[], wanted: CallOff): Result<CallOffCheck> {
  const used = usedBy(terms, earlier, wanted);
  if (!used.ok) return used;
  const lot = terms.lots.find(({ id }) => id === wanted.lot);
  const findings: readonly MarketFinding[] = [
    ...(terms.buyers.includes(wanted.buyer) ? [] : [forbids('udbudsloven-96', 'buyer-not-named')]),
    ...(wanted.on >= terms.from && wanted.on <= terms.to ? [] : [forbids('udbudsloven-95-3', 'outside-term', { on: wanted.on, from: terms.from, to: terms.to })]),
    ...(lot === undefined ? [forbids('udbudsloven-97', 'no-such-lot', { lot: wanted.lot })] : []),
    ...(lot === undefined || lot.parties.includes(wanted.supplier) ? [] : [forbids('udbudsloven-96', 'supplier-no-party', { lot: wanted.lot })]),
    ...(terms.maximum === null && (lot?.maximum ?? null) === null ? [warns(MAXIMUM, 'no-maximum')] : []),
    ...used.value.flatMap(maximumFindings),
  ];
  return ok({ findings, used: used.value });
}

/** The sums under each maximum of the agreement, without a new call-off. */
export function usedSoFar(terms: FrameworkTerms, callOffs: readonly CallOff[]): Result<readonly Omit<Used, 'before'>[]> {
  const list: Omit<Used, 'before'>[] = [];
  for (const { lot, maximum } of maxima(terms)) {
    const after = sumMoney(callOffs.filter((one) => lot === null || one.lot === lot).map(({ value }) => value), maximum.currency);
    if (!after.ok) return after;
    list.push({ lot, maximum, after: after.value });
  }
  return ok(list);
}

function usedBy(terms: FrameworkTerms, earlier: readonly CallOff[], { lot, value }: CallOff): Result<readonly Used[]> {
  if (value.minor < 0n) return fail(refuse('invalid', { da: ['Et køb på aftalen har en værdi under 0.', 'En værdi er 0 eller mere; skriv en rettelse ind som en rettelse.'], en: ['A call-off has a value below 0.', 'A value is 0 or more; enter a correction as such.'] }, 'value'));
  const before = usedSoFar(terms, earlier);
  if (!before.ok) return before;
  const used: Used[] = [];
  for (const one of before.value.filter((each) => each.lot === null || each.lot === lot)) {
    const after = addMoney(one.after, value);
    if (!after.ok) return after;
    used.push({ lot: one.lot, maximum: one.maximum, before: one.after, after: after.value });
  }
  return ok(used);
}

function maxima({ maximum, lots }: FrameworkTerms): readonly { readonly lot: string | null; readonly maximum: Money }[] {
  return [{ lot: null, maximum }, ...lots.map((lot) => ({ lot: lot.id, maximum: lot.maximum }))].flatMap((one) => (one.maximum === null ? [] : [{ lot: one.lot, maximum: one.maximum }]));
}

function amountOf(money: Money): { readonly amount: string; readonly currency: string } {
  return { amount: moneyText(money), currency: money.currency };
}

/** The maximum itself may be reached; strictly above it is blocked. */
function maximumFindings({ lot, maximum, after }: Used): readonly MarketFinding[] {
  const data = { lot: lot ?? '', maximum: amountOf(maximum), after: amountOf(after) };
  const order = compareMoney(after, maximum);
  if (order.ok && order.value > 0) return [forbids(MAXIMUM, lot === null ? 'above-maximum' : 'above-maximum-of-lot', data)];
  const share = warningShare();
  if (after.minor * 100n < maximum.minor * BigInt(share)) return [];
  return [warns(MAXIMUM, lot === null ? 'near-maximum' : 'near-maximum-of-lot', { ...data, share })];
}

/** Whole per cent of the maximum from which it is told. */
export function warningShare(): number {
  const limit = LIMITS.find(({ id }) => id === 'framework-warning-share');
  if (limit === undefined) throw new Error('The law room has no limit called "framework-warning-share".');
  return limit.value;
}
