import { isObject, parseJson, type Json, type JsonObject } from '#base';
import { jsonReason } from './text.ts';
import { unpack } from './unpack.ts';
import type { RawJson, Unreadable } from './values.ts';

/** The releases of one value of a JSON file, for whoever asks about them without importing: only their ocid is needed. */
export function releasesIn(raw: RawJson): readonly (JsonObject | Unreadable)[] {
  let value: Json;
  try {
    value = parseJson(raw.text);
  } catch (error) {
    return [{ place: raw.place, failure: { kind: 'invalid', message: jsonReason(error), help: 'Mend the line or fetch the file again.' } }];
  }
  return unpack(value, raw.text).map((found) => {
    const isNamed = isObject(found.value) && typeof found.value['ocid'] === 'string' && found.value['ocid'] !== '';
    if (isNamed && isObject(found.value)) return found.value;
    return { place: raw.place + found.place, failure: { kind: 'invalid', message: 'It has no ocid that is text, so it belongs to no contracting process.', help: 'A release needs ocid, id and date. Were the fields renamed?' } };
  });
}
