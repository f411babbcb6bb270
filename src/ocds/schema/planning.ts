import type { Static } from 'typebox';
import { Document, Milestone } from './documents.ts';
import { Value } from './values.ts';
import { text, uri, looseIdentifier, list, object } from './parts.ts';

/** The money set aside. */
export const Budget = object({}, {
  id: looseIdentifier(),
  description: text(),
  amount: Value,
  project: text(),
  projectID: looseIdentifier(),
  uri: uri(),
  source: uri(),
}, { languages: ['source', 'description', 'project'] });
export type Budget = Static<typeof Budget>;

/** What came before the tender. */
export const Planning = object({}, {
  rationale: text(),
  budget: Budget,
  documents: list(Document),
  milestones: list(Milestone),
}, { languages: ['rationale'] });
export type Planning = Static<typeof Planning>;
