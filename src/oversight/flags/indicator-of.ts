import { ASKED } from '../indicators/asked.ts';
import type { Asked } from '../indicators/indicator.ts';

const BY_CODE = new Map(ASKED.map((indicator) => [indicator.code, indicator]));

/** null: an earlier Torvet asked it, and this one does not. */
export function indicatorOf(code: string): Asked | null {
  return BY_CODE.get(code) ?? null;
}
