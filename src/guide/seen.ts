import type { FastifyRequest } from 'fastify';
import { searchProcesses, withoutCallOf, type ProcessSummary, type Serving } from '#register';

/** What the register knows about something that somebody is about to buy. */
export interface Seen {
  readonly what: string;
  readonly total: number;
  /** Of those, how many were bought without a call for competition. */
  readonly withoutCall: number;
  readonly newest: readonly ProcessSummary[];
}
