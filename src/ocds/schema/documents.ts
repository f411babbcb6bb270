import { Type, type Static } from 'typebox';
import { MILESTONE_STATUS } from './codelists.ts';
import { text, requiredText, dateTime, uri, identifier, closedCode, openCode, openCodes, list, object, ANY } from './parts.ts';

/** A document, by its address. */
export const Document = object({ id: identifier() }, {
  documentType: openCode('documentType'),
  title: text(),
  description: text(),
  url: uri(),
  datePublished: dateTime(),
  dateModified: dateTime(),
  format: text(),
  language: text(),
}, { languages: ['title', 'description'] });
export type Document = Static<typeof Document>;

/** Something that is to happen by a date. */
export const Milestone = object({ id: identifier() }, {
  title: text(),
  type: openCode('milestoneType'),
  description: text(),
  code: text(),
  dueDate: dateTime(),
  dateMet: dateTime(),
  dateModified: dateTime(),
  status: closedCode('milestoneStatus', MILESTONE_STATUS),
  documents: list(Document, 'unique'),
}, { languages: ['title', 'description'] });
export type Milestone = Static<typeof Milestone>;

/** A field that an amendment changed, as OCDS 1.0 wrote it. */
const Change = object({}, {
  property: requiredText(),
  former_value: Type.Unsafe<unknown>({ type: ['string', 'number', 'integer', 'array', 'object', 'null'] }),
});

/** Why and when something was changed. */
export const Amendment = object({}, {
  date: dateTime(),
  rationale: text(),
  id: text(),
  description: text(),
  amendsReleaseID: text(),
  releaseID: text(),
  changes: list(Change),
}, { languages: ['rationale'] });
export type Amendment = Static<typeof Amendment>;

/** Another process that this one comes from or leads to. */
export const RelatedProcess = object({}, {
  id: requiredText(),
  relationship: openCodes('relatedProcess', ANY),
  title: text(),
  scheme: openCode('relatedProcessScheme'),
  identifier: text(),
  uri: uri(),
});
export type RelatedProcess = Static<typeof RelatedProcess>;
