import { isObject, type Failure, type Json, type JsonObject } from '#base';
import { canonical, isEqual } from '../equal.ts';
import type { FieldRules, MergeRule } from './rules.ts';
import { copy, isTree, own, put, type Branch, type Tree } from './tree.ts';

/** How the objects of a list find each other instead of by id: never, or by their place. */
export type ListOverride = 'append' | 'position';

export interface MergeState {
  readonly versioned: boolean;
  readonly overrides: Readonly<Record<string, ListOverride>>;
  /** The lists that are merged by id, each with its objects by id. All other lists are values, or histories. */
  readonly lists: WeakMap<Branch[], Map<string, Tree>>;
  readonly histories: WeakSet<Branch[]>;
  /** The versioned values that the release being merged has added. */
  added: WeakSet<Tree>;
  readonly path: string[];
  stamp: Tree;
  failure: Failure | null;
}

/** Merges an object into another, field by field. True when it held anything, if only null: an empty object changes nothing. */
export function mergeObject(state: MergeState, output: Tree, input: JsonObject, fields: FieldRules | undefined, isItem = false): boolean {
  let held = false;
  for (const key of Object.keys(input)) {
    const value = input[key];
    const rule = fields?.get(key);
    if (value === undefined || rule?.way === 'omit') continue;
    state.path.push(key);
    // The id of an object in a list is what finds it: it stands there already, and is never versioned.
    if (isItem && key === 'id') held = true;
    else if (mergeField(state, output, key, value, rule)) held = true;
    state.path.pop();
  }
  return held;
}

function mergeField(state: MergeState, output: Tree, key: string, value: Json, rule: MergeRule | undefined): boolean {
  if (isObject(value)) return mergeInto(state, output, key, value, rule);
  if (rule?.way !== 'whole' && isListOfObjects(value)) return mergeList(state, output, key, value, rule);
  if (state.versioned) addVersion(state, output, key, value);
  else if (value === null) Reflect.deleteProperty(output, key);
  else put(output, key, copy(value));
  return true;
}

/** An empty list counts as one: it has nothing that is not an object. */
function isListOfObjects(value: Json): value is readonly JsonObject[] {
  return Array.isArray(value) && value.every(isObject);
}

function mergeInto(state: MergeState, output: Tree, key: string, value: JsonObject, rule: MergeRule | undefined): boolean {
  const before = own(output, key);
  if (isTree(before)) return mergeObject(state, before, value, rule?.fields);
  if (isVersionOf(state, before, value)) return addWhole(state, output, key, value, rule);
  const child: Tree = {};
  const held = mergeObject(state, child, value, rule?.fields);
  if (held && givesWay(state, before, 'an object')) put(output, key, child);
  return held;
}

function mergeList(state: MergeState, output: Tree, key: string, value: readonly JsonObject[], rule: MergeRule | undefined): boolean {
  if (value.length === 0) return false;
  const before = own(output, key);
  if (isVersionOf(state, before, value)) return addWhole(state, output, key, value, rule);
  const list = listFor(state, before);
  if (list === null) return true;
  const held = mergeItems(state, list, value, rule?.items);
  if (held && list !== before) put(output, key, list);
  return held;
}

/** The list to merge into: the one that stands there, a copy of it when it was a plain value, or a new one. */
function listFor(state: MergeState, before: Branch | undefined): Branch[] | null {
  if (Array.isArray(before) && state.lists.has(before)) return before;
  const items = Array.isArray(before) && !state.versioned ? [...before] : [];
  if (!Array.isArray(before) || state.versioned) {
    if (!givesWay(state, before, 'a list of objects')) return null;
  }
  const byId = new Map<string, Tree>();
  for (const item of items) if (isTree(item) && hasId(item)) byId.set(canonical(item['id']), item);
  state.lists.set(items, byId);
  return items;
}

function mergeItems(state: MergeState, list: Branch[], items: readonly JsonObject[], fields: FieldRules | undefined): boolean {
  const byId = state.lists.get(list) ?? new Map<string, Tree>();
  const override = state.overrides[pathOf(state)];
  const showsId = fields?.get('id')?.way !== 'omit';
  let held = false;
  for (const [position, item] of items.entries()) {
    const key = keyOf(item, position, override);
    const found = key === null ? undefined : byId.get(key);
    const target: Tree = found ?? (showsId && hasId(item) ? { id: copy(item['id']) } : {});
    if (!mergeObject(state, target, item, fields, true)) continue;
    held = true;
    if (found !== undefined) continue;
    list.push(target);
    if (key !== null) byId.set(key, target);
  }
  return held;
}

/** What finds the object again, or null when nothing does and it is added to the list. The id 1 is not the id "1". */
function keyOf(item: JsonObject, position: number, override: ListOverride | undefined): string | null {
  if (override === 'append') return null;
  if (override === 'position') return `position ${String(position)}`;
  return hasId(item) ? canonical(item['id']) : null;
}

function hasId(item: JsonObject): boolean {
  return item['id'] !== undefined && item['id'] !== null;
}

/** Adds a versioned value, unless it is what the field held already. Of two values in one release the last one counts. */
function addVersion(state: MergeState, output: Tree, key: string, value: Json): void {
  let history = own(output, key);
  if (!isHistory(state, history)) {
    // Null removes an object, but a versioned release has no place to say so: its fields keep their histories.
    if (history !== undefined && value === null) return;
    if (!givesWay(state, history, 'a value')) return;
    history = [];
    state.histories.add(history);
    put(output, key, history);
  }
  const newest = history.at(-1);
  if (isTree(newest) && state.added.has(newest)) history.pop();
  const last = history.at(-1);
  if (isTree(last) && isEqual(last['value'], value)) return;
  const version: Tree = { ...state.stamp, value: copy(value) };
  state.added.add(version);
  history.push(version);
}

/**
 * True when an object or a list of objects can only be told as one more version of the field, since it has had other
 * values: after null had removed these, or where a list of values became one of objects.
 */
function isVersionOf(state: MergeState, before: Branch | undefined, value: Json): boolean {
  if (!isHistory(state, before) || isAllNull(before)) return false;
  const newest = before.at(-1);
  const last = isTree(newest) ? newest['value'] : undefined;
  return last === null || (Array.isArray(value) ? Array.isArray(last) : isTree(last));
}

/** Adds the value as one version, without the fields that the schema leaves out. */
function addWhole(state: MergeState, output: Tree, key: string, value: Json, rule: MergeRule | undefined): boolean {
  const said = withoutOmitted(value, rule);
  const held = Array.isArray(said) || (isObject(said) && Object.keys(said).length > 0);
  if (held) addVersion(state, output, key, said);
  return held;
}

function withoutOmitted(value: Json, rule: MergeRule | undefined): Json {
  if (isObject(value)) return fieldsWithoutOmitted(value, rule?.fields);
  return rule?.way !== 'whole' && isListOfObjects(value) ? value.map((item) => fieldsWithoutOmitted(item, rule?.items)) : value;
}

function fieldsWithoutOmitted(input: JsonObject, rules: FieldRules | undefined): JsonObject {
  const kept = Object.entries(input).filter(([key]) => rules?.get(key)?.way !== 'omit');
  return Object.fromEntries(kept.map(([key, field]) => [key, field === undefined ? field : withoutOmitted(field, rules?.get(key))]));
}

function isHistory(state: MergeState, value: Branch | undefined): value is Branch[] {
  return Array.isArray(value) && state.histories.has(value);
}

function isAllNull(history: readonly Branch[]): boolean {
  return history.every((version) => isTree(version) && version['value'] === null);
}

/** True when what stands there can be replaced: nothing, or a history of nothing but null. */
function givesWay(state: MergeState, before: Branch | undefined, after: string): boolean {
  if (before === undefined) return true;
  if (isHistory(state, before) && isAllNull(before)) return true;
  state.failure ??= {
    kind: 'invalid',
    message: `An earlier release has ${kindOf(state, before)} at ${pathOf(state)}, and a later one has ${after}: the two cannot be merged.`,
    help: 'Give the field the same shape in all releases of the process.',
    place: pathOf(state),
  };
  return false;
}

function kindOf(state: MergeState, before: Branch): string {
  if (Array.isArray(before)) return isHistory(state, before) ? 'a value' : 'a list';
  return isTree(before) ? 'an object' : `the value ${JSON.stringify(before).slice(0, 60)}`;
}

function pathOf(state: MergeState): string {
  return state.path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
