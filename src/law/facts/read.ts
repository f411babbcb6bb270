import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { fail, isObject, ok, type Json, type Result } from '#base';

/** A schema made ready to read facts with. */
export interface FactsReader<Schema extends TSchema> {
  readonly schema: Schema;
  /** The facts, or the first field that is wrong, with what is allowed there. Nothing is filled in and nothing is turned into another type. */
  read(given: unknown): Result<Static<Schema>>;
}

export function factsReader<Schema extends TSchema>(schema: Schema): FactsReader<Schema> {
  const compiled = Compile(schema);
  return {
    schema,
    read(given) {
      if (compiled.Check(given)) {
        const surplus = tooManyDecimals(given, '');
        return surplus === null ? ok(given) : fail(surplus);
      }
      return fail(faultOf(schema, given as Json, compiled.Errors(given)));
    },
  };
}

interface SchemaFault {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
}

/** Of all that the checker found, what is wrong deepest in the facts: the branches of a choice each complain, and the last that fits says it best. */
function faultOf(schema: TSchema, given: Json, faults: readonly SchemaFault[]) {
  const told = faults.filter(({ keyword }) => keyword !== 'boolean' && keyword !== 'anyOf');
  const own = told.filter((fault) => !(fault.keyword === 'type' && 'type' in fault.params && fault.params.type === 'null'));
  const [first] = (own.length > 0 ? own : told).toSorted((one, other) => depth(other.instancePath) - depth(one.instancePath));
  const path = first?.instancePath ?? '';
  if (first?.keyword === 'additionalProperties') {
    const [name = ''] = namesIn(first.params);
    return invalid(`${path}/${name}`, `There is no field "${name}"${path === '' ? '' : ` in ${fieldName(path)}`}.`, `Known fields: ${fieldsAt(schema, path).join(', ')}.`);
  }
  if (first?.keyword === 'required') {
    const [name = ''] = namesIn(first.params);
    return invalid(`${path}/${name}`, `The field ${fieldName(`${path}/${name}`)} is missing.`, descriptionAt(schema, `${path}/${name}`));
  }
  return invalid(path, path === '' ? 'The facts are no object.' : `The field ${fieldName(path)} cannot be ${shown(valueAt(given, path))}.`, descriptionAt(schema, path));
}

function invalid(path: string, message: string, help: string) {
  return { kind: 'invalid', message, help, place: fieldName(path) } as const;
}

function tooManyDecimals(value: unknown, path: string): ReturnType<typeof invalid> | null {
  if (typeof value === 'number' && path.endsWith('/amount') && !/^\d+(\.\d{1,2})?$/.test(String(value))) {
    return invalid(path, `The field ${fieldName(path)} cannot be ${String(value)}: an amount has at most two decimals.`, 'Round it yourself; it is not rounded for you.');
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const found = tooManyDecimals(inner, `${path}/${name}`);
    if (found !== null) return found;
  }
  return null;
}

/** `/lots/0/amount` as people write it: `lots[0].amount`. */
function fieldName(path: string): string {
  return path.split('/').slice(1).map((part, at) => (/^\d+$/.test(part) ? `[${part}]` : `${at === 0 ? '' : '.'}${part}`)).join('') || '(the whole)';
}

function depth(path: string): number {
  return path.split('/').length;
}

function namesIn(params: object): string[] {
  return Object.values(params).flatMap((value) => (Array.isArray(value) ? value.map(String) : []));
}

function valueAt(given: Json, path: string): Json | undefined {
  return path.split('/').slice(1).reduce<Json | undefined>((value, part) => (Array.isArray(value) ? value[Number(part)] as Json : isObject(value) ? value[part] : undefined), given);
}

function shown(value: Json | undefined): string {
  if (value === undefined) return 'left out';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

type Node = TSchema & { readonly properties?: Record<string, TSchema>; readonly items?: TSchema; readonly anyOf?: readonly TSchema[]; readonly description?: string };

/** The schemas that a path can mean: through a choice there are several. */
function nodesAt(schema: TSchema, path: string): Node[] {
  return path.split('/').slice(1).reduce<Node[]>((nodes, part) => nodes.flatMap((node) => {
    const next = node.properties?.[part] ?? (/^\d+$/.test(part) ? node.items : undefined);
    return next === undefined ? [] : branches(next);
  }), branches(schema));
}

function branches(node: Node): Node[] {
  return node.anyOf === undefined ? [node] : node.anyOf.flatMap((branch) => branches(branch));
}

function descriptionAt(schema: TSchema, path: string): string {
  return nodesAt(schema, path).flatMap(({ description }) => (description === undefined ? [] : [description])).join(' ') || 'See --help for the fields and what each takes.';
}

function fieldsAt(schema: TSchema, path: string): string[] {
  return nodesAt(schema, path).flatMap(({ properties }) => Object.keys(properties ?? {}));
}
