/** The parts that the facts of all questions are made of. Each says in its description what is allowed; an error repeats that. */
import { Type, type TSchema } from 'typebox';
import { MOST_KRONER } from '../kroner.ts';

export function nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}

/** May be left out, which is the same as null: not known. */
export function maybe<Schema extends TSchema>(schema: Schema) {
  return Type.Optional(nullable(schema));
}

export function oneOf<const Values extends readonly string[]>(values: Values, what: string) {
  return Type.Unsafe<Values[number]>(Type.String({ enum: [...values], description: `${what} One of: ${values.join(', ')}.` }));
}

export function day(what: string) {
  return Type.String({ format: 'date', description: `${what} A day of the calendar as YYYY-MM-DD.` });
}

export function truth(what: string) {
  return maybe(Type.Boolean({ description: `${what} true, false, or null for not known.` }));
}

export function count(what: string, least = 0, most = 10_000) {
  return Type.Integer({ minimum: least, maximum: most, description: `${what} A whole number from ${least} to ${most}.` });
}

export const Amount = Type.Object({
  amount: Type.Number({ minimum: 0, maximum: MOST_KRONER, description: 'Decimal kroner excluding VAT, from 0 to 10000000000000, with at most two decimals, such as 1644638.50.' }),
  currency: Type.Optional(Type.Unsafe<'DKK'>(Type.String({ enum: ['DKK'], description: 'Only DKK: an amount in another currency is turned into kroner by whoever asks.' }))),
}, { additionalProperties: false, description: 'An object such as {"amount": 1500000, "currency": "DKK"}.' });

export const BUYERS = ['municipality', 'central-government', 'public-body'] as const;
export const KINDS = ['goods', 'services', 'light-services', 'works'] as const;
