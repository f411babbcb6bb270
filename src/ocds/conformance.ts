import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, parseJson, type Json, type JsonObject } from '#base';
import { mergeReleases } from './merge/merge.ts';
import type { MergeOptions } from './merge/merge.ts';
import { isEqual } from './equal.ts';
import { kindOf, validate, type Kind } from './validate/validate.ts';

/** How an outside suite went. */
export interface SuiteResult {
  readonly suite: string;
  readonly passed: number;
  readonly total: number;
  /** What failed, one line each. */
  readonly failures: readonly string[];
}

/** The verdict of the official schema. */
export type Official = (kind: Kind, value: unknown) => boolean;

/** Runs every OCDS suite that lies under the folder of outside material (TORVET_SHARED). */
export async function conformance(shared: string): Promise<readonly SuiteResult[]> {
  const official = await officialVerdict(shared);
  return [
    mergeSuite(shared, 'compiled'),
    mergeSuite(shared, 'versioned'),
    validationSuite('OCDS 1.1.5: verdict on every file', officialFiles(shared), official),
    validationSuite('OCDS 1.1.5: verdict on real releases', realReleases(shared), official),
  ];
}

/** The official schemas of OCDS 1.1.5, read by ajv as JSON Schema draft 4 without formats. */
export async function officialVerdict(shared: string): Promise<Official> {
  // ajv serves this comparison only, so it is not loaded with the room.
  const { default: Ajv } = await import('ajv-draft-04');
  const ajv = new Ajv.default({ strict: false, validateFormats: false });
  const folder = join(shared, 'conformance/ocds-1.1.5/schema');
  const schema = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as object;
  const release = ajv.compile(schema('release-schema'));
  ajv.addSchema(schema('versioned-release-validation-schema'));
  const verdicts = {
    release,
    'release package': ajv.compile(schema('release-package-schema')),
    'record package': ajv.compile(schema('record-package-schema')),
  };
  return (kind, value) => verdicts[kind](value);
}

export interface NamedValue {
  readonly name: string;
  readonly value: Json;
}

/** Every JSON file beside the official schema that is a release, a package of releases or of records, by its shape. */
export function officialFiles(shared: string): readonly NamedValue[] {
  const folder = join(shared, 'conformance/ocds-1.1.5/examples');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).toSorted();
  return names.map((name) => ({ name, value: readJson(join(folder, name)) })).filter(({ value }) => isNotice(value));
}

function isNotice(value: Json): boolean {
  return isObject(value) && (value['ocid'] !== undefined || value['releases'] !== undefined || value['records'] !== undefined);
}

/** The real releases, one per line of the file. */
export function realReleases(shared: string): readonly NamedValue[] {
  const lines = readFileSync(join(shared, 'data/ocds/releases.jsonl'), 'utf8').split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, at) => ({ name: `line ${String(at + 1)}`, value: parseJson(line) }));
}

export function validationSuite(suite: string, values: readonly NamedValue[], official: Official): SuiteResult {
  const failures = values.flatMap(({ name, value }) => {
    const expected = official(kindOf(value), value);
    return validate(value).valid === expected ? [] : [`${name}: the official schema says ${expected ? 'valid' : 'invalid'}`];
  });
  return { suite, passed: values.length - failures.length, total: values.length, failures };
}

export type MergeTarget = 'compiled' | 'versioned';

export interface MergeCase {
  readonly name: string;
  readonly releases: readonly Json[];
  readonly expected: Json;
  readonly options: MergeOptions;
}

/** The schema that the cases of each folder are merged by. */
const CASE_SCHEMAS = { '1.0': 'release-schema-1__0__3.json', '1.1': 'release-schema-1__1__4.json', schema: 'schema.json' } as const;

/** The merge cases: `x.json` holds releases, `x-compiled.json` and `x-versioned.json` what they come to. */
export function mergeCases(shared: string, target: MergeTarget): readonly MergeCase[] {
  const suite = join(shared, 'conformance/ocds-merge');
  return Object.entries(CASE_SCHEMAS).flatMap(([folder, schemaName]) => {
    const schema = readJson(join(suite, schemaName)) as JsonObject;
    const ending = `-${target}.json`;
    const names = readdirSync(join(suite, folder)).filter((name) => name.endsWith(ending)).toSorted();
    return names.map((name) => ({
      name: `${folder}/${name}`,
      releases: readJson(join(suite, folder, name.replace(ending, '.json'))) as readonly Json[],
      expected: readJson(join(suite, folder, name)),
      options: { schema, versioned: target === 'versioned' },
    }));
  });
}

export function mergeSuite(shared: string, target: MergeTarget): SuiteResult {
  const cases = mergeCases(shared, target);
  const failures = cases.flatMap(({ name, releases, expected, options }) => {
    const merged = mergeReleases(releases, options);
    if (!merged.ok) return [`${name}: ${merged.failure.message}`];
    return isEqual(merged.value, expected) ? [] : [`${name}: got ${JSON.stringify(merged.value)}`];
  });
  return { suite: `OCDS merge, ${target}`, passed: cases.length - failures.length, total: cases.length, failures };
}

function readJson(file: string): Json {
  return parseJson(readFileSync(file, 'utf8'));
}
