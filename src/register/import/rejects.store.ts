import { sql, type Kysely } from 'kysely';
import { storable } from '../storable.ts';
import type { RegisterTables } from '../tables.ts';
import type { Unreadable } from './values.ts';

/** Notes what could not be read. @param number how many rejects of the file were noted before. */
export async function insertRejects(db: Kysely<RegisterTables>, file: string, number: number, rejects: readonly Unreadable[]): Promise<void> {
  if (rejects.length === 0) return;
  const rows = rejects.map(({ place, failure }, index) => ({
    number: number + index, place: storable(place), reason: storable(failure.message), help: storable(failure.help ?? ''),
  }));
  await sql`
    insert into reject (file, number, place, reason, help)
    select ${file}, number, place, reason, help
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (number bigint, place text, reason text, help text)`.execute(db);
}
