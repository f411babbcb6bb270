import { fill, type Language } from '#base';
import { judgeRoute, written, type RouteResult, type RouteVerdict, type Written } from '#law';
import { formatNumber } from '#ui';
import type { AnswerDocument, Section, Sum, Tone } from './answer.ts';
import { answerTextsOf, askedIn, documentOf, findingItem, kronerText, missingSection, routeVerdictTexts, settlesSection, unverifiedSection, type Asked } from './answer-parts.ts';
import { ROUTE_WIZARD, routeFacts } from './route.wizard.ts';
import type { Answers } from './wizard.ts';

const TONES: Readonly<Record<RouteVerdict, Tone>> = {
  'eu-tender': 'info', 'light-regime': 'info', 'below-threshold-cross-border': 'info', 'below-threshold-market-terms': 'success', 'no-duty': 'success', 'call-off': 'success', review: 'warning',
};

/** The answer to "must this be tendered?". */
export function routeAnswer(lang: Language, answers: Answers): AnswerDocument {
  return routeDocument(lang, askedIn(lang, ROUTE_WIZARD, answers), written(judgeRoute(routeFacts(answers)), lang));
}

export function routeDocument(lang: Language, asked: Asked, result: Written<RouteResult>): AnswerDocument {
  const t = answerTextsOf[lang];
  const [verdict, meaning] = routeVerdictTexts[lang][result.verdict];
  return documentOf(lang, asked, result, {
    verdict, tone: TONES[result.verdict],
    meaning: result.likely === null ? meaning : `${meaning} ${fill(t.likely, { verdict: routeVerdictTexts[lang][result.likely][0] })}.`,
    sums: routeSums(lang, result),
    sections: [
      { id: 'hvorfor', heading: t.why, lead: t.whyLead, items: result.findings.map(findingItem) },
      missingSection(lang, result.missing, (name) => routeVerdictTexts[lang][name as RouteVerdict][0]),
      ...(result.verdict === 'review' ? [settlesSection(lang, isInBand(result) ? [t.settlesThreshold] : [])] : []),
      ...routeSections(lang, result),
      unverifiedSection(lang, result),
    ],
  });
}

/** The value lies where the threshold may lie, because its kroner are not known. */
function isInBand({ value, threshold: { between } }: Written<RouteResult>): boolean {
  return value.amount !== null && between !== null && value.amount >= between.low && value.amount < between.high;
}

/** What the route asks for and permits. */
export function routeSections(lang: Language, { value, procedures, duties, roomForManoeuvre }: Written<RouteResult>): readonly Section[] {
  const t = answerTextsOf[lang];
  return [
    { id: 'procedurer', heading: t.procedures, lead: t.proceduresLead, items: procedures.map(({ id, paragraph, grade, source, allowed, condition }) => ({ text: procedureName(lang, id), mark: allowed, basis: { paragraph, grade, source }, ...(condition === null ? {} : { details: [condition] }) })) },
    { id: 'pligter', heading: t.duties, lead: t.dutiesLead, isLong: true, items: duties.map(({ duty, paragraph, grade, source }) => ({ text: duty, basis: { paragraph, grade, source } })) },
    { id: 'muligheder', heading: t.room, lead: t.roomLead, isLong: true, items: roomForManoeuvre.map(({ what, paragraph, grade, source }) => ({ text: what, basis: { paragraph, grade, source } })) },
    { id: 'vaerdi', heading: t.howValue, items: value.how.map((text) => ({ text })) },
  ];
}

export function routeSums(lang: Language, { value, threshold }: Written<RouteResult>): readonly Sum[] {
  const t = answerTextsOf[lang];
  const sums: Sum[] = [{ label: t.value, value: value.amount === null ? t.notKnown : kronerText(value.amount, lang) }];
  if (threshold.amount !== null) return [...sums, { label: t.threshold, value: kronerText(threshold.amount, lang) }];
  if (threshold.eur === null) return [...sums, { label: t.threshold, value: t.notKnown }];
  const between = threshold.between === null ? '' : `, ${fill(t.between, { low: kronerText(threshold.between.low, lang), high: kronerText(threshold.between.high, lang) })}`;
  return [...sums, { label: t.thresholdEur, value: fill(t.eur, { amount: formatNumber(threshold.eur, lang) }) + between }];
}

const PROCEDURES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'open': { da: 'Offentligt udbud', en: 'Open procedure' },
  'restricted': { da: 'Begrænset udbud', en: 'Restricted procedure' },
  'negotiated': { da: 'Udbud med forhandling', en: 'Competitive procedure with negotiation' },
  'competitive-dialogue': { da: 'Konkurrencepræget dialog', en: 'Competitive dialogue' },
  'innovation-partnership': { da: 'Innovationspartnerskab', en: 'Innovation partnership' },
  'own-procedure-with-notice': { da: 'Egen procedure med bekendtgørelse', en: 'A procedure of your own, with a notice' },
  'advertised': { da: 'Egen procedure med annoncering', en: 'A procedure of your own, advertised' },
  'market-test': { da: 'Afprøvning af markedet', en: 'Testing the market' },
  'direct-award': { da: 'Direkte tildeling', en: 'Direct award' },
  'mini-competition': { da: 'Miniudbud', en: 'Mini-competition' },
  'dis-competition': { da: 'Indbydelse til alle optagne i DIS', en: 'Invitation to all who are admitted to the DIS' },
  'negotiated-without-notice': { da: 'Udbud med forhandling uden forudgående bekendtgørelse', en: 'Negotiated procedure without prior publication' },
};

function procedureName(lang: Language, id: string): string {
  return PROCEDURES[id]?.[lang] ?? id;
}
