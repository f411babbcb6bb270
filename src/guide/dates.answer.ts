import { fill, type Language } from '#base';
import { judgeDates, planProcedure, written, type DatesResult, type PlanResult, type Written } from '#law';
import { formatDate, formatNumber } from '#ui';
import type { AnswerDocument, Item, Section, Sum, Tone } from './answer.ts';
import { answerTextsOf, askedIn, documentOf, findingItem, missingSection, settlesSection, unverifiedSection, type Asked } from './answer-parts.ts';
import { da } from './dates.da.ts';
import { en } from './dates.en.ts';
import { DATES_WIZARD, datesFactsOf, planFactsOf } from './dates.wizard.ts';
import type { Answers } from './wizard.ts';

const texts = { da, en } as const;

/** The answer to "when?": of one time limit, or of a procedure from notice to signature. */
export function datesAnswer(lang: Language, answers: Answers): AnswerDocument {
  const facts = planFactsOf(answers);
  const asked = askedIn(lang, DATES_WIZARD, answers);
  if (facts !== null) return planDocument(lang, asked, written(planProcedure(facts), lang));
  return datesDocument(lang, asked, written(judgeDates(datesFactsOf(answers)), lang));
}

export function datesDocument(lang: Language, asked: Asked, result: Written<DatesResult>): AnswerDocument {
  const t = texts[lang];
  const { last, lastIfClosed, proposedIsLawful, warnings, findings } = result;
  const isOpen = last === null || findings.some(({ result: found }) => found === 'review');
  return documentOf(lang, asked, result, {
    verdict: last === null ? t.notKnown : fill(t.last, { date: formatDate(last, lang) }),
    tone: toneOf(proposedIsLawful, isOpen),
    meaning: [fill(t.basis, { paragraph: result.paragraph, grade: result.grade }), ...(lastIfClosed === null ? [] : [fill(t.ifClosed, { date: formatDate(lastIfClosed, lang) })])].join(' '),
    sums: limitSums(lang, result),
    sections: [
      { id: 'ferie', heading: t.holidays, lead: t.holidaysLead, items: warnings.map(({ detail }) => ({ text: detail })) },
      { id: 'hvorfor', heading: answerTextsOf[lang].why, lead: answerTextsOf[lang].whyLead, items: findings.map(findingItem) },
      ...(isOpen ? [settlesSection(lang, [])] : []),
      missingSection(lang, result.missing, (date) => fill(t.last, { date: formatDate(date, lang) })),
      unverifiedSection(lang, result),
    ],
  });
}

function lengthText(lang: Language, days: number, counting: 'calendar' | 'working'): string {
  const t = texts[lang];
  if (days === 1) return counting === 'working' ? t.workingDay : t.calendarDay;
  return fill(counting === 'working' ? t.workingDays : t.calendarDays, { days: formatNumber(days, lang) });
}

function toneOf(isLawful: boolean | null, isOpen: boolean): Tone {
  if (isLawful === false) return 'warning';
  return isOpen && isLawful !== true ? 'warning' : 'success';
}

function limitSums(lang: Language, { days, months, counting, earliestAct, proposedIsLawful, lastStart, workingDays }: Written<DatesResult>): readonly Sum[] {
  const t = texts[lang];
  return [
    ...(days === null ? [] : [{ label: t.period, value: lengthText(lang, days, counting) }]),
    ...(months === null ? [] : [{ label: t.period, value: fill(t.months, { months: formatNumber(months, lang) }) }]),
    ...(earliestAct === null ? [] : [{ label: t.earliestAct, value: formatDate(earliestAct, lang) }]),
    ...(proposedIsLawful === null ? [] : [{ label: t.proposed, value: proposedIsLawful ? t.lawful : t.notLawful }]),
    ...(lastStart === null ? [] : [{ label: t.lastStart, value: formatDate(lastStart, lang) }]),
    ...(workingDays === null ? [] : [{ label: t.effective, value: formatNumber(workingDays, lang) }]),
  ];
}

export function planDocument(lang: Language, asked: Asked, result: Written<PlanResult>): AnswerDocument {
  const t = texts[lang];
  const { start, signature, inTime, lastStart, steps, notes } = result;
  const findings = steps.flatMap((step) => step.findings.map(findingItem));
  // Counted back from the day of the contract: what is asked is when to begin.
  const isBackwards = start !== null && start === lastStart;
  const counted = isBackwards ? fill(t.beginBy, { date: formatDate(start, lang) }) : signature === null ? null : fill(t.signature, { date: formatDate(signature, lang) });
  return documentOf(lang, asked, result, {
    verdict: counted ?? t.notKnown,
    tone: inTime === false || signature === null ? 'warning' : 'success',
    meaning: [inTime === false ? t.tooLate : isBackwards ? t.justInTime : t.earliest, ...notes].join(' '),
    sums: [
      ...(start === null ? [] : [{ label: t.start, value: formatDate(start, lang) }]),
      ...(lastStart === null ? [] : [{ label: t.lastStart, value: formatDate(lastStart, lang) }]),
    ],
    sections: [
      { id: 'forloeb', heading: t.course, lead: t.courseLead, items: steps.map((step) => stepItem(lang, step)) },
      { id: 'ferie', heading: t.holidays, lead: t.holidaysLead, items: steps.flatMap(({ title, warnings }) => warnings.map(({ detail }) => ({ text: `${title}: ${detail}` }))), isLong: true },
      { id: 'hvorfor', heading: answerTextsOf[lang].why, lead: answerTextsOf[lang].whyLead, items: findings, isLong: true } satisfies Section,
      unverifiedSection(lang, result),
    ],
  });
}

function stepItem(lang: Language, { title, from, last, days, counting, paragraph, grade, note }: Written<PlanResult>['steps'][number]): Item {
  const t = texts[lang];
  const span = from === last ? formatDate(last, lang) : fill(t.span, { from: formatDate(from, lang), last: formatDate(last, lang) });
  const length = days === 0 ? [] : [lengthText(lang, days, counting)];
  return { text: `${title}: ${span}`, details: [...length, ...(paragraph === null ? [] : [`${paragraph} (${grade ?? ''})`]), ...(note === null ? [] : [note])] };
}
