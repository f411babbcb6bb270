import type { Kysely } from 'kysely';
import { consume } from '#store';
import { importReleases, type Counts, type ImportOptions } from './import/importer.ts';
import type { RegisterTables } from './tables.ts';

/** The source that the register names for what this installation published itself. */
export const OWN_NOTICE = 'Torvet, egen meddelelse';

/**
 * Takes in the releases that other rooms put into the outbox of this world, by the same way as a file. What was taken in is
 * known again by its content, so that a process that ends before its cursor has moved changes nothing by coming again.
 * @param onReject a release that is none is a mistake of the room that published it; it is noted as a reject and passed by.
 * @throws when the register is held by a long import and the database has a limit on waiting; the messages stay for the next time.
 */
export async function takeInOwnNotices(db: Kysely<RegisterTables>, options: Pick<ImportOptions, 'ocidPrefix' | 'onReject'> = {}): Promise<Readonly<Counts>> {
  const counts: Counts = { imported: 0, unchanged: 0, rejected: 0 };
  await consume(db, 'register', async (messages) => {
    const releases = messages.flatMap(({ release }) => (release === null ? [] : [{ name: OWN_NOTICE, text: release }]));
    if (releases.length === 0) return;
    const taken = await importReleases(db, releases, options);
    counts.imported += taken.imported;
    counts.unchanged += taken.unchanged;
    counts.rejected += taken.rejected;
  });
  return counts;
}
