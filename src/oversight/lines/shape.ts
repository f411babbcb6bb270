/** What is wanted of a JSON value: everything else is only checked and passed over. */
import { NO_WORD } from './words.ts';

/**
 * `word` is a text that is read as its number among the words, `whole` a number written without point or exponent. A value of another
 * type than the shape's is read as null; one that is no word has the number 0.
 */
export type Shape = 'text' | 'word' | 'number' | 'whole' | ArrayShape<Shape> | ObjectShape<Shapes>;
export interface Shapes { readonly [key: string]: Shape }

export interface ArrayShape<Of extends Shape> {
  readonly kind: 'array';
  readonly of: Of;
}

export interface ObjectShape<Of extends Shapes> {
  readonly kind: 'object';
  /** The wanted keys by the number of their bytes. */
  readonly byLength: readonly (readonly ShapeKey[] | undefined)[];
  readonly byName: ReadonlyMap<string, ShapeKey>;
  readonly empty: { readonly [Key in keyof Of]: Of[Key] extends 'word' ? number : null };
}

export interface ShapeKey {
  readonly name: string;
  readonly bytes: Buffer;
  readonly shape: Shape;
}

/** The type of what is read by a shape. A key that is not there is null, or no word. */
export type Read<Of> = Of extends 'text' ? string | null
  : Of extends 'word' ? number
  : Of extends 'number' | 'whole' ? number | null
    : Of extends ArrayShape<infer Element> ? readonly Read<Element>[] | null
      : Of extends ObjectShape<infer Keys> ? { readonly [Key in keyof Keys]: Read<Keys[Key]> } | null
        : never;

export function arrayOf<Of extends Shape>(of: Of): ArrayShape<Of> {
  return { kind: 'array', of };
}

export function objectOf<const Of extends Shapes>(of: Of): ObjectShape<Of> {
  const keys = Object.entries(of).map(([name, shape]): ShapeKey => ({ name, shape, bytes: Buffer.from(name) }));
  const byLength: ShapeKey[][] = [];
  for (const key of keys) (byLength[key.bytes.length] ??= []).push(key);
  const empty = Object.fromEntries(keys.map(({ name, shape }) => [name, shape === 'word' ? NO_WORD : null])) as ObjectShape<Of>['empty'];
  return { kind: 'object', byLength, byName: new Map(keys.map((key) => [key.name, key])), empty };
}
