/** The memo of an add-on as plain text for the case file: what was asked, what was said, each test, the answer, and what would change it. */
import { krText } from '../kroner.ts';
import type { Language } from '#base';
import type { Finding } from '../finding.ts';
import { told, type Said } from '../rule.ts';
import type { AddonAnswer, AddonMissing, AddonResult } from './addon.result.ts';
import { da } from './memo.da.ts';
import { en } from './memo.en.ts';
import { ANSWERS, type Question } from './question.ts';
import { QUESTIONS } from './questions.ts';

const WORDS = { da, en };
type Words = typeof da;
type Parts = Omit<AddonResult, 'memo'>;

export function memoOf(question: Question, result: Parts): Said {
  return told((lang) => {
    const words = WORDS[lang];
    return [
      words.title,
      [words.asked, `${words.day}: ${question.on}`].join('\n'),
      section(words.answer, answerLines(result, words)),
      section(words.facts, factLines(question, words, lang)),
      section(words.steps, result.steps.map((step, at) => `${at + 1}. ${findingLine(step, lang)}`)),
      section(words.sums, sumLines(result, words, lang)),
      section(words.besides, result.findings.map((finding) => findingLine(finding, lang))),
      section(words.whole, routeLines(result, words, lang)),
      section(words.change, result.missing.map((missing) => missingLine(missing, words, lang))),
      section(words.settle, result.verdict === 'review' || result.route?.verdict === 'review' ? [words.whoSettles] : []),
      section(words.unverified, result.unverified.map(({ paragraph, grade, confirm }) => `${paragraph} (${grade})${confirm === null ? '' : `: ${confirm[lang]}`}`)),
      [`${words.version}: ${result.version}`, result.note[lang]].join('\n'),
    ].filter((part) => part !== '').join('\n\n');
  });
}

function section(head: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [head, ...lines.map((line) => (/^\d/.test(line) ? line : `- ${line}`))].join('\n');
}

function findingLine({ paragraph, result, because, grade, source }: Finding, lang: Language): string {
  return `${paragraph}: ${WORDS[lang].results[result]}. ${because[lang]} (${grade}; ${source})`;
}

function answerLines({ verdict, likely, ground, tenderRequired, noticeRequired }: Parts, words: Words): string[] {
  return [
    `${words.verdict}: ${words.verdicts[verdict]}${ground === null ? '' : ` (${ground})`}`,
    ...(likely === null ? [] : [`${words.likely}: ${words.verdicts[likely]}`]),
    `${words.tender}: ${tenderRequired === null ? words.notKnown : truthWord(tenderRequired, words)}`,
    `${words.notice}: ${noticeRequired === null ? words.notKnown : truthWord(noticeRequired, words)}`,
  ];
}

function factLines(question: Question, words: Words, lang: Language): string[] {
  const money = (amount: bigint | null): string => (amount === null ? words.notSaid : krText(amount, lang));
  return [
    `${words.buyer}: ${words.buyers[question.buyer]}`,
    `${words.signed}: ${question.signed ?? words.notSaid}`,
    `${words.kind}: ${words.kinds[question.contractKind]}`,
    `${words.original}: ${money(question.originalValue)}`,
    ...(question.indexedValue === null ? [] : [`${words.indexed}: ${money(question.indexedValue)}`]),
    `${words.purchase}: ${money(question.value)}, ${words.kinds[question.kind]}`,
    `${QUESTIONS['contract.tendered'][lang]} ${truthWord(question.tendered, words)}`,
    `${QUESTIONS['contract.maximumValue'][lang]} ${money(question.maximumValue)}`,
    `${QUESTIONS['contract.calledOff'][lang]} ${money(question.calledOff)}`,
    `${QUESTIONS['contract.end'][lang]} ${question.end ?? words.notSaid}`,
    ...ANSWERS.map((name) => `${QUESTIONS[`purchase.${name}`][lang]} ${truthWord(question[name], words)}`),
    `${QUESTIONS.sameKindLast12Months[lang]} ${money(question.sameKind)}`,
  ];
}

function sumLines({ sums }: Parts, words: Words, lang: Language): string[] {
  const { changesBefore, withThis, shareOfOriginal, limit10, threshold } = sums;
  return [
    `${words.changesBefore}: ${krText(changesBefore, lang)}`,
    `${words.withThis}: ${krText(withThis, lang)}${shareOfOriginal === null ? '' : `, ${percentText(shareOfOriginal, lang)}`}`,
    `${words.limit}: ${krText(limit10, lang)}`,
    `${words.threshold}: ${threshold === null ? words.notKnown : krText(threshold, lang)}`,
    `${words.deliveries}: ${krText(sums.deliveriesWithThis, lang)}`,
  ];
}

function routeLines({ route }: Parts, words: Words, lang: Language): string[] {
  if (route === null) return [];
  return [
    ...(route.value.amount === null ? [] : [`${words.value}: ${krText(route.value.amount, lang)}`]),
    `${words.route}: ${words.routes[route.verdict]}`,
    ...(route.likely === null ? [] : [`${words.likely}: ${words.routes[route.likely]}`]),
    ...route.findings.map((finding) => findingLine(finding, lang)),
  ];
}

function missingLine({ question, answers }: AddonMissing, words: Words, lang: Language): string {
  const lines = answers.map((answer) => `  ${answerText(answer, words, lang)}: ${[
    words.verdicts[answer.verdict],
    ...(answer.likely === null ? [] : [`${words.likely}: ${words.verdicts[answer.likely]}`]),
    ...answer.changes.map(({ paragraph, result }) => `${paragraph}: ${words.results[result]}`),
  ].join('; ')}`);
  return [question[lang], ...lines].join('\n');
}

function answerText({ answer }: AddonAnswer, words: Words, lang: Language): string {
  if (typeof answer === 'boolean') return truthWord(answer, words);
  return typeof answer === 'number' ? `${words.from} ${krText(BigInt(Math.round(answer * 100)), lang)}` : answer;
}

function truthWord(truth: boolean | null, { yes, no, notSaid }: Words): string {
  if (truth === null) return notSaid;
  return truth ? yes : no;
}

function percentText(share: number, lang: Language): string {
  const text = String(Math.round(share * 10_000) / 100);
  return `${lang === 'da' ? text.replace('.', ',') : text} %`;
}

