/** Every kind of competitive purchase. A further one is a file of rules and a line here. */
import type { MarketRecord } from '../core/record.ts';
import type { PurchaseWay } from '../purchase/purchase.schema.ts';
import { DIS_PURCHASE } from './dis.ts';
import { MINI_COMPETITION } from './mini-competition.ts';
import type { PurchaseRules } from './rules.ts';

export const COMPETITIVE: readonly PurchaseRules[] = [DIS_PURCHASE, MINI_COMPETITION];

/** @throws for a way without competition: its commands are others */
export function rulesOfWay(way: PurchaseWay): PurchaseRules {
  const rules = COMPETITIVE.find((one) => one.way === way);
  if (rules === undefined) throw new Error(`A purchase by "${way}" has no competition.`);
  return rules;
}

/** Null: nothing competitive is bought under such a record. */
export function rulesUnder({ kind }: Pick<MarketRecord, 'kind'>): PurchaseRules | null {
  return COMPETITIVE.find(({ parent }) => parent === kind) ?? null;
}
