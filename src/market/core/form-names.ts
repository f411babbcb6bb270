/** The names of fields as a tree: `lines[0].price` is the field `price` of the first of `lines`. Maps hold it, so that no name can reach a prototype. */

export interface FormNode {
  /** What stands under this very name, in the order sent. */
  readonly values: string[];
  readonly fields: Map<string, FormNode>;
  readonly items: Map<number, FormNode>;
}

export type FormPairs = readonly (readonly [name: string, value: string])[];

/** Pairs of one form; 64 KiB hold more than any page of ours sends. */
const MOST_PAIRS = 2000;
/** Rows that a page could show; a form with row 999 and no other is one row. */
const HIGHEST_INDEX = 999;
const DEEPEST = 8;
const LONGEST_NAME = 200;
const SEGMENT = /^([A-Za-z][\w-]*)((?:\[\d{1,3}\])*)$/;

export function emptyNode(): FormNode {
  return { values: [], fields: new Map(), items: new Map() };
}

/** @returns the tree, with the names that no form of ours has; null when there are too many pairs. */
export function treeOf(pairs: FormPairs): { readonly root: FormNode; readonly strange: readonly string[] } | null {
  if (pairs.length > MOST_PAIRS) return null;
  const root = emptyNode();
  const strange: string[] = [];
  for (const [name, value] of pairs) {
    const way = wayOf(name);
    if (way === null) strange.push(name.slice(0, LONGEST_NAME));
    else way.reduce(step, root).values.push(value);
  }
  return { root, strange };
}

/** `lines[0].price` as `lines`, 0, `price`; null when it is no name. */
function wayOf(name: string): (string | number)[] | null {
  if (name.length > LONGEST_NAME) return null;
  const way: (string | number)[] = [];
  for (const part of name.split('.')) {
    const [, field, indexes] = SEGMENT.exec(part) ?? [];
    if (field === undefined) return null;
    way.push(field, ...[...(indexes ?? '').matchAll(/\d+/g)].map(([digits]) => Number(digits)));
  }
  return way.length <= DEEPEST && way.every((part) => typeof part === 'string' || part <= HIGHEST_INDEX) ? way : null;
}

function step(node: FormNode, part: string | number): FormNode {
  return typeof part === 'number' ? childOf(node.items, part) : childOf(node.fields, part);
}

function childOf<Key>(children: Map<Key, FormNode>, key: Key): FormNode {
  const child = children.get(key) ?? emptyNode();
  children.set(key, child);
  return child;
}
