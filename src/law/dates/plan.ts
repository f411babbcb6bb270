import { P057 } from '../udbudsloven/p057-open-time.ts';
import { said, type Said } from '../rule.ts';
import { colophon } from '../version.ts';
import { chainFrom, latestStart, LEAST_OWN_DAYS, ownDays, planDay, stepFacts, type Chain, type Link } from './chain.ts';
import { judgeDates } from './dates.ts';
import type { Warning } from './dates.result.ts';
import { isoOf, type Day } from './days.ts';
import { checkHolidays } from './holiday-check.ts';
import type { PlanFacts } from './plan.facts.ts';
import type { PlanResult, PlanStep, PlanStepId } from './plan.result.ts';
import { tell } from './telling.ts';

const TITLES: Readonly<Record<PlanStepId, Said>> = {
  applications: said('Ansøgninger', 'Applications'),
  selection: said('Udvælgelse', 'Selection'),
  tenders: said('Tilbud', 'Tenders'),
  negotiation: said('Forhandling og endelige tilbud', 'Negotiation and final tenders'),
  evaluation: said('Evaluering og beslutning', 'Evaluation and decision'),
  standstill: said('Standstill', 'Standstill'),
  signature: said('Tidligste underskrift', 'Earliest signature'),
};

/**
 * A whole procedure: each step as early as the law and the buyer's own working days let it be, from the start given, or from the latest
 * with which the contract can be signed by mustRunBy. Never throws for facts that the schema lets through.
 */
export function planProcedure(facts: PlanFacts): PlanResult {
  const by = planDay(facts.mustRunBy);
  const lastStart = by === null ? null : latestStart(facts, by, by, false);
  const lastStartIfClosed = by === null || lastStart === null ? null : latestStart(facts, by, lastStart, true);
  const start = planDay(facts.start) ?? lastStart;
  const chain = start === null ? null : chainFrom(facts, start, false);
  const closed = start === null ? null : chainFrom(facts, start, true);
  const steps = start === null || chain === null ? [] : stepsShown(facts, start, chain, closed ?? chain);
  return {
    start: start === null || chain === null ? null : isoOf(start),
    signature: chain === null ? null : isoOf(chain.signature),
    inTime: by === null || chain === null || closed === null || (chain.signature <= by) !== (closed.signature <= by) ? null : chain.signature <= by,
    lastStart: lastStart === null ? null : isoOf(lastStart),
    lastStartIfClosed: lastStartIfClosed === null || lastStartIfClosed === lastStart ? null : isoOf(lastStartIfClosed),
    steps,
    notes: notesOf(facts, chain),
    ...colophon(steps.length === 0 ? [P057] : steps.flatMap(({ findings }) => findings)),
  };
}

function stepsShown(facts: PlanFacts, start: Day, { links, signature }: Chain, closed: Chain): PlanStep[] {
  return [
    ...links.map((link, at) => {
      const ifClosed = closed.links[at]?.last ?? link.last;
      return { ...stepShown(facts, start, link), lastIfClosed: ifClosed === link.last ? null : isoOf(ifClosed) };
    }),
    {
      id: 'signature', title: TITLES.signature, from: isoOf(signature), last: isoOf(signature), lastIfClosed: closed.signature === signature ? null : isoOf(closed.signature),
      days: 0, counting: 'calendar', paragraph: null, grade: null, findings: [], note: null,
      warnings: warningsOf(signature - 1, signature, ['weekend', 'public-holiday', 'closed-day', 'vacation-weeks']),
    },
  ];
}

function stepShown(facts: PlanFacts, start: Day, { plan, from, last }: Link): Omit<PlanStep, 'lastIfClosed'> {
  const shown = { id: plan.id, title: TITLES[plan.id], from: isoOf(from), last: isoOf(last) };
  if (plan.step !== null) {
    const { days, counting, paragraph, grade, findings, warnings } = judgeDates(stepFacts(facts, plan.step, from, start));
    return { ...shown, days: days ?? 0, counting, paragraph, grade, findings, warnings, note: null };
  }
  const days = ownDays(plan.id, facts);
  return {
    ...shown, days: Math.max(LEAST_OWN_DAYS, days ?? 0), counting: 'working', paragraph: null, grade: null, findings: [],
    warnings: warningsOf(from, last, ['vacation-weeks', 'closed-day']),
    note: days !== null && days >= LEAST_OWN_DAYS ? null : tell(
      'Her er regnet med {least} arbejdsdag, som er det mindste: sæt de dage ind, det tager.',
      '{least} working day is reckoned with here, which is the least: put in the days that it takes.', { least: LEAST_OWN_DAYS }),
  };
}

function warningsOf(from: Day, last: Day, kinds: readonly Warning['kind'][]): Warning[] {
  return checkHolidays({ from, end: { day: last, minute: null }, bound: 'most', last, length: last - from }).warnings.filter(({ kind }) => kinds.includes(kind));
}

function notesOf({ procedure, negotiationDays, standstill }: PlanFacts, chain: Chain | null): Said[] {
  if (chain === null) return [said('Reglerne på de dage, planen ville ligge, er ældre end dem, vi kender, så der er ingen plan.', 'The rules of the days on which the plan would fall are older than those we know, so there is no plan.')];
  return [
    said('Alle frister er de korteste, loven tillader. De skal passe til opgaven, så læg tid til.', 'All periods are the shortest that the law permits. They must suit the task, so add time.'),
    ...(procedure === 'negotiated' && (negotiationDays ?? 0) === 0 ? [said('Der er ikke regnet med tid til forhandling og endelige tilbud.', 'No time for negotiation and final tenders is reckoned with.')] : []),
    ...(procedure !== 'dis-purchase' ? [] : [standstill === false
      ? said('Standstill er frivilligt i et DIS og er udeladt. Om det giver en risiko for, at kontrakten kendes uden virkning, må en jurist vurdere.', 'The standstill is voluntary in a DIS and is left out. Whether that risks an ineffective contract is for a lawyer to say.')
      : said('Standstill er frivilligt i et DIS. Det er regnet med.', 'The standstill is voluntary in a DIS. It is reckoned with.')]),
  ];
}
