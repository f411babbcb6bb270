import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isObject, type Json } from '#base';
import * as extended from './extensions/release.ts';
import { RecordPackage, ReleasePackage } from './schema/packages.ts';
import { Release } from './schema/release.ts';
import { versioned } from './schema/versioned.ts';

const shared = process.env['TORVET_SHARED'] ?? '../shared';
const official = join(shared, 'conformance/ocds-1.1.5/schema');
const eforms = join(shared, 'conformance/ocds-for-eforms/schema/patched');

const ANNOTATIONS = new Set(['title', 'description', 'deprecated', 'default', 'id', '$schema', '$id', 'definitions']);
const MERGE_KEYWORDS = new Set(['omitWhenMerged', 'wholeListMerge', 'versionId']);
const SETS = new Set(['required', 'enum', 'type']);

interface Reading {
  readonly documents: ReadonlyMap<string, Json>;
  readonly dropMerge: boolean;
}

/** One spelling for each schema: references followed, annotations dropped, sets sorted. */
function canonical(schema: Json | undefined, root: Json, reading: Reading): unknown {
  if (Array.isArray(schema)) return schema.map((item: Json) => canonical(item, root, reading));
  if (!isObject(schema)) return schema;
  const reference = schema['$ref'];
  if (typeof reference === 'string') return follow(reference, root, reading);
  const entries = Object.entries(schema).filter(([key, value]) => keeps(key, value, reading));
  return Object.fromEntries(entries.map(([key, value]) => [key, keyword(key, value, root, reading)]).toSorted(byKey));
}

function keyword(key: string, value: Json | undefined, root: Json, reading: Reading): unknown {
  if (key === 'properties' || key === 'patternProperties') {
    assert.ok(isObject(value));
    const fields = Object.entries(value).map(([name, field]) => [name, canonical(field, root, reading)]);
    return Object.fromEntries(fields.toSorted(byKey));
  }
  if (SETS.has(key)) return (Array.isArray(value) ? [...value] : [value]).map(String).toSorted();
  return canonical(value, root, reading);
}

function keeps(key: string, value: Json | undefined, reading: Reading): boolean {
  if (ANNOTATIONS.has(key) && typeof value !== 'undefined') return false;
  return !(reading.dropMerge && MERGE_KEYWORDS.has(key));
}

function follow(reference: string, root: Json, reading: Reading): unknown {
  if (!reference.startsWith('#')) {
    const document = reading.documents.get(reference);
    assert.ok(document !== undefined, `nothing known under ${reference}`);
    const versionedRelease = reference.includes('versioned');
    return canonical(document, document, versionedRelease ? { ...reading, dropMerge: true } : reading);
  }
  let target: Json | undefined = root;
  for (const step of reference.slice(2).split('/')) target = isObject(target) ? target[step] : undefined;
  assert.ok(target !== undefined, `nothing stands at ${reference}`);
  return canonical(target, root, reading);
}

function byKey(left: readonly unknown[], right: readonly unknown[]): number {
  return String(left[0]) < String(right[0]) ? -1 : 1;
}

function read(folder: string, name: string): Json {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Json;
}

function documents(folder: string, names: readonly string[]): ReadonlyMap<string, Json> {
  return new Map(names.map((name) => {
    const document = read(folder, name);
    assert.ok(isObject(document) && typeof document['id'] === 'string');
    return [document['id'], document] as const;
  }));
}

function assertSame(ours: unknown, theirs: Json, reading: Reading): void {
  // Through JSON, so that only what is part of the schema remains of ours.
  const plain = JSON.parse(JSON.stringify(ours)) as Json;
  assert.deepEqual(canonical(plain, plain, reading), canonical(theirs, theirs, reading));
}

const skip = existsSync(official) ? false : `${official} is absent: set TORVET_SHARED to compare with the official schemas`;
const plainReading: Reading = { documents: new Map(), dropMerge: false };

void test('the release schema is that of OCDS 1.1.5', { skip }, () => {
  assertSame(Release, read(official, 'release-schema'), plainReading);
});

void test('the versioned release schema is that of OCDS 1.1.5', { skip }, () => {
  assertSame(versioned(Release), read(official, 'versioned-release-validation-schema'), { ...plainReading, dropMerge: true });
});

void test('the package schemas are those of OCDS 1.1.5', { skip }, () => {
  const all = documents(official, ['release-schema', 'versioned-release-validation-schema']);
  const reading = { documents: all, dropMerge: true };
  assertSame(ReleasePackage, read(official, 'release-package-schema'), reading);
  assertSame(RecordPackage, read(official, 'record-package-schema'), reading);
});

void test('the release schema with extensions is that of OCDS for eForms', { skip }, () => {
  assertSame(extended.Release, read(eforms, 'release-schema'), plainReading);
});

void test('the comparison sees a planted difference', { skip }, () => {
  const changed = { ...Release, required: ['ocid'] };
  assert.throws(() => { assertSame(changed, read(official, 'release-schema'), plainReading); }, assert.AssertionError);
});

void test('the types follow from the schemas', () => {
  const release: extended.Release = {
    ocid: 'ocds-x-1', id: '1', date: '2026-01-01T00:00:00Z', tag: ['tender'], initiationType: 'tender',
    tender: { id: 1, procurementMethod: 'open', lots: [{ id: 'LOT-1', techniques: { frameworkAgreement: { value: { amount: 1, currency: 'DKK' } } } }] },
  };
  // @ts-expect-error: the codelist of tags is closed.
  const wrongTag: extended.Release = { ...release, tag: ['offer'] };
  // @ts-expect-error: an award needs an id.
  const noId: extended.Release = { ...release, awards: [{}] };
  assert.equal(release.tender?.lots?.[0]?.id, 'LOT-1');
  assert.ok(wrongTag !== noId);
});
