/** Names what is asked: the same again of the same files gives the same answers. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Asked } from '../indicators/indicator.ts';
import type { FlagSettings } from '../settings/settings.ts';
import { preludeOf } from './prelude.ts';
import { STEP_FILES } from './run.store.ts';

/** Raised when answers are kept in another way. */
const KEEPING = 1;

/** A hash of all that the answers depend on besides the files: codes, settings, days and figures of the law, and every line of SQL. */
export async function markOf(settings: FlagSettings<Asked>): Promise<string> {
  const files = [...STEP_FILES, ...settings.runs.flatMap(({ question }) => [question.query, question.evidence])];
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return createHash('sha256').update(JSON.stringify([KEEPING, settings.runs.map(({ code }) => code), preludeOf(settings), texts])).digest('hex');
}
