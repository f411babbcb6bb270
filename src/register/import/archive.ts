import { beginning } from '../storable.ts';
import { type Content, contentOfEntry, type Entry, unpackedContent } from './content.ts';
import { Damage, isDamage, unreadable } from './damage.ts';
import { isNamedLines, jsonValues, linesOf } from './json-values.ts';
import { kindOf } from './kind.ts';
import { tooLarge } from './limit.ts';
import { beginsAsLines } from './lines.ts';
import { gather, lookInto } from './look.ts';
import { tarEntries } from './tar.ts';
import type { Found } from './values.ts';
import { zipEntries } from './zip.ts';

/** A monthly package holds daily ones, and these hold notices. */
const MOST_ARCHIVES = 2;
const JSON_NAME = /\.(json|jsonl|ndjson)$/i;
const TAKEN_NAME = /\.(xml|json|jsonl|ndjson|zip|tar|tgz|gz|xz)$/i;
/** What the Finder of macOS adds for itself. */
const FINDER = /(^|\/)(__MACOSX\/|\._|\.DS_Store$)/;
const LONGEST_SHOWN = 200;
const UNPACK_OUTER = 'Unpack the outer one, and import what comes out.';

export interface Reading {
  /** Largest line, release, notice, and document inside an archive, in bytes. */
  readonly limit: number;
  readonly onRead: (bytes: number) => void;
  /** How many archives stand around. */
  readonly archives: number;
}

/** The values of a content, and of all that it holds. What cannot be read is one unreadable value with its place. */
export async function* valuesIn(content: Content, reading: Reading): AsyncGenerator<readonly Found[]> {
  try {
    yield* byKind(content, reading);
  } catch (error) {
    if (!isDamage(error)) throw error;
    yield [unreadable(content.place || 'the file', error.message, error.help)];
  } finally {
    await content.close();
  }
}

async function* byKind(content: Content, reading: Reading): AsyncGenerator<readonly Found[]> {
  const kind = kindOf(content.head);
  if (kind === 'gzip' || kind === 'xz') yield* valuesUnpacked(content, kind, reading);
  else if (kind === 'tar' || kind === 'zip') yield* valuesOfArchive(content, kind, reading);
  else if (kind === 'xml') yield [await noticeIn(content, reading)];
  else if (kind === 'foreign') throw new Damage('It is an archive of a kind that Torvet does not unpack.', 'Pack it as .zip, .tar.gz or .tar.xz, and import that.');
  else if (kind === 'json' || content.place === '' || JSON_NAME.test(content.name)) yield* jsonIn(content, reading);
  else if (content.damage !== null) throw content.damage;
  else if (TAKEN_NAME.test(content.name)) throw new Damage('It does not begin as its name says it would.', 'Was it damaged, or named by mistake?');
}

async function* valuesUnpacked(content: Content, packing: 'gzip' | 'xz', reading: Reading): AsyncGenerator<readonly Found[]> {
  if (content.unpacked) throw new Damage('It is packed twice over.', 'Unpack it, and import what comes out.');
  // Of xz there is one decoder, and it is busy with what is around.
  if (packing === 'xz' && content.insideXz) throw new Damage('It is an xz file inside an xz file, which Torvet does not unpack.', UNPACK_OUTER);
  yield* valuesIn(await unpackedContent(content, packing), reading);
}

async function* valuesOfArchive(content: Content, kind: 'tar' | 'zip', reading: Reading): AsyncGenerator<readonly Found[]> {
  if (reading.archives === MOST_ARCHIVES) throw new Damage('It is an archive in an archive in an archive; Torvet unpacks two, one in the other.', UNPACK_OUTER);
  const inside = { ...reading, archives: reading.archives + 1 };
  let last: string | null = null;
  let found = 0;
  try {
    for await (const entry of kind === 'tar' ? tarEntries(content.open(reading.onRead)) : zipIn(content, reading)) {
      last = placeIn(content, shown(entry.name));
      if (FINDER.test(entry.name)) continue;
      for await (const group of valuesIn(await contentOfEntry(entry, last, content.insideXz), inside)) {
        found += group.length;
        yield group;
      }
    }
  } catch (error) {
    if (!isDamage(error) || last === null) throw error;
    yield [unreadable(`after ${last}`, error.message, error.help)];
    return;
  }
  if (content.place === '' && last !== null && found === 0) throw new Damage('Nothing in it is a notice or a release, neither by content nor by name.', 'Is it the right file?');
}

/** A zip archive is read from its end, so one that does not lie in a file of its own is taken into memory. */
async function* zipIn({ source, open }: Content, { limit, onRead }: Reading): AsyncGenerator<Entry> {
  if (source !== null) {
    yield* zipEntries(source, onRead);
    return;
  }
  const zip = await gather(open(onRead), limit);
  if (zip === null) throw new Damage(tooLarge('The zip archive inside another file', limit), UNPACK_OUTER);
  yield* zipEntries(zip, () => {});
}

async function noticeIn({ place, size, open }: Content, { limit, onRead }: Reading): Promise<Found> {
  const bytes = size !== null && size > limit ? null : await gather(open(onRead), limit);
  if (bytes === null) throw new Damage(tooLarge('The notice', limit), 'The largest real ones have a few. Is it one notice?');
  return { kind: 'notice', place: place || 'the file', bytes };
}

async function* jsonIn(content: Content, { limit, onRead }: Reading): AsyncGenerator<readonly Found[]> {
  const values = content.reopens ? jsonValues(content, limit, onRead) : jsonOnce(content, limit);
  if (content.place === '') yield* values;
  else {
    for await (const group of values) {
      yield group.map((found) => ({ ...found, place: found.place === 'the file' ? content.place : placeIn(content, found.place) }));
    }
  }
}

/** A document is read twice, so one that passes by is taken into memory; lines need not be. */
async function* jsonOnce({ name, open }: Content, limit: number): AsyncGenerator<readonly Found[]> {
  const look = await lookInto(open(), limit + 1);
  if (look.ended) yield* jsonValues({ name, open: look.replay }, limit);
  else if (isNamedLines(name) || await beginsAsLines(look.replay(), limit)) yield* linesOf(look.whole(), limit);
  else throw new Damage(tooLarge('The document', limit), 'Split it: one release on each line.');
}

function placeIn(content: Content, place: string): string {
  return content.place === '' ? place : `${content.place}, ${place}`;
}

/** A name of an entry can hold anything. Nothing is ever written under it; it is shown. */
function shown(name: string): string {
  return name.length > LONGEST_SHOWN ? `${beginning(plain(name), LONGEST_SHOWN)}…` : plain(name);
}

function plain(name: string): string {
  return name.replace(/\p{Cc}|\p{Bidi_Control}/gu, '\u{fffd}').toWellFormed();
}
