import type { Static } from 'typebox';
import { Award as CoreAward, Contract as CoreContract } from '../schema/contracts.ts';
import { Value } from '../schema/values.ts';
import { Amendment, Document, Item, Milestone, Period, RelatedProcess } from './documents.ts';
import { Finance, Implementation } from './finance.ts';
import { OrganizationReference, SimpleIdentifier } from './parties.ts';
import { Subcontracting } from './terms.ts';
import { text, nonBlank, flag, number, texts, list, extend, ANY } from '../schema/parts.ts';

/** The choice of suppliers. */
export const Award = extend(CoreAward, {
  suppliers: list(OrganizationReference, 'unique'),
  items: list(Item, 'unique', 'nonEmpty'),
  contractPeriod: Period,
  documents: list(Document, 'unique'),
  amendments: list(Amendment),
  amendment: Amendment,
  maximumValue: Value,
  estimatedValue: Value,
  relatedBid: text(),
  relatedBids: texts(ANY),
  buyers: list(OrganizationReference, 'unique', 'nonEmpty'),
  valueCalculationMethod: nonBlank(),
  relatedLots: texts(ANY),
  statusDetails: text(),
  hasSubcontracting: flag(),
  subcontracting: Subcontracting,
});
export type Award = Static<typeof Award>;

/** The signed agreement. */
export const Contract = extend(CoreContract, {
  period: Period,
  items: list(Item, 'unique', 'nonEmpty'),
  documents: list(Document, 'unique'),
  implementation: Implementation,
  relatedProcesses: list(RelatedProcess, 'unique'),
  milestones: list(Milestone),
  amendments: list(Amendment),
  amendment: Amendment,
  identifiers: list(SimpleIdentifier, 'unique', 'whole', 'nonEmpty'),
  relatedBids: texts(ANY),
  buyer: OrganizationReference,
  periodRationale: nonBlank(),
  publicPassengerTransportServicesKilometers: number({ minimum: 0 }),
  finance: list(Finance, 'unique', 'nonEmpty'),
  statusDetails: text(),
});
export type Contract = Static<typeof Contract>;
