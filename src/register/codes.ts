import type { Language } from '#base';
import { formatCountry } from '#ui';
import { da } from './codes.da.ts';
import { en } from './codes.en.ts';
import { UNKNOWN } from './list.view.ts';

const texts = { da, en };

/** The codelists that have names here. */
export type Codelist =
  | 'stage' | 'method' | 'category' | 'tenderStatus' | 'awardStatus' | 'contractStatus' | 'lotStatus' | 'role' | 'tag'
  | 'submission' | 'criteria' | 'framework' | 'dps' | 'related' | 'document';

/** The name of a code, or the code as the publisher wrote it when it stands in no list. */
export function codeName(list: Codelist, code: string, lang: Language): string {
  if (code === UNKNOWN) return texts[lang].unknown;
  const key = `${list}.${code}`;
  return isKey(key) ? texts[lang][key] : code;
}

/** True when the code stands in the list. */
export function isKnownCode(list: Codelist, code: string): boolean {
  return isKey(`${list}.${code}`);
}

/** The name of a country, or "not stated". */
export function countryName(code: string, lang: Language): string {
  return code === UNKNOWN ? texts[lang].unknown : formatCountry(code, lang);
}

function isKey(key: string): key is keyof typeof da {
  return Object.hasOwn(da, key);
}
