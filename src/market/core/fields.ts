/** What the inputs of commands are made of. Each schema says how a form asks for it (`form`), so that form and API have one definition. */
import { Type, type TObject, type TSchema } from 'typebox';
import { Format } from 'typebox/format';
import { DECIMAL } from './form-values.ts';

/** How a field is asked for on a page. */
export type FormField = 'line' | 'text' | 'money' | 'decimal' | 'count' | 'day' | 'instant' | 'choice' | 'truth' | 'list' | 'cpv' | 'hidden';

declare module 'typebox' {
  interface TSchemaOptions {
    form?: FormField;
  }
}

/** One line of text. */
export function line(most = 200, least = 1) {
  return Type.String({ minLength: least, maxLength: most, form: 'line' });
}

/** Text with paragraphs. */
export function text(most = 10_000, least = 1) {
  return Type.String({ minLength: least, maxLength: most, form: 'text' });
}

/** Kroner excluding VAT as decimal text with at most two decimals: `1234.50`. */
export function money() {
  return Type.String({ format: DECIMAL, pattern: '^(?:0|[1-9][0-9]{0,12})(?:\\.[0-9]{1,2})?$', form: 'money', description: 'Kroner excluding VAT: 1234.50' });
}

/** A number as decimal text: `2.5`. */
export function decimal() {
  return Type.String({ format: DECIMAL, pattern: '^(?:0|[1-9][0-9]{0,12})(?:\\.[0-9]{1,6})?$', form: 'decimal', description: 'A decimal number: 2.5' });
}

export function count(least: number, most: number) {
  return Type.Integer({ minimum: least, maximum: most, form: 'count' });
}

/** A day of the calendar: `2026-12-01`. */
export function day() {
  return Type.String({ format: 'date', form: 'day', description: 'A day: 2026-12-01' });
}

/** Of a string that names a day and a minute that the calendar has. */
export const LOCAL_MINUTE = 'local-minute';
const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

function isLocalMinute(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  try {
    return Temporal.PlainDateTime.from(text).toString({ smallestUnit: 'minute' }) === text;
  } catch {
    return false;
  }
}

Format.Set(LOCAL_MINUTE, isLocalMinute);

/** A day and a time on the clocks of Copenhagen: `2026-12-01T12:00`. */
export function moment() {
  return Type.String({ format: LOCAL_MINUTE, pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$', form: 'instant', description: 'Day and time in Copenhagen: 2026-12-01T12:00' });
}

export function choice<const Values extends readonly string[]>(values: Values) {
  return Type.Unsafe<Values[number]>(Type.String({ enum: [...values], form: 'choice' }));
}

export function truth() {
  return Type.Boolean({ form: 'truth' });
}

export function cpv() {
  return Type.String({ pattern: '^\\d{8}$', form: 'cpv', description: 'Eight digits of the Common Procurement Vocabulary: 48000000' });
}

export function list<Item extends TSchema>(item: Item, most: number, least = 0) {
  return Type.Array(item, { minItems: least, maxItems: most, form: 'list' });
}

export function maybe<Schema extends TSchema>(schema: Schema) {
  return Type.Optional(schema);
}

export function fields<Properties extends Record<string, TSchema>>(properties: Properties) {
  return Type.Object(properties, { additionalProperties: false });
}

/** A step that needs nothing but to be taken. */
export const NOTHING: TObject = Type.Object({}, { additionalProperties: false });

/** Reasons for what the publication check warned of, by its codes. */
export function reasons() {
  return list(fields({ code: Type.String({ pattern: '^[a-z0-9-]{1,60}$', form: 'hidden' }), reason: text(2000) }), 20);
}
