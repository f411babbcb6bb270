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

/** By paragraph, then by grade, which is how the parts of an answer name their rule. */
const QUESTIONS = new Map<string, ReadonlyMap<Grade, Said>>([...Map.groupBy(RULES, ({ paragraph }) => paragraph)]
  .map(([paragraph, rules]) => [paragraph, new Map(rules.flatMap(({ grade, confirm }) => (confirm === null ? [] : [[grade, confirm] as const])))]));

/** What every answer ends with; of what its parts rest on, each paragraph that is not verified, or of which something must be confirmed, once. */
export function colophon(parts: Iterable<Graded>): Colophon {
  const unverified: Unverified[] = [];
  for (const { paragraph, grade, source } of parts) {
    const confirm = QUESTIONS.get(paragraph)?.get(grade) ?? null;
    if (confirm === null && isFirm(grade)) continue;
    if (!unverified.some((other) => other.paragraph === paragraph && other.grade === grade)) unverified.push({ paragraph, grade, source, confirm });
  }
  return { version: LAW_VERSION, note: NOTE, unverified };
}
