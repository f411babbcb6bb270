/** The steps of a procedure one after the other, each as early as it can be: dates alone, so that a search can try hundreds of starts. */
import { endsOf, workingDaysAfter } from '../regulation1182/a003-counting.ts';
import { known, type DatesFacts, type DateStep } from './dates.facts.ts';
import { dayOf, isoOf, type Day } from './days.ts';
import type { PlanFacts, Procedure } from './plan.facts.ts';
import type { PlanStepId } from './plan.result.ts';
import { stepOf } from './steps.ts';

type Own = 'selection' | 'negotiation' | 'evaluation';

/** A step that the law sets a period for, or one that takes the buyer some working days. */
type Plan = { readonly id: PlanStepId; readonly step: DateStep } | { readonly id: Own; readonly step: null };

const SELECTION = { id: 'selection', step: null } as const;
const AWARD = [{ id: 'evaluation', step: null }, { id: 'standstill', step: 'standstill' }] as const;

const PLANS: Readonly<Record<Procedure, readonly Plan[]>> = {
  'open': [{ id: 'tenders', step: 'open' }, ...AWARD],
  'restricted': [{ id: 'applications', step: 'restricted-applications' }, SELECTION, { id: 'tenders', step: 'restricted-tenders' }, ...AWARD],
  'negotiated': [
    { id: 'applications', step: 'negotiated-applications' }, SELECTION, { id: 'tenders', step: 'negotiated-tenders' }, { id: 'negotiation', step: null }, ...AWARD,
  ],
  'dis-purchase': [{ id: 'tenders', step: 'dis-tenders' }, ...AWARD],
};

/** The steps of a plan: those that the buyer leaves out are not among them. */
export function stepsOf({ procedure, negotiationDays, standstill }: PlanFacts): readonly Plan[] {
  return PLANS[procedure].filter(({ id }) => !(id === 'negotiation' && (negotiationDays ?? 0) === 0) && !(id === 'standstill' && procedure === 'dis-purchase' && standstill === false));
}

/** Working days that the buyer takes for a step of its own; null: not said. */
export function ownDays(id: Own, { selectionDays, negotiationDays, evaluationDays }: PlanFacts): number | null {
  return { selection: selectionDays ?? null, negotiation: negotiationDays ?? null, evaluation: evaluationDays ?? null }[id];
}

/** A period lasts to the end of its last day, so what follows it takes one working day at least. */
export const LEAST_OWN_DAYS = 1;

export interface Link {
  readonly plan: Plan;
  readonly from: Day;
  readonly last: Day;
}

export interface Chain {
  readonly links: readonly Link[];
  /** The first day on which the contract may be signed. */
  readonly signature: Day;
}

/** The facts of one step; each is told only what bears on it. */
export function stepFacts(facts: PlanFacts, step: DateStep, from: Day, start: Day): DatesFacts {
  const isTenders = step === 'open' || step.endsWith('-tenders');
  return {
    step, from: isoOf(from),
    electronic: isTenders || step === 'standstill' ? facts.electronic ?? null : null,
    urgent: step === 'standstill' ? null : facts.urgent ?? null,
    priorInformationNotice: isTenders ? facts.priorInformationNotice ?? null : null,
    noticeSent: isTenders ? isoOf(start) : null,
    agreedDays: isTenders ? facts.agreedDays ?? null : null,
  };
}

/** null: the law of one of its days is not known. @param closedToo with 5 June, 24 and 31 December as public holidays */
export function chainFrom(facts: PlanFacts, start: Day, closedToo: boolean): Chain | null {
  const links: Link[] = [];
  let at = start;
  for (const plan of stepsOf(facts)) {
    const last = plan.step === null ? workingDaysAfter(at, Math.max(LEAST_OWN_DAYS, ownDays(plan.id, facts) ?? 0), closedToo) : lawfulLast(facts, plan.step, at, start, closedToo);
    if (last === null) return null;
    links.push({ plan, from: at, last });
    at = last;
  }
  return { links, signature: links.at(-1)?.plan.id === 'standstill' ? at + 1 : at };
}

function lawfulLast(facts: PlanFacts, step: DateStep, from: Day, start: Day, closedToo: boolean): Day | null {
  const one = known(stepFacts(facts, step, from, start));
  const period = stepOf(one).period(one);
  if (period === null) return null;
  const { last, lastIfClosed } = endsOf(period, from);
  return closedToo ? lastIfClosed : last;
}

/** Longer than any procedure whose own steps are of the length that the facts allow. */
const FURTHEST = 8000;

/** The latest start, from a day back, with which the contract may be signed by a day; null: with none that the law is known of. */
export function latestStart(facts: PlanFacts, by: Day, from: Day, closedToo: boolean): Day | null {
  for (let start = from; start > from - FURTHEST; start -= 1) {
    const chain = chainFrom(facts, start, closedToo);
    if (chain === null) return null;
    if (chain.signature <= by) return start;
  }
  return null;
}

export function planDay(iso: string | null | undefined): Day | null {
  return iso === null || iso === undefined ? null : dayOf(iso);
}
