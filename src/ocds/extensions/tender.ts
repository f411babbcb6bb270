import type { Static } from 'typebox';
import { Tender as CoreTender } from '../schema/tender.ts';
import { Classification } from '../schema/values.ts';
import { ExclusionGrounds, SelectionCriteria } from './criteria.ts';
import { Amendment, Document, Item, Milestone, Period } from './documents.ts';
import { Lot, LotGroup } from './lots.ts';
import { Address, OrganizationReference, SimpleIdentifier } from './parties.ts';
import { BidOpening, Location } from './places.ts';
import { Techniques } from './techniques.ts';
import { Communication, DesignContest, EssentialAsset, LegislativeReference, ParticipationFee, Suitability, Sustainability } from './tender-details.ts';
import { ContractTerms, Options, OtherRequirements, Procedure, Recurrence, Renewal, SecondStage, SubcontractingTerms, SubmissionTerms } from './terms.ts';
import { text, nonBlank, flag, wholeNumber, openCodes, list, object, extend, NON_BLANK } from '../schema/parts.ts';

/** The call for bids. */
export const Tender = extend(CoreTender, {
  procuringEntity: OrganizationReference,
  items: list(Item, 'unique'),
  tenderPeriod: Period,
  enquiryPeriod: Period,
  awardPeriod: Period,
  contractPeriod: Period,
  tenderers: list(OrganizationReference, 'unique'),
  documents: list(Document),
  milestones: list(Milestone),
  amendments: list(Amendment),
  amendment: Amendment,
  identifiers: list(SimpleIdentifier, 'unique', 'whole', 'nonEmpty'),
  bidOpening: BidOpening,
  communication: Communication,
  contractTerms: ContractTerms,
  coveredBy: openCodes('coveredBy', NON_BLANK, 'unique', 'nonEmpty'),
  designContest: DesignContest,
  essentialAssets: EssentialAsset,
  hasEssentialAssets: flag(),
  reviewDetails: nonBlank(),
  valueCalculationMethod: nonBlank(),
  legislativeReferences: list(LegislativeReference, 'unique', 'whole', 'nonEmpty'),
  exclusionGrounds: ExclusionGrounds,
  crossBorderLaw: nonBlank(),
  legalBasis: Classification,
  deliveryLocations: list(Location, 'unique', 'whole'),
  deliveryAddresses: list(Address, 'unique', 'whole'),
  lots: list(Lot),
  lotDetails: object({}, {
    maximumLotsBidPerSupplier: wholeNumber(),
    maximumLotsAwardedPerSupplier: wholeNumber(),
    awardCriteriaDetails: text(),
  }),
  lotGroups: list(LotGroup),
  options: Options,
  hasOptions: flag(),
  otherRequirements: OtherRequirements,
  participationFees: list(ParticipationFee, 'unique'),
  procedure: Procedure,
  procurementMethodRationaleClassifications: list(Classification, 'unique', 'whole', 'nonEmpty'),
  recurrence: Recurrence,
  hasRecurrence: flag(),
  hasRenewal: flag(),
  renewal: Renewal,
  secondStage: SecondStage,
  selectionCriteria: SelectionCriteria,
  mainProcurementCategoryDetails: text(),
  statusDetails: text(),
  subcontractingTerms: SubcontractingTerms,
  submissionTerms: SubmissionTerms,
  suitability: Suitability,
  hasSustainability: flag(),
  sustainability: list(Sustainability, 'unique', 'whole', 'nonEmpty'),
  techniques: Techniques,
  competitive: flag(),
});
export type Tender = Static<typeof Tender>;
