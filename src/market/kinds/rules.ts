/** What the kinds of competitive purchase differ in, as data: the core of the purchase reads this and knows no kind by name. */
import type { Failure } from '#base';
import type { DateStep } from '#law';
import type { Techniques } from '#ocds';
import type { OrganisationFacts } from '../core/command.ts';
import type { RecordKind, MarketRecord } from '../core/record.ts';
import type { MarketFinding } from '../findings.ts';
import type { PurchaseWay } from '../purchase/purchase.schema.ts';

/** Who is invited at an instant, and what stands against it. */
export interface Invited {
  /** Keys of organisations, in their order; nobody else may bid. */
  readonly invited: readonly string[];
  readonly findings: readonly MarketFinding[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
}

export interface PurchaseRules {
  readonly way: PurchaseWay;
  /** What it is bought under, and the state in which that must be. */
  readonly parent: RecordKind;
  readonly parentState: string;
  /** Ways of a need (its decision) that lead here. */
  readonly needWay: string;
  /** How the publication check calls it. */
  readonly draft: 'dis-purchase' | 'mini-competition';
  /** Categories of the system, or lots of the agreement. */
  readonly sections: (parent: MarketRecord) => readonly Section[];
  /** Whether the notice names the organisation as a buyer, so that it can be identified. */
  readonly mayBuy: (parent: MarketRecord, organisation: OrganisationFacts) => boolean;
  /** What stands against this way of buying in the notice itself; null: nothing. */
  readonly notThisWay: (parent: MarketRecord) => Failure | null;
  /** Rule of `law` that says who may buy, by its id. */
  readonly buyersRule: string;
  /** @param siblings all records under the parent @param at instant of the announcement */
  readonly invite: (parent: MarketRecord, siblings: readonly MarketRecord[], section: string, at: Temporal.Instant) => Invited;
  /** Period of `law` that the deadline keeps; null: no shortest one. */
  readonly period: Extract<DateStep, 'dis-tenders'> | null;
  /** Whether the suitability is looked at again when the deadline has passed. */
  readonly suitabilityAtDeadline: boolean;
  /** Rule of `law` by which no standstill is owed; it is offered and told as voluntary. */
  readonly withoutStandstill: string;
  /** What a complaint of the award is about, for its time limit in `law`. */
  readonly complaint: 'framework-or-dis-contract';
  /** Rule of `law` on the notice of the award, by its id; `noticeStep`: its time limit there, null: the notice is voluntary. */
  readonly awardNotice: string;
  readonly noticeStep: Extract<DateStep, 'award-notice' | 'dis-quarterly-notice'> | null;
  readonly techniques: Techniques;
  /** What stands against an award. @param siblings all other records under the parent */
  readonly mayAward: (parent: MarketRecord, siblings: readonly MarketRecord[], wanted: WantedAward) => Failure | null;
  /** What stands against a contract. @param on ISO date in Copenhagen */
  readonly mayContract: (parent: MarketRecord, on: string) => Failure | null;
}

export interface WantedAward {
  readonly buyer: OrganisationFacts;
  readonly section: string;
  readonly supplier: string;
  /** Kroner excluding VAT, with every option. */
  readonly value: string;
  readonly now: Temporal.Instant;
}
