import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { fail, isObject, ok, parseJson, type Json, type Result } from '#base';

/** What a file for a command holds: one JSON document, or JSON lines with the number of each. */
export type Input =
  | { readonly kind: 'document'; readonly value: Json }
  | { readonly kind: 'lines'; readonly values: readonly { readonly line: number; readonly value: Json }[] };

/** Reads a file (or the standard input, `-`) whole. gzip is unpacked. */
export async function readInput(file: string, stdin: Readable): Promise<Result<Input>> {
  let text: string;
  try {
    let bytes = file === '-' ? await buffer(stdin) : await readFile(file);
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes);
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    return unreadable(file, REASONS[code] ?? message);
  }
  return readText(file, text);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than the 2 GB that this command takes at once',
  ERR_STRING_TOO_LONG: 'it is larger than the half a gigabyte that this command takes at once',
  Z_BUF_ERROR: 'its gzip is cut short',
  Z_DATA_ERROR: 'its gzip is damaged',
};

function readText(file: string, text: string): Result<Input> {
  if (text.trim() === '') return unreadable(file, 'it is empty');
  try {
    return ok({ kind: 'document', value: parseJson(text) });
  } catch (error) {
    const lines = readLines(text);
    if (lines === null) return unreadable(file, reasonOf(error));
    return lines.ok ? ok({ kind: 'lines', values: lines.value }) : unreadable(file, lines.failure.message);
  }
}

/** null when not even the first line is JSON: then the file is no JSON lines. A later line that is not is named. */
function readLines(text: string): Result<{ line: number; value: Json }[]> | null {
  const values: { line: number; value: Json }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      values.push({ line: index + 1, value: parseJson(line) });
    } catch (error) {
      if (!values.some(({ value }) => isObject(value))) return null;
      return fail({ kind: 'invalid', message: `line ${index + 1} is not JSON: ${reasonOf(error)}` });
    }
  }
  return ok(values);
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300).replace(/\.$/, '');
}

function unreadable(file: string, reason: string): Result<Input> {
  return fail({ kind: 'invalid', message: `${file} cannot be read: ${reason}.`, help: 'Give a file with JSON or JSON lines, in UTF-8.', place: file });
}
