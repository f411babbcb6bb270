import { sql, type Kysely } from 'kysely';
import type { RegisterTables } from './tables.ts';

type Db = Kysely<RegisterTables>;

/**
 * Asks the database with its indexes. The planner takes the words of a row for as cheap as its other columns, and would rather
 * read all rows to look at them: that costs a hundred times what the index does.
 */
export function byIndex<Answer>(db: Db, ask: (db: Db) => Promise<Answer>): Promise<Answer> {
  return db.transaction().execute(async (transaction) => {
    await sql`set local enable_seqscan = off`.execute(transaction);
    return ask(transaction);
  });
}
