/** What a form is filled with: the reverse of `readForm`. */
import type { TObject } from 'typebox';
import type { Language } from '#base';
import { DECIMAL } from './form-values.ts';

/** Names of fields with what stands in them, for drawing a form: `lines[0].price`. */
export type ShownPairs = ReadonlyMap<string, string>;

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly format?: string;
}

/** Decimal numbers are written with the separators of the language; what is no part of the schema is left out. */
export function pairsOf(value: unknown, schema: TObject, lang: Language): ShownPairs {
  return new Map(pairsIn(value, schema, '', lang));
}

function pairsIn(value: unknown, shape: Shape, place: string, lang: Language): readonly (readonly [string, string])[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, at) => pairsIn(item, shape.items ?? {}, `${place}[${at}]`, lang));
  if (typeof value === 'object') {
    return Object.entries(shape.properties ?? {}).flatMap(([name, inner]) => pairsIn((value as Readonly<Record<string, unknown>>)[name], inner, place === '' ? name : `${place}.${name}`, lang));
  }
  if (typeof value === 'boolean') return value ? [[place, 'yes']] : [];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return [[place, shape.format === DECIMAL && lang === 'da' ? text.replace('.', ',') : text]];
}
