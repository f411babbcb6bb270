import { fail, isObject, ok, type Json, type JsonObject, type Result } from '#base';
import { isDeeperThan, MAX_DEPTH } from '../depth.ts';
import { isSchema, typesOf, type SchemaNode } from '../schema/keywords.ts';

/** The rules of an object's fields, by name. Fields the schema does not know have none. */
export type FieldRules = ReadonlyMap<string, MergeRule>;

/** How a field is merged, by the schema. */
export interface MergeRule {
  /** `omit`: left out. `whole`: a list is a value of its own, never merged into. `parts`: lists of objects by id. */
  readonly way: 'omit' | 'whole' | 'parts';
  /** When the field holds an object. */
  readonly fields: FieldRules;
  /** When the field holds a list: of each object in it. */
  readonly items: FieldRules;
}

type MutableFields = Map<string, MergeRule>;
type MutableRule = { way: MergeRule['way']; fields: MutableFields; items: MutableFields };

const COMBINING = ['allOf', 'anyOf', 'oneOf'] as const;

const READ = new WeakMap<object, Result<FieldRules>>();

/**
 * The merge rules of a release schema, read once for each schema. References (`$ref`) are followed within the
 * document; a schema may contain itself.
 * @see https://standard.open-contracting.org/1.1/en/schema/merging/#merging-specification
 */
export function mergeRules(schema: object): Result<FieldRules> {
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
  readonly #made = new Map<object, MutableRule>();
  #problem: string | null = null;

  constructor(root: object) {
    this.#root = root;
  }

  read(): Result<FieldRules> {
    const fields: MutableFields = new Map();
    const top = this.#resolve(this.#root);
    if (top !== null) this.#fill(fields, this.#parts(top));
    return this.#problem === null ? ok(fields) : invalidSchema(this.#problem);
  }

  /** The schema and what it is combined of: each may describe fields, whichever of them holds for a value. */
  #parts(node: SchemaNode, parts: Set<SchemaNode> = new Set()): ReadonlySet<SchemaNode> {
    if (parts.has(node)) return parts;
    parts.add(node);
    for (const keyword of COMBINING) {
      const branches: unknown = Reflect.get(node, keyword);
      for (const branch of Array.isArray(branches) ? branches as readonly unknown[] : []) {
        const part = isSchema(branch) ? this.#resolve(branch) : null;
        if (part !== null) this.#parts(part, parts);
      }
    }
    return parts;
  }

  /** Of two parts that describe one field, the first counts. */
  #fill(fields: MutableFields, parts: ReadonlySet<SchemaNode>): void {
    for (const { properties } of parts) {
      if (!isObject(properties)) continue;
      for (const [name, field] of Object.entries(properties)) {
        const node = isSchema(field) && !fields.has(name) ? this.#resolve(field) : null;
        if (node !== null) fields.set(name, this.#ruleOf(node));
      }
    }
  }

  #ruleOf(node: SchemaNode): MergeRule {
    const made = this.#made.get(node);
    if (made !== undefined) return made;
    const rule: MutableRule = { way: 'parts', fields: new Map(), items: new Map() };
    this.#made.set(node, rule);
    const parts = this.#parts(node);
    if ([...parts].some((part) => part.omitWhenMerged === true || part.mergeStrategy === 'ocdsOmit')) {
      rule.way = 'omit';
      return rule;
    }
    this.#fill(rule.fields, parts);
    for (const part of parts) this.#readList(rule, part);
    // A value of another shape than the schema describes still goes by the rules there are.
    if (rule.fields.size === 0) rule.fields = rule.items;
    else if (rule.items.size === 0) rule.items = rule.fields;
    return rule;
  }

  /** A list of objects merges by id, unless the schema says that it is one value, or describes objects without an id. */
  #readList(rule: MutableRule, node: SchemaNode): void {
    const isArray = typesOf(node).includes('array');
    if (isArray && (node.wholeListMerge === true || node.mergeStrategy === 'ocdsVersion')) rule.way = 'whole';
    const items = rule.way !== 'whole' && isSchema(node.items) ? this.#resolve(node.items) : null;
    if (items === null) return;
    const types = typesOf(items);
    const fields: MutableFields = new Map();
    this.#fill(fields, this.#parts(items));
    const lacksId = types.includes('object') && items.properties !== undefined && !fields.has('id');
    if (isArray && (lacksId || types.some((type) => type !== 'object'))) rule.way = 'whole';
    else for (const [name, field] of fields) rule.items.set(name, field);
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
