import type { FastifyRequest } from 'fastify';
import { EMPTY_PROCESS_QUERY, searchOrganisations, searchProcesses, type OrganisationSummary, type ProcessSummary, type Serving } from '#register';

const SHOWN = { after: null, before: null, limit: 5 } as const;

/** What the register knows about something that somebody is about to buy. */
export interface Seen {
  readonly what: string;
  readonly total: number;
  /** Of those, how many were bought without a call for competition. */
  readonly withoutCall: number;
  readonly rows: readonly ProcessSummary[];
}

/** Searches the register for a system or field by the words that a wizard was told. */
export async function readSeen(serving: Serving, request: FastifyRequest, what: string): Promise<Seen> {
  const found = await searchProcesses(serving.database(request), serving.clock, { ...EMPTY_PROCESS_QUERY, q: what }, SHOWN);
  // A search without a place in its list is never refused.
  if (!found.ok) return { what, total: 0, withoutCall: 0, rows: [] };
  const { total, rows, facets, didYouMean } = found.value;
  // The system was named; one that is spelt nearly the same is another system.
  if (didYouMean !== null) return { what, total: 0, withoutCall: 0, rows: [] };
  const withoutCall = facets.find(({ name }) => name === 'call')?.options.find(({ value }) => value === 'without')?.count ?? 0;
  return { what, total, withoutCall, rows };
}

const BUYERS = { after: null, before: null, limit: 3 } as const;

/** The buyers that the register knows by a name, as it was written. */
export async function readBuyers(serving: Serving, request: FastifyRequest, who: string): Promise<readonly OrganisationSummary[]> {
  const found = await searchOrganisations(serving.database(request), { q: who, filters: { role: ['buyer'] } }, BUYERS);
  return found.ok && found.value.didYouMean === null ? found.value.rows : [];
}
