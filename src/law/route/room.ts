import { isInForce, type Rule } from '../rule.ts';
import { VARIANTS } from '../directive/a045-variants.ts';
import { KN003_WITHOUT } from '../klagenaevnsloven/p003-without-standstill.ts';
import { P008 } from '../udbudsloven/p008-small-lots.ts';
import { P039 } from '../udbudsloven/p039-market-dialogue.ts';
import { P040 } from '../udbudsloven/p040-specifications.ts';
import { P049 } from '../udbudsloven/p049-divide-or-explain.ts';
import { P061 } from '../udbudsloven/p061-negotiation.ts';
import { P067 } from '../udbudsloven/p067-competitive-dialogue.ts';
import { P095_3 } from '../udbudsloven/p095-framework-term.ts';
import { P097_ONE, P100 } from '../udbudsloven/p097-terms.ts';
import { DIS_TENDERS } from '../udbudsloven/p101-dynamic-purchasing.ts';
import { P102_2 } from '../udbudsloven/p102-dis-notice.ts';
import { P129_3, P129_5 } from '../udbudsloven/p129-award-notice.ts';
import { P160_SLOPE } from '../udbudsloven/p160-evaluation-method.ts';
import { P179 } from '../udbudsloven/p179-option.ts';
import { P186 } from '../udbudsloven/p186-light-regime.ts';
import { P191_TIME } from '../udbudsloven/p191-cross-border.ts';
import { P193 } from '../udbudsloven/p193-market-terms.ts';
import type { Purchase } from './purchase.ts';
import type { Room, RouteVerdict } from './route.result.ts';

type Named = Readonly<Record<string, Rule>>;

const BEFORE: Named = { 'market-dialogue': P039, 'functional-requirements': P040 };
const SHAPING: Named = { options: P179, lots: P049, 'small-lots': P008, variants: VARIANTS };

const ROOM: Readonly<Record<Exclude<RouteVerdict, 'call-off'>, Named>> = {
  'eu-tender': { negotiation: P061, dialogue: P067, ...BEFORE, ...SHAPING, 'price-slope': P160_SLOPE, 'withholding-in-notice': P129_5 },
  'light-regime': { 'own-procedure': P186, ...BEFORE, ...SHAPING },
  'below-threshold-cross-border': { 'own-time-limit': P191_TIME, ...BEFORE, options: P179 },
  'below-threshold-market-terms': { 'direct-award': P193, ...BEFORE, options: P179 },
  'no-duty': {},
  review: {},
};
const FRAMEWORK: Named = { 'precise-terms': P100, 'complete-the-tender': P097_ONE, 'contract-outlives-framework': P095_3, 'voluntary-award-notice': P129_3, 'no-standstill': KN003_WITHOUT };
const DIS: Named = { categories: P102_2, 'agreed-tender-period': DIS_TENDERS, 'no-standstill': KN003_WITHOUT };

/** What the law permits here and buyers seldom use. */
export function roomOf(verdict: RouteVerdict, { on, via }: Purchase): readonly Room[] {
  const named = verdict === 'call-off' ? (via?.kind === 'dis' ? DIS : FRAMEWORK) : ROOM[verdict];
  return Object.entries(named).filter(([, rule]) => isInForce(rule, on))
    .map(([id, { paragraph, sentence, source, grade }]) => ({ id, paragraph, what: sentence, source, grade }));
}
