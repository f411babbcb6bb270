/** The generation that is current, and whether it is behind the register. */
import type { Kysely } from 'kysely';
import type { RegisterTables } from '../tables.ts';
import { readGeneration, type AnalysisPlace, type Generation, type RegisterVersion } from './generation.ts';
import { currentGeneration, registerVersion } from './snapshot.store.ts';

type Db = Kysely<RegisterTables>;

/** Whether the current generation was made from the register as it is, in the form that this Torvet writes. */
export async function analysisIsCurrent(db: Db, place: AnalysisPlace): Promise<boolean> {
  const current = await readCurrent(db, place);
  return current !== null && isSame(current.version, await registerVersion(db));
}

/** The generation that is current and stands in the folder; null: none. */
export async function readCurrent(db: Db, place: AnalysisPlace): Promise<Generation | null> {
  const id = await currentGeneration(db);
  return id === null ? null : readGeneration(place, id);
}

export function isSame(a: RegisterVersion, b: RegisterVersion): boolean {
  return a.releases === b.releases && a.newest === b.newest && a.derived === b.derived && a.format === b.format;
}
