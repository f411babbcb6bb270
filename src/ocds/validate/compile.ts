import { isObject, type JsonObject } from '#base';
import { firstRepeat } from '../equal.ts';
import type { SchemaNode } from '../schema/keywords.ts';
import { addFault, type FaultList, type Rule } from './fault.ts';
import { formatCheck } from './format.ts';
import { compileOneOf } from './one-of.ts';
import { jsonType, typeCheck } from './types.ts';

/**
 * Reads a value by a schema. With a list it names every fault; without one it stops at the first, which is much
 * faster. True when there is none: formats are annotations and never make a value invalid.
 */
export type Check = (value: unknown, list?: FaultList) => boolean;

type Test = (value: unknown, list: FaultList | undefined) => boolean;

/**
 * Makes a check of a schema, once, with the meaning of JSON Schema draft 4. Not TypeBox's own compiler: that one
 * lists at most eight faults, hashes lists that should have no equal items and knows no numbers beyond doubles.
 */
export function compile(node: SchemaNode): Check {
  const isType = typeCheck(node);
  const objectTest = compileObject(node);
  const arrayTest = compileArray(node);
  const stringTest = compileString(node);
  const numberTest = compileNumber(node);
  const enumTest = compileEnum(node);
  const oneOfTest = node.oneOf === undefined ? null : compileOneOf(node, node.oneOf, compile);
  return (value, list) => {
    const type = jsonType(value);
    if (isType !== null && !isType(type)) return broken(list, 'type', node, value);
    let valid = true;
    if (type === 'object') valid = objectTest === null || objectTest(value, list);
    else if (type === 'array') valid = arrayTest === null || arrayTest(value, list);
    else if (type === 'string') valid = stringTest === null || stringTest(value, list);
    else if (type === 'integer' || type === 'number') valid = numberTest === null || numberTest(value, list);
    if (enumTest !== null && (valid || list) && !enumTest(value, list)) valid = false;
    if (oneOfTest !== null && (valid || list) && !oneOfTest(value, list)) valid = false;
    return valid;
  };
}

function broken(list: FaultList | undefined, rule: Rule, node: SchemaNode, value: unknown): false {
  if (list) addFault(list, rule, node, value);
  return false;
}

function compileObject(node: SchemaNode): Test | null {
  const fields = new Map(Object.entries(node.properties ?? {}).map(([name, field]) => [name, compile(field)]));
  const checksOf = fieldChecks(fields, node);
  const required = node.required ?? [];
  const { minProperties = 0 } = node;
  if (fields.size === 0 && node.patternProperties === undefined && required.length === 0 && minProperties === 0) return null;
  return (value, list) => {
    const object = value as JsonObject;
    let valid = true;
    for (const name of required) {
      if (Object.hasOwn(object, name) && object[name] !== undefined) continue;
      if (!list) return false;
      addFault(list, 'required', node.properties?.[name] ?? {}, value, { field: name });
      valid = false;
    }
    let count = 0;
    for (const name in object) {
      const field = object[name];
      if (field === undefined) continue;
      count += 1;
      for (const check of checksOf(name)) {
        if (inside(name, field, check, list)) continue;
        if (!list) return false;
        valid = false;
      }
    }
    if (count < minProperties) valid = broken(list, 'minProperties', node, value);
    return valid;
  };
}

const NO_CHECKS: readonly Check[] = [];

/** How many names outside the schema are remembered per object, so that a hostile file cannot fill the memory. */
const REMEMBERED_NAMES = 1000;

/** The checks for a field by its name: the one under `properties` and those whose pattern the name matches. */
function fieldChecks(fields: ReadonlyMap<string, Check>, node: SchemaNode): (name: string) => readonly Check[] {
  const patterns = Object.entries(node.patternProperties ?? {}).map(([pattern, field]) => ({ regex: new RegExp(pattern, 'u'), check: compile(field) }));
  const find = (name: string): readonly Check[] => {
    const named = fields.get(name);
    const matching = patterns.filter(({ regex }) => regex.test(name)).map(({ check }) => check);
    return named === undefined ? matching : [named, ...matching];
  };
  const known = new Map([...fields.keys()].map((name) => [name, find(name)]));
  if (patterns.length === 0) return (name) => known.get(name) ?? NO_CHECKS;
  return (name) => {
    const found = known.get(name) ?? find(name);
    if (known.size < fields.size + REMEMBERED_NAMES) known.set(name, found);
    return found;
  };
}

function inside(step: string | number, value: unknown, check: Check, list: FaultList | undefined): boolean {
  if (!list) return check(value);
  list.path.push(step);
  const valid = check(value, list);
  list.path.pop();
  return valid;
}

function compileArray(node: SchemaNode): Test | null {
  const { items, minItems = 0, uniqueItems = false } = node;
  const check = isObject(items) ? compile(items) : null;
  if (check === null && minItems === 0 && !uniqueItems) return null;
  return (value, list) => {
    const array = value as readonly unknown[];
    let valid = array.length >= minItems || broken(list, 'minItems', node, value);
    if (check !== null) {
      for (let at = 0; at < array.length; at += 1) {
        if (inside(at, array[at], check, list)) continue;
        if (!list) return false;
        valid = false;
      }
    }
    if (!uniqueItems || (!valid && !list)) return valid;
    const places = firstRepeat(array);
    if (places === null) return valid;
    if (list) addFault(list, 'uniqueItems', node, value, { places });
    return false;
  };
}

function compileString(node: SchemaNode): Test | null {
  const { minLength = 0, pattern, format } = node;
  const regex = pattern === undefined ? null : new RegExp(pattern, 'u');
  const isFormat = format === undefined ? null : formatCheck(format);
  if (minLength === 0 && regex === null && isFormat === null) return null;
  return (value, list) => {
    const text = value as string;
    if (text.length < 2 * minLength && codePoints(text) < minLength) return broken(list, 'minLength', node, value);
    if (regex !== null && !regex.test(text)) return broken(list, 'pattern', node, value);
    if (list?.formats && isFormat !== null && !isFormat(text)) addFault(list, 'format', node, value);
    return true;
  };
}

/** Draft 4 counts characters by code point. A text has at most twice as many UTF-16 units, so it seldom needs counting. */
function codePoints(text: string): number {
  return Array.from(text).length;
}

function compileNumber(node: SchemaNode): Test | null {
  const { minimum, maximum, exclusiveMinimum = false } = node;
  if (minimum === undefined && maximum === undefined) return null;
  return (value, list) => {
    // Limits are small whole numbers, so the nearest double of a long number is exact enough.
    const amount = typeof value === 'number' ? value : Number((value as { readonly rawJSON: string }).rawJSON);
    if (minimum !== undefined && (amount < minimum || (exclusiveMinimum && amount === minimum))) return broken(list, 'minimum', node, value);
    if (maximum !== undefined && amount > maximum) return broken(list, 'maximum', node, value);
    return true;
  };
}

/** The codelists of OCDS hold texts and null only, so a set will do. */
function compileEnum(node: SchemaNode): Test | null {
  if (node.enum === undefined) return null;
  const codes = new Set(node.enum);
  return (value, list) => codes.has(value) || broken(list, 'enum', node, value);
}
