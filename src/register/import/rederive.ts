import type { Kysely } from 'kysely';
import { isJoinedOtherwise } from '../identity/same.store.ts';
import { DERIVED } from '../process-row.ts';
import type { RegisterTables } from '../tables.ts';
import { withImportLock } from './import-lock.ts';
import { gatherOrganisations } from './organisations.store.ts';
import { compileProcesses, earlierReleases, writeProcesses } from './processes.store.ts';

const AT_ONCE = 100;

export interface RederiveOptions {
  /** Every process; otherwise those that an earlier reading made. */
  readonly all?: boolean;
  onProgress?(done: number): void;
}

/**
 * Reads processes anew from their releases, when the reading of a process has changed since they came in. What was received
 * stays as it is. It goes on where it was interrupted.
 * @returns how many processes were read
 */
export async function rederive(db: Kysely<RegisterTables>, options: RederiveOptions = {}): Promise<number> {
  const all = options.all === true;
  if (!all && (await staleProcesses(db, '', false)).length === 0 && !(await isJoinedOtherwise(db))) return 0;
  let done = 0;
  await withImportLock(db, async (connection) => {
    for (let after = ''; ;) {
      const ocids = await staleProcesses(connection, after, all);
      const last = ocids.at(-1);
      if (last === undefined) break;
      await connection.transaction().execute(async (transaction) =>
        writeProcesses(transaction, await compileProcesses([], await earlierReleases(transaction, ocids))));
      after = last;
      done += ocids.length;
      options.onProgress?.(done);
    }
    await gatherOrganisations(connection);
  });
  return done;
}

async function staleProcesses(db: Kysely<RegisterTables>, after: string, all: boolean): Promise<string[]> {
  const stale = db.selectFrom('process').select('ocid').where('ocid', '>', after).orderBy('ocid').limit(AT_ONCE);
  const rows = await (all ? stale : stale.where('derived', '<', DERIVED)).execute();
  return rows.map(({ ocid }) => ocid);
}
