/** What a wizard is: questions, the answers in its address, and the facts that they come to. Pure. */
import type { Said } from '#law';

export interface Option {
  readonly value: string;
  readonly label: Said;
  readonly hint?: Said;
}

/** A part of a row: `contract.changes` has a day, an amount and a ground. */
export interface Column {
  readonly name: string;
  readonly label: Said;
  readonly field: PlainField;
  /** An empty one is the same as not known; otherwise a row must have it. */
  readonly mayBeEmpty: boolean;
}

export type PlainField =
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'amount' }
  | { readonly kind: 'date' }
  | { readonly kind: 'count'; readonly least: number; readonly most: number; readonly unit: Said }
  | { readonly kind: 'text'; readonly most: number };

export interface RowsField {
  readonly kind: 'rows';
  readonly columns: readonly Column[];
  readonly most: number;
  /** What one row is called: "ændring". */
  readonly one: Said;
}

export interface Question {
  /** In the address, and in the facts where the two agree. */
  readonly name: string;
  readonly ask: Said;
  readonly help: Said;
  readonly field: PlainField | RowsField;
  /** What "I do not know" or "none" is called here; null: it must be answered. */
  readonly skip: Said | null;
  /** Left out: always. */
  readonly isAsked?: (answers: Answers) => boolean;
}

/**
 * Answers by the name of their question, as the address holds them: one text, or for rows one text each, with its columns between bars.
 * SKIPPED: asked, and not known. Only what is in here has been answered.
 */
export type Answers = ReadonlyMap<string, readonly string[]>;

export const SKIPPED = '-';
export const BAR = '|';

export interface Wizard {
  /** Path inside the site. */
  readonly path: string;
  readonly title: Said;
  readonly lead: Said;
  readonly questions: readonly Question[];
}

/** The questions that these answers lead to, in order. */
export function askedOf({ questions }: Wizard, answers: Answers): readonly Question[] {
  return questions.filter(({ isAsked }) => isAsked === undefined || isAsked(answers));
}

/** The first that has no answer yet; null: all have. */
export function nextOf(wizard: Wizard, answers: Answers): Question | null {
  return askedOf(wizard, answers).find(({ name }) => !answers.has(name)) ?? null;
}

/** The one before, to go back to; null at the first. */
export function previousOf(wizard: Wizard, answers: Answers, { name }: Question): Question | null {
  const asked = askedOf(wizard, answers);
  return asked[asked.findIndex((question) => question.name === name) - 1] ?? null;
}

/** The single answer to a question; null: not asked, not answered or not known. */
export function answerOf(answers: Answers, name: string): string | null {
  const [value = null] = answers.get(name) ?? [];
  return value === SKIPPED ? null : value;
}

/** The rows of an answer, each by the names of its columns; an empty column is null. */
export function rowsOf(answers: Answers, name: string, { columns }: RowsField): readonly Readonly<Record<string, string | null>>[] {
  const rows = answers.get(name) ?? [];
  return rows.filter((row) => row !== SKIPPED).map((row) => {
    const parts = row.split(BAR);
    return Object.fromEntries(columns.map((column, at) => [column.name, parts[at] === undefined || parts[at] === '' ? null : parts[at]]));
  });
}

/** The address that holds these answers; those of questions that are not asked are left out, so that one set of facts has one address. */
export function addressOf(wizard: Wizard, answers: Answers, at: Question | null = null, suffix = ''): string {
  const params = new URLSearchParams();
  for (const { name } of askedOf(wizard, answers)) {
    for (const value of answers.get(name) ?? []) params.append(name, value);
  }
  if (at !== null) params.set(AT, at.name);
  const text = params.toString();
  return wizard.path + suffix + (text === '' ? '' : `?${text}`);
}

/** Names of the parameters that say which question is shown and what is answered to it. */
export const AT = 'spm';
export const GIVEN = 'svar';
export const UNKNOWN = 'ved-ikke';
export const MORE = 'flere';
/** Says that a form was sent: an empty field leaves no other trace. */
export const SENT = 'sendt';
