import type { Language } from '#base';
import { formatCountry } from '#ui';
import { da } from './codes.da.ts';
import { en } from './codes.en.ts';
import { UNKNOWN } from './list.view.ts';

const texts = { da, en };

/** The codelists that have names here. */
export type Codelist =
  | 'stage' | 'call' | 'technique' | 'method' | 'category' | 'tenderStatus' | 'awardStatus' | 'contractStatus' | 'lotStatus' | 'role' | 'tag'
  | 'submission' | 'criteria' | 'framework' | 'dps' | 'related' | 'document';

/**
 * The name of a code, or the code as the publisher wrote it when it stands in no list. "Tender Notice" and
 * "tender_notice" are read as tenderNotice: many publishers write a code's title in its place.
 */
export function codeName(list: Codelist, code: string, lang: Language): string {
  if (code === UNKNOWN) return texts[lang].unknown;
  const key = KEYS.get(normal(`${list}.${code}`));
  return key === undefined ? code : texts[lang][key];
}

/** The name of a country, or "not stated". */
export function countryName(code: string, lang: Language): string {
  return code === UNKNOWN ? texts[lang].unknown : formatCountry(code, lang);
}

const KEYS: ReadonlyMap<string, keyof typeof da> = new Map(
  (Object.keys(da) as (keyof typeof da)[]).map((key) => [normal(key), key]),
);

function normal(key: string): string {
  return key.toLowerCase().replace(/[\s_-]/g, '');
}
