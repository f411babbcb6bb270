import { exactNumber, type Json, type JsonObject } from '#base';
import { storable } from '../storable.ts';

/** A field that names or dates a release, as text; null when it holds none. A number that should have been text still names it. */
export function nameOf(value: Json | undefined): string | null {
  const text = typeof value === 'string' ? storable(value).trim() : exactNumber(value) ?? '';
  return text === '' ? null : text;
}

/** What has ocid, id and date is a release, whatever other fields it has. */
export function isRelease(value: JsonObject): boolean {
  return ['ocid', 'id', 'date'].every((field) => nameOf(value[field]) !== null);
}

/** What is no release and stands for one contracting process: its list holds that process's releases, or links to them. */
export function isRecord(value: JsonObject): boolean {
  return !isRelease(value) && ['ocid', 'compiledRelease', 'versionedRelease'].some((field) => value[field] !== undefined);
}
