import type { TSchema } from 'typebox';
import { typesOf, type SchemaNode } from './keywords.ts';

const STAMP = {
  releaseDate: { type: 'string', format: 'date-time' },
  releaseID: { type: 'string' },
  releaseTag: { type: 'array', items: { type: 'string' } },
} as const;

/**
 * The schema of a versioned release, made from the schema of a release: every field that is neither an object nor a
 * list of objects with ids becomes a list of versioned values; ids within such lists stay as they are.
 * @see https://standard.open-contracting.org/1.1/en/schema/merging/#versioned-values
 */
export function versioned(release: TSchema): SchemaNode {
  const { properties = {}, ...rest } = release as SchemaNode;
  const fields = Object.entries(properties).filter(([, field]) => field.omitWhenMerged !== true);
  const versionedFields = fields.map(([name, field]) => [name, name === 'ocid' ? field : versionedField(field)] as const);
  return {
    ...rest,
    required: (rest.required ?? []).filter((name) => properties[name]?.omitWhenMerged !== true),
    properties: Object.fromEntries(versionedFields),
  };
}

function versionedField(field: SchemaNode): SchemaNode {
  if (isPlainObject(field)) return versionedObject(field, false);
  const { items } = field;
  if (items !== undefined && mergesById(field, items)) return { ...field, items: versionedObject(items, true) };
  // The deprecated list of changes has no ids, yet the standard's own schema leaves it unversioned.
  if (isListOfObjects(field, items) && field.wholeListMerge !== true) return field;
  return { type: 'array', items: { type: 'object', properties: { ...STAMP, value: field } } };
}

function versionedObject(node: SchemaNode, inList: boolean): SchemaNode {
  const { properties = {} } = node;
  const fields = Object.entries(properties).map(([name, field]) => {
    const keepsId = name === 'id' && (inList || isAmendment(properties));
    return [name, keepsId ? field : versionedField(field)] as const;
  });
  return { ...node, properties: Object.fromEntries(fields) };
}

/** The standard has one schema for the amendments in a list and for the deprecated single one, so neither id is versioned. */
function isAmendment(properties: Readonly<Record<string, SchemaNode>>): boolean {
  return properties['amendsReleaseID'] !== undefined;
}

function isPlainObject(field: SchemaNode): boolean {
  return field.type === 'object' && field.properties !== undefined;
}

function isListOfObjects(field: SchemaNode, items: SchemaNode | undefined): boolean {
  return typesOf(field).includes('array') && items?.type === 'object';
}

function mergesById(field: SchemaNode, items: SchemaNode): boolean {
  return isListOfObjects(field, items) && field.wholeListMerge !== true && items.properties?.['id'] !== undefined;
}
