import { type Failure } from '#base';
import { type Cut, DocumentCutter, DocumentError, tooLarge } from './document.ts';
import { decode, jsonReason } from './text.ts';
import { contentOf, type Source } from './source.ts';
import { beginsAsLines, lineBytes } from './lines.ts';

/** One JSON value of a file, as text, with its place for people: `line 12`, `release 3`. */
export interface RawValue {
  readonly place: string;
  readonly text: string;
}

/** Something that is no value, and why. */
export interface Unreadable {
  readonly place: string;
  readonly failure: Failure;
}

export type Found = RawValue | Unreadable;

export function isUnreadable(found: Found): found is Unreadable {
  return 'failure' in found;
}

/** Largest line and largest release taken into memory. The largest real ones seen are under 5 MiB. */
export const LARGEST_VALUE = 64 * 1024 * 1024;

/**
 * The values of a file, chunk by chunk, in bounded memory. Lines are read each on its own: a broken line is one
 * unreadable value. A document that is broken anywhere gives nothing but the reason. Which of the two a file is, its
 * content says; its name decides only when it is no whole document.
 * @param limit largest line and largest release, in bytes.
 */
export async function* valuesOf(source: Source, onRead?: (bytes: number) => void, limit = LARGEST_VALUE): AsyncGenerator<readonly Found[]> {
  if (await beginsAsLines(source, limit)) {
    yield* linesOf(source, limit, onRead);
    return;
  }
  const broken = await proveWhole(source, limit);
  if (broken === null) yield* documentOf(source, limit, onRead);
  else if (/\.(jsonl|ndjson)(\.gz)?$/i.test(source.name)) yield* linesOf(source, limit, onRead);
  else yield [broken];
}

async function* linesOf(source: Source, limit: number, onRead?: (bytes: number) => void): AsyncGenerator<Found[]> {
  let number = 0;
  try {
    for await (const lines of lineBytes(contentOf(source, onRead), limit)) {
      const found: Found[] = [];
      for (const line of lines) {
        number += 1;
        const place = `line ${number}`;
        found.push(...(line === null ? [unreadable(place, tooLarge('The line', limit), 'Split it: one release on each line.')] : readLine(line, place)));
      }
      yield found;
    }
  } catch (error) {
    yield [unreadable(`line ${number + 1}`, streamReason(error), 'Fetch the file again; the lines before this one were read.')];
  }
}

function readLine(line: Buffer, place: string): Found[] {
  const decoded = decode(line);
  if (!decoded.ok) return [{ place, failure: decoded.failure }];
  return decoded.value.trim() === '' ? [] : [{ place, text: decoded.value }];
}

async function* documentOf(source: Source, limit: number, onRead?: (bytes: number) => void): AsyncGenerator<Found[]> {
  const cutter = new DocumentCutter(limit);
  let number = 0;
  for await (const chunk of contentOf(source, onRead)) {
    yield [...cutter.push(chunk)].map((cut) => {
      number += 1;
      return { place: `release ${number}`, text: cut.bytes.toString('utf8') };
    });
  }
  yield valuesInRest(cutter.end().toString('utf8').replace(/^\u{feff}/u, ''), number > 0);
}

/** First pass over a document: every piece, and what stands around them, is JSON. Nothing is imported before that. */
async function proveWhole(source: Source, limit: number): Promise<Unreadable | null> {
  const cutter = new DocumentCutter(limit);
  let number = 0;
  try {
    for await (const chunk of contentOf(source)) {
      for (const cut of cutter.push(chunk)) {
        number += 1;
        const failure = proveJson(cut);
        if (failure !== null) return { place: `release ${number}, byte ${cut.offset + 1}`, failure };
      }
    }
    const rest = cutter.end();
    if (rest.toString('utf8').trim() === '') return unreadable('the file', 'It is empty.', 'Is it the right file?');
    const failure = proveJson({ offset: 0, bytes: rest });
    return failure === null ? null : { place: 'the document', failure };
  } catch (error) {
    const place = error instanceof DocumentError ? `byte ${error.offset}` : `after release ${number}`;
    return unreadable(place, streamReason(error), 'Nothing of this document was imported. Mend it, or fetch it again.');
  }
}

function proveJson(cut: Cut): Failure | null {
  const decoded = decode(cut.bytes);
  if (!decoded.ok) return decoded.failure;
  try {
    JSON.parse(decoded.value);
    return null;
  } catch (error) {
    return { kind: 'invalid', message: jsonReason(error), help: 'Nothing of this document was imported. Mend it and import it again.' };
  }
}

/** A document without an array of releases is a release itself; entries of the array that are no objects stand here too. */
function valuesInRest(rest: string, hasPieces: boolean): Found[] {
  if (!hasPieces) return [{ place: 'release 1', text: rest }];
  const value = JSON.parse(rest) as Record<string, unknown> | unknown[];
  const entries = Array.isArray(value) ? value : [value['releases'] ?? [], value['records'] ?? []].flat();
  return entries
    .filter((entry) => typeof entry !== 'object' || entry === null || Array.isArray(entry))
    .map((entry) => unreadable('an entry between the releases', `It is ${JSON.stringify(entry).slice(0, 40)}, not an object.`, 'A release is a JSON object.'));
}

function unreadable(place: string, message: string, help: string): Unreadable {
  return { place, failure: { kind: 'invalid', message, help } };
}

function streamReason(error: unknown): string {
  if (error instanceof DocumentError) return error.message;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const message = error instanceof Error ? error.message : String(error);
  if (code === 'Z_BUF_ERROR') return 'The gzip file is cut short.';
  if (code.startsWith('Z_')) return `The gzip file is damaged (${message}).`;
  return `It cannot be read (${code || message}).`;
}
