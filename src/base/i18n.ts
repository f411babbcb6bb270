/** The languages of the screens: Danish first, English second. */
export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A slice's texts: `{ da, en }`, where `en` is `Record<keyof typeof da, string>` so that a missing text is a type error. */
export interface Texts<Key extends string> {
  readonly da: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
}

/** Fills `{name}` in a text. A name without a value is a mistake in the text and is thrown. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The text "${text}" asks for {${name}}, which was not given.`);
    return String(value);
  });
}
