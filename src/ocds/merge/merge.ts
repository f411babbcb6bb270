import { fail, isObject, ok, type Failure, type Json, type JsonObject, type Result } from '#base';
import { isDeeperThan, MAX_DEPTH } from '../depth.ts';
import { Release } from '../extensions/release.ts';
import { mergeObject, type ListOverride, type MergeState } from './merger.ts';
import { inOrder, type DatedRelease } from './order.ts';
import { mergeRules, type FieldRules } from './rules.ts';
import { copy, put, type Tree } from './tree.ts';

export interface MergeOptions {
  /** A release schema whose merge keywords decide. By default that of OCDS 1.1 with the extensions for European notices. */
  readonly schema?: JsonObject;
  /** True for a versioned release, with every value each field has had. */
  readonly versioned?: boolean;
  /** Lists that are not merged by id, by the names of the fields leading to them: `{ '/tender/items': 'append' }`. */
  readonly overrides?: Readonly<Record<string, ListOverride>>;
}

/**
 * Merges the releases of one contracting process into its compiled release, or its versioned release. The releases
 * are ordered by date and left untouched.
 *
 * Errors (`invalid`): no releases, one that is no object, an ocid or a date that is missing, null or not text, two
 * ocids, nesting of more than 500 levels, a field that is a value in one release and an object in a later one.
 * @see https://standard.open-contracting.org/1.1/en/schema/merging/
 */
export function mergeReleases(releases: readonly Json[], options: MergeOptions = {}): Result<JsonObject> {
  const rules = mergeRules(options.schema ?? Release);
  if (!rules.ok) return rules;
  const dated = readReleases(releases);
  if (!dated.ok) return dated;
  const ocids = new Set(dated.value.map(({ ocid }) => ocid));
  if (ocids.size > 1) {
    return invalid(`The releases belong to ${String(ocids.size)} processes (${[...ocids].slice(0, 3).join(', ')}), but a merged release is about one.`,
      'Merge the releases of each ocid by themselves.');
  }
  return mergeInOrder(inOrder(dated.value), rules.value, options);
}

function mergeInOrder(releases: readonly DatedRelease[], rules: FieldRules, options: MergeOptions): Result<JsonObject> {
  const { versioned = false, overrides = {} } = options;
  const output: Tree = versioned ? {} : { tag: ['compiled'] };
  const state: MergeState = {
    versioned, overrides, lists: new WeakMap(), histories: new WeakSet(), added: new WeakSet(), path: [], stamp: {}, failure: null,
  };
  for (const { ocid, date, release } of releases) {
    // These tell of the release and not of the process: the merged release has its own, whatever the schema says.
    const { ocid: _ocid, id, date: _date, tag, ...fields } = release;
    put(output, 'ocid', ocid);
    if (versioned) {
      state.stamp = { releaseID: copy(id), releaseDate: date, releaseTag: copy(tag) };
      state.added = new WeakSet();
    } else {
      put(output, 'id', `${ocid}-${date}`);
      put(output, 'date', date);
    }
    mergeObject(state, output, fields, rules);
    if (state.failure !== null) return fail(state.failure);
  }
  return ok(output);
}

/** The releases with what merging needs of each, or the first that lacks it. */
export function readReleases(releases: readonly Json[]): Result<readonly DatedRelease[]> {
  if (releases.length === 0) return invalid('There are no releases to merge.', 'Give at least one release, or a package with releases in it.');
  const dated: DatedRelease[] = [];
  for (const [at, release] of releases.entries()) {
    const read = readRelease(release, at);
    if (!read.ok) return read;
    dated.push(read.value);
  }
  return ok(dated);
}

function readRelease(release: Json, at: number): Result<DatedRelease> {
  const which = `Release number ${String(at + 1)}`;
  const place = `/${String(at)}`;
  if (!isObject(release)) return invalid(`${which} is not an object, so it is no release.`, 'Give releases as JSON objects.', place);
  if (isDeeperThan(release, MAX_DEPTH)) {
    return invalid(`${which} is nested more than ${String(MAX_DEPTH)} levels deep, which no notice needs.`, 'Check how the file was made.', place);
  }
  const { ocid, date } = release;
  if (typeof date !== 'string' || date === '') {
    return invalid(`${which} has ${fault('date', date)}, so its place among the others is unknown.`, 'Give the date as text, as in 2026-03-01T09:00:00Z.', `${place}/date`);
  }
  if (typeof ocid !== 'string' || ocid === '') {
    return invalid(`${which} has ${fault('ocid', ocid)}, so the process it belongs to is unknown.`, 'Give the ocid as text.', `${place}/ocid`);
  }
  return ok({ ocid, date, release });
}

function fault(field: string, value: Json | undefined): string {
  if (value === undefined) return `no ${field}`;
  if (value === null) return `a ${field} of null`;
  return value === '' ? `an empty ${field}` : `a ${field} that is not text`;
}

export function invalid(message: string, help: string, place?: string): { readonly ok: false; readonly failure: Failure } {
  return fail({ kind: 'invalid', message, help, ...(place !== undefined && { place }) });
}
