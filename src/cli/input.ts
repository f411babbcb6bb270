import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { fail, ok, parseJson, type Json, type Result } from '#base';

/** What a file for a command holds: one JSON document, or JSON lines with the number of each. */
export type Input =
  | { readonly kind: 'document'; readonly value: Json }
  | { readonly kind: 'lines'; readonly values: readonly { readonly line: number; readonly value: Json }[] };

/** Reads a file (or the standard input, `-`) whole. gzip is unpacked. */
export async function readInput(file: string, stdin: Readable): Promise<Result<Input>> {
  let bytes: Buffer;
  try {
    bytes = file === '-' ? await buffer(stdin) : await readFile(file);
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return unreadable(file, code === 'ENOENT' ? 'there is no such file' : message);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return unreadable(file, 'it is not UTF-8');
  }
  return readText(file, text);
}

function readText(file: string, text: string): Result<Input> {
  try {
    return ok({ kind: 'document', value: parseJson(text) });
  } catch (error) {
    const lines = readLines(text);
    return lines === null ? unreadable(file, error instanceof Error ? error.message.slice(0, 300) : String(error)) : ok({ kind: 'lines', values: lines });
  }
}

/** null when some line is not JSON: then the file is no JSON lines either. */
function readLines(text: string): { line: number; value: Json }[] | null {
  const values: { line: number; value: Json }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      values.push({ line: index + 1, value: parseJson(line) });
    } catch {
      return null;
    }
  }
  return values;
}

function unreadable(file: string, reason: string): Result<Input> {
  return fail({ kind: 'invalid', message: `${file} cannot be read: ${reason}.`, help: 'Give a file with JSON or JSON lines, in UTF-8.', place: file });
}
