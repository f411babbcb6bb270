import type { Kysely } from 'kysely';
import { currentGeneration } from '../analysis/snapshot.store.ts';
import type { RegisterTables } from '../tables.ts';

/** Something that the API can be asked for in this world; null where it holds none. */
export interface ApiExample {
  /** A process, and one of its releases: one that was read from a notice in XML when there is any. */
  readonly release: { readonly ocid: string; readonly key: string; readonly hasOriginal: boolean } | null;
  readonly organisation: string | null;
  /** Whether there are analysis files. */
  readonly hasAnalysis: boolean;
}

export async function readApiExample(db: Kysely<RegisterTables>): Promise<ApiExample> {
  const notice = await db.selectFrom('notice').select('release').orderBy('release', 'desc').limit(1).executeTakeFirst();
  const releases = db.selectFrom('release').select(['ocid', 'id']).orderBy('id', 'desc').limit(1);
  const [release, organisation, generation] = await Promise.all([
    (notice === undefined ? releases : releases.where('id', '=', notice.release)).executeTakeFirst(),
    db.selectFrom('organisation').select('key').where('as_buyer', '>', 0).orderBy('key').limit(1).executeTakeFirst(),
    currentGeneration(db),
  ]);
  return {
    release: release === undefined ? null : { ocid: release.ocid, key: release.id, hasOriginal: notice !== undefined },
    organisation: organisation?.key ?? null,
    hasAnalysis: generation !== null,
  };
}
