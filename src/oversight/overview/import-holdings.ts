import type { Kysely } from 'kysely';
import { ok, type Failure, type Result } from '#base';
import { landOf, type RegisterTables } from '#register';
import { keepHoldings } from './holdings.store.ts';
import { readHoldingsFile } from './holdings.ts';

/** Takes in a list of who has which system, all of it or nothing. The same list again adds nothing. @returns how many were read and how many were new, or every mistake */
export async function importHoldings(db: Kysely<RegisterTables>, bytes: Uint8Array, file: string): Promise<Result<{ readonly read: number; readonly added: number }, readonly Failure[]>> {
  const names = new Set(landOf('register').places.map(({ name }) => name));
  const read = readHoldingsFile(bytes, { file, isMunicipality: (name) => names.has(name) });
  return read.ok ? ok({ read: read.value.length, added: await keepHoldings(db, read.value) }) : read;
}
