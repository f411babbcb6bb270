import type { SchemaNode } from '../schema/keywords.ts';

/** A rule that a value breaks. */
export type Rule =
  | 'type' | 'required' | 'minProperties' | 'minItems' | 'uniqueItems' | 'minLength' | 'pattern' | 'enum' | 'minimum' | 'maximum' | 'oneOf' | 'format';

export interface Fault {
  readonly rule: Rule;
  /** Keys and places from the top of the value to the part at fault. */
  readonly path: readonly (string | number)[];
  readonly node: SchemaNode;
  readonly value: unknown;
  /** The missing field; the places of two equal items. */
  readonly field?: string;
  readonly places?: { readonly first: number; readonly second: number };
}

/** Where faults are written while a value is read. The path is that of the part being read. */
export interface FaultList {
  readonly path: (string | number)[];
  readonly faults: Fault[];
  /** No more than this many faults are kept: a large broken file needs no more to be understood. */
  readonly limit: number;
  /** Whether formats (date-time, uri, email) are looked at too. */
  readonly formats: boolean;
}

export function faultList(limit: number, formats: boolean): FaultList {
  return { path: [], faults: [], limit, formats };
}

export function addFault(list: FaultList, rule: Rule, node: SchemaNode, value: unknown, more: Pick<Fault, 'field' | 'places'> = {}): void {
  if (list.faults.length < list.limit) list.faults.push({ rule, path: [...list.path], node, value, ...more });
}

/** JSON Pointer (RFC 6901). */
export function pointer(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
