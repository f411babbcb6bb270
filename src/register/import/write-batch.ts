import type { Transaction } from 'kysely';
import { addCoverage } from '../coverage.store.ts';
import { coverageOf } from '../coverage.ts';
import { insertNotices, placeNotices, freshNotices } from '../notices/notices.store.ts';
import type { RegisterTables } from '../tables.ts';
import type { Batch } from './batches.ts';
import type { Intake } from './intake.ts';
import { compileProcesses, earlierReleases, removeProcesses, writeProcesses } from './processes.store.ts';
import { insertRejects } from './rejects.store.ts';
import { freshReleases, insertReleases } from './releases.store.ts';
import { noteProgress } from './source-files.store.ts';
import type { Unreadable } from './values.ts';

export function isRejected(entry: Intake | Unreadable): entry is Unreadable {
  return 'failure' in entry;
}

/**
 * Takes a batch in, in one transaction with how far each input has come.
 * @param rejectsBefore how many rejects of each part's input were noted before
 * @returns how many releases were new and how many were there already
 */
export async function writeBatch(
  transaction: Transaction<RegisterTables>, batch: Batch, rejectsBefore: readonly number[], ocidPrefix: string,
): Promise<{ imported: number; unchanged: number }> {
  const intakes = batch.flatMap(({ entries }) => entries.filter((entry): entry is Intake => !isRejected(entry)));
  const { fresh, haveEarlier } = await freshReleases(transaction, intakes.filter(({ notice }) => notice === null));
  const notices = await placeNotices(transaction, await freshNotices(transaction, intakes.filter(({ notice }) => notice !== null)), ocidPrefix);
  const all = [...fresh, ...notices.placed];
  if (all.length > 0) {
    const ocids = new Set([...all.map(({ ocid }) => ocid), ...notices.touched]);
    const earlier = haveEarlier || notices.placed.length > 0 ? await earlierReleases(transaction, [...ocids]) : [];
    const fileOf = filesOf(batch);
    const [rows] = await Promise.all([compileProcesses(all, earlier), insertReleases(transaction, fileOf, all)]);
    await insertNotices(transaction, notices.placed);
    await writeProcesses(transaction, rows);
    await removeProcesses(transaction, notices.emptied);
    await addCoverage(transaction, all.map(coverageOfIntake));
  }
  const isFresh = new Set(all);
  const progress = batch.map(({ input, values, entries, completes }) => {
    const taken = entries.filter((entry): entry is Intake => !isRejected(entry));
    const imported = taken.filter((intake) => isFresh.has(intake)).length;
    return { sha256: input.sha256, values, imported, unchanged: taken.length - imported, completes };
  });
  for (const [index, { input, entries }] of batch.entries()) {
    await insertRejects(transaction, input.sha256, rejectsBefore[index] ?? 0, entries.filter(isRejected));
  }
  await noteProgress(transaction, progress);
  return { imported: all.length, unchanged: intakes.length - all.length };
}

/** The hash of the input that each release came in. */
function filesOf(batch: Batch): (intake: Intake) => string {
  const files = new Map(batch.flatMap(({ input, entries }) => entries.flatMap((entry) => (isRejected(entry) ? [] : [[entry, input.sha256] as const]))));
  return (intake) => {
    const file = files.get(intake);
    if (file === undefined) throw new Error('A release came in with no input of this batch.');
    return file;
  };
}

function coverageOfIntake({ release, notice }: Intake): ReturnType<typeof coverageOf> & { source: 'ocds' | 'eforms' | 'ted' } {
  const source = notice?.facts.source ?? 'ocds';
  return { source, ...coverageOf(release, { source, form: notice?.facts.form ?? null, country: notice?.country ?? null }) };
}
