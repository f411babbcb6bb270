/** What was answered, in words; and what is wrong with an answer. */
import type { VNode } from 'preact';
import { fill, type Language } from '#base';
import { formatAmount, formatDate, formatNumber, type Site } from '#ui';
import type { Fault, RowFault } from './values.ts';
import { addressOf, answerOf, askedOf, rowsOf, SKIPPED, type Answers, type Column, type PlainField, type Question, type RowsField, type Wizard } from './wizard.ts';
import { da } from './wizard.da.ts';
import { en } from './wizard.en.ts';

export const wizardTexts = { da, en };

export interface WrongAnswer {
  readonly given: string;
  readonly fault: Fault | RowFault;
}

export function faultText(lang: Language, { field, skip }: Question, { given, fault }: WrongAnswer): string {
  const t = wizardTexts[lang];
  if (typeof fault === 'string') return plainFault(lang, field, fault, given, skip?.[lang] ?? null);
  if (field.kind !== 'rows') return t.empty;
  const column = field.columns.find(({ name }) => name === fault.column);
  const told = column === undefined ? t.empty : plainFault(lang, column.field, fault.fault, given, null, field.most);
  return fill(t.inRow, { one: field.one[lang], at: fault.row + 1, column: column?.label[lang] ?? '', fault: told });
}

function plainFault(lang: Language, field: PlainField | RowsField, fault: Fault, given: string, skip: string | null, most = 0): string {
  const t = wizardTexts[lang];
  if (fault === 'empty') return skip === null ? t.empty : fill(t['empty-skip'], { skip });
  const limits = field.kind === 'count' ? { least: field.least, most: field.most } : field.kind === 'text' ? { least: 0, most: field.most } : { least: 0, most };
  return fill(t[fault], { given: given.length > 60 ? `${given.slice(0, 60)}\u2026` : given, ...limits });
}

/** What was answered so far, each to be changed. */
export function Given({ site, wizard, answers, folded }: { readonly site: Site; readonly wizard: Wizard; readonly answers: Answers; readonly folded: boolean }): VNode {
  const t = wizardTexts[site.lang];
  const list = (
    <dl class="guide-answers">
      {askedOf(wizard, answers).filter(({ name }) => answers.has(name)).map((question) => (
        <div>
          <dt>{question.ask[site.lang]}</dt>
          <dd>
            {answerTexts(site.lang, question, answers).map((text) => <span class="guide-answer">{text}</span>)}
            <a href={site.href(addressOf(wizard, answers, question))} aria-label={fill(t.changeWhat, { question: question.ask[site.lang] })}>{t.change}</a>
          </dd>
        </div>
      ))}
    </dl>
  );
  return folded ? <details class="more guide-given"><summary>{t.yourAnswers}</summary>{list}</details> : list;
}

/** An answer as text, a line for each row. */
export function answerTexts(lang: Language, question: Question, answers: Answers): readonly string[] {
  const t = wizardTexts[lang];
  const { field, name } = question;
  if ((answers.get(name) ?? [SKIPPED])[0] === SKIPPED) return [field.kind === 'rows' ? t.none : t.notKnown];
  if (field.kind !== 'rows') return [valueText(lang, field, answerOf(answers, name) ?? '')];
  return rowsOf(answers, name, field).map((row) => field.columns.map((column) => rowPart(lang, column, row[column.name] ?? null)).filter((part) => part !== '').join(', '));
}

function rowPart(lang: Language, { field, label }: Column, value: string | null): string {
  if (value === null) return '';
  return field.kind === 'choice' ? `${label[lang]}: ${valueText(lang, field, value)}` : valueText(lang, field, value);
}

function valueText(lang: Language, field: PlainField, value: string): string {
  switch (field.kind) {
    case 'choice': return field.options.find((option) => option.value === value)?.label[lang] ?? value;
    case 'amount': return formatAmount({ amount: value, currency: 'DKK' }, lang);
    case 'date': return formatDate(value, lang);
    case 'count': return `${formatNumber(Number(value), lang)} ${field.unit[lang]}`;
    case 'text': return value;
  }
}
