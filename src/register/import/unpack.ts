import { isObject, type Json, type JsonObject } from '#base';

/** A release inside a JSON value, with what to add to the value's place: ``, `, release 2`. */
export interface Unpacked {
  readonly value: Json;
  readonly place: string;
  /** True when the value is the release itself, so that the text as received is the release's text. */
  readonly whole: boolean;
}

/**
 * The releases in a value: a release, an array, a release package, a record or a record package. A record that only
 * links to its releases gives its compiled release instead: better the sum than nothing.
 */
export function unpack(value: Json): Unpacked[] {
  if (Array.isArray(value)) return each(value as readonly Json[], 'release');
  if (!isObject(value)) return [{ value, place: '', whole: true }];
  if (Array.isArray(value['records'])) {
    return (value['records'] as readonly Json[]).flatMap((record, index) =>
      (isObject(record) ? fromRecord(record) : [{ value: record, place: '', whole: false }])
        .map((found) => ({ ...found, place: `, record ${index + 1}${found.place}` })));
  }
  if (isRecord(value)) return fromRecord(value);
  if (Array.isArray(value['releases'])) return each(value['releases'] as readonly Json[], 'release');
  return [{ value, place: '', whole: true }];
}

function isRecord(value: JsonObject): boolean {
  return value['tag'] === undefined && typeof value['ocid'] === 'string' && (Array.isArray(value['releases']) || isObject(value['compiledRelease']));
}

function fromRecord(record: JsonObject): Unpacked[] {
  const releases = Array.isArray(record['releases']) ? (record['releases'] as readonly Json[]) : [];
  const embedded = releases.filter((release) => !isLink(release));
  if (embedded.length > 0) return each(embedded, 'release');
  const compiled = record['compiledRelease'];
  return isObject(compiled) ? [{ value: compiled, place: ', compiled release', whole: false }] : each(releases, 'release');
}

/** A linked release names its address, date and tag, and holds nothing of its own. */
function isLink(release: Json): boolean {
  return isObject(release) && typeof release['url'] === 'string' && release['id'] === undefined;
}

function each(values: readonly Json[], word: string): Unpacked[] {
  return values.map((value, index) => ({ value, place: `, ${word} ${index + 1}`, whole: false }));
}
