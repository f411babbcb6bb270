import type { Element } from '../xml/element.ts';
import { make } from '../xml/path.ts';
import { EXTRAS, type ExtraName } from './extras.ts';
import { isPublic, Node } from './node.ts';
import { pathOf } from '../mapping/terms.ts';

/** What an element of TED XML says, as text and attributes of an element of eForms. */
export interface Value {
  readonly text: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Null when the element says nothing that the term can hold. */
export type Read = (from: Node) => Value | null;

/** A business term of eForms, the place of the element in TED XML that it replaced, and how that is read. */
export type Row = readonly [term: string, place: string, read: Read];

/** A value that waits for the sections (each lot) into which it goes. */
export interface Said {
  readonly term: string;
  readonly value: Value;
}

/** The element is itself what the predicate before it asks for: `X[cbc:Code/@listName='x']/cbc:Code`. */
const ASKED_FOR = /\[([\w.:]+)\/(?:@\w+|text\(\))='[^']*'\??\]\/\1$/;

/** Terms whose values stand each in a container of its own, in the element before the last. */
const APART = new Set(['BT-97-Lot', 'BT-65-Lot']);

interface Target {
  readonly path: string;
  /** Whether making the element before it makes this one, empty. */
  readonly isAskedFor: boolean;
  /** The container that each value has of its own. */
  readonly container: string | null;
}

const targets = new Map<string, Target>();

/** Where a term or an element of our own stands in its section. */
function targetOf(term: string): Target {
  const known = targets.get(term);
  if (known !== undefined) return known;
  const path = term.startsWith('ted:') ? EXTRAS[term as ExtraName].at : pathOf(term);
  const made: Target = { path, isAskedFor: ASKED_FOR.test(path), container: APART.has(term) ? path.replace(/\/[^/[\]]+$/, '') : null };
  targets.set(term, made);
  return made;
}

/** Writes a value into the section that its term belongs to; an element beside those that are there. */
export function put(section: Element, term: string, value: Value | string | null): void {
  if (value === null) return;
  const { text, attributes = {} } = typeof value === 'string' ? { text: value } : value;
  const { path, isAskedFor, container } = targetOf(term);
  if (container !== null) make(section, container);
  const waiting = isAskedFor ? make(section, path, '', {}, true) : undefined;
  if (waiting?.text === '') {
    waiting.text = text;
    Object.assign(waiting.attributes, attributes);
  } else make(section, path, text, { ...attributes });
}

/** One element, when it is there. */
export function say(section: Element, term: string, from: Node | undefined, read: Read): void {
  if (from !== undefined) put(section, term, read(from));
}

/** The rows of a table by the first name of their places, so that each element is looked up once and not asked for by every row. */
interface Plan {
  readonly reads: (readonly [term: string, read: Read])[];
  readonly inside: Map<string, Plan>;
}

const plans = new WeakMap<readonly Row[], Plan>();

function planOf(rows: readonly Row[]): Plan {
  const known = plans.get(rows);
  if (known !== undefined) return known;
  const made: Plan = { reads: [], inside: new Map() };
  for (const [term, place, read] of rows) {
    let at = made;
    for (const name of place.split('/')) {
      const next: Plan = at.inside.get(name) ?? { reads: [], inside: new Map() };
      at.inside.set(name, next);
      at = next;
    }
    at.reads.push([term, read]);
  }
  plans.set(rows, made);
  return made;
}

function run(plan: Plan, from: Node, tell: (term: string, value: Value) => void): void {
  for (const one of from.element.children) {
    const next = plan.inside.get(one.name);
    if (next === undefined || !isPublic(one)) continue;
    const node = new Node(one, from.source, from);
    for (const [term, read] of next.reads) {
      const value = read(node);
      if (value !== null) tell(term, value);
    }
    if (next.inside.size > 0) run(next, node, tell);
  }
}

/** Every element that has a row, in the order of the document. The table is to be a constant: how it is used is worked out once. */
export function fill(section: Element, rows: readonly Row[], from: Node | null | undefined): void {
  if (from !== null && from !== undefined) run(planOf(rows), from, (term, value) => put(section, term, value));
}

/** As `fill`, for what is said once in TED XML and in every lot in eForms. */
export function gather(rows: readonly Row[], from: Node | null | undefined): readonly Said[] {
  const said: Said[] = [];
  if (from !== null && from !== undefined) run(planOf(rows), from, (term, value) => said.push({ term, value }));
  return said;
}

export function putAll(section: Element, said: readonly Said[]): void {
  for (const { term, value } of said) put(section, term, value);
}
