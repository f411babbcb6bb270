import type { Static } from 'typebox';
import { Release as CoreRelease } from '../schema/release.ts';
import { Classification } from '../schema/values.ts';
import { Bids, Statistic } from './bids.ts';
import { Award, Contract } from './contracts.ts';
import { RelatedProcess } from './documents.ts';
import { Planning } from './finance.ts';
import { Organization, OrganizationReference } from './parties.ts';
import { Tender } from './tender.ts';
import { text, nonBlank, requiredNonBlank, dateTime, list, object, extend } from '../schema/parts.ts';

/** What is not published yet, and why. */
export const WithheldInformationItem = object({ id: requiredNonBlank() }, {
  field: nonBlank(),
  name: nonBlank(),
  availabilityDate: dateTime(),
  rationale: nonBlank(),
  rationaleClassifications: list(Classification, 'unique', 'whole', 'nonEmpty'),
}, { minProperties: 1 });
export type WithheldInformationItem = Static<typeof WithheldInformationItem>;

/** What was published about a contracting process at one time. */
export const Release = extend(CoreRelease, {
  parties: list(Organization, 'unique'),
  buyer: OrganizationReference,
  planning: Planning,
  tender: Tender,
  awards: list(Award, 'unique'),
  contracts: list(Contract, 'unique'),
  relatedProcesses: list(RelatedProcess, 'unique'),
  bids: Bids,
  title: text(),
  description: text(),
  statistics: list(Statistic, 'unique', 'nonEmpty'),
  withheldInformation: list(WithheldInformationItem, 'unique', 'nonEmpty'),
});
export type Release = Static<typeof Release>;
