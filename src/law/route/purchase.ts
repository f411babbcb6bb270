import { oere, type Oere } from '../kroner.ts';
import type { Buyer, Kind } from '../parameters/thresholds.ts';
import type { Truth } from '../truth.ts';
import type { AwardModel } from '../udbudsloven/p098-award-model.ts';
import type { RouteFacts } from './route.facts.ts';

export interface Lot {
  readonly amount: Oere;
  /** Whether it is to be taken out of the tender. */
  readonly outside: boolean;
}

/** What is known of the framework, system or central body that is bought under; null: not known. */
export interface Via {
  readonly kind: 'framework' | 'dis' | 'central-purchasing-body';
  readonly namedInNotice: Truth;
  readonly inScope: Truth;
  readonly inTerm: Truth;
  readonly maximum: Oere | null;
  readonly calledOff: Oere | null;
  readonly awardModel: AwardModel | null;
  readonly objectiveCriteriaMet: Truth;
  readonly needsNarrowedToOne: Truth;
}

/** The facts of a purchase as the rules take them: amounts in øre, and null for whatever is not known. */
export interface Purchase {
  /** ISO date on which it is published or sent. */
  readonly on: string;
  readonly buyer: Buyer;
  readonly kind: Kind;
  readonly total: Oere | null;
  readonly monthly: Oere | null;
  readonly termMonths: number | null;
  readonly options: readonly Oere[] | null;
  readonly extensions: readonly Oere[] | null;
  readonly lots: readonly Lot[] | null;
  readonly sameKind: Oere | null;
  readonly crossBorderInterest: Truth;
  readonly via: Via | null;
}

interface Money {
  readonly amount: number;
}

/** A field that is left out and one that is null say the same. */
export function purchaseOf(facts: RouteFacts): Purchase {
  return {
    on: facts.on,
    buyer: facts.buyer ?? 'municipality',
    kind: facts.kind,
    total: money(facts.value),
    monthly: money(facts.monthly),
    termMonths: facts.termMonths ?? null,
    options: facts.options?.map(({ amount }) => oere(amount)) ?? null,
    extensions: facts.extensions?.map(({ amount }) => oere(amount)) ?? null,
    lots: facts.lots?.map(({ amount, outside }) => ({ amount: oere(amount), outside: outside ?? false })) ?? null,
    sameKind: money(facts.sameKindLast12Months),
    crossBorderInterest: CROSS_BORDER[facts.crossBorderInterest ?? 'unknown'],
    via: viaOf(facts),
  };
}

const CROSS_BORDER = { yes: true, no: false, unknown: null } as const;

function viaOf({ via, viaFacts }: RouteFacts): Via | null {
  if (via === undefined || via === null) return null;
  return {
    kind: via,
    namedInNotice: viaFacts?.namedInNotice ?? null,
    inScope: viaFacts?.inScope ?? null,
    inTerm: viaFacts?.inTerm ?? null,
    maximum: money(viaFacts?.maximum),
    calledOff: money(viaFacts?.calledOff),
    awardModel: viaFacts?.awardModel ?? null,
    objectiveCriteriaMet: viaFacts?.objectiveCriteriaMet ?? null,
    needsNarrowedToOne: viaFacts?.needsNarrowedToOne ?? null,
  };
}

function money(given: Money | null | undefined): Oere | null {
  return given === undefined || given === null ? null : oere(given.amount);
}
