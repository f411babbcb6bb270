import { fill, type Language } from '#base';
import type { Limit } from '../parameters/limits.ts';
import type { Said } from '../rule.ts';
import { danishDay, type Day } from './days.ts';

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  da: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  da: ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
const UNITS: Readonly<Record<Language, Readonly<Partial<Record<Limit['unit'], string>>>>> = {
  da: { days: 'dage', 'working days': 'arbejdsdage', months: 'måneder' },
  en: { days: 'days', 'working days': 'working days', months: 'months' },
};

/** `mandag den 4. maj 2026`, `Monday 4 May 2026`. */
export function dayText(day: Day): Said {
  const { year, month, date, weekday } = danishDay(day);
  const [at, name] = [weekday - 1, month - 1];
  return { da: `${WEEKDAYS.da[at]} den ${date}. ${MONTHS.da[name]} ${year}`, en: `${WEEKDAYS.en[at]} ${date} ${MONTHS.en[name]} ${year}` };
}

/** `30 dage`, `10 working days`. */
export function lengthText({ length, unit }: { readonly length: number; readonly unit: Limit['unit'] }): Said {
  return { da: `${length} ${UNITS.da[unit]}`, en: `${length} ${UNITS.en[unit]}` };
}

/** A sentence in both languages, with values that may themselves differ by language. */
export function tell(da: string, en: string, values: Readonly<Record<string, string | number | Said>> = {}): Said {
  const inLanguage = (lang: Language) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value[lang] : value]));
  return { da: asSentence(fill(da, inLanguage('da'))), en: asSentence(fill(en, inLanguage('en'))) };
}

/** Danish weekdays are written small, also where one of them begins. */
function asSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
