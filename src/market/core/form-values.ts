/** Reads a form that was sent into the value that a schema describes, so that form and API are one definition. Pure. */
import type { Static, TObject, TSchema } from 'typebox';
import { Check } from 'typebox/value';
import { fail, ok, type Language, type Result } from '#base';
import { treeOf, type FormNode, type FormPairs } from './form-names.ts';
import { readDay, readDecimal, readText } from './form-text.ts';
import type { FormFault } from './form-values.da.ts';

/** Of a string whose value is an exact decimal number; people type it with the separators of their language. */
export const DECIMAL = 'decimal';

export interface FormFailure {
  /** The name of the field, as it was sent; empty: the form as a whole. */
  readonly place: string;
  readonly fault: FormFault;
}

/** The part of JSON Schema that a form can fill. */
interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly patternProperties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Left out: nothing was typed, or nothing that could be read, and then a failure says so. */
const NOTHING = Symbol('nothing');
type Read = unknown;

/**
 * @param pairs of the form in the order sent: `lines[0].price`, `1.250,50`. A field of a list of choices comes once for each.
 * @param schema objects, lists, records of text, text (also with `format: 'decimal'` or `'date'`), whole and other numbers, choices,
 * yes and no (an unticked box sends nothing and is no), and each of these or null. What is empty is left out, or null; rows of which
 * nothing is filled in are left out, and the others close up.
 * @returns the value, which the schema accepts; or every field that is wrong, in the order of the schema.
 * @throws TypeError for a schema that no form can fill; that is a mistake of ours.
 */
export function readForm<Schema extends TObject>(pairs: FormPairs, schema: Schema, lang: Language = 'da'): Result<Static<Schema>, readonly FormFailure[]> {
  const tree = treeOf(pairs);
  if (tree === null) return fail([{ place: '', fault: 'too-many' }]);
  const reader = new Reader(lang);
  const value = reader.object(tree.root, schema, '');
  const failures = [...reader.failures, ...tree.strange.map((place) => ({ place, fault: 'unknown' as const }))];
  return failures.length === 0 ? ok(value as Static<Schema>) : fail(failures);
}

class Reader {
  readonly failures: FormFailure[] = [];
  readonly #lang: Language;

  constructor(lang: Language) {
    this.#lang = lang;
  }

  object(node: FormNode, shape: Shape, place: string): Record<string, unknown> {
    const { properties = {}, required = [] } = shape;
    const value: Record<string, unknown> = {};
    for (const [name, inner] of Object.entries(properties)) {
      const read = this.#field(node.fields.get(name), inner, place === '' ? name : `${place}.${name}`, required.includes(name));
      if (read !== NOTHING) value[name] = read;
    }
    const known = new Set(Object.keys(properties));
    this.#unknown({ values: node.values, items: node.items, fields: new Map([...node.fields].filter(([name]) => !known.has(name))) }, place);
    return value;
  }

  /** @param node undefined: nothing came under this name. */
  #field(node: FormNode | undefined, shape: Shape, place: string, isRequired: boolean): Read {
    const options = shape.anyOf?.filter(({ type }) => type !== 'null') ?? [];
    const choices = choicesOf(shape);
    if (choices === null && shape.anyOf !== undefined && options.length === shape.anyOf.length) throw new TypeError(`The field ${place} is of one kind or another, which no form can tell.`);
    const [inner] = choices === null && options.length === 1 ? options : [shape];
    const isNullable = options.length > 0 && options.length < (shape.anyOf?.length ?? 0);
    const read = this.#value(node, inner ?? shape, choices, place, isRequired && !isNullable);
    return read === NOTHING && isNullable && isRequired ? null : read;
  }

  #value(node: FormNode | undefined, shape: Shape, choices: readonly unknown[] | null, place: string, isRequired: boolean): Read {
    if (choices === null && shape.type === 'array') return this.#list(node, shape, place, isRequired);
    if (choices === null && shape.type === 'object') {
      if (node === undefined || (isEmpty(node) && !isRequired)) return isRequired ? this.object(emptyFields, shape, place) : NOTHING;
      return shape.patternProperties === undefined ? this.object(node, shape, place) : this.#record(node, shape.patternProperties, place);
    }
    const before = this.failures.length;
    if (node !== undefined) this.#unknown({ ...node, values: [] }, place);
    if ((node?.values.length ?? 0) > 1) return this.#fault(place, 'twice');
    const read = this.#scalar(node?.values[0] ?? null, shape, choices, place);
    if (read === NOTHING && isRequired && this.failures.length === before) return this.#fault(place, 'missing');
    if (read !== NOTHING && !Check(shape as TSchema, read)) return this.#fault(place, read === false ? 'missing' : 'invalid');
    return read;
  }

  #scalar(typed: string | null, shape: Shape, choices: readonly unknown[] | null, place: string): Read {
    if (shape.type === 'boolean') return this.#truth(typed, place);
    const text = readText(typed ?? '');
    if (!text.ok) return this.#fault(place, text.failure);
    if (choices !== null) {
      const chosen = choices.find((choice) => String(choice) === text.value);
      if (chosen !== undefined) return chosen;
      return text.value === '' ? NOTHING : this.#fault(place, 'not-offered');
    }
    if (text.value === '') return shape.type === 'string' && shape.minLength === 0 && typed !== null ? '' : NOTHING;
    if (shape.type === 'string') return this.#text(text.value, shape, place);
    if (shape.type === 'integer' || shape.type === 'number') return this.#number(text.value, shape, place);
    throw new TypeError(`The field ${place} is of a kind that no form can fill.`);
  }

  #truth(typed: string | null, place: string): Read {
    if (typed === null || /^(?:no|false|0|nej)$/.test(typed)) return false;
    return /^(?:on|yes|true|1|ja)?$/.test(typed) ? true : this.#fault(place, 'not-offered');
  }

  #text(text: string, { format, minLength = 0, maxLength = Infinity }: Shape, place: string): Read {
    if (format === DECIMAL) return readDecimal(text, this.#lang) ?? this.#fault(place, 'no-number');
    if (format === 'date') return readDay(text) ?? this.#fault(place, 'no-date');
    const length = Array.from(text).length;
    if (length > maxLength) return this.#fault(place, 'too-long');
    return length < minLength ? this.#fault(place, 'too-short') : text;
  }

  #number(text: string, { type, minimum = -Infinity, maximum = Infinity }: Shape, place: string): Read {
    const fault = type === 'integer' ? 'no-integer' : 'no-number';
    const value = Number(readDecimal(text, this.#lang) ?? 'none');
    if (type === 'integer' ? !Number.isSafeInteger(value) : !Number.isFinite(value)) return this.#fault(place, fault);
    if (value < minimum) return this.#fault(place, 'too-small');
    return value > maximum ? this.#fault(place, 'too-large') : value + 0;
  }

  #list(node: FormNode | undefined, { items = {}, minItems = 0, maxItems = Infinity }: Shape, place: string, isRequired: boolean): Read {
    const rows = [...(node?.items ?? [])].filter(([, row]) => !isEmpty(row)).sort(([a], [b]) => a - b);
    const single = (node?.values ?? []).filter((value) => value.trim() !== '');
    if (node !== undefined) this.#unknown({ values: [], items: new Map(), fields: node.fields }, place);
    const value = [
      ...single.map((typed) => this.#field({ values: [typed], fields: new Map(), items: new Map() }, items, place, true)),
      ...rows.map(([index, row]) => this.#field(row, items, `${place}[${index}]`, true)),
    ];
    if (value.length > maxItems) return this.#fault(place, 'too-many');
    if (value.length === 0 && !isRequired) return NOTHING;
    return value.length < minItems ? this.#fault(place, 'too-few') : value;
  }

  #record(node: FormNode, patterns: Readonly<Record<string, Shape>>, place: string): Read {
    const value: Record<string, unknown> = {};
    this.#unknown({ values: node.values, items: node.items, fields: new Map() }, place);
    for (const [name, field] of node.fields) {
      const inner = Object.entries(patterns).find(([pattern]) => new RegExp(pattern, 'u').test(name))?.[1];
      if (inner === undefined) this.#unknown({ values: [], items: new Map(), fields: new Map([[name, field]]) }, place);
      else {
        const read = this.#field(field, inner, `${place}.${name}`, false);
        if (read !== NOTHING) value[name] = read;
      }
    }
    return value;
  }

  /** Whatever is left in a node belongs to no field of the schema. */
  #unknown({ values, fields, items }: FormNode, place: string): void {
    if (values.length > 0) this.#fault(place, 'unknown');
    for (const [name, field] of fields) this.#unknown(field, place === '' ? name : `${place}.${name}`);
    for (const [index, item] of items) this.#unknown(item, `${place}[${index}]`);
  }

  #fault(place: string, fault: FormFault): typeof NOTHING {
    this.failures.push({ place, fault });
    return NOTHING;
  }
}

const emptyFields: FormNode = { values: [], fields: new Map(), items: new Map() };

/** Nothing is filled in: only blanks, however deep. */
function isEmpty({ values, fields, items }: FormNode): boolean {
  return values.every((value) => value.trim() === '') && [...fields.values(), ...items.values()].every(isEmpty);
}

/** The values that may be chosen, when the field is a choice; null among them is what is left empty. */
function choicesOf({ const: only, enum: listed, anyOf }: Shape): readonly unknown[] | null {
  if (only !== undefined) return [only];
  if (listed !== undefined) return listed.filter((choice) => choice !== null);
  const options = anyOf?.filter(({ type }) => type !== 'null') ?? [];
  const inner = options.map(choicesOf);
  return options.length > 0 && inner.every((one) => one !== null) ? inner.flat() : null;
}
