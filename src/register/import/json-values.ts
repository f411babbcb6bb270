import { isObject, type Failure, type Json } from '#base';
import { isDamage, unreadable } from './damage.ts';
import { type Cut, DocumentCutter, DocumentError } from './document.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { tooLarge } from './limit.ts';
import { beginsAsLines, lineBytes } from './lines.ts';
import { isRecord, isRelease } from './release-name.ts';
import { decode, jsonReason } from './text.ts';
import type { Found, Unreadable } from './values.ts';

/** Bytes that can be read from their beginning as often as wanted. */
export interface JsonContent {
  /** Decides only where the bytes do not. */
  readonly name: string;
  /** @param onRead is told how many bytes of the stored file have been read. */
  readonly open: (onRead?: (bytes: number) => void) => AsyncIterable<Buffer>;
}

/**
 * The JSON values of a content, chunk by chunk, in bounded memory. Lines are read each on its own: a broken line is one
 * unreadable value. A document that is broken anywhere gives nothing but the reason. Which of the two it is, the bytes
 * say; the name decides only when they are no whole document.
 * @param limit largest line and largest release, in bytes.
 */
export async function* jsonValues(content: JsonContent, limit: number, onRead?: (bytes: number) => void): AsyncGenerator<readonly Found[]> {
  if (await beginsAsLines(content.open(), limit)) {
    yield* linesOf(content.open(onRead), limit);
    return;
  }
  const proven = await proveWhole(content, limit);
  if (!('failure' in proven)) yield* proven.isList ? entriesOf(content.open(onRead), limit) : wholeOf(content.open(onRead), proven.place);
  else if (isNamedLines(content.name)) yield* linesOf(content.open(onRead), limit);
  else yield [proven];
}

export function isNamedLines(name: string): boolean {
  return /\.(jsonl|ndjson)$/i.test(name);
}

/** The values of JSON lines. What damages the content is one unreadable value at its end. */
export async function* linesOf(content: AsyncIterable<Buffer>, limit: number): AsyncGenerator<readonly Found[]> {
  let number = 0;
  try {
    for await (const lines of lineBytes(content, limit)) {
      const found: Found[] = [];
      for (const line of lines) {
        number += 1;
        const place = `line ${number}`;
        found.push(...(line === null ? [unreadable(place, tooLarge('The line', limit), 'Split it: one release on each line.')] : readLine(line, place)));
      }
      yield found;
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    yield [unreadable(`line ${number + 1}`, error.message, 'Fetch the file again; the lines before this one were read.')];
  }
}

function readLine(line: Buffer, place: string): Found[] {
  const decoded = decode(line);
  if (!decoded.ok) return [{ place, failure: decoded.failure }];
  return decoded.value.trim() === '' ? [] : [{ kind: 'json', place, text: decoded.value }];
}

/** The objects of the document's lists one by one, then what else stands in the lists. */
async function* entriesOf(content: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Found[]> {
  const cutter = new DocumentCutter(limit);
  let number = 0;
  for await (const chunk of content) {
    yield [...cutter.push(chunk)].map((cut) => {
      number += 1;
      return { kind: 'json', place: `release ${number}`, text: cut.bytes.toString('utf8') };
    });
  }
  yield listEntries(JSON.parse(textOf(cutter.end())) as Json)
    .filter((entry) => !isObject(entry))
    .map((entry) => unreadable('an entry between the releases', `It is ${JSON.stringify(entry).slice(0, 40)}, not an object.`, 'A release is a JSON object.'));
}

/** The document as one value. Its size has been found to be within the limit. */
async function* wholeOf(content: AsyncIterable<Buffer>, place: string): AsyncGenerator<Found[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  yield [{ kind: 'json', place, text: textOf(Buffer.concat(chunks)) }];
}

function textOf(bytes: Buffer): string {
  return bytes.toString('utf8').replace(/^\u{feff}/u, '');
}

/** How a document that is JSON is to be read: as a list, entry by entry, or as one value. */
interface Proven {
  readonly isList: boolean;
  readonly place: string;
}

/** First pass over a document: every piece, and what stands around them, is JSON. Nothing is imported before that. */
async function proveWhole(content: JsonContent, limit: number): Promise<Proven | Unreadable> {
  const cutter = new DocumentCutter(limit);
  let number = 0;
  let size = 0;
  try {
    for await (const chunk of content.open()) {
      size += chunk.length;
      for (const cut of cutter.push(chunk)) {
        number += 1;
        const failure = proveJson(cut);
        if (failure !== null) return { place: `release ${number}, byte ${cut.offset + 1}`, failure };
      }
    }
    const rest = cutter.end();
    if (rest.toString('utf8').trim() === '') return unreadable('the file', 'It is empty.', 'Is it the right file?');
    const failure = proveJson({ offset: 0, bytes: rest });
    if (failure !== null) return { place: 'the document', failure };
    if (isList(textOf(rest), number)) return { isList: true, place: '' };
    if (size > limit) return unreadable('the document', tooLarge('It is not a plain list of releases, and it', limit), 'Split it: one release on each line.');
    return { isList: false, place: number === 0 ? 'release 1' : 'the document' };
  } catch (error) {
    if (!isDamage(error)) throw error;
    const place = error instanceof DocumentError ? `byte ${error.offset}` : `after release ${number}`;
    return unreadable(place, error.message, 'Nothing of this document was imported. Mend it, or fetch it again.');
  }
}

/**
 * Whether reading a document's pieces one by one gives what reading it whole would: it is a list or a package, no
 * release or record that only has such lists, and the parser finds in the lists just the pieces (a key that stands twice
 * or is written in escapes has others), no lists in them.
 * @param restText the document with `{}` in the place of each piece.
 */
function isList(restText: string, pieces: number): boolean {
  const rest = JSON.parse(restText) as Json;
  if (pieces === 0 || (isObject(rest) && (isRelease(rest) || isRecord(rest)))) return false;
  if (duplicateKeys(restText, rest).some((key) => key === '/releases' || key === '/records')) return false;
  const entries = listEntries(rest);
  return entries.filter(isObject).length === pieces && !entries.some((entry) => Array.isArray(entry));
}

function listEntries(value: Json): readonly Json[] {
  const lists = isObject(value) ? [value['releases'], value['records']] : [value];
  return lists.flatMap((list) => (Array.isArray(list) ? (list as readonly Json[]) : []));
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
