import type { Static } from 'typebox';
import { Value } from '../schema/values.ts';
import { PERMISSION } from './codelists.ts';
import { Period } from './documents.ts';
import { OrganizationReference } from './parties.ts';
import { nonBlank, requiredNonBlank, dateTime, flag, number, closedCode, openCodes, texts, list, object, NON_BLANK } from '../schema/parts.ts';

/** A service to passengers. */
export const CustomerService = object({}, {
  type: nonBlank(),
  name: nonBlank(),
  description: nonBlank(),
}, { minProperties: 1 });
export type CustomerService = Static<typeof CustomerService>;

/** Terms the contract will have. */
export const ContractTerms = object({}, {
  hasElectronicPayment: flag(),
  hasElectronicOrdering: flag(),
  electronicInvoicingPolicy: closedCode('permission', PERMISSION),
  reservedExecution: flag(),
  performanceTerms: nonBlank(),
  financialTerms: nonBlank(),
  tendererLegalForm: nonBlank(),
  hasExclusiveRights: flag(),
  exclusiveRights: nonBlank(),
  operatorRevenueShare: number({ maximum: 1, minimum: 0 }),
  otherTerms: nonBlank(),
  rewardsAndPenalties: nonBlank(),
  socialStandards: nonBlank(),
  hasNonDisclosureAgreement: flag(),
  nonDisclosureAgreement: nonBlank(),
  customerServices: list(CustomerService, 'unique', 'whole', 'nonEmpty'),
}, { minProperties: 1 });
export type ContractTerms = Static<typeof ContractTerms>;

/** How bids are to be handed in. */
export const SubmissionTerms = object({}, {
  electronicSubmissionPolicy: closedCode('permission', PERMISSION),
  variantPolicy: closedCode('permission', PERMISSION),
  electronicCatalogPolicy: closedCode('permission', PERMISSION),
  languages: texts(NON_BLANK, 'unique', 'nonEmpty'),
  bidValidityPeriod: Period,
  depositsGuarantees: nonBlank(),
  advancedElectronicSignatureRequired: flag(),
  multipleBidsAllowed: flag(),
  nonElectronicSubmissionRationale: nonBlank(),
  subcontractingClauses: texts(NON_BLANK, 'unique', 'nonEmpty'),
}, { minProperties: 1 });
export type SubmissionTerms = Static<typeof SubmissionTerms>;

/** What is said of subcontracting in the call. */
export const SubcontractingTerms = object({}, {
  description: nonBlank(),
  competitiveMaximumPercentage: number({ maximum: 1, minimum: 0, exclusiveMinimum: true }),
  competitiveMinimumPercentage: number({ maximum: 1, minimum: 0 }),
}, { minProperties: 1 });
export type SubcontractingTerms = Static<typeof SubcontractingTerms>;

/** Who does what for whom. */
export const Subcontract = object({ id: requiredNonBlank() }, {
  subcontractor: OrganizationReference,
  mainContractors: list(OrganizationReference, 'unique', 'nonEmpty'),
}, { minProperties: 1 });
export type Subcontract = Static<typeof Subcontract>;

/** What is said of subcontracting in the bid or the award. */
export const Subcontracting = object({}, {
  description: nonBlank(),
  maximumPercentage: number({ maximum: 1, minimum: 0, exclusiveMinimum: true }),
  minimumPercentage: number({ maximum: 1, minimum: 0 }),
  competitiveMaximumPercentage: number({ maximum: 1, minimum: 0, exclusiveMinimum: true }),
  competitiveMinimumPercentage: number({ maximum: 1, minimum: 0 }),
  value: Value,
  competitive: flag(),
  subcontracts: list(Subcontract, 'unique', 'nonEmpty'),
}, { minProperties: 1 });
export type Subcontracting = Static<typeof Subcontracting>;

/** What else is asked of tenderers. */
export const OtherRequirements = object({}, {
  requiresStaffNamesAndQualifications: flag(),
  reservedParticipation: openCodes('reservedParticipation', NON_BLANK, 'unique', 'nonEmpty'),
  qualificationSystemConditions: texts(NON_BLANK, 'unique', 'nonEmpty'),
  qualificationSystemMethods: texts(NON_BLANK, 'unique', 'nonEmpty'),
  reductionCriteria: nonBlank(),
  securityClearance: nonBlank(),
}, { minProperties: 1 });
export type OtherRequirements = Static<typeof OtherRequirements>;

/** Purchases that the buyer may choose to make. */
export const Options = object({}, {
  description: nonBlank(),
  period: Period,
}, { minProperties: 1 });
export type Options = Static<typeof Options>;

/** How the contract may be prolonged. */
export const Renewal = object({}, {
  description: nonBlank(),
  minimumRenewals: number(),
  maximumRenewals: number(),
  period: Period,
}, { minProperties: 1 });
export type Renewal = Static<typeof Renewal>;

/** Whether the purchase will be made again. */
export const Recurrence = object({}, {
  dates: list(Period, 'unique', 'whole', 'nonEmpty'),
  description: nonBlank(),
}, { minProperties: 1 });
export type Recurrence = Static<typeof Recurrence>;

/** How many are invited to the second stage. */
export const SecondStage = object({}, {
  minimumCandidates: number(),
  maximumCandidates: number(),
  successiveReduction: flag(),
  noNegotiationNecessary: flag(),
  invitationDate: dateTime(),
}, { minProperties: 1 });
export type SecondStage = Static<typeof SecondStage>;

/** How the procedure is run. */
export const Procedure = object({}, {
  isAccelerated: flag(),
  acceleratedRationale: nonBlank(),
  features: nonBlank(),
}, { minProperties: 1 });
export type Procedure = Static<typeof Procedure>;
