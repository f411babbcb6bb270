import { isObject, type Json, type JsonObject } from '#base';
import { DocumentCutter } from './document.ts';
import { isRecord, isRelease } from './release-name.ts';

/** A release inside a JSON value, with what to add to the value's place: ``, `, release 2`. */
export interface Unpacked {
  readonly value: Json;
  /** Its JSON text, as it stands in the file. */
  readonly text: string;
  readonly place: string;
}

/** A list of record packages holds a release three lists down. Deeper ones are no releases, and each level costs a reading. */
const DEEPEST_LIST = 8;
const LISTS = new Set(['releases', 'records']);

/**
 * The releases in a value: a release, an array, a release package, a record or a record package, and lists of these. A
 * record that only links to its releases gives its compiled release instead: better the sum than nothing. What holds no
 * release is given back itself, so that it is rejected and not lost; only an empty list gives nothing.
 * @param text the JSON text of the value.
 */
export function unpack(value: Json, text: string, place = '', depth = 0): Unpacked[] {
  const whole = [{ value, text, place }];
  if (depth > DEEPEST_LIST) return whole;
  if (Array.isArray(value)) return entriesOf([['release', value as readonly Json[]]], text, place, depth);
  if (!isObject(value) || isRelease(value)) return whole;
  const lists = listsOf(value);
  const found = entriesOf(lists, text, place, depth);
  if (isRecord(value)) return fromRecord(value, found, place) ?? whole;
  return lists.length > 0 ? found : whole;
}

/** The lists of a package or record that hold releases or records, in their order, each with the word for an entry. */
function listsOf(value: JsonObject): (readonly [string, readonly Json[]])[] {
  return Object.entries(value).flatMap(([key, list]) =>
    (LISTS.has(key) && Array.isArray(list) ? [[key.slice(0, -1), list as readonly Json[]] as const] : []));
}

function fromRecord(record: JsonObject, found: readonly Unpacked[], place: string): Unpacked[] | null {
  const embedded = found.filter(({ value }) => !isLink(value));
  if (embedded.length > 0) return embedded;
  const compiled = record['compiledRelease'];
  if (isObject(compiled)) return [{ value: compiled, text: JSON.stringify(compiled), place: `${place}, compiled release` }];
  return found.length > 0 ? [...found] : null;
}

/** A linked release names its address, date and tag, and holds nothing of its own. */
function isLink(release: Json): boolean {
  return isObject(release) && typeof release['url'] === 'string' && release['id'] === undefined;
}

/**
 * What the entries of the lists of this text hold, each with its own text. The cutter finds the objects of the lists;
 * where it finds other ones than the parser (a key that stands twice, a key in escapes), the parser is right and the entry
 * is written anew.
 */
function entriesOf(lists: readonly (readonly [string, readonly Json[]])[], text: string, place: string, depth: number): Unpacked[] {
  if (lists.length === 0) return [];
  const cuts = [...new DocumentCutter(Infinity).push(Buffer.from(text))];
  const exact = cuts.length === lists.flatMap(([, entries]) => entries).filter(isObject).length ? cuts.values() : [].values();
  return lists.flatMap(([word, entries]) => entries.flatMap((value, index) => {
    const own = isObject(value) ? exact.next().value?.bytes.toString('utf8') : undefined;
    return unpack(value, own ?? JSON.stringify(value), `${place}, ${word} ${index + 1}`, depth + 1);
  }));
}
