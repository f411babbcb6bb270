import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { FailureError, unwrap } from '#base';
import { cardinalFlags, defaultSettings, readSettings, type FlagSettings } from '#oversight';
import type { ExitCode, Streams } from './wiring.ts';

export interface FlagsOptions {
  readonly settings?: string;
}

/** Read at once; larger blocks do not make it faster. */
const BLOCK = 1 << 20;
/** So many lines that are no JSON are named; of the rest only their number is told. */
const NAMED_LINES = 100;

/** Prints the points of attention in a file of compiled releases. A flag is an answer: exit 0. @throws FailureError for a file that cannot be read, and for settings that cannot be used */
export async function flagsCommand(file: string, { settings }: FlagsOptions, { stdin, stdout, stderr }: Streams): Promise<ExitCode> {
  const chosen = settings === undefined ? defaultSettings() : await settingsIn(settings);
  if (file !== '-') await assertReadable(file);
  let skipped = 0;
  const text = await cardinalFlags(file === '-' ? stdin : createReadStream(file, { highWaterMark: BLOCK }), chosen, (line, reason) => {
    skipped += 1;
    if (skipped <= NAMED_LINES) stderr.write(`torvet: line ${line} is not JSON and is skipped: ${reason}.\n`);
  });
  if (skipped > NAMED_LINES) stderr.write(`torvet: ${skipped - NAMED_LINES} more lines are not JSON and are skipped.\n`);
  stdout.write(`${text}\n`);
  return 0;
}

async function settingsIn(file: string): Promise<FlagSettings> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    throw unreadable(file, error, 'Give a settings file, or leave --settings out: then all indicators run by their defaults.');
  }
  return unwrap(readSettings(text));
}

async function assertReadable(file: string): Promise<void> {
  try {
    if (!(await stat(file)).isDirectory()) return;
  } catch (error) {
    throw unreadable(file, error, 'Give a file with a compiled release on each line, or - for the standard input.');
  }
  throw new FailureError({ kind: 'invalid', message: `${file} cannot be read: it is a folder.`, help: 'Give a file with a compiled release on each line, or - for the standard input.', place: file });
}

function unreadable(file: string, error: unknown, help: string): FailureError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new FailureError({ kind: 'invalid', message: `${file} cannot be read: ${code === 'ENOENT' ? 'there is no such file' : message}.`, help, place: file });
}
