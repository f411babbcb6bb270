/** Texts of what a purchase is warned of, by their codes: those of the publication check, and the purchase's own. */
import { da as checkDa } from '../publication-check.da.ts';
import { en as checkEn } from '../publication-check.en.ts';
import { da as lateDa } from '../deadline.da.ts';
import { en as lateEn } from '../deadline.en.ts';
import { da as disDa } from '../dis/dis.da.ts';
import { en as disEn } from '../dis/dis.en.ts';
import { da as frameworkDa } from '../framework/framework.da.ts';
import { en as frameworkEn } from '../framework/framework.en.ts';

const own = {
  da: { 'one-invited': 'Der er kun én at indbyde, så der bliver ingen konkurrence.' },
  en: { 'one-invited': 'There is only one to invite, so that there will be no competition.' },
};

type Codes = Readonly<Record<string, string>>;

/** Of the texts of an agreement and a system those that a purchase can meet. */
function chosen(texts: Codes): Codes {
  return Object.fromEntries(['nobody-to-invite', 'undecided-applications', 'left-out-without-reason'].flatMap((code) => (texts[code] === undefined ? [] : [[code, texts[code]]])));
}

export const warningTexts: Readonly<Record<'da' | 'en', Codes>> = {
  da: { ...checkDa, ...lateDa, ...chosen(frameworkDa), ...chosen(disDa), ...own.da }, en: { ...checkEn, ...lateEn, ...chosen(frameworkEn), ...chosen(disEn), ...own.en },
};

/** The same as keys of the texts of the kind: `warning.<code>`. */
export function warningKeys(lang: 'da' | 'en'): Codes {
  return Object.fromEntries(Object.entries(warningTexts[lang]).map(([code, text]) => [`warning.${code}`, text]));
}
