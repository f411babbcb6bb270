import { isObject, ok, type Json, type JsonObject, type Result } from '#base';
import { isDeeperThan, MAX_DEPTH } from '../depth.ts';
import { invalid, mergeReleases, readReleases, type MergeOptions } from './merge.ts';
import { compare } from './order.ts';

/** Levels that a list or a package adds around a release: list, package, records, record, releases. */
const LEVELS_AROUND = 8;

/**
 * Merges whatever holds releases: a release, a list of releases, a release package, a record package (the releases
 * written out in its records), or a list of these, as JSON lines give it. One process comes out as one object;
 * several as a list with one object for each ocid, sorted by ocid.
 *
 * Errors (`invalid`): those of `mergeReleases`, and records that only link to their releases or have none.
 */
export function mergeInput(json: Json | readonly Json[], options: MergeOptions = {}): Result<JsonObject | readonly JsonObject[]> {
  if (isDeeperThan(json, MAX_DEPTH + LEVELS_AROUND)) {
    return invalid(`The input is nested more than ${String(MAX_DEPTH)} levels deep, which no notice needs.`, 'Check how the file was made.');
  }
  const found: Json[] = [];
  const collected = collect(json, '', found);
  if (!collected.ok) return collected;
  const read = readReleases(found);
  if (!read.ok) return read;
  const processes = Map.groupBy(read.value, ({ ocid }) => ocid);
  const merged: JsonObject[] = [];
  for (const [, releases] of [...processes].toSorted(([left], [right]) => compare(left, right))) {
    const result = mergeReleases(releases.map(({ release }) => release), options);
    if (!result.ok) return result;
    merged.push(result.value);
  }
  const [only] = merged;
  return ok(merged.length === 1 && only !== undefined ? only : merged);
}

function collect(value: Json | readonly Json[], place: string, found: Json[]): Result<null> {
  if (Array.isArray(value)) return collectAll(value as readonly Json[], place, found);
  if (!isObject(value)) return takeRelease(value, found);
  const { ocid, date, records, releases } = value;
  // A release may have fields of any name: what has an ocid and a date is one, and no package or record has both.
  if (ocid !== undefined && date !== undefined) return takeRelease(value, found);
  if (Array.isArray(records)) return collectAll(records as readonly Json[], `${place}/records`, found);
  if (Array.isArray(releases)) return collectAll(releases as readonly Json[], `${place}/releases`, found);
  if (ocid === undefined && typeof value['url'] === 'string') {
    return invalid(`At ${place} stands a link to a release, and not the release itself: there is nothing to merge.`,
      'Fetch the releases that are linked to, and merge those.', place);
  }
  if (date === undefined && (isObject(value['compiledRelease']) || isObject(value['versionedRelease']))) {
    return invalid(`${place === '' ? 'The input' : `At ${place} stands what`} is a record with its merged release only, and without the releases it was made from: there is nothing to merge.`,
      'Give the releases themselves, or a record that lists them under releases.', place);
  }
  return takeRelease(value, found);
}

function takeRelease(value: Json, found: Json[]): Result<null> {
  found.push(value);
  return ok(null);
}

function collectAll(values: readonly Json[], place: string, found: Json[]): Result<null> {
  for (const [at, value] of values.entries()) {
    const collected = collect(value, `${place}/${String(at)}`, found);
    if (!collected.ok) return collected;
  }
  return ok(null);
}
