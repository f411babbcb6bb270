/** What an indicator is: a folder with its SQL, its settings, its explanation and its cases. */
import type { Language } from '#base';

export type Text = Readonly<Record<Language, string>>;

/** What is pointed out: a process by its ocid, or an organisation by its id in a role. In the order of the output. */
export const KINDS = ['OCID', 'Buyer', 'ProcuringEntity', 'Tenderer'] as const;
export type Kind = (typeof KINDS)[number];

/** `decimal` any finite number, `whole` a whole one within its limits, `list` words with | between, `days` a whole number for each name. */
export type SettingKind =
  | { readonly kind: 'decimal'; readonly fallback: number | null }
  | { readonly kind: 'whole'; readonly fallback: number | null; readonly least: number; readonly most: number }
  | { readonly kind: 'list'; readonly fallback: readonly string[] }
  | { readonly kind: 'days' };

export type Setting = SettingKind & { readonly help: Text };

/** What every indicator says of itself. */
export interface Described {
  /** As published (R003), or Torvet's own (T01). Names its section in a settings file. */
  readonly code: string;
  readonly title: Text;
  /** What a flag says, in a sentence. */
  readonly says: Text;
  /** When nothing can be said, which is neither a flag nor a clean bill. */
  readonly cannotBeAssessed: Text;
  /** Innocent explanations, which stand beside every flag. */
  readonly innocent: Text;
  readonly settings: Readonly<Record<string, Setting>>;
}

/** One of the published eleven, as cardinal 0.0.8 computes it over lines. */
export interface Indicator extends Described {
  /** What the number beside a flag is. */
  readonly value: Text;
  readonly kinds: readonly Kind[];
  /** SQL that fills the table `measured`; null where each process is judged by itself. */
  readonly measure: URL | null;
  /** SQL that answers with kind, id, value, line and place. */
  readonly query: URL;
}

/** How the number beside a flag is written. */
export type Unit = 'share' | 'days' | 'count' | 'ratio' | 'none';

/** What Torvet asks of the flat tables of a register, with three outcomes. */
export interface Question {
  /** SQL that makes the table `measured`, from which `quantile` and `fence` are made before the query; null where nothing is compared with a series. */
  readonly measure: URL | null;
  /**
   * SQL that gives a row for each thing it looks at: ocid, part, buyer, supplier, outcome (`flagged`, `clear`, `not-assessed`), reason, value.
   * @see Finding
   */
  readonly query: URL;
  /** SQL over the table `outcome` that gives the rows that the flags rest on: ocid, part, nth, what, source, notice, day, amount, currency, number, words. @see Evidence */
  readonly evidence: URL;
  /** What the number beside a flag is, and how it is written. */
  readonly value: Text;
  readonly unit: Unit;
  /** Why a thing cannot be assessed, by the code that the query gives. */
  readonly reasons: Readonly<Record<string, Text>>;
  /** What a row of the evidence is, by its code. */
  readonly rows: Readonly<Record<string, Text>>;
}

/** An indicator that is asked of a register. */
export interface Asked extends Described {
  readonly question: Question;
}

/** A question whose SQL lies in a folder, under the names that it always has. @param folder with a slash at the end */
export function asking(folder: URL, said: Omit<Question, 'measure' | 'query' | 'evidence'>): Question {
  return { measure: null, query: new URL('query.sql', folder), evidence: new URL('evidence.sql', folder), ...said };
}

/** A question that compares with a series, which `measure.sql` in its folder makes. */
export function comparing(folder: URL, said: Omit<Question, 'measure' | 'query' | 'evidence'>): Question {
  return { ...asking(folder, said), measure: new URL('measure.sql', folder) };
}

/** Days of a time limit: more than there are in the years that a date can have. */
export const LIMITS_OF_DAYS = { least: -4_000_000, most: 4_000_000 } as const;
/** Counts up to here are exact in every engine. */
const MOST_COUNTED = 2 ** 53 - 1;

export function decimal(da: string, en: string): Setting {
  return { kind: 'decimal', fallback: null, help: { da, en } };
}

/** @param limits what else than a count it may be */
export function whole(fallback: number | null, da: string, en: string, limits: { readonly least?: number; readonly most?: number } = {}): Setting {
  return { kind: 'whole', fallback, least: 0, most: MOST_COUNTED, ...limits, help: { da, en } };
}

/** A number of days, which may be negative. */
export function days(fallback: number, da: string, en: string): Setting {
  return { kind: 'whole', fallback, ...LIMITS_OF_DAYS, help: { da, en } };
}

export function daysByName(da: string, en: string): Setting {
  return { kind: 'days', help: { da, en } };
}

export function list(fallback: readonly string[], da: string, en: string): Setting {
  return { kind: 'list', fallback, help: { da, en } };
}
