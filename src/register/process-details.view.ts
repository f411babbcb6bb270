import type { AmountView } from './views.ts';

/**
 * A contracting process in full, as its page shows it. Every text is what the publisher wrote (untrusted), every
 * code is lower or upper case as written; a field that is missing or of a wrong type is null or empty.
 */
export interface ProcessDetails {
  /** The publisher's title; where there is none, what the first item is. */
  readonly title: string | null;
  readonly description: string | null;
  /** Why the purchase is made, from the planning. */
  readonly rationale: string | null;
  /** Language of the publisher's texts (BCP 47), or null. */
  readonly language: string | null;
  readonly tenderId: string | null;
  /** OCDS codelist "tenderStatus". */
  readonly status: string | null;
  readonly items: readonly ItemView[];
  readonly lots: readonly LotView[];
  readonly parties: readonly PartyView[];
  readonly procedure: ProcedureView;
  readonly values: readonly StageValue[];
  readonly periods: readonly PeriodView[];
  readonly awards: readonly AwardView[];
  readonly contracts: readonly ContractView[];
  readonly changes: readonly ChangeView[];
  readonly documents: readonly DocumentView[];
  readonly related: readonly RelatedView[];
}

export interface ClassificationView {
  readonly scheme: string | null;
  readonly id: string | null;
  readonly description: string | null;
}

export interface ItemView {
  readonly description: string | null;
  readonly classification: ClassificationView | null;
  readonly additional: readonly ClassificationView[];
  /** Exact decimal, with the name of the unit. */
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly unitPrice: AmountView | null;
  /** Ids of lots. */
  readonly lots: readonly string[];
}

export interface LotView {
  readonly id: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly status: string | null;
  readonly value: AmountView | null;
}

export interface PartyIdentifier {
  readonly scheme: string | null;
  readonly id: string | null;
}

export interface PartyView {
  readonly id: string | null;
  /** null for a natural person, and when the publisher gave no name. */
  readonly name: string | null;
  readonly isPerson: boolean;
  /** OCDS codelist "partyRole", or what the publisher wrote. */
  readonly roles: readonly string[];
  readonly identifiers: readonly PartyIdentifier[];
  /** Town, region and country as the publisher wrote them; never a street. */
  readonly place: string | null;
}

/** Codes of the Union's list "procurement-procedure-type". */
export const PROCEDURES = [
  'open', 'restricted', 'neg-w-call', 'neg-wo-call', 'comp-dial', 'innovation', 'comp-tend', 'oth-single', 'oth-mult', 'exp-int-rail',
] as const;
export type ProcedureCode = (typeof PROCEDURES)[number];

/** A code of one of the Union's lists, with the name that the publisher gave it. */
export interface ReasonView {
  readonly code: string | null;
  readonly description: string | null;
}

export interface ProcedureView {
  /** Of a European notice; null for every other. */
  readonly code: ProcedureCode | null;
  /** OCDS codelist "method", or what the publisher wrote. */
  readonly method: string | null;
  readonly methodDetails: string | null;
  /** Why this method was chosen, in the publisher's own words. */
  readonly rationale: string | null;
  /** The same as codes of the Union's list "direct-award-justification". */
  readonly reasons: readonly ReasonView[];
  readonly isAccelerated: boolean;
  readonly acceleration: string | null;
  /** Bought under a framework agreement that was tendered before. */
  readonly isUnderFramework: boolean;
  readonly category: string | null;
  /** OCDS codelist "awardCriteria", or what the publisher wrote. */
  readonly awardCriteria: string | null;
  readonly awardCriteriaDetails: string | null;
  readonly criteria: readonly CriterionView[];
  readonly selection: readonly CriterionView[];
  readonly eligibility: string | null;
  readonly submission: readonly string[];
  readonly submissionDetails: string | null;
  /** Number of tenderers as the publisher counts them: exact integer text. */
  readonly tenderers: string | null;
  readonly framework: FrameworkView | null;
  /** The kind of dynamic purchasing system, "open" or "closed" or as written. */
  readonly dynamicPurchasingSystem: string | null;
  readonly electronicAuction: boolean;
}

/** An award or selection criterion. */
export interface CriterionView {
  readonly type: string | null;
  readonly name: string | null;
  readonly description: string | null;
  /** Weight as written: "40", "0.4". */
  readonly weight: string | null;
}

export interface FrameworkView {
  /** OCDS codelist "frameworkAgreementMethod", or what the publisher wrote. */
  readonly method: string | null;
  readonly maximumParticipants: string | null;
  readonly maximumValue: AmountView | null;
  readonly buyerCategories: string | null;
}

export type ValueKind = 'budget' | 'estimate' | 'minimum' | 'award' | 'contract';

/** One figure at one stage. Figures of a stage are listed, never added: currencies and scopes differ. */
export interface StageValue {
  readonly kind: ValueKind;
  readonly value: AmountView;
  /** Title or id of the award or contract. */
  readonly of: string | null;
}

export type PeriodKind = 'tender' | 'enquiry' | 'award' | 'contract' | 'signed-contract' | 'standstill';

export interface PeriodView {
  readonly kind: PeriodKind;
  /** Dates as the publisher wrote them (ISO 8601 when well formed). */
  readonly start: string | null;
  readonly end: string | null;
  /** Days, exact integer text. */
  readonly days: string | null;
  readonly of: string | null;
}

export interface AwardView {
  readonly id: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly status: string | null;
  readonly date: string | null;
  readonly value: AmountView | null;
  readonly suppliers: readonly SupplierView[];
  readonly lots: readonly string[];
  readonly items: readonly ItemView[];
}

export interface SupplierView {
  /** Party id, for the link. */
  readonly id: string | null;
  readonly name: string | null;
  readonly isPerson: boolean;
}

export interface ContractView {
  readonly id: string | null;
  readonly awardId: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly status: string | null;
  readonly signed: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly value: AmountView | null;
  readonly suppliers: readonly SupplierView[];
  readonly changes: readonly ChangeView[];
  /** Payments reported: how many there are. The amounts stand in the data. */
  readonly transactions: number;
}

/** An amendment of a tender, award or contract. */
export interface ChangeView {
  readonly date: string | null;
  readonly description: string | null;
  readonly rationale: string | null;
}

export interface DocumentView {
  readonly title: string | null;
  /** OCDS codelist "documentType", or what the publisher wrote. */
  readonly type: string | null;
  readonly date: string | null;
  readonly format: string | null;
  readonly language: string | null;
  /** Only http and https. */
  readonly url: string | null;
  /** The stage of the process it belongs to. */
  readonly stage: 'planning' | 'tender' | 'award' | 'contract' | 'implementation';
}

export interface RelatedView {
  readonly relations: readonly string[];
  readonly title: string | null;
  readonly scheme: string | null;
  readonly identifier: string | null;
  readonly url: string | null;
}
