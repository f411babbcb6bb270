import type { Static } from 'typebox';
import { Amendment as CoreAmendment, Document as CoreDocument, Milestone as CoreMilestone, RelatedProcess as CoreRelatedProcess } from '../schema/documents.ts';
import { Item as CoreItem } from '../schema/items.ts';
import { Period as CorePeriod } from '../schema/values.ts';
import { Classification } from '../schema/values.ts';
import { Address, OrganizationReference } from './parties.ts';
import { Location } from './places.ts';
import { text, nonBlank, uri, openCodes, texts, list, extend, ANY, NON_BLANK } from '../schema/parts.ts';

/** A time with a beginning, an end or a length. */
export const Period = extend(CorePeriod, { description: nonBlank() });
export type Period = Static<typeof Period>;

/** A document, by its address. */
export const Document = extend(CoreDocument, {
  languages: openCodes('language', NON_BLANK, 'unique', 'nonEmpty'),
  publisher: OrganizationReference,
  pageStart: nonBlank(),
  pageEnd: nonBlank(),
  accessDetails: nonBlank(),
  accessDetailsURL: uri(),
  author: nonBlank(),
  unofficialTranslations: openCodes('language', NON_BLANK, 'unique', 'nonEmpty'),
  relatedLots: texts(ANY),
});
export type Document = Static<typeof Document>;

/** Something that is to happen by a date. */
export const Milestone = extend(CoreMilestone, {
  documents: list(Document, 'unique'),
  relatedLots: texts(ANY),
});
export type Milestone = Static<typeof Milestone>;

/** Why and when something was changed. */
export const Amendment = extend(CoreAmendment, {
  rationaleClassifications: list(Classification, 'unique', 'whole', 'nonEmpty'),
  relatedLots: texts(NON_BLANK, 'unique', 'nonEmpty'),
});
export type Amendment = Static<typeof Amendment>;

/** Another process that this one comes from or leads to. */
export const RelatedProcess = extend(CoreRelatedProcess, { relatedLots: texts(NON_BLANK, 'unique', 'nonEmpty') });
export type RelatedProcess = Static<typeof RelatedProcess>;

/** Something that is bought. */
export const Item = extend(CoreItem, {
  deliveryAddresses: list(Address, 'unique', 'whole', 'nonEmpty'),
  deliveryLocations: list(Location, 'unique', 'whole', 'nonEmpty'),
  deliveryLocation: Location,
  deliveryAddress: Address,
  relatedLot: text(),
});
export type Item = Static<typeof Item>;
