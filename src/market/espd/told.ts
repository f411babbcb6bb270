import { fill, type Language } from '#base';
import type { EspdFinding } from './check.ts';
import { da } from './espd.da.ts';
import { en } from './espd.en.ts';

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = { da, en };

/** Name of a ground or criterion; whatever else a finding is about is shown as it is. */
export function espdName(code: string, lang: Language): string {
  return texts[lang][code] ?? code;
}

export function espdTold({ code, about }: Pick<EspdFinding, 'code' | 'about'>, lang: Language): string {
  return fill(texts[lang][code] ?? code, { about: espdName(about, lang) });
}
