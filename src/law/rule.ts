import type { Language } from '#base';
import type { FirmGrade, Grade } from './grade.ts';

/** A text of the law room in both languages: answers are made once and read in either. */
export type Said = Readonly<Record<Language, string>>;

export function said(da: string, en: string): Said {
  return { da, en };
}

/**
 * A text that is put together when it is read: the engines ask themselves the same question many times over, and most of those answers
 * are never read.
 */
export function told(text: (lang: Language) => string): Said {
  return new Told(text);
}

// A class, because an object literal with getters costs more than the verdict that it is about.
class Told {
  private readonly text: (lang: Language) => string;

  constructor(text: (lang: Language) => string) {
    this.text = text;
  }

  get da(): string {
    return this.text('da');
  }

  get en(): string {
    return this.text('en');
  }

  toJSON(): Said {
    return { da: this.da, en: this.en };
  }
}

/** One rule of the law, as the page of the rules shows it. */
export interface Rule<G extends Grade = Grade> {
  /** Name of the rule, unique: "udbudsloven-180". */
  readonly id: string;
  /** As a jurist cites it: "Udbudsloven § 180". */
  readonly paragraph: string;
  readonly title: Said;
  /** The rule as a sentence, in own words. */
  readonly sentence: Said;
  readonly grade: G;
  /** Where it was read. */
  readonly source: string;
  /** First day on which it holds, and the last one; null: not known to have ended. ISO dates. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** What a jurist must still confirm; null: nothing that we know of. */
  readonly confirm: Said | null;
}

/** Whether the rule held on a day. @param on ISO date */
export function isInForce({ validFrom, validTo }: Rule, on: string): boolean {
  return on >= validFrom && (validTo === null || on <= validTo);
}

export type FirmRule = Rule<FirmGrade>;

/** The day on which Udbudsloven came into force; what was begun before it followed older rules. */
export const UDBUDSLOVEN_FROM = '2016-01-01';
