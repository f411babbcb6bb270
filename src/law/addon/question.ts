import { oere, type Oere } from '../kroner.ts';
import type { Buyer, Kind } from '../parameters/thresholds.ts';
import type { Truth } from '../truth.ts';
import { cappedValue } from '../udbudsloven/p184-index-and-notice.ts';
import type { AddonFacts, GROUNDS } from './addon.facts.ts';

export type Ground = (typeof GROUNDS)[number];

/** The answers that a person gives about the purchase: yes, no or not known. */
export const ANSWERS = [
  'withinScope', 'optionClause', 'necessary', 'supplierChangeImpossible', 'supplierChangeCostly', 'unforeseeable', 'characterKept',
  'wouldHaveAttractedOthers', 'shiftsBalance', 'standaloneUsable',
] as const;
export type Answers = Readonly<Record<(typeof ANSWERS)[number], Truth>>;

/** The facts as the engine reckons with them: amounts in øre, defaults filled in, null for what is not known. */
export interface Question extends Answers {
  /** ISO date of the purchase. */
  readonly on: string;
  readonly buyer: Buyer;
  readonly signed: string | null;
  readonly contractKind: Kind;
  readonly tendered: Truth;
  readonly originalValue: Oere;
  readonly indexedValue: Oere | null;
  /** What the caps are a share of. */
  readonly contractValue: Oere;
  readonly maximumValue: Oere | null;
  readonly calledOff: Oere | null;
  readonly end: string | null;
  /** ISO date of the latest change; null: there is none. */
  readonly lastChange: string | null;
  /** All earlier changes together, and those under §§ 181 and 183 alone. */
  readonly changesBefore: Oere;
  readonly deliveriesBefore: Oere;
  readonly value: Oere;
  readonly kind: Kind;
  readonly sameKind: Oere | null;
}

interface Money {
  readonly amount: number;
}

export function questionOf({ on, buyer, contract, purchase, sameKindLast12Months }: AddonFacts): Question {
  const changes = contract.changes ?? [];
  const originalValue = oere(contract.originalValue.amount);
  const indexedValue = money(contract.indexedValue);
  return {
    on, buyer: buyer ?? 'municipality',
    signed: contract.signed ?? null, contractKind: contract.kind, tendered: contract.tendered ?? null,
    originalValue, indexedValue, contractValue: cappedValue(originalValue, indexedValue),
    maximumValue: money(contract.maximumValue), calledOff: money(contract.calledOff), end: contract.end ?? null,
    lastChange: changes.map(({ on: day }) => day).toSorted().at(-1) ?? null,
    changesBefore: sum(changes), deliveriesBefore: sum(changes.filter(({ ground }) => isCappedEach(ground ?? null))),
    value: oere(purchase.value.amount), kind: purchase.kind ?? contract.kind,
    ...answersOf(purchase),
    sameKind: money(sameKindLast12Months),
  };
}

/** §§ 181 and 183 cap each change; their running total is shown all the same. */
function isCappedEach(ground: Ground | null): boolean {
  return ground === '181' || ground === '183';
}

function answersOf(purchase: AddonFacts['purchase']): Answers {
  return {
    withinScope: purchase.withinScope ?? null, optionClause: purchase.optionClause ?? null, necessary: purchase.necessary ?? null,
    supplierChangeImpossible: purchase.supplierChangeImpossible ?? null, supplierChangeCostly: purchase.supplierChangeCostly ?? null,
    unforeseeable: purchase.unforeseeable ?? null, characterKept: purchase.characterKept ?? null,
    wouldHaveAttractedOthers: purchase.wouldHaveAttractedOthers ?? null, shiftsBalance: purchase.shiftsBalance ?? null, standaloneUsable: purchase.standaloneUsable ?? null,
  };
}

function money(given: Money | null | undefined): Oere | null {
  return given === null || given === undefined ? null : oere(given.amount);
}

function sum(changes: readonly { readonly value: Money }[]): Oere {
  return changes.reduce((total, { value }) => total + oere(value.amount), 0n);
}
