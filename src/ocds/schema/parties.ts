import { Type, type Static } from 'typebox';
import { text, nonBlank, requiredText, uri, referenceId, looseIdentifier, openCodes, list, object, ANY } from './parts.ts';

/** The number of an organisation in a register. */
export const Identifier = object({}, {
  scheme: text(),
  id: looseIdentifier({ versionId: true }),
  legalName: text(),
  uri: uri(),
}, { languages: ['legalName'] });
export type Identifier = Static<typeof Identifier>;

/** A postal address. */
export const Address = object({}, {
  streetAddress: text(),
  locality: text(),
  region: text(),
  postalCode: text(),
  countryName: text(),
}, { languages: ['countryName'] });
export type Address = Static<typeof Address>;

/** Whom to ask. */
export const ContactPoint = object({}, {
  name: text(),
  email: text(),
  telephone: text(),
  faxNumber: text(),
  url: uri(),
}, { languages: ['name'] });
export type ContactPoint = Static<typeof ContactPoint>;

/** Points at one of the release's parties by its id. */
export const OrganizationReference = object({}, {
  name: nonBlank(),
  id: referenceId(),
  identifier: Identifier,
  address: Address,
  additionalIdentifiers: list(Identifier, 'unique', 'whole'),
  contactPoint: ContactPoint,
});
export type OrganizationReference = Static<typeof OrganizationReference>;

/** A party to the process, with all that is known of it. */
export const Organization = object({}, {
  name: text(),
  id: requiredText(),
  identifier: Identifier,
  additionalIdentifiers: list(Identifier, 'unique', 'whole'),
  address: Address,
  contactPoint: ContactPoint,
  roles: openCodes('partyRole', ANY),
  details: Type.Unsafe<Record<string, unknown> | null>({ type: ['object', 'null'] }),
}, { languages: ['name'] });
export type Organization = Static<typeof Organization>;
