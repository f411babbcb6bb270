import { unwrap } from '#base';
import { cardinalFlags, defaultSettings, fileBlocks, readSettings } from '#oversight/published';
import type { ExitCode, Streams } from './wiring.ts';

/** So many lines that are no JSON are named; of the rest only their number is told. */
const NAMED_LINES = 100;

/** Prints the points of attention in a file of compiled releases as cardinal does. @param settings text of a settings file; null: the defaults */
export async function cardinalCommand(file: string, settings: string | null, { stdin, stdout, stderr }: Streams): Promise<ExitCode> {
  const chosen = settings === null ? defaultSettings() : unwrap(readSettings(settings));
  let skipped = 0;
  const text = await cardinalFlags(file === '-' ? stdin : fileBlocks(file), chosen, (line, reason) => {
    skipped += 1;
    if (skipped <= NAMED_LINES) stderr.write(`torvet: line ${line} is not JSON and is skipped: ${reason}.\n`);
  });
  if (skipped > NAMED_LINES) stderr.write(`torvet: ${skipped - NAMED_LINES} more lines are not JSON and are skipped.\n`);
  stdout.write(`${text}\n`);
  return 0;
}
