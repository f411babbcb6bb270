/** The supplier's self-declaration (ESPD) out of what it wrote: what is missing, and what follows from the answers. */
import { refuse, type Failure } from '#base';
import { espdNumber, espdRequest } from '../dis/dis.draft.ts';
import type { Dis } from '../dis/dis.schema.ts';
import type { EspdAnswers } from '../espd/answers.ts';
import { checkEspd, groundsAsked, type EspdFinding } from '../espd/check.ts';
import { espdTold } from '../espd/told.ts';
import type { ApplicationTexts } from './application.schema.ts';

/** Of every ground that is asked about: it applies as written, or it does not because the supplier says so of all others. */
export function espdAnswers(texts: ApplicationTexts, system: Pick<Dis, 'body'>): EspdAnswers {
  const applying = texts.exclusion.map(({ code, explanation, selfCleaning, debt, arrangement }) => (
    { code, applies: true, explanation, selfCleaning: selfCleaning ?? '', debt: debt === undefined ? null : Math.round(Number(debt) * 100), arrangement }));
  const others = groundsAsked(espdRequest(system.body)).filter(({ code }) => texts.exclusion.every((one) => one.code !== code));
  return {
    cvr: texts.cvr,
    exclusion: [...applying, ...(texts.noOthers ? others.map(({ code }) => ({ code, applies: false, explanation: '', selfCleaning: '', debt: null, arrangement: false })) : [])],
    selection: texts.selection.map(({ criterion, meets, value, statement }) => ({ code: criterion, meets, value: espdNumber(criterion, value), statement: statement ?? '' })),
    reliedOn: texts.reliedOn.map(({ name, hasDeclared }) => ({ name, hasDeclared })),
    signed: texts.signed,
  };
}

/** What stands in the declaration that people must look at, or that excludes; nothing is decided by it. @param cvr as the login service told it, which then needs no check; null: it told none */
export function declaredFindings(texts: ApplicationTexts, system: Pick<Dis, 'body'>, cvr: string | null): readonly EspdFinding[] {
  return checkEspd(espdRequest(system.body), espdAnswers(texts, system)).filter(({ code }) => code !== 'cvr-invalid' || texts.cvr !== cvr);
}

function isWrong(given: readonly string[], among: readonly string[]): boolean {
  return new Set(given).size !== given.length || given.some((one) => !among.includes(one));
}

/** An answer to what was not asked; null: there is none. */
export function strangeIn(texts: ApplicationTexts, categories: readonly string[], system: Dis): Failure | null {
  const asked = groundsAsked(espdRequest(system.body)).map(({ code }) => code);
  if (isWrong(texts.exclusion.map(({ code }) => code), asked)) return strange('exclusion', asked);
  const criteria = system.body.selection.map(({ code }) => code);
  if (isWrong(texts.selection.map(({ criterion }) => criterion), criteria)) return strange('selection', criteria);
  return isWrong(texts.suitability.map(({ category }) => category), categories) ? strange('suitability', categories) : null;
}

function strange(place: string, asked: readonly string[]): Failure {
  return refuse('invalid', { da: ['Der er svaret på noget, der ikke spørges om her, eller svaret to gange på det samme.', `Der spørges om: ${asked.join(', ')}.`], en: ['Something is answered that is not asked about here, or twice.', `Asked about: ${asked.join(', ')}.`] }, place);
}

/** The first thing that must be mended before it can be sent; null: it is whole. */
export function missingIn(texts: ApplicationTexts | undefined, categories: readonly string[], system: Dis, cvr: string | null): Failure | null {
  if (texts === undefined) return refuse('invalid', { da: ['Ansøgningen er ikke skrevet endnu.', 'Skriv den, og send den derefter.'], en: ['The application is not written yet.', 'Write it, and send it then.'] });
  const faults = declaredFindings(texts, system, cvr).filter(({ result }) => result === 'mend');
  if (!texts.noOthers && faults.some(({ code }) => code === 'not-answered')) return refuse('invalid', { da: ['I har ikke svaret på, om de øvrige udelukkelsesgrunde gælder for jer.', 'Sig, at ingen af de øvrige gælder, eller nævn dem, der gør.'], en: ['Whether the other grounds of exclusion apply to you is not answered.', 'Say that none of the others does, or name those that do.'] });
  const [first] = faults;
  if (first !== undefined) return refuse('invalid', { da: [espdTold(first, 'da'), 'Skriv det, og send ansøgningen derefter.'], en: [espdTold(first, 'en'), 'Write it, and send it then.'] });
  const open = categories.find((id) => texts.suitability.every(({ category, how }) => category !== id || how === undefined));
  return open === undefined ? null : refuse('invalid', { da: [`I har ikke skrevet, hvordan I opfylder mindstekravene i kategori ${open}.`, 'Beskriv det for hver kategori.'], en: [`How you meet the minimum requirements of category ${open} is not written.`, 'Describe it for each category.'] });
}
