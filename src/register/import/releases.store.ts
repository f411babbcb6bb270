import { sql, type Transaction } from 'kysely';
import type { RegisterTables } from '../tables.ts';
import type { Intake } from './intake.ts';
import { slices, valueRows } from './rows.ts';

/**
 * Those that the register does not hold yet. The same release in two files, or twice in one, is one release.
 * @returns also whether the register holds other releases of these processes.
 */
export async function freshReleases(
  transaction: Transaction<RegisterTables>, intakes: readonly Intake[],
): Promise<{ fresh: Intake[]; haveEarlier: boolean }> {
  const distinct = new Map<string, Intake>();
  for (const intake of intakes) {
    const key = identity(intake.ocid, intake.releaseId, intake.content);
    // The first stays, as it does when the second comes in a later batch.
    if (!distinct.has(key)) distinct.set(key, intake);
  }
  if (distinct.size === 0) return { fresh: [], haveEarlier: false };
  const known = await transaction.selectFrom('release').select(['ocid', 'release_id', 'content'])
    .where(sql<boolean>`ocid = any(${ocidsOf(intakes)}::text[])`).execute();
  for (const row of known) distinct.delete(identity(row.ocid, row.release_id, row.content));
  return { fresh: [...distinct.values()], haveEarlier: known.length > 0 };
}

/**
 * Keeps releases as received. They must be new: only one import writes at a time, so nothing comes between the two questions.
 * @param fileOf the hash of the file that a release came in
 */
export async function insertReleases(transaction: Transaction<RegisterTables>, fileOf: (intake: Intake) => string, fresh: readonly Intake[]): Promise<void> {
  for (const slice of slices(fresh)) {
    const rows = slice.map((intake) => [
      intake.notice?.key ?? null, intake.ocid, intake.releaseId, intake.date, JSON.stringify(intake.tags), intake.language, intake.version, intake.received,
      intake.sha256, intake.content, fileOf(intake), intake.place, JSON.stringify(intake.faults), intake.faultCount,
    ]);
    await sql`
      insert into release (id, ocid, release_id, date, tags, language, ocds_version, received, sha256, content, file, place, faults, fault_count)
      select coalesce(id::uuid, uuidv7()), ocid, release_id, date, array(select jsonb_array_elements_text(tags::jsonb)), language, ocds_version, received,
             sha256, content, file, place, faults::jsonb, fault_count::integer
      from (values ${valueRows(rows)}) as given (
        id, ocid, release_id, date, tags, language, ocds_version, received, sha256, content, file, place, faults, fault_count)`.execute(transaction);
  }
}

export function ocidsOf(intakes: readonly Intake[]): string[] {
  return [...new Set(intakes.map(({ ocid }) => ocid))];
}

function identity(ocid: string, releaseId: string, content: string): string {
  return JSON.stringify([ocid, releaseId, content]);
}
