/** What a system cost, as far as it is said: every amount with what it is for, and a range only where the amounts are of one kind. Pure. */
import { compareAmounts, type Amount } from '#base';

/** What an amount is for: a year, the whole time, or everything that one contract of a notice is about. */
export type PriceKind = 'year' | 'total' | 'unsaid' | 'contract';
const KINDS = ['year', 'total', 'contract', 'unsaid'] as const satisfies readonly PriceKind[];

export interface Price {
  readonly value: Amount;
  readonly kind: PriceKind;
  /** Who pays. */
  readonly who: string;
  readonly supplier: string | null;
  /** ISO dates, or years and months; null: not stated. */
  readonly from: string | null;
  readonly to: string | null;
  readonly source: PriceSource;
}

export interface PriceSource {
  readonly text: string;
  /** Of the process in the register. */
  readonly ocid?: string;
  readonly url?: string;
}

export interface PriceGroup {
  readonly kind: PriceKind;
  /** null: not stated. */
  readonly currency: string | null;
  /** Smallest first. */
  readonly prices: readonly Price[];
  /** null: fewer than two, or nobody says what they are for or in which currency, so that they cannot be held against each other. */
  readonly range: { readonly least: Amount; readonly most: Amount } | null;
}

/** Fewer amounts than this are no picture of what it costs. */
export const FEW = 5;

/** Amounts of one currency and one kind together; nothing is added, and an amount that is not above nothing is no price. */
export function priceGroups(prices: readonly Price[]): readonly PriceGroup[] {
  const groups = Map.groupBy(prices.filter(({ value }) => /[1-9]/.test(value.amount) && !value.amount.startsWith('-')), ({ kind, value }) => JSON.stringify([KINDS.indexOf(kind), value.currency]));
  return [...groups.entries()].toSorted(([one], [other]) => one.localeCompare(other)).flatMap(([, own]): PriceGroup[] => {
    const ordered = own.toSorted((one, other) => orderOf(one.value, other.value) || one.who.localeCompare(other.who));
    const [first, last] = [ordered[0], ordered.at(-1)];
    if (first === undefined || last === undefined) return [];
    const { kind, value: { currency } } = first;
    return [{ kind, currency, prices: ordered, range: ordered.length < 2 || kind === 'unsaid' || currency === null ? null : { least: first.value, most: last.value } }];
  });
}

function orderOf(one: Amount, other: Amount): number {
  const order = compareAmounts(one, other);
  return order.ok ? order.value : one.amount.localeCompare(other.amount);
}
