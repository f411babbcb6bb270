import type { Static } from 'typebox';
import { CURRENCY } from '../schema/codelists.ts';
import { Value } from '../schema/values.ts';
import { BID_STATUS, COUNTRY, STATISTIC_SCOPE } from './codelists.ts';
import { Document, Item, Period } from './documents.ts';
import { OrganizationReference, SimpleIdentifier } from './parties.ts';
import { Subcontracting } from './terms.ts';
import { text, requiredText, dateTime, flag, number, requiredNumber, wholeNumber, closedCode, requiredOpenCode, closedCodes, texts, list, object, ANY } from '../schema/parts.ts';

/** A count, such as the number of bids. */
export const Statistic = object({
  id: requiredText(),
  measure: requiredOpenCode('statistic'),
  value: requiredNumber(),
}, {
  date: dateTime(),
  valueGross: number(),
  currency: closedCode('currency', CURRENCY),
  notes: text(),
  relatedLot: text(),
  scope: closedCode('statisticScope', STATISTIC_SCOPE),
}, { minProperties: 1 });
export type Statistic = Static<typeof Statistic>;

/** A bid. */
export const Bid = object({ id: requiredText() }, {
  identifiers: list(SimpleIdentifier, 'unique', 'whole', 'nonEmpty'),
  date: dateTime(),
  description: text(),
  status: closedCode('bidStatus', BID_STATUS),
  items: list(Item, 'unique'),
  tenderers: list(OrganizationReference),
  value: Value,
  validityPeriod: Period,
  documents: list(Document, 'unique'),
  relatedLots: texts(ANY),
  countriesOfOrigin: closedCodes('country', COUNTRY, 'nonEmpty'),
  hasRank: flag(),
  rank: wholeNumber(),
  variant: flag(),
  hasSubcontracting: flag(),
  subcontracting: Subcontracting,
});
export type Bid = Static<typeof Bid>;

/** The bids and their statistics. */
export const Bids = object({}, {
  statistics: list(Statistic),
  details: list(Bid),
});
export type Bids = Static<typeof Bids>;
