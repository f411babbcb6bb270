/** Who is admitted in a category of a system, and since when. Pure: what the purchase slice decides invitations by. */
import type { MarketRecord } from '../core/record.ts';
import type { Application } from './application.schema.ts';

/**
 * Organisations that were admitted in a category at an instant, in the order of their ids; nobody else (M2). Whoever is asked to renew, or is heard, is admitted
 * until it is decided otherwise.
 * @param records all records below the system, of whatever kind: `context.children` of the DIS, `context.siblings` of a purchase in it
 */
export function admittedIn(records: readonly MarketRecord[], category: string, at: Temporal.Instant): readonly string[] {
  const owners = applicationsOf(records).filter((one) => isAdmittedAt(one, category, at)).map(({ owner }) => owner);
  return [...new Set(owners)].toSorted();
}

export function applicationsOf(records: readonly MarketRecord[]): readonly Application[] {
  return records.filter((record): record is Application => record.kind === 'application');
}

function isAdmittedAt({ body: { admission } }: Application, category: string, at: Temporal.Instant): boolean {
  if (admission === undefined || !admission.categories.includes(category)) return false;
  return Temporal.Instant.compare(admission.from, at) <= 0 && (admission.to === undefined || Temporal.Instant.compare(at, admission.to) < 0);
}
