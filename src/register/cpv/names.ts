import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '#base';
import { codeOf, fieldOf } from './fields.ts';

export interface FieldName {
  /** Digits without the zeros that end them; see `fields.ts`. */
  readonly field: string;
  readonly names: Readonly<Record<Language, string>>;
}

let loaded: ReadonlyMap<string, FieldName> | undefined;

/** Every field of the vocabulary (CPV 2008) by its digits, in the order of the codes. Read when it is first asked for. */
function vocabulary(): ReadonlyMap<string, FieldName> {
  if (loaded === undefined) {
    const [, ...lines] = readFileSync(path.join(import.meta.dirname, 'cpv-2008.tsv'), 'utf8').trimEnd().split('\n');
    loaded = new Map(lines.map((line) => {
      const [code = '', da = '', en = ''] = line.split('\t');
      const field = fieldOf(code);
      if (field === null || da === '' || en === '') throw new Error(`cpv-2008.tsv: "${line}" is no code with two names.`);
      return [field, { field, names: { da, en } }];
    }));
  }
  return loaded;
}

/** What a field is called; null when the vocabulary has no such code. */
export function fieldName(field: string, lang: Language): string | null {
  return vocabulary().get(field)?.names[lang] ?? null;
}

/** The name with its code: "IT-tjenester … (72000000)"; the code alone when it is in no list. */
export function fieldLabel(field: string, lang: Language): string {
  const name = fieldName(field, lang);
  return name === null ? codeOf(field) : `${name} (${codeOf(field)})`;
}

/** The fields one step below. Steps may skip a digit: the vocabulary has "3512" with no "351" of its own. */
export function narrower(field: string): FieldName[] {
  const inside = [...vocabulary().values()].filter((other) => other.field.startsWith(field) && other.field !== field);
  return inside.filter((one) => !inside.some((other) => other !== one && one.field.startsWith(other.field)));
}

/** The divisions: the 45 widest fields. */
export function divisions(): FieldName[] {
  return [...vocabulary().values()].filter(({ field }) => field.length === 2);
}

/** The fields round it that have a name, widest first, without itself. */
export function wider(field: string): FieldName[] {
  return [...vocabulary().values()].filter((other) => field.startsWith(other.field) && other.field !== field).sort((one, other) => one.field.length - other.field.length);
}

/** Fields whose Danish or English name has all the words, shortest code (widest field) first. */
export function findFields(text: string, most: number): FieldName[] {
  const words = text.toLowerCase().normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [];
  const has = ({ field, names }: FieldName): boolean => {
    const all = `${codeOf(field)} ${names.da} ${names.en}`.toLowerCase();
    return words.every((word) => all.includes(word));
  };
  return [...vocabulary().values()].filter(has).sort((one, other) => one.field.length - other.field.length || (one.field < other.field ? -1 : 1)).slice(0, most);
}
