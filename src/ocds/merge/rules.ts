import { fail, isObject, ok, type Json, type JsonObject, type Result } from '#base';
import { isDeeperThan, MAX_DEPTH } from '../depth.ts';
import { isSchema, typesOf, type SchemaNode } from '../schema/keywords.ts';

/** How a field is merged, by the schema. Fields the schema does not know have no rule. */
export interface MergeRule {
  /** `omit`: left out. `whole`: a value of its own, never merged into. `parts`: field by field, lists by id. */
  readonly way: 'omit' | 'whole' | 'parts';
  readonly fields: ReadonlyMap<string, MergeRule>;
}

type Mutable = { way: MergeRule['way']; fields: Map<string, MergeRule> };

const READ = new WeakMap<object, Result<MergeRule>>();

/**
 * The merge rules of a release schema, read once for each schema. References (`$ref`) are followed within the
 * document; a schema may contain itself.
 * @see https://standard.open-contracting.org/1.1/en/schema/merging/#merging-specification
 */
export function mergeRules(schema: object): Result<MergeRule> {
  const known = READ.get(schema);
  if (known !== undefined) return known;
  const rules = isDeeperThan(schema, MAX_DEPTH)
    ? invalidSchema(`The schema is nested more than ${String(MAX_DEPTH)} levels deep.`)
    : new SchemaReader(schema).read();
  READ.set(schema, rules);
  return rules;
}

/** Holds the rules already made, so that shared and circular parts are read once, and the first thing that went wrong. */
class SchemaReader {
  readonly #root: object;
  readonly #made = new Map<object, Mutable>();
  #problem: string | null = null;

  constructor(root: object) {
    this.#root = root;
  }

  read(): Result<MergeRule> {
    const rule: Mutable = { way: 'parts', fields: new Map() };
    const top = this.#resolve(this.#root);
    if (top !== null) this.#fill(rule, top.properties);
    return this.#problem === null ? ok(rule) : invalidSchema(this.#problem);
  }

  #fill(rule: Mutable, properties: SchemaNode['properties']): void {
    if (!isObject(properties)) return;
    for (const [name, field] of Object.entries(properties)) {
      const node = isSchema(field) ? this.#resolve(field) : null;
      if (node !== null) rule.fields.set(name, this.#ruleOf(node));
    }
  }

  #ruleOf(node: SchemaNode): MergeRule {
    const made = this.#made.get(node);
    if (made !== undefined) return made;
    const rule: Mutable = { way: 'parts', fields: new Map() };
    this.#made.set(node, rule);
    const types = typesOf(node);
    if (node.omitWhenMerged === true || node.mergeStrategy === 'ocdsOmit') rule.way = 'omit';
    else if (types.includes('array') && (node.wholeListMerge === true || node.mergeStrategy === 'ocdsVersion')) rule.way = 'whole';
    else if (types.includes('object') && node.properties !== undefined) this.#fill(rule, node.properties);
    else if (types.includes('array') && node.items !== undefined) this.#readItems(rule, node.items);
    return rule;
  }

  /** A list merges by id when its items are objects and nothing else, and the schema does not describe them without an id. */
  #readItems(rule: Mutable, items: SchemaNode): void {
    const node = isSchema(items) ? this.#resolve(items) : null;
    if (node === null) return;
    const types = typesOf(node);
    if (types.some((type) => type !== 'object')) rule.way = 'whole';
    else if (types.includes('object') && node.properties !== undefined) {
      if (node.properties['id'] === undefined) rule.way = 'whole';
      else this.#fill(rule, node.properties);
    }
  }

  /** Follows references until something else stands there. Null, and the problem noted, when that is nowhere. */
  #resolve(node: SchemaNode): SchemaNode | null {
    const passed = new Set<string>();
    let at: unknown = node;
    while (isObject(at) && typeof at['$ref'] === 'string') {
      const reference: string = at['$ref'];
      if (passed.has(reference)) return this.#fails(`The reference "${reference}" in the schema leads back to itself.`);
      passed.add(reference);
      at = this.#target(reference);
    }
    return isSchema(at) ? at : this.#fails(`The reference "${[...passed].at(-1) ?? ''}" leads to nothing within the schema.`);
  }

  #target(reference: string): Json | undefined {
    const [document = '', fragment = ''] = reference.split('#', 2);
    const root = this.#root as JsonObject;
    if (document !== '' && document !== root['id'] && document !== root['$id']) return undefined;
    let at: Json | undefined = root;
    for (const step of fragment.split('/').slice(1)) {
      const key = decode(step).replaceAll('~1', '/').replaceAll('~0', '~');
      if (Array.isArray(at)) at = (at as readonly Json[])[Number(key)];
      else at = isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
    }
    return at;
  }

  #fails(problem: string): null {
    this.#problem ??= problem;
    return null;
  }
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

function invalidSchema(message: string): Result<never> {
  return fail({
    kind: 'invalid',
    message,
    help: 'Give a release schema in which every reference leads to a place in the same file (a dereferenced schema will do).',
  });
}
