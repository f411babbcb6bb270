import type { Static } from 'typebox';
import { METHOD, PROCUREMENT_CATEGORY, TENDER_STATUS } from './codelists.ts';
import { Amendment, Document, Milestone } from './documents.ts';
import { Item } from './items.ts';
import { OrganizationReference } from './parties.ts';
import { Period, Value } from './values.ts';
import { text, flag, wholeNumber, identifier, closedCode, openCode, openCodes, list, object, ANY } from './parts.ts';

/** The call for bids. */
export const Tender = object({ id: identifier({ versionId: true }) }, {
  title: text(),
  description: text(),
  status: closedCode('tenderStatus', TENDER_STATUS),
  procuringEntity: OrganizationReference,
  items: list(Item, 'unique'),
  value: Value,
  minValue: Value,
  procurementMethod: closedCode('method', METHOD),
  procurementMethodDetails: text(),
  procurementMethodRationale: text(),
  mainProcurementCategory: closedCode('procurementCategory', PROCUREMENT_CATEGORY),
  additionalProcurementCategories: openCodes('extendedProcurementCategory', ANY),
  awardCriteria: openCode('awardCriteria'),
  awardCriteriaDetails: text(),
  submissionMethod: openCodes('submissionMethod', ANY),
  submissionMethodDetails: text(),
  tenderPeriod: Period,
  enquiryPeriod: Period,
  hasEnquiries: flag(),
  eligibilityCriteria: text(),
  awardPeriod: Period,
  contractPeriod: Period,
  numberOfTenderers: wholeNumber(),
  tenderers: list(OrganizationReference, 'unique'),
  documents: list(Document),
  milestones: list(Milestone),
  amendments: list(Amendment),
  amendment: Amendment,
}, { languages: ['title', 'description', 'procurementMethodRationale', 'awardCriteriaDetails', 'submissionMethodDetails', 'eligibilityCriteria'] });
export type Tender = Static<typeof Tender>;
