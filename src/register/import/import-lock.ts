import { sql, type Kysely } from 'kysely';
import type { RegisterTables } from '../tables.ts';

/** Two imports at once would compile the same process from different halves; the second waits for the first. */
export async function withImportLock(db: Kysely<RegisterTables>, work: (connection: Kysely<RegisterTables>) => Promise<void>): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(hashtext('torvet import'))`.execute(connection);
    try {
      await work(connection);
    } finally {
      await sql`select pg_advisory_unlock(hashtext('torvet import'))`.execute(connection);
    }
  });
}
