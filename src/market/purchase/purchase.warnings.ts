/** Texts of what a purchase is warned of, by their codes: those of the publication check and of a late change, and the purchase's own. */
import { da as assessmentDa } from '../assessment/assessment.da.ts';
import { en as assessmentEn } from '../assessment/assessment.en.ts';
import { da as lateDa } from '../deadline.da.ts';
import { en as lateEn } from '../deadline.en.ts';
import { da as checkDa } from '../publication-check.da.ts';
import { en as checkEn } from '../publication-check.en.ts';
import { directTexts } from './direct.texts.ts';
import { da as openingDa } from '../opening/opening.command.da.ts';
import { en as openingEn } from '../opening/opening.command.en.ts';
import { da } from './purchase.da.ts';
import { en } from './purchase.en.ts';

type Codes = Readonly<Record<string, string>>;

const PREFIX = 'warning.';

function own(texts: Codes): Codes {
  return Object.fromEntries(Object.entries(texts).flatMap(([key, text]) => (key.startsWith(PREFIX) ? [[key.slice(PREFIX.length), text]] : [])));
}

export const warningTexts: Readonly<Record<'da' | 'en', Codes>> = { da: { ...checkDa, ...lateDa, ...own(da) }, en: { ...checkEn, ...lateEn, ...own(en) } };

/** All texts of the kind: its own, and the same warnings as keys of it, `warning.<code>`. */
export const purchaseTexts = {
  da: { ...Object.fromEntries(Object.entries(warningTexts.da).map(([code, text]) => [`${PREFIX}${code}`, text])), ...openingDa, ...directTexts.da, ...assessmentDa, ...da },
  en: { ...Object.fromEntries(Object.entries(warningTexts.en).map(([code, text]) => [`${PREFIX}${code}`, text])), ...openingEn, ...directTexts.en, ...assessmentEn, ...en },
};
