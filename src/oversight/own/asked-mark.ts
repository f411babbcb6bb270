/** Names what is asked: the same again of the same files gives the same answers. */
import { createHash } from 'node:crypto';
import type { Asked } from '../indicators/indicator.ts';
import type { FlagSettings } from '../settings/settings.ts';
import { groundworkOf, textOf } from './groundwork.ts';

/** Raised when answers are kept in another way. */
const KEEPING = 1;

/** A hash of all that the answers depend on besides the files: codes, settings, days and figures of the law, and every line of SQL. */
export async function markOf(settings: FlagSettings<Asked>): Promise<string> {
  const texts = await Promise.all(settings.runs.flatMap(({ question }) => [question.query, question.evidence, ...(question.measure === null ? [] : [question.measure])]).map(textOf));
  return createHash('sha256').update(JSON.stringify([KEEPING, settings.runs.map(({ code }) => code), await groundworkOf(settings), texts])).digest('hex');
}
