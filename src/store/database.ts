import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, types as pgTypes, type ClientConfig } from 'pg';

/** Largest whole number that arrives as a JavaScript number; counts stay far below. */
const INT8 = 20;
const TIMESTAMPTZ = 1184;

/**
 * A pool on one database. Whole numbers of eight bytes arrive as numbers, instants as ISO 8601 text in UTC, `numeric`
 * as exact text. The room that owns the tables says what they are.
 * @param longestStatement milliseconds; 0: no limit. What people wait for has one, so that no search holds up the others.
 * @param longestWait milliseconds for a lock; 0: no limit. What comes again by itself has one.
 */
export function openDatabase<Tables>(connection: ClientConfig, poolSize = 10, longestStatement = 0, longestWait = 0): Kysely<Tables> {
  const options = `-c timezone=UTC -c statement_timeout=${longestStatement} -c lock_timeout=${longestWait}`;
  const pool = new Pool({ ...connection, options, max: poolSize, connectionTimeoutMillis: 10_000, types: { getTypeParser } });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {});
  // One that breaks while somebody holds it tells its holder at the next use.
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === INT8) return Number;
  if (oid === TIMESTAMPTZ) return instantText;
  return (pgTypes.getTypeParser as (oid: number, format?: string) => (value: string) => unknown)(oid, format);
}

/** `2024-03-01 12:00:00.5+00` to `2024-03-01T12:00:00.5Z`. */
function instantText(text: string): string {
  return text.replace(' ', 'T').replace(/\+00$/, 'Z');
}

const NO_SUCH_DATABASE = '3D000';

/** Whether the database is still there. @throws when the server does not answer at all. */
export async function isThere<Tables>(db: Kysely<Tables>): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === NO_SUCH_DATABASE) return false;
    throw error;
  }
}
