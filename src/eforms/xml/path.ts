/**
 * Paths into a notice in the notation of the eForms SDK, so that a row of the mapping reads like the field it is about:
 * steps with at most one predicate, `cac:X[cbc:Code/@listName='nda']/cbc:Y`, and `EXT` for the four levels of UBL's
 * extension. `'nda'?` also takes an element that lacks what the predicate asks about.
 */
import { child, element, type Element } from './element.ts';

export interface Predicate {
  readonly steps: readonly string[];
  readonly attribute: string | null;
  readonly values: readonly string[];
  readonly negated: boolean;
  readonly lenient: boolean;
}

export interface Step {
  readonly name: string;
  readonly predicates: readonly Predicate[];
}

export interface Path {
  readonly steps: readonly Step[];
  /** Set when the path ends in an attribute. */
  readonly attribute: string | null;
}

export const EXTENSION = 'ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension';
const STEP = /([^/[\]]+)((?:\[[^\]]*\])*)(?:\/|$)/gy;
const PREDICATE = /^(not\()?((?:[\w.]+:[\w.]+\/)*)(?:([\w.]+:[\w.]+(?:\/text\(\))?)|@(\w+))(?:=\(?('[^)]*')\)?)?(\))?(\?)?$/;

const compiled = new Map<string, Path>();

/** @throws Error when the notation is not that of above: a mistake in the mapping. */
export function path(notation: string): Path {
  const known = compiled.get(notation);
  if (known !== undefined) return known;
  const made = compile(notation);
  compiled.set(notation, made);
  return made;
}

function compile(notation: string): Path {
  const long = notation.replaceAll(/(^|\/)EXT(?=\/|$)/g, `$1${EXTENSION}`);
  const at = /(?:^|\/)@(\w+)$/.exec(long);
  const elements = at === null ? long : long.slice(0, at.index);
  const steps: Step[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < elements.length) {
    const found = STEP.exec(elements);
    if (found === null) throw new Error(`The path ${notation} cannot be read.`);
    steps.push({ name: found[1] ?? '', predicates: [...(found[2] ?? '').matchAll(/\[([^\]]*)\]/g)].map(([, inside]) => predicate(inside ?? '', notation)) });
  }
  return { steps, attribute: at?.[1] ?? null };
}

function predicate(inside: string, notation: string): Predicate {
  const found = PREDICATE.exec(inside);
  if (found === null) throw new Error(`The predicate [${inside}] of ${notation} cannot be read.`);
  const [, not, way = '', last, attribute, values, , lenient] = found;
  const steps = way.split('/').filter((step) => step !== '');
  if (last !== undefined) steps.push(last.replace('/text()', ''));
  return {
    steps,
    attribute: attribute ?? null,
    values: values === undefined ? [] : values.split(',').map((value) => value.trim().slice(1, -1)),
    negated: not !== undefined,
    lenient: lenient !== undefined,
  };
}

/** Every element at the path below `from`, in the order of the document. */
export function findAll(from: Element, notation: string): Element[] {
  return walk(from, path(notation).steps);
}

export function find(from: Element, notation: string): Element | undefined {
  return findAll(from, notation)[0];
}

function walk(from: Element, steps: readonly Step[], depth = 0): Element[] {
  const step = steps[depth];
  if (step === undefined) return [from];
  const found: Element[] = [];
  for (const one of from.children) {
    if (one.name !== step.name || !step.predicates.every((asked) => holds(one, asked))) continue;
    if (depth + 1 === steps.length) found.push(one);
    else found.push(...walk(one, steps, depth + 1));
  }
  return found;
}

export function holds(one: Element, { steps, attribute, values, negated, lenient }: Predicate): boolean {
  let at: Element[] = [one];
  for (const name of steps) at = at.flatMap((parent) => parent.children.filter((next) => next.name === name));
  const found = at.map((next) => (attribute === null ? next.text.trim() : next.attributes[attribute])).filter((value) => value !== undefined);
  if (lenient && found.length === 0) return true;
  const matches = values.length === 0 ? found.length > 0 : found.some((value) => values.includes(value));
  return matches !== negated;
}

/**
 * The element at the path below `from`, made where it is missing, with what its predicates ask for. The last step is
 * always made anew unless `reuse` says that one that is there will do.
 */
export function make(from: Element, notation: string, text = '', attributes: Readonly<Record<string, string>> = {}, reuse = false): Element {
  const { steps } = path(notation);
  let at = from;
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const there = isLast && !reuse ? undefined : at.children.findLast((one) => one.name === step.name && step.predicates.every((asked) => holds(one, asked)));
    if (there !== undefined) {
      at = there;
      continue;
    }
    const made = element(step.name, isLast ? text : '', isLast ? attributes : {});
    for (const asked of step.predicates) satisfy(made, asked);
    at.children.push(made);
    at = made;
  }
  return at;
}

function satisfy(one: Element, { steps, attribute, values, negated }: Predicate): void {
  const [value] = values;
  if (negated || value === undefined) return;
  let at = one;
  for (const name of steps) {
    const there = child(at, name);
    const next = there ?? element(name);
    if (there === undefined) at.children.push(next);
    at = next;
  }
  if (attribute === null) at.text = value;
  else (at.attributes as Record<string, string>)[attribute] = value;
}
