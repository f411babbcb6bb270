import path from 'node:path';
import { sql, type Kysely } from 'kysely';
import type { MigrationSource } from './migrate.ts';

/** The store's own table. */
export const storeMigrations: MigrationSource = { room: 'store', folder: path.join(import.meta.dirname, 'migrations') };

/** What the installation remembers under a name, or null. */
export async function recall<Tables>(db: Kysely<Tables>, name: string): Promise<string | null> {
  const found = await sql<{ value: string }>`select value from installation where name = ${name}`.execute(db);
  return found.rows[0]?.value ?? null;
}

export async function remember<Tables>(db: Kysely<Tables>, name: string, value: string): Promise<void> {
  await sql`insert into installation (name, value) values (${name}, ${value})
            on conflict (name) do update set value = excluded.value, since = now()`.execute(db);
}

export async function forget<Tables>(db: Kysely<Tables>, name: string): Promise<void> {
  await sql`delete from installation where name = ${name}`.execute(db);
}
