/**
 * Open Contracting (OCDS 1.1): types, validation, upgrade from 1.0, merging. Pure: parsed JSON in, values out; nothing
 * is read from outside, no clock is looked at, and no input is changed.
 *
 * Types are named as in OCDS. Each is also the schema it follows from, with the extensions that European notices need
 * (OCDS for eForms); fields a type does not name are always kept.
 */
export { Address, Organization, OrganizationReference, Person, SimpleIdentifier } from './extensions/parties.ts';
export { Bid, Bids, Statistic } from './extensions/bids.ts';
export { Award, Contract } from './extensions/contracts.ts';
export { AwardCriteria, AwardCriterion, CriterionNumber, ExclusionCriterion, ExclusionGrounds, SelectionCriteria, SelectionCriterion } from './extensions/criteria.ts';
export { Amendment, Document, Item, Milestone, Period, RelatedProcess } from './extensions/documents.ts';
export { Budget, Charge, Finance, Implementation, Planning, Transaction } from './extensions/finance.ts';
export { Lot, LotGroup } from './extensions/lots.ts';
export { BidOpening, Location } from './extensions/places.ts';
export { Release, WithheldInformationItem } from './extensions/release.ts';
export { DynamicPurchasingSystem, ElectronicAuction, FrameworkAgreement, Techniques } from './extensions/techniques.ts';
export { Tender } from './extensions/tender.ts';
export { Communication, DesignContest, EssentialAsset, LegislativeReference, ParticipationFee, Suitability, Sustainability } from './extensions/tender-details.ts';
export { ContractTerms, Options, OtherRequirements, Procedure, Recurrence, Renewal, SecondStage, Subcontracting, SubcontractingTerms, SubmissionTerms } from './extensions/terms.ts';
export { Publisher, RecordPackage, Record, ReleasePackage } from './schema/packages.ts';
export { ContactPoint, Identifier } from './schema/parties.ts';
export { Classification, Value } from './schema/values.ts';
export * as codelists from './schema/codelists.ts';
export * as extensionCodelists from './extensions/codelists.ts';

export { isDateTime, isUri } from './validate/format.ts';
export type { Finding } from './validate/messages.ts';
export { isValidRelease, kindOf, releaseErrors, validate, validateRelease, type Kind, type Validation } from './validate/validate.ts';

export { upgrade, type Upgraded } from './upgrade/upgrade.ts';
export { versionOf, type OcdsVersion } from './upgrade/version.ts';

export { mergeInput } from './merge/input.ts';
export { mergeReleases, type MergeOptions } from './merge/merge.ts';
export type { ListOverride } from './merge/merger.ts';

export { releaseTags } from './read.ts';
export { MAX_DEPTH } from './depth.ts';
