import { sql, type Kysely, type Transaction } from 'kysely';
import type { RegisterTables } from '../tables.ts';
import type { Input } from './input.ts';

/** Raised when reading changes so much that files imported before must be read again. */
const READER = 3;

/** What the register knows of an input from earlier imports. */
export interface KnownInput {
  readonly completed: boolean;
  /** How many of its values are done: an interrupted import goes on there. */
  readonly valuesDone: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly rejects: readonly { readonly place: string; readonly reason: string; readonly help: string }[];
}

/** Enters inputs that are new, and tells how far each had come, in the order given. */
export async function knownInputs(db: Kysely<RegisterTables>, inputs: readonly Input[]): Promise<KnownInput[]> {
  if (inputs.length === 0) return [];
  // A file read by an older reader is read again from its start; what it gave stays and counts as unchanged.
  await db.insertInto('source_file').values(inputs.map(({ name, sha256, bytes }) => ({ sha256, name, bytes, reader: READER, completed_at: null })))
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ reader: READER, values_done: 0, imported: 0, unchanged: 0, completed_at: null })
      .where('source_file.reader', '<>', READER))
    .execute();
  const hashes = inputs.map(({ sha256 }) => sha256);
  const files = await db.selectFrom('source_file').selectAll().where(sql<boolean>`sha256 = any(${hashes}::text[])`).execute();
  const begun = files.filter(({ values_done: done }) => done === 0).map(({ sha256 }) => sha256);
  if (begun.length > 0) await db.deleteFrom('reject').where(sql<boolean>`file = any(${begun}::text[])`).execute();
  const rejects = await db.selectFrom('reject').select(['file', 'place', 'reason', 'help']).where(sql<boolean>`file = any(${hashes}::text[])`).orderBy('number').execute();
  const rejectsOf = Map.groupBy(rejects, ({ file }) => file);
  const byHash = new Map(files.map((file) => [file.sha256, file]));
  return inputs.map(({ sha256 }) => {
    const file = byHash.get(sha256);
    if (file === undefined) throw new Error(`The file ${sha256} was entered and is not there.`);
    return { completed: file.completed_at !== null, valuesDone: file.values_done, imported: file.imported, unchanged: file.unchanged, rejects: rejectsOf.get(sha256) ?? [] };
  });
}

/** How far an input has come with a batch. */
export interface InputProgress {
  readonly sha256: string;
  readonly values: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly completes: boolean;
}

export async function noteProgress(transaction: Transaction<RegisterTables>, progress: readonly InputProgress[]): Promise<void> {
  await sql`
    update source_file set
      values_done = values_done + given."values", imported = source_file.imported + given.imported,
      unchanged = source_file.unchanged + given.unchanged, completed_at = case when given.completes then now() else completed_at end
    from json_to_recordset(${JSON.stringify(progress)}::json) as given (sha256 text, "values" bigint, imported bigint, unchanged bigint, completes boolean)
    where source_file.sha256 = given.sha256`.execute(transaction);
}
