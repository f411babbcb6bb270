import { isObject, type Json, type JsonObject } from '#base';
import { DocumentCutter } from './document.ts';

/** A release inside a JSON value, with what to add to the value's place: ``, `, release 2`. */
export interface Unpacked {
  readonly value: Json;
  /** Its JSON text, as it stands in the file. */
  readonly text: string;
  readonly place: string;
}

/**
 * The releases in a value: a release, an array, a release package, a record or a record package. A record that only
 * links to its releases gives its compiled release instead: better the sum than nothing.
 * @param text the JSON text of the value.
 */
export function unpack(value: Json, text: string): Unpacked[] {
  if (Array.isArray(value)) return entriesOf(value as readonly Json[], text, 'release');
  if (!isObject(value)) return [{ value, text, place: '' }];
  if (Array.isArray(value['records'])) {
    return entriesOf(value['records'] as readonly Json[], text, 'record').flatMap((entry) =>
      isObject(entry.value) ? fromRecord(entry.value, entry.text).map((found) => ({ ...found, place: entry.place + found.place })) : [entry]);
  }
  if (isRecord(value)) return fromRecord(value, text);
  if (Array.isArray(value['releases'])) return entriesOf(value['releases'] as readonly Json[], text, 'release');
  return [{ value, text, place: '' }];
}

function isRecord(value: JsonObject): boolean {
  return value['tag'] === undefined && typeof value['ocid'] === 'string' && (Array.isArray(value['releases']) || isObject(value['compiledRelease']));
}

function fromRecord(record: JsonObject, text: string): Unpacked[] {
  const releases = Array.isArray(record['releases']) ? entriesOf(record['releases'] as readonly Json[], text, 'release') : [];
  const embedded = releases.filter(({ value }) => !isLink(value));
  if (embedded.length > 0) return embedded;
  const compiled = record['compiledRelease'];
  return isObject(compiled) ? [{ value: compiled, text: JSON.stringify(compiled), place: ', compiled release' }] : releases;
}

/** A linked release names its address, date and tag, and holds nothing of its own. */
function isLink(release: Json): boolean {
  return isObject(release) && typeof release['url'] === 'string' && release['id'] === undefined;
}

/**
 * The entries of the list that holds the releases or records of this text, each with its own text. The cutter finds the
 * objects of that list; where it finds other ones than the parser (a key that stands twice, a key in escapes), the parser
 * is right and the entry is written anew.
 */
function entriesOf(entries: readonly Json[], text: string, word: string): Unpacked[] {
  const cuts = [...new DocumentCutter(Infinity).push(Buffer.from(text))];
  const exact = cuts.length === entries.filter(isObject).length ? cuts.values() : [].values();
  return entries.map((value, index) => ({
    value,
    text: (isObject(value) ? exact.next().value?.bytes.toString('utf8') : undefined) ?? JSON.stringify(value),
    place: `, ${word} ${index + 1}`,
  }));
}
