import { lookup } from './lookup.ts';
import labels from './labels.json' with { type: 'json' };

/** Lists whose labels are bundled; the names are the eForms SDK's. */
export type CodeList = keyof typeof labels;
export type LabelLanguage = 'da' | 'en';

/** What a code of the SDK's list is called, or null for one that is not in it. */
export function label(list: CodeList, code: string, language: LabelLanguage = 'en'): string | null {
  const entries: Readonly<Record<string, { readonly en: string; readonly da: string }>> = labels[list];
  return lookup(entries, code)?.[language] ?? null;
}

/** ISO 639-1 of a language written in three letters (`DAN`); one without such a code keeps its three. */
export function languageCode(code: string): string {
  const lower = code.trim().toLowerCase();
  const known = languages.get(lower);
  if (known !== undefined) return known;
  const found = canonical(lower);
  // Codes are few; what is no code must not fill the memory.
  if (lower.length === 3) languages.set(lower, found);
  return found;
}

const languages = new Map<string, string>();

function canonical(lower: string): string {
  try {
    return new Intl.Locale(lower).language;
  } catch {
    return lower;
  }
}
