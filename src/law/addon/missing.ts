/** What was not said, and what each answer would do: the engine is asked again with that answer. */
import { dayBefore } from '../dates/days.ts';
import type { Finding } from '../finding.ts';
import { kroner, type Oere } from '../kroner.ts';
import { tableOf, thresholdOn } from '../parameters/thresholds.ts';
import type { AddonAnswer, AddonMissing } from './addon.result.ts';
import { decide, decideAgain, type Decision } from './decision.ts';
import { ANSWERS, type Question } from './question.ts';
import { QUESTIONS } from './questions.ts';
import type { OpenFact } from './steps.ts';
import { wholeOf } from './whole.ts';

interface Open {
  readonly fact: keyof typeof QUESTIONS;
  /** The fact as the engine calls it, and each answer with what it then is. */
  readonly name: OpenFact;
  readonly tries: readonly (readonly [AddonAnswer['answer'], Question[OpenFact]])[];
  /** What to look at to tell whether the fact matters; null: it does. The tries themselves where left out. */
  readonly compare?: Question | null;
}

/** Whether the purchase must be tendered, once its question is decided; null: not known. */
type DutyOf = (question: Question, decision: Decision) => boolean | null;

/** Every fact that was not said and matters, in the order of the facts. */
export function missingOf(question: Question, now: Decision, dutyOf: DutyOf): AddonMissing[] {
  return openIn(question, now).flatMap(({ fact, name, tries, compare }) => {
    const then = tries.map(([answer, value]) => {
      const tried = { ...question, [name]: value };
      return { answer, tried, decision: decideAgain(now, tried, name) };
    });
    const matters = compare === undefined ? then.some(({ decision }) => !isSame(now, decision)) : compare === null || !isSame(now, decide(compare));
    if (!matters) return [];
    return [{ fact, question: QUESTIONS[fact], answers: then.map(({ answer, tried, decision }) => outcome(answer, decision, now, dutyOf(tried, decision))) }];
  });
}

function outcome(answer: AddonAnswer['answer'], then: Decision, now: Decision, tenderRequired: boolean | null): AddonAnswer {
  const before = judgedBy(now);
  const changes = judgedBy(then).filter(({ result }, at) => result !== before[at]?.result).map(({ paragraph, result }) => ({ paragraph, result }));
  return { answer, verdict: then.verdict, likely: then.likely, tenderRequired, changes };
}

function judgedBy({ base, tests }: Decision): readonly Finding[] {
  return [base, ...tests.map(({ finding }) => finding)];
}

/** A fact matters when an answer changes a test that comes before the one that decides: that one holds whatever is still open. */
function isSame(now: Decision, then: Decision): boolean {
  const asked = now.branch === null ? now.tests : now.tests.slice(0, now.tests.findIndex(({ branch }) => branch === now.branch));
  return then.base.result === now.base.result && asked.every(({ finding }, at) => finding.result === then.tests[at]?.finding.result);
}

function openIn(question: Question, { verdict }: Decision): Open[] {
  const sameKind = verdict === 'new-purchase' ? sameKindOpen(question) : [];
  // Where there is no contract to change, nothing that is asked about one matters.
  if (question.tendered === false) return sameKind;
  return [
    ...(question.tendered === null ? [{ fact: 'contract.tendered', name: 'tendered', tries: YES_OR_NO } as const] : []),
    ...ANSWERS.filter((name) => question[name] === null).map((name) => ({ fact: `purchase.${name}`, name, tries: YES_OR_NO } as const)),
    ...maximumOpen(question), ...calledOffOpen(question), ...endOpen(question), ...sameKind,
  ];
}

const YES_OR_NO = [[true, true], [false, false]] as const;

function maximumOpen({ maximumValue, calledOff, value }: Question): Open[] {
  return maximumValue === null ? [{ fact: 'contract.maximumValue', name: 'maximumValue', tries: amounts(0n, (calledOff ?? 0n) + value) }] : [];
}

// Without a maximum no sum says anything: whether it matters is seen with one that is just large enough.
function calledOffOpen(question: Question): Open[] {
  const { maximumValue, calledOff, value } = question;
  if (calledOff !== null) return [];
  const open = { fact: 'contract.calledOff', name: 'calledOff' } as const;
  if (maximumValue === null) return [{ ...open, tries: amounts(0n), compare: { ...question, calledOff: 1n, maximumValue: value } }];
  return [{ ...open, tries: amounts(0n, maximumValue - value + 1n) }];
}

function amounts(...each: readonly Oere[]): Open['tries'] {
  return [...new Set(each)].map((amount) => [kroner(amount), amount]);
}

function endOpen({ end, on }: Question): Open[] {
  return end === null ? [{ fact: 'contract.end', name: 'end', tries: [dayBefore(on), on].map((day) => [day, day]) }] : [];
}

/** What was bought of the same kind counts only once the purchase is a new one, and only while it keeps below the threshold by itself. */
function sameKindOpen(question: Question): Open[] {
  if (question.sameKind !== null) return [];
  const { bounds } = thresholdOn(tableOf(question.buyer, question.kind), question.on);
  const whole = wholeOf(question);
  if (bounds === null || whole >= bounds.high) return [];
  return [{ fact: 'sameKindLast12Months', name: 'sameKind', tries: amounts(0n, bounds.high - whole), compare: null }];
}
