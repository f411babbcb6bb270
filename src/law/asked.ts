import { met, notMet, unknown, type Finding } from './finding.ts';
import type { FirmRule, Said } from './rule.ts';
import type { Truth } from './truth.ts';

interface Says {
  readonly yes: Said;
  readonly no: Said;
  readonly open: Said;
}

/** A rule that one fact settles: it is met, it is not, or nobody has said. */
export function asked(rule: FirmRule, truth: Truth, { yes, no, open }: Says): Finding {
  if (truth === null) return unknown(rule, open);
  return truth ? met(rule, yes) : notMet(rule, no);
}
