/** What the sections of the coverage page share. */
import type { Language } from '#base';
import type { Site } from '#ui';
import { codeName, countryName } from './codes.ts';
import { da } from './coverage.da.ts';
import { en } from './coverage.en.ts';
import type { CoveragePageView, Source } from './coverage.view.ts';
import { kindOfForm } from './notice-kind.ts';
import { noticeKindName } from './notice-parts.tsx';

export const coverageTexts = { da, en };

export interface CoverageProps {
  readonly site: Site;
  readonly view: CoveragePageView;
}

/** "29: Bekendtgørelse om indgået kontrakt"; of OCDS the name of its stage. */
export function formName(source: Source, form: string, lang: Language): string {
  if (form === '') return coverageTexts[lang].noForm;
  if (source === 'ocds') return codeName('tag', form, lang);
  const kind = kindOfForm(form);
  return kind === null ? form : `${form}: ${noticeKindName(kind, lang)}`;
}

export function coverageCountry(country: string, lang: Language): string {
  return country === '' ? coverageTexts[lang].noCountry : countryName(country, lang);
}
