import type { NoticeReference, ReferenceKind, Remark } from '#eforms';
import type { NoticeKind } from './notice-kind.ts';
import type { CriterionView, ProcessDetails, ReasonView, SupplierView } from './process-details.view.ts';
import type { AmountView, ReleaseView } from './views.ts';

/** One notice of a process, as its page shows it. */
export interface NoticePageView {
  readonly ocid: string;
  /** Of the process: two letters. */
  readonly country: string | null;
  readonly release: ReleaseView;
  /** `readDetails` of this release alone. */
  readonly details: ProcessDetails;
  readonly notice: NoticeDetails;
  /** Of a notice in XML; null for a release that came as OCDS. */
  readonly facts: NoticeFactsView | null;
  /** The organisation page's key for each party id; a party without one is not a link. */
  readonly organisationKeys: Readonly<Record<string, string>>;
  /** All notices of the process, this one among them, newest first. */
  readonly course: readonly ReleaseView[];
  /** Names of the pages of later notices that change this one. */
  readonly changedBy: readonly string[];
  /** Those of `notice.references` that the register holds. */
  readonly held: readonly string[];
  /** True when the files to take away have persons masked. */
  readonly isMasked: boolean;
}

export interface NoticeFactsView {
  readonly source: 'eforms' | 'ted';
  /** Publication number in TED: "163-2021". */
  readonly number: string | null;
  readonly noticeId: string | null;
  readonly form: string | null;
  readonly noticeType: string | null;
  /** Of the SDK, or of the TED schema. */
  readonly version: string | null;
  readonly gazette: string | null;
  /** Day of publication. */
  readonly published: string | null;
  readonly language: string | null;
  /** Bytes of the original. */
  readonly bytes: number;
}

/** What a single notice says beyond what a process shows. Texts are the publisher's. */
export interface NoticeDetails {
  readonly kind: NoticeKind;
  readonly lots: readonly NoticeLot[];
  /** Results that name no lot of the notice. */
  readonly otherResults: readonly LotResult[];
  /** What the notice says that all its results come to. */
  readonly total: AmountView | null;
  readonly deadlines: readonly DeadlineView[];
  readonly changes: readonly NoticeChange[];
  readonly withheld: readonly WithheldView[];
  readonly remarks: readonly Remark[];
  readonly references: readonly NoticeReference[];
}

export interface NoticeLot {
  readonly id: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly value: AmountView | null;
  /** Of a framework agreement. */
  readonly maximum: AmountView | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly days: string | null;
  /** True when the contract runs until it is ended. */
  readonly isUnlimited: boolean;
  readonly renewals: string | null;
  readonly renewalTerms: string | null;
  readonly options: string | null;
  readonly criteria: readonly CriterionView[];
  readonly criteriaNote: string | null;
  readonly figures: readonly BidFigure[];
  readonly results: readonly LotResult[];
}

export const BID_MEASURES = [
  'bids', 'requests', 'electronicBids', 'smeBids', 'microBids', 'smallBids', 'mediumBids', 'foreignBidsFromEU', 'foreignBidsFromNonEU',
  'disqualifiedBids', 'tendersAbnormallyLow', 'lowestValidBidValue', 'highestValidBidValue',
] as const;
export type BidMeasure = (typeof BID_MEASURES)[number];

/** A figure about the bids for a lot; several values when its results state different ones. */
export interface BidFigure {
  readonly measure: BidMeasure;
  /** Exact decimals; of the two last measures in `currency`. */
  readonly values: readonly string[];
  readonly currency: string | null;
}

export interface LotResult {
  readonly id: string | null;
  /** OCDS codelist "awardStatus", or as written. */
  readonly status: string | null;
  /** How it ended, as the notice says in the words of the Union's lists. */
  readonly outcome: string | null;
  readonly suppliers: readonly SupplierView[];
  readonly value: AmountView | null;
  /** Of a framework agreement. */
  readonly maximum: AmountView | null;
  readonly estimated: AmountView | null;
  readonly date: string | null;
  readonly contracts: readonly ResultContract[];
}

export interface ResultContract {
  readonly id: string | null;
  readonly title: string | null;
  /** The buyer's own number. */
  readonly number: string | null;
  readonly signed: string | null;
  readonly value: AmountView | null;
}

export const DEADLINES = ['tender', 'enquiry', 'opening', 'invitation', 'validity', 'future'] as const;
export type DeadlineKind = (typeof DEADLINES)[number];

export interface DeadlineView {
  readonly kind: DeadlineKind;
  readonly date: string | null;
  readonly days: string | null;
  /** Titles or ids of the lots it holds for; empty: all. */
  readonly lots: readonly string[];
}

/** What a notice changes: an earlier notice, or a contract. */
export interface NoticeChange {
  readonly of: 'notice' | 'contract';
  /** Title or number of the contract. */
  readonly name: string | null;
  readonly reasons: readonly ReasonView[];
  /** Why, in the buyer's own words. */
  readonly rationale: string | null;
  readonly description: string | null;
  readonly edits: readonly EditView[];
  /** The contract's value before and after. */
  readonly before: AmountView | null;
  readonly after: AmountView | null;
}

/** Old and new wording of one place in the corrected notice. */
export interface EditView {
  /** Number of the place in the form: "IV.2.2". */
  readonly section: string | null;
  readonly label: string | null;
  readonly lot: string | null;
  /** null: nothing stood there, or nothing stands there now. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What the notice keeps back. */
export interface WithheldView {
  /** Code of the list "non-publication-identifier". */
  readonly field: string | null;
  readonly name: string | null;
  readonly reasons: readonly ReasonView[];
  readonly rationale: string | null;
  readonly until: string | null;
}

export const REFERENCE_KINDS = ['previous', 'changes', 'modifies', 'planning', 'framework'] as const satisfies readonly ReferenceKind[];
