import { Type, type Static, type TArray, type TObject, type TOptional, type TProperties, type TSchema, type TSchemaOptions, type TUnsafe } from 'typebox';
import { LANGUAGE_TAG } from './language-tag.ts';

/*
 * The parts that every OCDS schema is written with. Each returns a TypeBox schema whose JSON Schema is what OCDS 1.1
 * says (null allowed, because null removes a field when releases are merged) and whose static type follows from it.
 * Merge keywords are plain options: `omitWhenMerged`, `wholeListMerge`, `versionId`.
 */

type Options = Readonly<TSchemaOptions>;

/** What is asked of each text in a list: nothing, or that it is not empty. */
export const ANY: Options = {};
export const NON_BLANK: Options = { minLength: 1 };

/** What may be said of a list: no two equal items, merged as a whole, at least one item. */
export type ListRule = 'unique' | 'whole' | 'nonEmpty';

export function text(options: Options = {}): TUnsafe<string | null> {
  return Type.Unsafe<string | null>({ type: ['string', 'null'], ...options });
}

/** Text, null or absent, but never the empty text. */
export function nonBlank(options: Options = {}): TUnsafe<string | null> {
  return text({ minLength: 1, ...options });
}

export function requiredText(options: Options = {}): TUnsafe<string> {
  return Type.Unsafe<string>({ type: 'string', ...options });
}

export function requiredNonBlank(options: Options = {}): TUnsafe<string> {
  return requiredText({ minLength: 1, ...options });
}

/** An instant, RFC 3339. The format is an annotation: a fault in it is a warning. */
export function dateTime(options: Options = {}): TUnsafe<string | null> {
  return text({ format: 'date-time', ...options });
}

export function requiredDateTime(options: Options = {}): TUnsafe<string> {
  return requiredText({ format: 'date-time', ...options });
}

export function uri(options: Options = {}): TUnsafe<string | null> {
  return text({ format: 'uri', ...options });
}

export function requiredUri(options: Options = {}): TUnsafe<string> {
  return requiredText({ format: 'uri', ...options });
}

export function flag(options: Options = {}): TUnsafe<boolean | null> {
  return Type.Unsafe<boolean | null>({ type: ['boolean', 'null'], ...options });
}

export function number(options: Options = {}): TUnsafe<number | null> {
  return Type.Unsafe<number | null>({ type: ['number', 'null'], ...options });
}

export function requiredNumber(options: Options = {}): TUnsafe<number> {
  return Type.Unsafe<number>({ type: 'number', ...options });
}

export function wholeNumber(options: Options = {}): TUnsafe<number | null> {
  return Type.Unsafe<number | null>({ type: ['integer', 'null'], ...options });
}

/** The id of something within its list: text or a whole number, never empty. */
export function identifier(options: Options = {}): TUnsafe<string | number> {
  const description = 'a number or text that no other item of the list has';
  return Type.Unsafe<string | number>({ type: ['string', 'integer'], minLength: 1, description, ...options });
}

/** An id that points at something else: text or a whole number. */
export function referenceId(options: Options = {}): TUnsafe<string | number> {
  return Type.Unsafe<string | number>({ type: ['string', 'integer'], ...options });
}

export function looseIdentifier(options: Options = {}): TUnsafe<string | number | null> {
  return Type.Unsafe<string | number | null>({ type: ['string', 'integer', 'null'], ...options });
}

/** A code of a closed codelist, or null. */
export function closedCode<const Code extends string>(name: string, codes: readonly Code[], options: Options = {}): TUnsafe<Code | null> {
  return Type.Unsafe<Code | null>({ type: ['string', 'null'], ...codelist(name, false), enum: [...codes, null], ...options });
}

export function requiredCode<const Code extends string>(name: string, codes: readonly Code[], options: Options = {}): TUnsafe<Code> {
  return Type.Unsafe<Code>({ type: 'string', ...codelist(name, false), enum: [...codes], ...options });
}

/** A code of an open codelist: others may be used when none fits. */
export function openCode(name: string, options: Options = {}): TUnsafe<string | null> {
  return text({ ...codelist(name, true), ...options });
}

export function requiredOpenCode(name: string, options: Options = {}): TUnsafe<string> {
  return requiredText({ ...codelist(name, true), ...options });
}

export function openCodes(name: string, items: Options, ...rules: readonly ListRule[]): TUnsafe<string[] | null> {
  return texts(items, ...rules, codelist(name, true));
}

export function closedCodes<const Code extends string>(name: string, codes: readonly Code[], ...rules: readonly ListRule[]): TUnsafe<Code[] | null> {
  const items = { type: 'string', enum: [...codes] };
  return Type.Unsafe<Code[] | null>({ type: ['array', 'null'], items, ...codelist(name, false), ...listKeywords(rules) });
}

/** At least one code of a closed codelist. */
export function requiredCodes<const Code extends string>(name: string, codes: readonly Code[], options: Options = {}): TUnsafe<Code[]> {
  const items = { type: 'string', enum: [...codes] };
  return Type.Unsafe<Code[]>({ type: 'array', items, ...codelist(name, false), minItems: 1, ...options });
}

/** A list of texts, or null. `items` holds what is asked of each text. */
export function texts(items: Options, ...rules: readonly (ListRule | Options)[]): TUnsafe<string[] | null> {
  const extra = Object.assign({}, ...rules.filter((rule) => typeof rule === 'object')) as Options;
  const keywords = listKeywords(rules.filter((rule) => typeof rule === 'string'));
  return Type.Unsafe<string[] | null>({ type: ['array', 'null'], items: { type: 'string', ...items }, ...keywords, ...extra });
}

/** A list of objects. Without 'whole' its objects are merged by their id. */
export function list<Item extends TSchema>(item: Item, ...rules: readonly ListRule[]): TArray<Item> {
  return Type.Array(item, listKeywords(rules));
}

interface ObjectOptions {
  /** Fields that may also stand in other languages, as `title_da`. */
  readonly languages?: readonly string[];
  readonly minProperties?: number;
  readonly description?: string;
}

type Optional<Fields extends TProperties> = { [Key in keyof Fields]: TOptional<Fields[Key]> };

/** An object with its required and its optional fields. Fields that it does not name are always allowed. */
export function object<Required extends TProperties, Others extends TProperties>(
  required: Required, others: Others, options: ObjectOptions = {},
): TObject<Required & Optional<Others>> {
  const { languages = [], ...rest } = options;
  const pattern = languages.length === 0 ? {} : { patternProperties: Object.fromEntries(languages.map(inOtherLanguages)) };
  return Type.Object({ ...required, ...optional(others) }, { ...rest, ...pattern });
}

/** The same object with more optional fields, or with other schemas for fields it has. */
export function extend<Fields extends TProperties, More extends TProperties>(
  base: TObject<Fields>, more: More,
): TObject<Omit<Fields, keyof More> & Optional<More>> {
  const { type: _type, properties, required: _required, ...rest } = base;
  return Type.Object({ ...properties, ...optional(more) }, rest);
}

/** The same object, or null. */
export function nullable<Fields extends TProperties>(base: TObject<Fields>): TUnsafe<Static<TObject<Fields>> | null> {
  return Type.Unsafe<Static<TObject<Fields>> | null>({ ...base, type: ['object', 'null'] });
}

function optional<Fields extends TProperties>(fields: Fields): Optional<Fields> {
  return Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, Type.Optional(schema)])) as Optional<Fields>;
}

function inOtherLanguages(field: string): [string, TSchema] {
  return [`^(${field}_${LANGUAGE_TAG})$`, { type: ['string', 'null'] }];
}

function codelist(name: string, open: boolean): Options {
  return { codelist: `${name}.csv`, openCodelist: open };
}

function listKeywords(rules: readonly ListRule[]): Options {
  return {
    ...(rules.includes('unique') && { uniqueItems: true }),
    ...(rules.includes('whole') && { wholeListMerge: true }),
    ...(rules.includes('nonEmpty') && { minItems: 1 }),
  };
}
