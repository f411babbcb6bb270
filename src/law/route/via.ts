import { review, type Finding } from '../finding.ts';
import type { Oere } from '../kroner.ts';
import { said } from '../rule.ts';
import { judgeMaximum, warnOfMaximum } from '../directive/c023-20-maximum.ts';
import { judgeNarrowing } from '../udbudsloven/p002-principles.ts';
import { judgeTerm } from '../udbudsloven/p095-framework-term.ts';
import { judgeParties } from '../udbudsloven/p096-parties.ts';
import { judgeScope } from '../udbudsloven/p097-terms.ts';
import { judgeAwardModel, judgeObjectiveCriteria } from '../udbudsloven/p098-award-model.ts';
import { judgeDisInvitation, judgeDisParties } from '../udbudsloven/p101-dynamic-purchasing.ts';
import { judgeDisScope, judgeDisTerm } from '../udbudsloven/p102-dis-notice.ts';
import { P120 } from '../udbudsloven/p120-central-purchasing.ts';
import type { Via } from './purchase.ts';

/**
 * What buying under an agreement comes to. call-off: all that the law asks is there. closed: the agreement is not for this purchase, which
 * goes the route without it. blocked: it is, but this purchase may not be made so. open: a fact is missing. central: the rule that
 * decides is not verified.
 */
export type ViaOutcome = 'call-off' | 'closed' | 'blocked' | 'open' | 'central';

export interface ViaJudged {
  readonly outcome: ViaOutcome;
  readonly findings: readonly Finding[];
}

/** The facts that must be there for a call-off, by their name in the input. */
export type ViaFact = Exclude<keyof Via, 'kind'>;

/** @param own value of the purchase alone; null: not known */
export function judgeVia(via: Via, own: Oere | null): ViaJudged {
  const shut = shutting(via);
  const hindering = hindrances(via, own);
  const warning = warnOfMaximum({ ...via, value: own });
  const findings = [...shut, ...hindering, ...(warning === null ? [] : [warning])];
  if (via.kind !== 'central-purchasing-body') return { outcome: outcomeOf(shut, hindering), findings };
  const unverified = review(P120, said('Hvornår et køb gennem en indkøbscentral opfylder udbudspligten, er ikke læst i loven.', 'When a purchase through a central purchasing body fulfils the duty to tender was not read in the law.'));
  const told = findings.filter(({ result }) => result !== 'unknown');
  return { outcome: told.some(({ result }) => result === 'not-met') ? 'blocked' : 'central', findings: [unverified, ...told] };
}

function outcomeOf(shut: readonly Finding[], hindering: readonly Finding[]): ViaOutcome {
  if (shut.some(({ result }) => result === 'not-met')) return 'closed';
  if (hindering.some(({ result }) => result === 'not-met')) return 'blocked';
  return [...shut, ...hindering].every(({ result }) => result === 'met') ? 'call-off' : 'open';
}

/** Conditions without which the agreement is none for this purchase. */
function shutting(via: Via): readonly Finding[] {
  return via.kind === 'dis'
    ? [judgeDisParties(via), judgeDisScope(via), judgeDisTerm(via), judgeDisInvitation(via)]
    : [judgeParties(via), judgeScope(via), judgeTerm(via)];
}

/** Conditions of this purchase under an agreement that is open to it. */
function hindrances(via: Via, own: Oere | null): readonly Finding[] {
  const maximum = judgeMaximum({ ...via, value: own });
  const narrowing = judgeNarrowing(via);
  // A mini-competition in which needs are narrow is for the buyer to answer for only when it is said that they are.
  const narrowed = narrowing.result === 'not-met' ? [narrowing] : [];
  if (via.kind === 'dis') return [...(via.maximum === null ? [] : [maximum]), ...narrowed];
  const model = judgeAwardModel(via);
  if (via.awardModel === null) return [maximum, model, ...narrowed];
  return via.awardModel === 'mini-competition' ? [maximum, model, ...narrowed] : [maximum, model, judgeObjectiveCriteria(via), narrowing];
}

/** Which facts of the agreement are asked and not given, in the order in which they are asked. */
export function openFacts(via: Via): readonly ViaFact[] {
  if (via.kind === 'central-purchasing-body') return [];
  const asks: readonly ViaFact[] = via.kind === 'dis'
    ? ['namedInNotice', 'inScope', 'inTerm', 'awardModel', ...(via.maximum === null ? [] : ['calledOff'] as const)]
    : ['namedInNotice', 'inScope', 'inTerm', 'maximum', 'calledOff', 'awardModel',
      ...(via.awardModel === 'mini-competition' ? [] : ['objectiveCriteriaMet', 'needsNarrowedToOne'] as const)];
  return asks.filter((name) => via[name] === null);
}
