import type { Static } from 'typebox';
import { PROCUREMENT_CATEGORY, TENDER_STATUS } from '../schema/codelists.ts';
import { Classification, Value } from '../schema/values.ts';
import { AwardCriteria, SelectionCriteria } from './criteria.ts';
import { Milestone, Period } from './documents.ts';
import { OrganizationReference, SimpleIdentifier } from './parties.ts';
import { BidOpening } from './places.ts';
import { Techniques } from './techniques.ts';
import { Communication, DesignContest, EssentialAsset, Suitability, Sustainability } from './tender-details.ts';
import { ContractTerms, Options, OtherRequirements, Recurrence, Renewal, SecondStage, SubcontractingTerms, SubmissionTerms } from './terms.ts';
import { text, nonBlank, requiredText, flag, closedCode, openCodes, texts, list, object, ANY, NON_BLANK } from '../schema/parts.ts';

/** A part of the tender that can be won by itself. */
export const Lot = object({ id: requiredText() }, {
  awardCriteria: AwardCriteria,
  bidOpening: BidOpening,
  communication: Communication,
  contractTerms: ContractTerms,
  coveredBy: openCodes('coveredBy', NON_BLANK, 'unique', 'nonEmpty'),
  designContest: DesignContest,
  essentialAssets: list(EssentialAsset, 'unique', 'whole', 'nonEmpty'),
  hasEssentialAssets: flag(),
  awardPeriod: Period,
  hasAccessibilityCriteria: flag(),
  noAccessibilityCriteriaRationale: nonBlank(),
  reviewDetails: nonBlank(),
  identifiers: list(SimpleIdentifier, 'unique', 'whole', 'nonEmpty'),
  title: text(),
  description: text(),
  status: closedCode('tenderStatus', TENDER_STATUS),
  value: Value,
  minValue: Value,
  tenderPeriod: Period,
  contractPeriod: Period,
  buyer: OrganizationReference,
  additionalClassifications: list(Classification, 'unique', 'whole', 'nonEmpty'),
  mainProcurementCategory: closedCode('procurementCategory', PROCUREMENT_CATEGORY),
  additionalProcurementCategories: openCodes('extendedProcurementCategory', NON_BLANK, 'unique', 'nonEmpty'),
  enquiryPeriod: Period,
  milestones: list(Milestone, 'unique', 'nonEmpty'),
  submissionMethodDetails: nonBlank(),
  options: Options,
  hasOptions: flag(),
  otherRequirements: OtherRequirements,
  recurrence: Recurrence,
  hasRecurrence: flag(),
  hasRenewal: flag(),
  renewal: Renewal,
  secondStage: SecondStage,
  selectionCriteria: SelectionCriteria,
  subcontractingTerms: SubcontractingTerms,
  submissionTerms: SubmissionTerms,
  suitability: Suitability,
  hasSustainability: flag(),
  sustainability: list(Sustainability, 'unique', 'whole', 'nonEmpty'),
  techniques: Techniques,
});
export type Lot = Static<typeof Lot>;

/** Lots that can be won together. */
export const LotGroup = object({ id: requiredText() }, {
  awardCriteria: AwardCriteria,
  identifiers: list(SimpleIdentifier, 'unique', 'whole', 'nonEmpty'),
  title: nonBlank(),
  description: nonBlank(),
  relatedLots: texts(ANY),
  optionToCombine: flag(),
  maximumValue: Value,
  suitability: Suitability,
  techniques: Techniques,
});
export type LotGroup = Static<typeof LotGroup>;
