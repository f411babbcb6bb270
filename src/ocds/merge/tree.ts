import { isObject, type Json } from '#base';

/** What a merge builds. Nothing in it is shared with a release. */
export type Tree = { [key: string]: Branch };
export type Branch = null | boolean | number | string | Branch[] | Tree;

/** The field itself, never one that every object inherits. */
export function own(tree: Tree, key: string): Branch | undefined {
  return Object.hasOwn(tree, key) ? tree[key] : undefined;
}

/** Sets a field, also one called `__proto__`, which a plain assignment would not. */
export function put(tree: Tree, key: string, value: Branch): void {
  if (key === '__proto__') Object.defineProperty(tree, key, { value, writable: true, enumerable: true, configurable: true });
  else tree[key] = value;
}

export function isTree(value: unknown): value is Tree {
  return isObject(value);
}

/** A copy to its full depth. Numbers that a double cannot hold are kept as they are. */
export function copy(value: Json | undefined): Branch {
  if (Array.isArray(value)) return value.map(copy);
  if (!isObject(value)) return (value ?? null) as Branch;
  const tree: Tree = {};
  for (const [key, field] of Object.entries(value)) if (field !== undefined) put(tree, key, copy(field));
  return tree;
}
