import { fill, type Language } from '#base';
import { replayAddon, supplierViewOf, WEIGHTLESS_ARGUMENTS, written, type AddonFacts, type AddonResult, type AddonVerdict, type RouteResult, type Written } from '#law';
import { formatNumber } from '#ui';
import type { AnswerDocument, Section, Sum, Tone } from './answer.ts';
import { addonVerdictTexts, answerTextsOf, askedIn, documentOf, findingItem, kronerText, missingSection, routeVerdictTexts, settlesSection, unverifiedSection, type Asked } from './answer-parts.ts';
import { ADDON_WIZARD, addonFacts } from './addon.wizard.ts';
import { routeSums } from './route.answer.ts';
import { answerOf, type Answers } from './wizard.ts';

type Result = Written<AddonResult>;

const TONES: Readonly<Record<AddonVerdict, Tone>> = {
  'call-off': 'success', option: 'success', 'small-change': 'success', 'additional-delivery': 'success', unforeseeable: 'success', 'not-basic': 'success', 'new-purchase': 'warning', review: 'warning',
};

/** The answer to "is this an add-on?". @param today ISO date */
export function addonAnswer(lang: Language, answers: Answers, today: string): AnswerDocument {
  return addonDocument(lang, askedIn(lang, ADDON_WIZARD, answers), addonFacts(answers), { today, argument: answerOf(answers, 'argument') });
}

interface Beside {
  /** ISO date, for the same purchase by the rules of that day. */
  readonly today: string;
  /** The reason that was given for the purchase, by its id; null: none. */
  readonly argument: string | null;
}

export function addonDocument(lang: Language, asked: Asked, facts: AddonFacts, { today, argument }: Beside): AnswerDocument {
  const { atPurchase, today: now, differs } = replayAddon(facts, today);
  const result = written(atPurchase, lang);
  const t = answerTextsOf[lang];
  const names = addonVerdictTexts[lang];
  const [verdict, meaning] = names[result.verdict];
  return documentOf(lang, asked, result, {
    verdict: result.ground === null ? verdict : `${verdict} (${result.ground})`, tone: TONES[result.verdict],
    meaning: [meaning, ...tenderWords(lang, result), ...(result.likely === null ? [] : [`${fill(t.likely, { verdict: names[result.likely][0] })}.`])].join(' '),
    sums: addonSums(lang, result),
    sections: [
      ...argumentSections(lang, argument),
      { id: 'proevet', heading: t.steps, lead: t.whyLead, items: result.steps.map(findingItem) },
      missingSection(lang, result.missing, (name) => names[name as AddonVerdict][0]),
      ...(result.verdict === 'review' || result.route?.verdict === 'review' ? [settlesSection(lang, [])] : []),
      ...(result.route === null ? [] : [wholeSection(lang, result.route)]),
      { id: 'desuden', heading: t.besides, items: result.findings.map(findingItem), isLong: true },
      ...(facts.on === today ? [] : [{ id: 'i-dag', heading: t.replay, items: [{ text: differs ? fill(t.replayOther, { verdict: names[now.verdict][0] }) : t.replaySame }] }]),
      supplierSection(lang, atPurchase),
      unverifiedSection(lang, result),
    ],
  });
}

function tenderWords(lang: Language, { verdict, tenderRequired }: Result): readonly string[] {
  if (verdict !== 'new-purchase') return [];
  const words = {
    da: { yes: 'Det skal i udbud.', no: 'Det er under tærskelværdien, så EU-udbud kræves ikke; se nedenfor, hvordan det så skal købes.', open: 'Om det skal i udbud, kan ikke afgøres på det, vi ved.' },
    en: { yes: 'It must be tendered.', no: 'It is below the threshold, so no EU tender is required; see below how it is then bought.', open: 'Whether it must be tendered cannot be settled with what is known.' },
  }[lang];
  return [tenderRequired === null ? words.open : tenderRequired ? words.yes : words.no];
}

function addonSums(lang: Language, { sums }: Result): readonly Sum[] {
  const t = answerTextsOf[lang];
  const percent = sums.shareOfOriginal === null ? t.notKnown : `${formatNumber(Math.round(sums.shareOfOriginal * 1000) / 10, lang)} %`;
  return [
    { label: t.changesBefore, value: kronerText(sums.changesBefore, lang) },
    { label: t.withThis, value: kronerText(sums.withThis, lang) },
    { label: t.share, value: percent },
    { label: `${t.limit} (§ 180)`, value: kronerText(sums.limit10, lang) },
    { label: t.threshold, value: sums.threshold === null ? t.notKnown : kronerText(sums.threshold, lang) },
  ];
}

/** The reason that somebody gave, and why the law does not ask for it. */
function argumentSections(lang: Language, given: string | null): readonly Section[] {
  const t = answerTextsOf[lang];
  const argument = WEIGHTLESS_ARGUMENTS.find(({ id }) => id === given);
  if (argument === undefined) return [];
  const { claim, why, paragraphs, failedIn } = written(argument, lang);
  return [{
    id: 'grund', heading: fill(t.argument, { claim }), lead: t.argumentNoWeight,
    items: [
      { text: `${why} (${paragraphs.join(', ')})` },
      { text: failedIn.what, details: [fill(t.outcome, { text: failedIn.outcome }), ...(failedIn.reply === null ? [] : [fill(t.reply, { text: failedIn.reply })]), fill(t.sources, { text: failedIn.sources.join(', ') })] },
    ],
  }];
}

function wholeSection(lang: Language, route: Written<RouteResult>): Section {
  const t = answerTextsOf[lang];
  const [name, meaning] = routeVerdictTexts[lang][route.verdict];
  return {
    id: 'nyt-koeb', heading: t.whole,
    items: [
      { text: `${name}. ${meaning}`, details: [...routeSums(lang, route).map(({ label, value }) => `${label}: ${value}`), ...route.value.how] },
      ...route.findings.map(findingItem),
    ],
  };
}

function supplierSection(lang: Language, result: AddonResult): Section {
  const { headline, duties, risks } = written(supplierViewOf(result), lang);
  return {
    id: 'leverandoer', heading: answerTextsOf[lang].supplier, lead: headline, isLong: true,
    items: [...duties, ...risks].map(({ text, paragraph, grade, source }) => ({ text, basis: { paragraph, grade, source } })),
  };
}
