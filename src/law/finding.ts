import type { Grade } from './grade.ts';
import type { FirmRule, Rule, Said } from './rule.ts';

/**
 * What one rule says about the facts. met and not-met are firm; unknown: a fact is missing that the rule asks for; review: the rule
 * is not known well enough, or asks for a judgement that no fact here carries.
 */
export interface Finding {
  readonly paragraph: string;
  readonly result: 'met' | 'not-met' | 'unknown' | 'review';
  readonly because: Said;
  readonly source: string;
  readonly grade: Grade;
}

/** The rule's condition holds. The type of the rule sees to it that nothing unverified is said firmly. */
export function met(rule: FirmRule, because: Said): Finding {
  return finding(rule, 'met', because);
}

export function notMet(rule: FirmRule, because: Said): Finding {
  return finding(rule, 'not-met', because);
}

export function unknown(rule: Rule, because: Said): Finding {
  return finding(rule, 'unknown', because);
}

export function review(rule: Rule, because: Said): Finding {
  return finding(rule, 'review', because);
}

function finding({ paragraph, source, grade }: Rule, result: Finding['result'], because: Said): Finding {
  return { paragraph, result, because, source, grade };
}

/** A fact that was not given, and what each possible answer would do. */
export interface Missing<Verdict extends string = string> {
  /** Name of the fact in the input: "purchase.necessary". */
  readonly fact: string;
  readonly question: Said;
  readonly answers: readonly { readonly answer: string | boolean | number; readonly verdict: Verdict }[];
}
