import type { Static } from 'typebox';
import { INITIATION_TYPE, RELEASE_TAG } from './codelists.ts';
import { Award, Contract } from './contracts.ts';
import { RelatedProcess } from './documents.ts';
import { Organization, OrganizationReference } from './parties.ts';
import { Planning } from './planning.ts';
import { Tender } from './tender.ts';
import { text, requiredNonBlank, requiredDateTime, requiredCode, requiredCodes, list, object } from './parts.ts';

/** What was published about a contracting process at one time. */
export const Release = object({
  ocid: requiredNonBlank({ description: 'the number of the contracting process, the same in all its releases: a registered prefix and a local number' }),
  id: requiredNonBlank({ omitWhenMerged: true, description: 'the number of this release, unlike that of every other release of the process' }),
  date: requiredDateTime({ omitWhenMerged: true, description: 'when this release was published, as in 2026-03-01T09:00:00Z' }),
  tag: requiredCodes('releaseTag', RELEASE_TAG, { omitWhenMerged: true, description: 'what this release tells: a list of codes such as ["tender"]' }),
  initiationType: requiredCode('initiationType', INITIATION_TYPE, { description: 'how the process was begun: "tender"' }),
}, {
  parties: list(Organization, 'unique'),
  buyer: OrganizationReference,
  planning: Planning,
  tender: Tender,
  awards: list(Award, 'unique'),
  contracts: list(Contract, 'unique'),
  language: text({ default: 'en' }),
  relatedProcesses: list(RelatedProcess, 'unique'),
});
export type Release = Static<typeof Release>;
