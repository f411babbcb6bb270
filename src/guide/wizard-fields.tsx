/** The fields of a question. */
import type { VNode } from 'preact';
import { fill, type Language } from '#base';
import type { Site } from '#ui';
import type { WrongAnswer } from './wizard-answers.tsx';
import { wizardTexts } from './wizard-answers.tsx';
import { answerOf, GIVEN, MORE, rowsOf, type Answers, type PlainField, type Question, type RowsField } from './wizard.ts';

export interface FieldsProps {
  readonly site: Site;
  readonly answers: Answers;
  readonly question: Question;
  /** What was typed and cannot be taken; null: nothing was. */
  readonly wrong: WrongAnswer | null;
  /** Rows that are shown, of a question of rows; null: as many as are answered, and one to fill in. */
  readonly rows: readonly Readonly<Record<string, string>>[] | null;
}

export function Fields(props: FieldsProps): VNode {
  const { site, question, answers, wrong } = props;
  const { field } = question;
  const value = wrong === null ? answerOf(answers, question.name) ?? '' : wrong.given;
  const help = <p class="hint" id="hjaelp">{question.help[site.lang]}</p>;
  if (field.kind === 'choice' || field.kind === 'rows') {
    return (
      <fieldset class="guide-field" aria-describedby="hjaelp">
        <legend><h1>{question.ask[site.lang]}</h1></legend>
        {help}
        {field.kind === 'choice'
          ? field.options.map((option, at) => (
            <label class="guide-option" for={`${GIVEN}-${at}`}>
              <input type="radio" id={`${GIVEN}-${at}`} name={GIVEN} value={option.value} checked={option.value === value} />
              <span><span>{option.label[site.lang]}</span>{option.hint === undefined ? null : <span class="guide-option-hint">{option.hint[site.lang]}</span>}</span>
            </label>
          ))
          : <Rows {...props} field={field} />}
      </fieldset>
    );
  }
  return (
    <div class="guide-field">
      <h1><label for={GIVEN}>{question.ask[site.lang]}</label></h1>
      {help}
      <Input lang={site.lang} field={field} id={GIVEN} name={GIVEN} value={shownValue(field, value, site.lang, wrong === null)} describedBy={wrong === null ? 'hjaelp' : 'hjaelp fejl'} isWrong={wrong !== null} />
    </div>
  );
}

interface InputProps {
  readonly lang: Language;
  readonly field: PlainField;
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly describedBy: string | null;
  readonly isWrong: boolean;
}

function Input({ lang, field, id, name, value, describedBy, isWrong }: InputProps): VNode {
  const t = wizardTexts[lang];
  const common = { id, name, class: 'guide-input', 'aria-invalid': isWrong ? 'true' as const : undefined, 'aria-describedby': describedBy ?? undefined };
  if (field.kind === 'choice') {
    return <select {...common}>{field.options.map((option) => <option value={option.value} selected={option.value === value}>{option.label[lang]}</option>)}</select>;
  }
  if (field.kind === 'text') return <input {...common} type="text" value={value} maxlength={field.most} autocomplete="off" />;
  const unit = field.kind === 'amount' ? t.kroner : field.kind === 'count' ? field.unit[lang] : t.dateHint;
  return (
    <span class="guide-measure">
      <input {...common} type="text" inputmode={field.kind === 'amount' ? 'decimal' : 'numeric'} value={value} autocomplete="off" size={field.kind === 'count' ? 6 : 16} aria-describedby={[describedBy, `${id}-enhed`].filter((part) => part !== null).join(' ')} />
      <span class="quiet" id={`${id}-enhed`}>{unit}</span>
    </span>
  );
}

/** What stands in the address as somebody would write it; what was typed wrongly as it was typed. */
function shownValue(field: PlainField, value: string, lang: Language, isRead: boolean): string {
  if (!isRead || value === '') return value;
  if (field.kind === 'date') {
    const [year, month, day] = value.split('-').map(Number);
    return `${day ?? ''}.${month ?? ''}.${year ?? ''}`;
  }
  return field.kind === 'amount' && lang === 'da' ? value.replace('.', ',') : value;
}

function Rows({ site, question, answers, wrong, rows, field }: FieldsProps & { readonly field: RowsField }): VNode {
  const t = wizardTexts[site.lang];
  const answered = rowsOf(answers, question.name, field).map((row) => Object.fromEntries(field.columns.map((column) => [column.name, shownValue(column.field, row[column.name] ?? '', site.lang, true)])));
  const shown = rows ?? [...answered, {}];
  const fault = wrong !== null && typeof wrong.fault !== 'string' ? wrong.fault : null;
  const isWrong = (column: string, at: number): boolean => fault?.row === at && fault.column === column;
  return (
    <>
      {shown.map((row, at) => (
        <div class="guide-row" role="group" aria-label={fill(t.row, { one: field.one[site.lang], at: at + 1 })}>
          {field.columns.map((column) => (
            <div class="guide-cell">
              <label for={`${GIVEN}-${column.name}-${at}`}>{column.label[site.lang]}</label>
              <Input lang={site.lang} field={column.field} id={`${GIVEN}-${column.name}-${at}`} name={`${GIVEN}.${column.name}`} value={row[column.name] ?? ''} describedBy={isWrong(column.name, at) ? 'fejl' : null} isWrong={isWrong(column.name, at)} />
            </div>
          ))}
        </div>
      ))}
      {shown.length >= field.most ? null : <p><button class="button-quiet" type="submit" name={MORE} value="1">{t.addRow}</button></p>}
    </>
  );
}
