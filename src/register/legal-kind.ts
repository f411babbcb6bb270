import type { Language } from '#base';
import { label } from '#eforms';

/** TED XML has one value, REGIONAL_AUTHORITY, for "regional or local authority". */
export const REGIONAL_OR_LOCAL = 'ra-or-la';
const BOTH: Readonly<Record<Language, string>> = { da: 'Regional eller lokal myndighed', en: 'Regional or local authority' };

/** What a code of the EU codelist buyer-legal-type is called; the code itself where it is in no list. */
export function legalKindName(code: string, lang: Language): string {
  if (code === REGIONAL_OR_LOCAL) return BOTH[lang];
  return label('buyer-legal-type', code, lang) ?? code;
}
