import { sql, type Transaction } from 'kysely';
import type { RegisterTables } from '../tables.ts';
import type { Intake } from './intake.ts';

/**
 * Keeps releases as received, in one statement. One that is there already, with the same content, is left alone.
 * @returns those that were new.
 */
export async function insertReleases(transaction: Transaction<RegisterTables>, file: string, intakes: readonly Intake[]): Promise<Intake[]> {
  const distinct = new Map(intakes.map((intake) => [identity(intake.ocid, intake.releaseId, intake.content), intake]));
  if (distinct.size === 0) return [];
  const rows = [...distinct.values()].map((intake) => ({
    ocid: intake.ocid, release_id: intake.releaseId, date: intake.date, tags: intake.tags, language: intake.language,
    ocds_version: intake.version, received: intake.received, sha256: intake.sha256, content: intake.content,
    place: intake.place, faults: intake.faults, fault_count: intake.faultCount,
  }));
  const added = await sql<{ ocid: string; release_id: string; content: string }>`
    insert into release (id, ocid, release_id, date, tags, language, ocds_version, received, sha256, content, file, place, faults, fault_count)
    select uuidv7(), ocid, release_id, date, array(select jsonb_array_elements_text(tags)), language, ocds_version, received, sha256, content,
           ${file}, place, faults, fault_count
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (
      ocid text, release_id text, date text, tags jsonb, language text, ocds_version text, received text, sha256 text,
      content text, place text, faults jsonb, fault_count integer)
    on conflict (ocid, release_id, content) do nothing
    returning ocid, release_id, content`.execute(transaction);
  return added.rows.flatMap((row) => distinct.get(identity(row.ocid, row.release_id, row.content)) ?? []);
}

function identity(ocid: string, releaseId: string, content: string): string {
  return JSON.stringify([ocid, releaseId, content]);
}
