import { FailureError, isObject, unwrap, type Json, type JsonObject } from '#base';
import { mergeInput, validate, type Finding } from '#ocds';
import { readInput, type Input } from './input.ts';
import type { ExitCode, Streams } from './wiring.ts';

interface FileReport {
  readonly file: string;
  readonly valid: boolean;
  readonly errors: readonly (Finding & { readonly line?: number })[];
  readonly warnings: readonly (Finding & { readonly line?: number })[];
}

/** Checks files; of JSON lines each line is a document, and each finding names its line. */
export async function validateCommand(files: readonly string[], flags: { json?: boolean }, streams: Streams): Promise<ExitCode> {
  const reports: FileReport[] = [];
  let unreadable = false;
  for (const file of files) {
    const input = await readInput(file, streams.stdin);
    unreadable ||= !input.ok;
    reports.push(input.ok ? reportOf(file, input.value) : {
      file, valid: false, errors: [{ path: '', message: input.failure.message, help: input.failure.help ?? '' }], warnings: [],
    });
  }
  streams.stdout.write(flags.json ? `${JSON.stringify(reports, null, 2)}\n` : reports.map(reportText).join(''));
  if (unreadable) return 2;
  return reports.every(({ valid }) => valid) ? 0 : 1;
}

function reportOf(file: string, input: Input): FileReport {
  if (input.kind === 'document') {
    const { valid, errors, warnings } = validate(input.value);
    return { file, valid, errors, warnings };
  }
  const found = input.values.map(({ line, value }) => ({ line, ...validate(value) }));
  return {
    file,
    valid: found.every(({ valid }) => valid),
    errors: found.flatMap(({ line, errors }) => errors.map((error) => ({ line, ...error }))),
    warnings: found.flatMap(({ line, warnings }) => warnings.map((warning) => ({ line, ...warning }))),
  };
}

function reportText({ file, valid, errors, warnings }: FileReport): string {
  const line = (word: string) => ({ line: number, path, message, help }: FileReport['errors'][number]): string =>
    `  ${word}${number === undefined ? '' : ` line ${number}`} ${path || '/'}: ${message} ${help}\n`;
  return `${file}: ${valid ? 'valid' : 'not valid'}\n${errors.map(line('error')).join('')}${warnings.map(line('note')).join('')}`;
}

/** Prints one line of JSON for each process, sorted by ocid. */
export async function mergeCommand(file: string, flags: { versioned?: boolean; schema?: string }, streams: Streams): Promise<ExitCode> {
  const input = unwrap(await readInput(file, streams.stdin));
  const schema = flags.schema === undefined ? undefined : schemaOf(unwrap(await readInput(flags.schema, streams.stdin)));
  const json = input.kind === 'document' ? input.value : input.values.map(({ value }) => value);
  const merged = unwrap(mergeInput(json, { versioned: flags.versioned ?? false, ...(schema === undefined ? {} : { schema }) }));
  for (const release of Array.isArray(merged) ? (merged as readonly Json[]) : [merged]) streams.stdout.write(`${JSON.stringify(release)}\n`);
  return 0;
}

function schemaOf(input: Input): JsonObject {
  if (input.kind === 'document' && isObject(input.value)) return input.value;
  throw new FailureError({ kind: 'invalid', message: 'The schema is no JSON Schema: it must be one JSON object.', help: 'Give the release schema of the OCDS version of your data.' });
}
