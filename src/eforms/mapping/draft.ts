/** The release while it is being written. */
import type { Json } from '#base';

export interface Draft {
  [field: string]: Json | Draft | (Json | Draft)[] | undefined;
}

/**
 * Writes a value at a dotted place, making the objects on the way. `name[]` adds to a list, where the same text stands
 * once; `name+` adds to a text, after what is there. Null, undefined and an empty list write nothing.
 */
export function put(into: Draft, place: string, value: Json | Draft | undefined): void {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return;
  const steps = place.split('.');
  const last = steps.pop() ?? '';
  const at = steps.reduce(inside, into);
  if (last.endsWith('[]')) {
    for (const item of Array.isArray(value) ? (value as readonly Json[]) : [value]) addTo(at, last.slice(0, -2), item);
  } else if (last.endsWith('+')) {
    const name = last.slice(0, -1);
    const there = at[name];
    at[name] = typeof there === 'string' && typeof value === 'string' && there !== value ? `${there} ${value}` : value;
  } else at[last] = value;
}

function inside(draft: Draft, name: string): Draft {
  const there = draft[name];
  if (isDraft(there)) return there;
  const made: Draft = {};
  draft[name] = made;
  return made;
}

function addTo(draft: Draft, name: string, value: Json | Draft): void {
  const list = listIn(draft, name);
  if (typeof value === 'object' || !has(list, value)) list.push(value);
}

/** The list at that name, made when there is none. */
export function listIn(draft: Draft, name: string): (Json | Draft)[] {
  const there = draft[name];
  if (Array.isArray(there)) return there;
  const made: (Json | Draft)[] = [];
  draft[name] = made;
  return made;
}

/** What stands in a list: looked up, because a notice can have tens of thousands of lots. Lists only grow. */
interface Index {
  readonly known: Map<Json, Draft | null>;
  upTo: number;
}

const indexes = new WeakMap<(Json | Draft)[], Index>();

function indexOf(list: (Json | Draft)[]): ReadonlyMap<Json, Draft | null> {
  const index = indexes.get(list) ?? { known: new Map<Json, Draft | null>(), upTo: 0 };
  indexes.set(list, index);
  for (; index.upTo < list.length; index.upTo++) {
    const item = list[index.upTo];
    if (!isDraft(item)) index.known.set(item as Json, null);
    else if (typeof item['id'] === 'string' && !index.known.has(item['id'])) index.known.set(item['id'], item);
  }
  return index.known;
}

function has(list: (Json | Draft)[], value: Json): boolean {
  return list.length < SHORT ? list.includes(value) : indexOf(list).has(value);
}

/** Shorter lists are searched faster than they are indexed. */
const SHORT = 8;

/** The entry of a list with that id, made when there is none. */
export function entry(draft: Draft, place: string, id: string): Draft {
  const list = listAt(draft, place);
  const there = indexOf(list).get(id);
  if (there !== undefined && there !== null) return there;
  const made: Draft = { id };
  list.push(made);
  return made;
}

/** Adds an entry with the next free number as its id. */
export function numbered(draft: Draft, place: string, fields: Draft): Draft {
  const list = listAt(draft, place);
  const made: Draft = { id: String(list.length + 1), ...fields };
  list.push(made);
  return made;
}

function listAt(draft: Draft, place: string): (Json | Draft)[] {
  const steps = place.split('.');
  const last = steps.pop() ?? '';
  return listIn(steps.reduce(inside, draft), last);
}

export function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !JSON.isRawJSON(value);
}

/** The entries of a list that are objects; of what is no list, none. */
export function draftsIn(value: Draft[string]): Draft[] {
  return Array.isArray(value) ? (value as readonly unknown[]).filter(isDraft) : [];
}

/** The id of an entry; of what has none, the empty text. */
export function idIn(draft: Draft): string {
  const id = draft['id'];
  return typeof id === 'string' ? id : '';
}

export function isEmpty(draft: Draft): boolean {
  return Object.keys(draft).length === 0;
}
