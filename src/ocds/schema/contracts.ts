import type { Static } from 'typebox';
import { AWARD_STATUS, CONTRACT_STATUS } from './codelists.ts';
import { Amendment, Document, Milestone, RelatedProcess } from './documents.ts';
import { Item } from './items.ts';
import { Identifier, OrganizationReference } from './parties.ts';
import { Period, Value } from './values.ts';
import { text, dateTime, uri, identifier, closedCode, list, object } from './parts.ts';

/** The choice of suppliers. */
export const Award = object({ id: identifier() }, {
  title: text(),
  description: text(),
  status: closedCode('awardStatus', AWARD_STATUS),
  date: dateTime(),
  value: Value,
  suppliers: list(OrganizationReference, 'unique'),
  items: list(Item, 'unique', 'nonEmpty'),
  contractPeriod: Period,
  documents: list(Document, 'unique'),
  amendments: list(Amendment),
  amendment: Amendment,
}, { languages: ['title', 'description'] });
export type Award = Static<typeof Award>;

/** A payment. */
export const Transaction = object({ id: identifier() }, {
  source: uri(),
  date: dateTime(),
  value: Value,
  payer: OrganizationReference,
  payee: OrganizationReference,
  uri: uri(),
  amount: Value,
  providerOrganization: Identifier,
  receiverOrganization: Identifier,
});
export type Transaction = Static<typeof Transaction>;

/** What was delivered and paid. */
export const Implementation = object({}, {
  transactions: list(Transaction, 'unique'),
  milestones: list(Milestone, 'unique'),
  documents: list(Document, 'unique'),
});
export type Implementation = Static<typeof Implementation>;

/** The signed agreement. */
export const Contract = object({
  id: identifier(),
  awardID: identifier({ description: 'the id of the award that the contract rests on' }),
}, {
  title: text(),
  description: text(),
  status: closedCode('contractStatus', CONTRACT_STATUS),
  period: Period,
  value: Value,
  items: list(Item, 'unique', 'nonEmpty'),
  dateSigned: dateTime(),
  documents: list(Document, 'unique'),
  implementation: Implementation,
  relatedProcesses: list(RelatedProcess, 'unique'),
  milestones: list(Milestone),
  amendments: list(Amendment),
  amendment: Amendment,
}, { languages: ['title', 'description'] });
export type Contract = Static<typeof Contract>;
