/** An answer of the law as a document: the page, the PDF and the plain text are made of the same one. */
import type { Grade } from '#law';

export type Mark = 'met' | 'not-met' | 'unknown' | 'review' | 'yes' | 'if' | 'no';

/** What a line rests on. */
export interface Basis {
  readonly paragraph: string;
  readonly grade: Grade;
  readonly source: string;
}

export interface Item {
  readonly text: string;
  readonly mark?: Mark;
  readonly basis?: Basis;
  /** Lines below it. */
  readonly details?: readonly string[];
}

export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly lead?: string;
  readonly items: readonly Item[];
  /** Longer than most readers want at once; the page folds it. */
  readonly isLong?: boolean;
}

export interface Sum {
  readonly label: string;
  readonly value: string;
}

export type Tone = 'success' | 'warning' | 'info';

export interface AnswerDocument {
  /** The question. */
  readonly title: string;
  readonly verdict: string;
  readonly tone: Tone;
  /** What the verdict means, in a sentence or two. */
  readonly meaning: string;
  readonly sums: readonly Sum[];
  readonly sections: readonly Section[];
  readonly facts: readonly { readonly label: string; readonly values: readonly string[] }[];
  /** Day of which the rules are the state, as a date. */
  readonly version: string;
  readonly note: string;
}
