/** The answer as plain text for a case file. */
import { fill, type Language } from '#base';
import type { AnswerDocument, Basis, Item } from './answer.ts';
import { answerTextsOf, markText } from './answer-parts.ts';

/** @param address of the page with the same answer; null: there is none */
export function answerText(lang: Language, document: AnswerDocument, address: string | null): string {
  const t = answerTextsOf[lang];
  const blocks = [
    [document.title, '='.repeat(document.title.length), document.verdict, document.meaning],
    document.sums.map(({ label, value }) => `${label}: ${value}`),
    ...document.sections.map(({ heading, lead, items }) => [heading, '-'.repeat(heading.length), ...(lead === undefined ? [] : [lead]), ...items.flatMap((item) => itemLines(lang, item))]),
    [t.facts, '-'.repeat(t.facts.length), ...document.facts.map(({ label, values }) => `${label} ${values.join('; ')}`)],
    [document.version, document.note, ...(address === null ? [] : [address])],
  ];
  return `${blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function itemLines(lang: Language, { text, mark, basis, details = [] }: Item): string[] {
  return [`* ${mark === undefined ? '' : `${markText(lang, mark)}: `}${text}`, ...details.map((detail) => `  - ${detail}`), ...(basis === undefined ? [] : [`  ${basisText(lang, basis)}`])];
}

/** "Udbudsloven § 180 (V). Kilde: elov.dk". */
export function basisText(lang: Language, { paragraph, grade, source }: Basis): string {
  return `${paragraph} (${grade}). ${fill(answerTextsOf[lang].source, { source })}`;
}
