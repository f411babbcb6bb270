/**
 * What the pages and the API of the register show, written once: each shape is a TypeBox schema that gives the type,
 * the check and the API's description. Filled from the database (summaries) or read defensively from a compiled
 * release (details), so that a page never meets a wrong type from a real file.
 */
import { Type, type Static, type TSchema } from 'typebox';
import { NOTICE_KINDS } from './notice-kind.ts';

export type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

function orNull<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}

function oneOf<const Values extends readonly string[]>(values: Values, description: string) {
  return Type.Unsafe<Values[number]>(Type.String({ enum: [...values], description }));
}

/** How far a contracting process has come, by the parts its releases hold. */
export const STAGES = ['planning', 'tender', 'award', 'contract', 'implementation'] as const;
export type Stage = (typeof STAGES)[number];

/** OCDS codelist "method". */
export const METHODS = ['open', 'selective', 'limited', 'direct'] as const;
export type Method = (typeof METHODS)[number];

/** OCDS codelist "procurementCategory". */
export const CATEGORIES = ['goods', 'works', 'services'] as const;
export type Category = (typeof CATEGORIES)[number];

export const AmountSchema = Type.Object({
  amount: Type.String({ description: 'Exact decimal, as published: "1234567.50".' }),
  currency: orNull(Type.String({ description: 'ISO 4217, or what the publisher wrote; null when it was left out.' })),
});
export type AmountView = Frozen<Static<typeof AmountSchema>>;

export const OrganisationLinkSchema = Type.Object({
  key: orNull(Type.String({ description: 'Key of the organisation, for /api/v1/organisations/{key}.' })),
  name: Type.String(),
});
export type OrganisationLink = Frozen<Static<typeof OrganisationLinkSchema>>;

/** One row of a list. */
export const ProcessSummarySchema = Type.Object({
  ocid: Type.String({ description: 'Open Contracting ID of the contracting process.' }),
  title: orNull(Type.String()),
  description: orNull(Type.String({ description: 'The first 1,000 characters.' })),
  buyer: orNull(OrganisationLinkSchema),
  suppliers: Type.Array(OrganisationLinkSchema),
  country: orNull(Type.String({ description: 'ISO 3166-1 alpha-2, from what the notice says of the buyer; null when it says nothing.' })),
  stage: orNull(oneOf(STAGES, 'How far the process has come, by the parts its releases hold.')),
  method: orNull(oneOf(METHODS, 'OCDS codelist "method".')),
  category: orNull(oneOf(CATEGORIES, 'OCDS codelist "procurementCategory".')),
  value: orNull(AmountSchema),
  classification: orNull(Type.String({ description: 'First classification of an item, as "scheme id": "CPV 48000000".' })),
  firstDate: Type.String({ description: 'Date of the first release: ISO 8601 in UTC, empty when it is no date.' }),
  lastDate: Type.String({ description: 'Date of the last release: ISO 8601 in UTC, empty when it is no date.' }),
  tenderEnd: orNull(Type.String({ description: 'Deadline for tenders: ISO 8601 in UTC.' })),
  releaseCount: Type.Integer(),
  faultCount: Type.Integer({ description: 'Places where the releases break the OCDS schema.' }),
});
export type ProcessSummary = Frozen<Static<typeof ProcessSummarySchema>>;

/** Where a release breaks the OCDS schema. */
export const FaultSchema = Type.Object({
  path: Type.String({ description: 'JSON Pointer into the release.' }),
  message: Type.String(),
  help: Type.String(),
});
export type FaultView = Frozen<Static<typeof FaultSchema>>;

/** One release as it was received. */
export const ReleaseSchema = Type.Object({
  key: Type.String({ description: "Torvet's own key (UUIDv7)." }),
  name: Type.String({ description: 'What its page is called under the process: /udbud/{ocid}/bekendtgoerelse/{name}.' }),
  kind: oneOf(NOTICE_KINDS, 'What kind of notice it is.'),
  format: oneOf(['ocds', 'eforms', 'ted'], 'What was received: OCDS, or a notice in XML that was read as OCDS 1.1.'),
  releaseId: Type.String({ description: "The publisher's id." }),
  date: Type.String({ description: 'As the publisher wrote it.' }),
  tags: Type.Array(Type.String()),
  language: orNull(Type.String()),
  ocdsVersion: oneOf(['1.0', '1.1'], 'The version received; 1.1 of what was read from XML.'),
  sourceName: Type.String({ description: 'Name of the file it came in.' }),
  place: Type.String({ description: 'Place in that file: "line 12", "release 3".' }),
  sha256: Type.String({ description: 'SHA-256 of the release or notice as received, hexadecimal.' }),
  fileSha256: Type.String({ description: 'SHA-256 of the file, hexadecimal.' }),
  importedAt: Type.String({ description: 'ISO 8601 in UTC.' }),
  faults: Type.Array(FaultSchema, { description: 'The first 50.' }),
  faultCount: Type.Integer(),
  hasOtherVersion: Type.Boolean({ description: 'True when another content was received under the same release id.' }),
});
export type ReleaseView = Frozen<Static<typeof ReleaseSchema>>;
