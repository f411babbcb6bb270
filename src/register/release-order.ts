import { instantOf } from './instant.ts';

export interface OrderedRelease {
  readonly date: string;
  readonly releaseId: string;
  readonly content: string;
}

/**
 * The order of a process's releases: by the instant of their date, whatever zone it is written in, then by the date's
 * text, the id and the content, so that it never depends on which file came first. A date that is no instant stands
 * where its text falls among the instants written in UTC: comparing it with the other dates' own text would give no order
 * at all (a before b, b before c, c before a).
 */
export function inReleaseOrder(a: OrderedRelease, b: OrderedRelease): number {
  return compare(instantOf(a.date) ?? a.date, instantOf(b.date) ?? b.date)
    || compare(a.date, b.date) || compare(a.releaseId, b.releaseId) || compare(a.content, b.content);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
