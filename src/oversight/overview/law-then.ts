/** Which rules and which threshold applied when something was bought, as far as that is known for certain. Pure. */
import { isInForce, RULES, thresholdOn, type Rule } from '#law';

export interface LawThen {
  /** Those that held on every day it may have been. */
  readonly inForce: readonly Rule[];
  /** Those that did not hold yet, or no longer. */
  readonly notInForce: readonly Rule[];
  /** Of municipalities' goods and services; null: not one and the same, or nothing firm is known. */
  readonly threshold: { readonly kroner: number; readonly source: string } | null;
}

/** @param ids of rules @param when a year, a month or a day, as the sources have it */
export function lawThen(ids: readonly string[], when: string): LawThen {
  const [first, last] = [firstDay(when), lastDay(when)];
  const asked = RULES.filter(({ id }) => ids.includes(id));
  const held = (rule: Rule): boolean => isInForce(rule, first) && isInForce(rule, last);
  return { inForce: asked.filter(held), notInForce: asked.filter((rule) => !held(rule)), threshold: thresholdThen(first, last) };
}

function thresholdThen(first: string, last: string): LawThen['threshold'] {
  const { row, bounds } = thresholdOn('municipal-goods-services', first);
  if (row === null || row.dkk === null || bounds === null || bounds.low !== bounds.high || last > row.to) return null;
  return { kroner: row.dkk, source: row.source };
}

function firstDay(when: string): string {
  return `${when}${'-01-01'.slice(when.length === 4 ? 0 : 3)}`.slice(0, 10);
}

function lastDay(when: string): string {
  if (when.length === 4) return `${when}-12-31`;
  return when.length === 7 ? Temporal.PlainYearMonth.from(when).toPlainDate({ day: 31 }).toString() : when;
}
