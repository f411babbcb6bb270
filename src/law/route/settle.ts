import { review, type Finding } from '../finding.ts';
import { said, UDBUDSLOVEN_FROM } from '../rule.ts';
import { OLD_RULES } from '../directive/old-rules.ts';
import type { Purchase } from './purchase.ts';
import { regimeOf, type Settled } from './regime.ts';
import type { RouteVerdict } from './route.result.ts';
import { valueOf, type Valued } from './value.ts';
import { judgeVia, type ViaJudged } from './via.ts';

/** The verdict on a purchase: under its agreement where that carries it, and otherwise by its value. */
export function settle(purchase: Purchase, value: Valued = valueOf(purchase)): Settled {
  const alone = regimeOf(purchase, value.total);
  if (purchase.via === null) return alone;
  const judged = judgeVia(purchase.via, value.own);
  if (purchase.on < UDBUDSLOVEN_FROM) return underOldRules(purchase, judged, alone);
  const without = alone.verdict === 'review' ? alone.likely : alone.verdict;
  switch (judged.outcome) {
    case 'call-off': return { verdict: 'call-off', likely: null, findings: judged.findings };
    case 'closed': return { ...alone, findings: [...judged.findings, ...alone.findings] };
    case 'blocked': return reviewed(without, judged, alone);
    case 'open': return reviewed(null, judged, alone);
    case 'central': return reviewed('call-off', judged, alone);
  }
}

function reviewed(likely: RouteVerdict | null, judged: ViaJudged, alone: Settled): Settled {
  return { verdict: 'review', likely, findings: [...judged.findings, ...alone.findings] };
}

/** Agreements were there before 2016 too, but the rules of today did not judge them. */
function underOldRules(purchase: Purchase, { outcome, findings }: ViaJudged, alone: Settled): Settled {
  const old = review(OLD_RULES, said('Reglerne om rammeaftaler og indkøbssystemer herunder er dem, der gælder fra 2016.', 'The rules on frameworks and systems below are those in force from 2016.'));
  const carried = outcome === 'call-off' || outcome === 'central';
  const likely = carried ? 'call-off' : outcome === 'open' ? null : alone.likely;
  return { verdict: 'review', likely, findings: [old, ...asOfItsDay(purchase, findings), ...alone.findings] };
}

/** Rules in force from 2016 say nothing firm about a purchase before. */
export function asOfItsDay({ on }: Purchase, findings: readonly Finding[]): readonly Finding[] {
  return on >= UDBUDSLOVEN_FROM ? findings : findings.map((finding) => (finding.result === 'unknown' ? finding : { ...finding, result: 'review' }));
}
