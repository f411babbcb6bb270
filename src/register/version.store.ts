import type { Kysely } from 'kysely';
import { Kept } from './kept.ts';
import type { RegisterTables } from './tables.ts';

type Db = Kysely<RegisterTables>;

/** Stands for the state of the register: another text as soon as any process has changed something that pages show. */
export async function readVersion(db: Db): Promise<string> {
  const { version } = await db.selectFrom('register_version').select('version').executeTakeFirstOrThrow();
  return String(version);
}

/** Makes what `make` reads from a register, and keeps it for as long as that register stands as it is. */
export function keeping<Value>(most: number): (db: Db, key: string, make: () => Promise<Value>, isGood?: (value: Value) => boolean) => Promise<Value> {
  const ofDatabase = new WeakMap<Db, Kept<Value>>();
  return async (db, key, make, isGood) => {
    const version = await readVersion(db);
    const kept = ofDatabase.get(db) ?? new Kept<Value>(most);
    ofDatabase.set(db, kept);
    return kept.get(version, key, make, isGood);
  };
}
