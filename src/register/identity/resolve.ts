/**
 * Which keys are one organisation. The result does not depend on the order of what is given. Nothing is joined over a name
 * that two organisations bear: where two numbers of one kind stand under one name, the name joins neither.
 */
import { fitsLost } from './bare-name.ts';
import { declaredEdges, JOINED, type Join } from './joins.ts';
import { RULES, type Edge, type Known, type Rule } from './known.ts';
import { NATIONAL_NUMBERS } from './national-numbers.ts';

export interface Member {
  readonly key: string;
  /** The key of the organisation's page. */
  readonly main: string;
  /** What brought the key to that page; null for the page's own key. */
  readonly rule: Rule | null;
}

/**
 * @param rows every row of every block that is named
 * @param joins what an editor declares to be one organisation
 */
export function resolve(rows: readonly Known[], joins: readonly Join[] = JOINED): Member[] {
  const numbers = new Map(rows.map(({ key, number, kind }) => [key, number === null || kind === null ? null : { number, kind }]));
  const declared = declaredEdges(rows, joins);
  const groups = groupsOf(rows);
  const loose = edgesOf(groups, false);
  const first = clustering([...numbers.keys()], [...declared, ...loose]).byRoot;
  const torn = new Set([...first.values()].filter((keys) => contradicts(keys, numbers, declared)).flat());
  // Names that each fit and together do not: of such a cluster only what a single number carries stays together.
  const kept = torn.size === 0 ? loose : [...loose.filter(({ one }) => !torn.has(one)), ...edgesOf(groups, true).filter(({ one }) => torn.has(one))];
  const edges = [...declared, ...kept];
  const { byRoot, root } = clustering([...numbers.keys()], edges);
  const edgesOfRoot = Map.groupBy(edges, ({ one }) => root(one));
  const rowsOfKey = Map.groupBy(rows, ({ key }) => key);
  const named = new Set(declared.map(({ one }) => one));
  return [...byRoot].flatMap(([at, keys]) => membersOf(keys, edgesOfRoot.get(at) ?? [], keys.flatMap((key) => rowsOfKey.get(key) ?? []), named));
}

/** What would be joined if nothing further away contradicted it: where to look for the rest of a cluster. */
export function looseEdges(rows: readonly Known[]): Edge[] {
  return edgesOf(groupsOf(rows), false);
}

/** Rows of one name in one country. */
export function groupsOf(rows: readonly Known[]): Known[][] {
  return [...Map.groupBy(rows, ({ block }) => block).values()].flatMap((block) => {
    const byName = [...Map.groupBy(withLostLetters(block), ({ as }) => as).values()];
    return byName.flatMap((same) => byCountry(same.map(({ row }) => row)));
  });
}

/** A name with lost letters goes with the one name that it can be; with none or several it stands alone. */
function withLostLetters(block: readonly Known[]): { as: string; row: Known }[] {
  const whole = [...new Set(block.map(({ bare }) => bare))].filter((bare) => !bare.includes('?'));
  return block.map((row) => {
    if (!row.bare.includes('?')) return { as: row.bare, row };
    const fitting = whole.filter((bare) => fitsLost(row.bare, bare));
    return { as: fitting.length === 1 ? (fitting[0] ?? row.bare) : row.bare, row };
  });
}

/** A mention without its country goes with the only country there is. */
function byCountry(rows: readonly Known[]): Known[][] {
  const countries = new Set(rows.flatMap(({ country }) => country ?? []));
  const only = countries.size === 1 ? [...countries][0] ?? null : null;
  return [...Map.groupBy(rows, ({ country }) => country ?? only).values()];
}

interface NumberOf {
  readonly number: string;
  readonly kind: string;
}

/** @param strict joins no two numbers at all */
function edgesOf(groups: readonly (readonly Known[])[], strict: boolean): Edge[] {
  return groups.flatMap((group) => {
    const keys = [...new Map(group.map((row) => [row.key, row])).values()].toSorted((one, other) => compare(one.key, other.key));
    const numbers = new Map(keys.flatMap(({ number, kind }) => (number === null || kind === null ? [] : [[number, { number, kind }] as const])));
    const clash = strict ? numbers.size > 1 : hasClash([...numbers.values()]);
    // The mentions of one number under one name are one whatever else stands under that name; so are those without any.
    const parts = clash ? [...Map.groupBy(keys, ({ number }) => number).values()] : [keys];
    return parts.flatMap(chain);
  });
}

function chain(rows: readonly Known[]): Edge[] {
  const [first, ...others] = rows.toSorted((one, other) => Number(one.number === null) - Number(other.number === null) || compare(one.key, other.key));
  return first === undefined ? [] : others.map((row) => ({ one: first.key, other: row.key, rule: ruleOf(first, row) }));
}

function ruleOf(first: Known, row: Known): Rule {
  if (first.number !== null && first.number === row.number) return 'number';
  if (row.number !== null) return 'name-other-number';
  if (first.number !== null) return 'name-one-number';
  return first.bare === row.bare ? 'name' : 'name-lost-letters';
}

/** Two numbers of one kind are two organisations, unless one is the other mistyped. A country may use one form for two numbers. */
function hasClash(numbers: readonly NumberOf[]): boolean {
  return [...Map.groupBy(numbers, ({ kind }) => kind)].some(([kind, same]) => {
    const of = KINDS.get(kind);
    if (same.length <= (of?.most ?? 1)) return false;
    // Where a check digit was tried, a mistyped number does not get this far.
    return of?.check !== undefined || same.some((one) => same.some((other) => !isSlip(one.number, other.number)));
  });
}

/** A key with a scheme and eight signs. Shorter numbers lie too close together. */
const LONG_ENOUGH = 14;

/** Whether two numbers are equal but for one sign that was changed, added or left out. */
function isSlip(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < LONG_ENOUGH) return false;
  const [a, b] = [one, other].map((number) => number.replaceAll('O', '0').replaceAll('I', '1')) as [string, string];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return short.slice(short.length === long.length ? same + 1 : same) === long.slice(same + 1);
}

/** An editor who joins two numbers knows better than the rule. */
function contradicts(keys: readonly string[], numbers: ReadonlyMap<string, NumberOf | null>, declared: readonly Edge[]): boolean {
  const joined = new Set(declared.flatMap(({ one, other }) => [one, other]));
  const distinct = new Map(keys.filter((key) => !joined.has(key)).flatMap((key) => {
    const number = numbers.get(key);
    return number === null || number === undefined ? [] : [[number.number, number] as const];
  }));
  return hasClash([...distinct.values()]);
}

interface Clustering {
  readonly byRoot: ReadonlyMap<string, string[]>;
  readonly root: (key: string) => string;
}

function clustering(keys: readonly string[], edges: readonly Edge[]): Clustering {
  const parent = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    for (let next = parent.get(at); next !== undefined; next = parent.get(at)) at = next;
    // Later questions take the short way.
    for (let step = key; step !== at;) [step] = [parent.get(step) ?? at, parent.set(step, at)];
    return at;
  };
  for (const { one, other } of edges) {
    const [a, b] = [root(one), root(other)];
    if (a !== b) parent.set(a < b ? b : a, a < b ? a : b);
  }
  return { byRoot: Map.groupBy(keys, root), root };
}

/** The page's own key, and for every other key the rule of the edge over which it hangs together with that one. */
function membersOf(keys: readonly string[], edges: readonly Edge[], rows: readonly Known[], named: ReadonlySet<string>): Member[] {
  const [main] = rows.toSorted((one, other) => compare(rank(one, named), rank(other, named)) || compare(one.key, other.key));
  if (main === undefined) return [];
  const next = new Map<string, Edge[]>(keys.map((key) => [key, []]));
  for (const { one, other, rule } of edges) {
    next.get(one)?.push({ one, other, rule });
    next.get(other)?.push({ one: other, other: one, rule });
  }
  const found = new Map<string, Rule | null>([[main.key, null]]);
  for (const key of found.keys()) {
    const onwards = (next.get(key) ?? []).toSorted((one, other) => RULES.indexOf(one.rule) - RULES.indexOf(other.rule) || compare(one.other, other.other));
    for (const { other, rule } of onwards) if (!found.has(other)) found.set(other, rule);
  }
  return [...found].map(([key, rule]) => ({ key, main: main.key, rule }));
}

/** A number before a name, the register of companies before the tax office, the whole before a unit, what an editor puts first, a known country before none. */
function rank({ key, kind, unit, country, bare }: Known, named: ReadonlySet<string>): string {
  const place = kind === null ? 99 : KIND_ORDER.get(kind) ?? 50;
  return [String(place).padStart(2, '0'), kind !== null && unit !== null ? 1 : 0, named.has(key) ? 0 : 1, unit === null ? 0 : 1, country === null ? 1 : 0, bare.includes('?') ? 1 : 0].join(' ');
}

const KINDS = new Map(Object.values(NATIONAL_NUMBERS).flatMap((kinds) => kinds.map((kind) => [kind.scheme, kind] as const)));
const KIND_ORDER = new Map(Object.values(NATIONAL_NUMBERS).flatMap((kinds) => kinds.map(({ scheme }, index) => [scheme, index] as const)));

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
