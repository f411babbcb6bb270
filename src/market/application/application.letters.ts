/** What the owner of a system writes to a supplier, in whole sentences; kept with the application as it was sent. */
import { fill, LANGUAGES, type Language } from '#base';
import { judgeDates } from '#law';
import { formatDate } from '#ui';
import type { Context } from '../core/command.ts';
import type { Dis } from '../dis/dis.schema.ts';
import { da } from './application.da.ts';
import { en } from './application.en.ts';
import { dayAt } from './application.clock.ts';
import type { ApplicationBody, LETTER_KINDS } from './application.schema.ts';

const texts = { da, en };
type LetterKind = (typeof LETTER_KINDS)[number];
export type Letter = ApplicationBody['letters'][number];
type Verdicts = NonNullable<ApplicationBody['decision']>['verdicts'];

/** @param values what the text of the letter is filled with; days as ISO dates are written out */
export function letter(kind: LetterKind, { system, now, organisation }: LetterAbout, values: Readonly<Record<string, string>>): Letter {
  const told = (lang: Language): string => fill(texts[lang][`letter.${kind}`], {
    system: system.body.title, owner: organisation(system.owner)?.name ?? '', ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, ISO_DAY.test(value) ? formatDate(value, lang) : value])),
  });
  return { at: now.toString(), kind, text: { da: told('da'), en: told('en') } };
}

export interface LetterAbout extends Pick<Context, 'now' | 'organisation'> {
  readonly system: Dis;
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Each category with its answer and reason; where something was refused, how and until when one can complain. */
export function decisionLetter(about: LetterAbout, receivedAt: string, verdicts: Verdicts): Letter {
  const { system, now } = about;
  const decidedOn = dayAt(now.toString());
  const titles = new Map(system.body.categories.map(({ id, categoryTitle }) => [id, `${id} ${categoryTitle}`]));
  const complainBy = judgeDates({ step: 'complaint', case: 'not-selected', from: decidedOn }).last ?? '';
  const told = (lang: Language): string => [
    fill(texts[lang]['letter.decision'], { system: system.body.title, owner: about.organisation(system.owner)?.name ?? '', received: formatDate(dayAt(receivedAt), lang) }),
    ...verdicts.map(({ category, admitted, reason }) => fill(texts[lang][admitted ? 'letter.admitted' : 'letter.refused'], { category: titles.get(category) ?? category, reason }).trim()),
    verdicts.every(({ admitted }) => admitted) ? texts[lang]['letter.welcome'] : fill(texts[lang]['letter.complaint'], { last: formatDate(complainBy, lang) }),
  ].join('\n\n');
  const [inDanish, inEnglish] = LANGUAGES.map(told);
  return { at: now.toString(), kind: 'decision', text: { da: inDanish ?? '', en: inEnglish ?? '' } };
}
