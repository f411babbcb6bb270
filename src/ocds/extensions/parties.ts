import type { Static } from 'typebox';
import { Address as CoreAddress, Organization as CoreOrganization, OrganizationReference as CoreOrganizationReference } from '../schema/parties.ts';
import { Identifier } from '../schema/parties.ts';
import { Classification } from '../schema/values.ts';
import { COUNTRY, PARTY_SCALE } from './codelists.ts';
import { text, nonBlank, requiredNonBlank, uri, flag, closedCode, closedCodes, list, object, extend, nullable } from '../schema/parts.ts';

/** A postal address. */
export const Address = extend(CoreAddress, {
  country: closedCode('country', COUNTRY),
  description: text(),
});
export type Address = Static<typeof Address>;

/** Points at one of the release's parties by its id. */
export const OrganizationReference = extend(CoreOrganizationReference, { address: Address });
export type OrganizationReference = Static<typeof OrganizationReference>;

/** A beneficial owner. */
export const Person = object({ id: requiredNonBlank() }, {
  name: nonBlank(),
  identifier: Identifier,
  nationalities: closedCodes('country', COUNTRY, 'unique', 'nonEmpty'),
  address: Address,
  email: nonBlank({ format: 'email' }),
  faxNumber: nonBlank(),
  telephone: nonBlank(),
}, { minProperties: 1 });
export type Person = Static<typeof Person>;

/** What kind of organisation it is. */
const OrganizationDetails = nullable(object({}, {
  listedOnRegulatedMarket: flag(),
  url: nonBlank(),
  buyerProfile: nonBlank(),
  classifications: list(Classification, 'unique', 'whole', 'nonEmpty'),
  scale: closedCode('partyScale', PARTY_SCALE),
}));

/** A party to the process, with all that is known of it. */
export const Organization = extend(CoreOrganization, {
  address: Address,
  details: OrganizationDetails,
  beneficialOwners: list(Person, 'unique', 'nonEmpty'),
  eDeliveryGateway: uri(),
});
export type Organization = Static<typeof Organization>;

/** A number that something has elsewhere, such as the internal number of a lot. */
export const SimpleIdentifier = object({}, {
  scheme: nonBlank(),
  id: nonBlank({ versionId: true }),
}, { minProperties: 1 });
export type SimpleIdentifier = Static<typeof SimpleIdentifier>;
