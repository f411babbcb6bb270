import { typesOf, type SchemaNode } from '../schema/keywords.ts';

/** The JSON type of a value. A number that a double cannot hold is a number too. */
export type JsonType = 'null' | 'boolean' | 'string' | 'integer' | 'number' | 'array' | 'object' | 'nothing';

export function jsonType(value: unknown): JsonType {
  switch (typeof value) {
    case 'string': return 'string';
    case 'boolean': return 'boolean';
    case 'number': return Number.isInteger(value) ? 'integer' : Number.isFinite(value) ? 'number' : 'nothing';
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return 'array';
      return JSON.isRawJSON(value) ? rawType(value.rawJSON) : 'object';
    default: return 'nothing';
  }
}

/** True when the value has one of the types that the schema allows. */
export function typeCheck(node: SchemaNode): ((type: JsonType) => boolean) | null {
  const types = typesOf(node);
  if (types.length === 0) return null;
  const allowed = new Set(types.includes('number') ? [...types, 'integer'] : types);
  return (type) => allowed.has(type);
}

/** A whole number may be written with a fraction of zeros or an exponent that makes it whole. */
function rawType(source: string): JsonType {
  const match = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(source);
  if (match === null) return 'nothing';
  const [, whole = '', fraction = '', exponent = '0'] = match;
  const digits = (whole + fraction).replace(/0+$/, '');
  const point = whole.length + Number(exponent);
  return digits === '' || digits.length <= point ? 'integer' : 'number';
}
