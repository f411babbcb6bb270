/** What the answers of all questions have in common, as parts of a document. */
import { fill, type Language } from '#base';
import type { Colophon, Finding, Missing, Written } from '#law';
import { formatAmount, formatDate } from '#ui';
import type { AnswerDocument, Item, Mark, Section } from './answer.ts';
import { addonVerdicts as addonDa, da, routeVerdicts as routeDa } from './answer.da.ts';
import { addonVerdicts as addonEn, en, routeVerdicts as routeEn } from './answer.en.ts';
import { answerTexts } from './wizard-answers.tsx';
import { askedOf, type Answers, type Wizard } from './wizard.ts';

export const answerTextsOf = { da, en } as const;
export const routeVerdictTexts = { da: routeDa, en: routeEn } as const;
export const addonVerdictTexts = { da: addonDa, en: addonEn } as const;

/** What a mark says. */
export function markText(lang: Language, mark: Mark): string {
  const t = answerTextsOf[lang];
  return mark === 'yes' || mark === 'if' || mark === 'no' ? t[`mark.${mark}`] : t[mark];
}

/** A number of kroner out of an answer. */
export function kronerText(amount: number, lang: Language): string {
  return formatAmount({ amount: String(amount), currency: 'DKK' }, lang);
}

export function findingItem({ because, result, paragraph, grade, source }: Written<Finding>): Item {
  return { text: because, mark: result, basis: { paragraph, grade, source } };
}

interface Names {
  readonly verdict: string;
  readonly likely?: string | null;
}

/** What each open fact would do. @param name of a verdict, as a reader sees it */
export function missingSection(lang: Language, missing: readonly Written<Missing>[], name: (verdict: string) => string): Section {
  const t = answerTextsOf[lang];
  const answer = (value: string | boolean | number): string => {
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    if (typeof value === 'number') return fill(t.from, { amount: kronerText(value, lang) });
    return value === 'yes' ? t.yes : value === 'no' ? t.no : value;
  };
  const leads = ({ verdict, likely = null }: Names): string => (likely === null ? name(verdict) : fill(t.pointsTo, { verdict: name(verdict), likely: name(likely) }));
  return {
    id: 'mangler', heading: t.missing, lead: t.missingLead,
    items: missing.map(({ question, answers }) => ({ text: question, details: answers.map((one) => fill(t.leadsTo, { answer: answer(one.answer), verdict: leads(one) })) })),
  };
}

export function unverifiedSection(lang: Language, { unverified }: Written<Colophon>): Section {
  const t = answerTextsOf[lang];
  return {
    id: 'ubekraeftet', heading: t.unverified, lead: t.unverifiedLead, isLong: true,
    items: unverified.map(({ paragraph, grade, source, confirm }) => ({ text: confirm ?? paragraph, basis: { paragraph, grade, source } })),
  };
}

export function settlesSection(lang: Language, reasons: readonly string[]): Section {
  const t = answerTextsOf[lang];
  return { id: 'afgoerelse', heading: t.settles, items: [...reasons, t.settlesWho].map((text) => ({ text })) };
}

/** What was asked, and the facts that were given. */
export type Asked = Pick<AnswerDocument, 'title' | 'facts'>;

/** The questions of a wizard with their answers. */
export function askedIn(lang: Language, wizard: Wizard, answers: Answers): Asked {
  const facts = askedOf(wizard, answers).filter(({ name }) => answers.has(name)).map((question) => ({ label: question.ask[lang], values: answerTexts(lang, question, answers) }));
  return { title: wizard.title[lang], facts };
}

/** The frame of a document: what was asked and answered, and how the rules stand. Sections without a line are left out. */
export function documentOf(lang: Language, asked: Asked, { version, note }: Pick<Written<Colophon>, 'version' | 'note'>, own: Pick<AnswerDocument, 'verdict' | 'tone' | 'meaning' | 'sums' | 'sections'>): AnswerDocument {
  return { ...asked, ...own, sections: own.sections.filter(({ items }) => items.length > 0), version: fill(answerTextsOf[lang].version, { date: formatDate(version, lang) }), note };
}
