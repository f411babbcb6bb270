import type { AddonFacts } from './addon.facts.ts';
import type { AddonResult } from './addon.result.ts';
import { judgeAddon } from './addon.ts';

/** The same purchase judged twice: on its own day, and as if it were made on another. */
export interface AddonReplay {
  readonly atPurchase: AddonResult;
  readonly today: AddonResult;
  /** Whether the verdict, its ground or a duty is another one. */
  readonly differs: boolean;
}

/** The law of the purchase's own day and that of another day, which a caller with a clock calls today. @param today ISO date */
export function replayAddon(facts: AddonFacts, today: string): AddonReplay {
  const atPurchase = judgeAddon(facts);
  const then = judgeAddon({ ...facts, on: today });
  return { atPurchase, today: then, differs: pointOf(atPurchase) !== pointOf(then) };
}

function pointOf({ verdict, likely, ground, tenderRequired, noticeRequired }: AddonResult): string {
  return JSON.stringify([verdict, likely, ground, tenderRequired, noticeRequired]);
}
