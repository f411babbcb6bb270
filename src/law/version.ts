import { isFirm, type Grade } from './grade.ts';
import { said, type Said } from './rule.ts';
import { RULES } from './rules.ts';

/** The day of which the rules are the state: the law was read up to then, and nothing that came later is in them. */
export const LAW_VERSION = '2026-11-22';

export const NOTE: Said = said(
  'Vejledning, ikke juridisk rådgivning. Svaret hviler på de oplysninger, der er givet, og på reglerne, som de var kendt den dag, versionen siger.',
  'Guidance, not legal advice. The answer rests on the facts given and on the rules as they were known on the day that the version names.');

/** Something in an answer that a jurist must look at before anybody relies on it. */
export interface Unverified {
  readonly paragraph: string;
  readonly grade: Grade;
  readonly source: string;
  /** What must be confirmed; null: the rule as a whole. */
  readonly confirm: Said | null;
}

/** What every answer ends with. */
export interface Colophon {
  /** ISO date. */
  readonly version: string;
  readonly note: Said;
  readonly unverified: readonly Unverified[];
}

/** A part of an answer that says where it comes from: a finding, a duty, a procedure. */
interface Graded {
  readonly paragraph: string;
  readonly grade: Grade;
  readonly source: string;
}

/** By paragraph and grade, which is how the parts of an answer name their rule. */
const QUESTIONS: ReadonlyMap<string, Said> = new Map(RULES.flatMap((rule) => (rule.confirm === null ? [] : [[`${rule.paragraph} ${rule.grade}`, rule.confirm] as const])));

/** What every answer ends with; of what its parts rest on, each paragraph that is not verified, or of which something must be confirmed, once. */
export function colophon(parts: Iterable<Graded>): Colophon {
  const found = new Map<string, Unverified>();
  for (const { paragraph, grade, source } of parts) {
    const key = `${paragraph} ${grade}`;
    if (found.has(key)) continue;
    const confirm = QUESTIONS.get(key) ?? null;
    if (confirm !== null || !isFirm(grade)) found.set(key, { paragraph, grade, source, confirm });
  }
  return { version: LAW_VERSION, note: NOTE, unverified: [...found.values()] };
}
