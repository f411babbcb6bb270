/** Points of attention: Torvet's own mode over the register or any OCDS file, and the compatible mode. */
import { readFile, stat } from 'node:fs/promises';
import { FailureError } from '#base';
import type { CommandConfig, ExitCode, Wiring } from './wiring.ts';

export interface FlagsOptions {
  readonly format?: 'cardinal';
  readonly on?: 'register' | 'demo';
  readonly settings?: string;
  readonly indicator?: string;
  readonly explain?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly lang?: string;
}

/** A flag is an answer: exit 0. @throws FailureError for wrong use, for a file that cannot be read, and for settings that cannot be used */
export async function flagsCommand<Config extends CommandConfig>(file: string | undefined, options: FlagsOptions, wiring: Wiring<Config>): Promise<ExitCode> {
  refuseMixed(file, options);
  if (file !== undefined && file !== '-') await assertReadable(file);
  const settings = options.settings === undefined ? null : await settingsText(options.settings);
  if (options.format === 'cardinal') return (await import('./flags-cardinal.ts')).cardinalCommand(file ?? '-', settings, wiring.streams);
  return (await import('./flags-own.ts')).ownFlagsCommand(file ?? null, settings, options, wiring);
}

const WHERE = 'Give a file (- for the standard input), or --on register, or --on demo.';

function refuseMixed(file: string | undefined, { format, on, json, csv, explain, indicator, lang }: FlagsOptions): void {
  const own = [['--on', on], ['--json', json], ['--csv', csv], ['--explain', explain], ['--indicator', indicator], ['--lang', lang]].find(([, value]) => value !== undefined);
  if (format === 'cardinal' && own !== undefined) throw wrongUse(`${String(own[0])} does not go with --format cardinal, which has one form alone.`, 'Leave one of them out.');
  if (file === undefined && on === undefined) throw wrongUse('It is not said what to look through.', WHERE);
  if (file !== undefined && on !== undefined) throw wrongUse('Both a file and --on are given.', WHERE);
  if (json === true && csv === true) throw wrongUse('--json and --csv are both given.', 'Choose one form.');
}

function wrongUse(message: string, help: string): FailureError {
  return new FailureError({ kind: 'invalid', message, help });
}

async function settingsText(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    throw unreadable(file, error, 'Give a settings file, or leave --settings out: then all indicators run by their defaults.');
  }
}

const GIVE = 'Give a file with a compiled release on each line, or - for the standard input.';

async function assertReadable(file: string): Promise<void> {
  try {
    if (!(await stat(file)).isDirectory()) return;
  } catch (error) {
    throw unreadable(file, error, GIVE);
  }
  throw new FailureError({ kind: 'invalid', message: `${file} cannot be read: it is a folder.`, help: GIVE, place: file });
}

function unreadable(file: string, error: unknown, help: string): FailureError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new FailureError({ kind: 'invalid', message: `${file} cannot be read: ${code === 'ENOENT' ? 'there is no such file' : message}.`, help, place: file });
}
