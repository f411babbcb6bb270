/** What joining goes by, as the register keeps it. */
import type { Facts } from './identify.ts';

export const RULES = ['number', 'name-one-number', 'name-other-number', 'name', 'name-lost-letters', 'correction'] as const;
export type Rule = (typeof RULES)[number];

/** Facts as the register keeps them: one row for each name that stands under a key. */
export type Known = Pick<Facts, 'key' | 'bare' | 'block' | 'country' | 'unit' | 'head'> & { readonly number: string | null; readonly kind: string | null };

/** Two keys are one organisation, by this rule. */
export interface Edge {
  readonly one: string;
  readonly other: string;
  readonly rule: Rule;
}

export function knownOf({ number, ...facts }: Facts): Known {
  const { key, bare, block, head, country, unit } = facts;
  return { key, bare, block, head, country, unit, number: number?.key ?? null, kind: number?.kind ?? null };
}
