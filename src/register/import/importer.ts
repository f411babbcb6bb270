import type { Readable } from 'node:stream';
import { sql, type Kysely, type Transaction } from 'kysely';
import { type Failure } from '#base';
import type { RegisterTables } from '../tables.ts';
import { takeIn, type Intake } from './intake.ts';
import { gatherOrganisations } from './organisations.store.ts';
import { compileProcesses, earlierReleases, writeProcesses } from './processes.store.ts';
import { insertRejects } from './rejects.store.ts';
import { freshReleases, insertReleases } from './releases.store.ts';
import { assertUnchanged, filesAt, openSource, type Source } from './source.ts';
import { isUnreadable, valuesOf, type Found, type Unreadable } from './values.ts';

/** Raised when reading changes so much that files imported before must be read again. */
const READER = 2;
const BATCH_VALUES = 500;
const BATCH_ENTRIES = 500;
const BATCH_BYTES = 8 * 1024 * 1024;

export interface Counts {
  imported: number;
  unchanged: number;
  rejected: number;
}

export interface ImportSummary extends Readonly<Counts> {
  readonly files: number;
  /** Paths that lead to no file that can be opened. They count no release, read or rejected. */
  readonly unreadable: number;
  readonly seconds: number;
}

export interface Reject {
  readonly file: string;
  readonly place: string;
  readonly reason: string;
  readonly help: string;
}

/** How far the import has come, for a progress line. Bytes are those of the files as stored. */
export interface Progress {
  readonly file: string;
  readonly filesDone: number;
  readonly files: number;
  readonly bytesDone: number;
  readonly bytes: number;
}

export interface ImportOptions {
  /** Read for the path `-`, and named `inputName` in the register. */
  readonly input: Readable;
  readonly inputName?: string;
  readonly tempFolder?: string;
  onProgress?(progress: Progress): void;
  onReject?(reject: Reject): void;
}

/**
 * Takes files into the register. Each batch is one transaction that also notes how far the file has come, so an import
 * that is killed goes on where it stopped, and one that is repeated changes nothing.
 * @param paths files, folders, or `-` for the standard input
 * @throws FailureError when a file can no longer be read or is changed on the way; it then counts as not yet imported.
 */
export async function importFiles(db: Kysely<RegisterTables>, paths: readonly string[], options: ImportOptions): Promise<ImportSummary> {
  const started = performance.now();
  const counts: Counts = { imported: 0, unchanged: 0, rejected: 0 };
  const files: string[] = [];
  let unreadable = 0;
  const rejectFile = (file: string, failure: Failure): void => {
    unreadable += 1;
    options.onReject?.({ file, place: 'the file', reason: failure.message, help: failure.help ?? '' });
  };
  for (const place of paths) {
    const found = await filesAt(place);
    if (found.ok) files.push(...found.value);
    else rejectFile(place, found.failure);
  }
  await withImportLock(db, async (connection) => {
    for (const [index, file] of files.entries()) {
      const opened = await openSource(file, options);
      if (!opened.ok) {
        rejectFile(file, opened.failure);
        continue;
      }
      const { source, cleanUp } = opened.value;
      try {
        const found = await importSource(connection, source, options, progressOf(source, index, files.length, options));
        for (const key of ['imported', 'unchanged', 'rejected'] as const) counts[key] += found[key];
      } finally {
        await cleanUp();
      }
    }
    // Also after an import that changed nothing: one that was killed may have left organisations to gather.
    await gatherOrganisations(connection);
  });
  return { files: files.length, unreadable, ...counts, seconds: Math.round(performance.now() - started) / 1000 };
}

function progressOf(source: Source, index: number, files: number, options: ImportOptions): (bytes: number) => void {
  let bytesDone = 0;
  return (bytes) => {
    bytesDone += bytes;
    options.onProgress?.({ file: source.name, filesDone: index, files, bytesDone: Math.min(bytesDone, source.bytes), bytes: source.bytes });
  };
}

// Two imports at once would compile the same process from different halves; the second waits for the first.
async function withImportLock(db: Kysely<RegisterTables>, work: (connection: Kysely<RegisterTables>) => Promise<void>): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(hashtext('torvet import'))`.execute(connection);
    try {
      await work(connection);
    } finally {
      await sql`select pg_advisory_unlock(hashtext('torvet import'))`.execute(connection);
    }
  });
}

async function importSource(db: Kysely<RegisterTables>, source: Source, options: ImportOptions, onRead: (bytes: number) => void): Promise<Counts> {
  const known = await knownFile(db, source);
  const counts: Counts = { imported: 0, unchanged: known.imported + known.unchanged, rejected: 0 };
  for (const reject of known.rejects) {
    counts.rejected += 1;
    options.onReject?.({ ...reject, file: source.name });
  }
  if (known.completed) return counts;
  for await (const batch of oneAhead(batches(valuesOf(source, onRead), known.valuesDone))) {
    const rejects = batch.entries.filter(isRejected);
    await assertUnchanged(source);
    const written = await db.transaction().execute((transaction) => writeBatch(transaction, source, batch, counts.rejected));
    counts.imported += written.imported;
    counts.unchanged += written.unchanged;
    counts.rejected += rejects.length;
    for (const { place, failure } of rejects) {
      options.onReject?.({ file: source.name, place, reason: failure.message, help: failure.help ?? '' });
    }
  }
  await assertUnchanged(source);
  await db.updateTable('source_file').set({ completed_at: sql`now()` }).where('sha256', '=', source.sha256).execute();
  return counts;
}

function isRejected(entry: Intake | Unreadable): entry is Unreadable {
  return 'failure' in entry;
}

interface KnownFile {
  readonly completed: boolean;
  readonly valuesDone: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly rejects: readonly Omit<Reject, 'file'>[];
}

async function knownFile(db: Kysely<RegisterTables>, source: Source): Promise<KnownFile> {
  const { name, sha256, bytes } = source;
  // A file read by an older reader is read again from its start; what it gave stays and counts as unchanged.
  await db.insertInto('source_file').values({ sha256, name, bytes, reader: READER, completed_at: null })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ reader: READER, values_done: 0, imported: 0, unchanged: 0, completed_at: null })
      .where('source_file.reader', '<>', READER))
    .execute();
  const row = await db.selectFrom('source_file').selectAll().where('sha256', '=', sha256).executeTakeFirstOrThrow();
  if (row.values_done === 0) await db.deleteFrom('reject').where('file', '=', sha256).execute();
  const rejects = await db.selectFrom('reject').select(['place', 'reason', 'help']).where('file', '=', sha256).orderBy('number').execute();
  return { completed: row.completed_at !== null, valuesDone: row.values_done, imported: row.imported, unchanged: row.unchanged, rejects };
}

interface Batch {
  /** How many values of the file it stands for; a value can hold many releases. */
  readonly values: number;
  readonly entries: readonly (Intake | Unreadable)[];
}

/** Reads what is found into batches of bounded size, leaving out the first `skip` values. */
async function* batches(found: AsyncIterable<readonly Found[]>, skip: number): AsyncGenerator<Batch> {
  let entries: (Intake | Unreadable)[] = [];
  let values = 0;
  let bytes = 0;
  let left = skip;
  for await (const group of found) {
    for (const value of group) {
      if (left > 0) {
        left -= 1;
        continue;
      }
      for (const entry of isUnreadable(value) ? [value] : takeIn(value)) entries.push(entry);
      values += 1;
      bytes += isUnreadable(value) ? 0 : value.text.length;
      if (entries.length < BATCH_ENTRIES && values < BATCH_VALUES && bytes < BATCH_BYTES) continue;
      yield { values, entries };
      entries = [];
      values = 0;
      bytes = 0;
    }
  }
  if (values > 0) yield { values, entries };
}

/** Fetches the next batch while the one before is being written: this process and the database then work side by side. */
async function* oneAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  try {
    for (let coming = items.next(); ;) {
      const { done, value } = await coming;
      if (done) return;
      coming = items.next();
      // Its failure is for the next turn; until then nobody listens, and that must not end the process.
      coming.catch(() => {});
      yield value;
    }
  } finally {
    await items.return(undefined);
  }
}

async function writeBatch(
  transaction: Transaction<RegisterTables>, source: Source, { values, entries }: Batch, rejectsBefore: number,
): Promise<{ imported: number; unchanged: number }> {
  const intakes = entries.filter((entry): entry is Intake => !isRejected(entry));
  const { fresh, haveEarlier } = await freshReleases(transaction, intakes);
  if (fresh.length > 0) {
    const earlier = haveEarlier ? await earlierReleases(transaction, fresh) : [];
    const [rows] = await Promise.all([compileProcesses(fresh, earlier), insertReleases(transaction, source.sha256, fresh)]);
    await writeProcesses(transaction, rows);
  }
  await insertRejects(transaction, source.sha256, rejectsBefore, entries.filter(isRejected));
  const counts = { imported: fresh.length, unchanged: intakes.length - fresh.length };
  await transaction.updateTable('source_file').where('sha256', '=', source.sha256).set((eb) => ({
    values_done: eb('values_done', '+', values),
    imported: eb('imported', '+', counts.imported),
    unchanged: eb('unchanged', '+', counts.unchanged),
  })).execute();
  return counts;
}
