/** What was not said, and what each answer would do: the engine is asked again with that answer. */
import { kroner, type Oere } from '../kroner.ts';
import { tableOf, thresholdOn } from '../parameters/thresholds.ts';
import type { Said } from '../rule.ts';
import type { AddonAnswer, AddonMissing } from './addon.result.ts';
import { decide, type Decision } from './decision.ts';
import { ANSWERS, type Answers, type Question } from './question.ts';
import { QUESTIONS } from './questions.ts';
import { BRANCHES } from './steps.ts';
import { wholeOf } from './whole.ts';

interface Open {
  readonly fact: string;
  readonly question: Said;
  /** Each answer, and the question with it filled in. */
  readonly tries: readonly (readonly [AddonAnswer['answer'], Question])[];
  /** What to look at to tell whether the fact matters; null: it does. The tries themselves where left out. */
  readonly compare?: readonly Question[] | null;
}

/** Whether the purchase must be tendered, once its question is decided; null: not known. */
type DutyOf = (question: Question, decision: Decision) => boolean | null;

/** Every fact that was not said and matters, in the order of the facts. */
export function missingOf(question: Question, now: Decision, dutyOf: DutyOf): AddonMissing[] {
  return openIn(question, now).flatMap(({ fact, question: text, tries, compare }) => {
    const then = tries.map(([answer, tried]) => ({ answer, tried, decision: decide(tried) }));
    const compared = compare === undefined ? then.map(({ decision }) => decision) : compare?.map((tried) => decide(tried));
    if (compared?.every((decision) => isSame(now, decision)) === true) return [];
    return [{ fact, question: text, answers: then.map(({ answer, tried, decision }) => outcome(answer, decision, now, dutyOf(tried, decision))) }];
  });
}

function outcome(answer: AddonAnswer['answer'], { verdict, likely, judged }: Decision, now: Decision, tenderRequired: boolean | null): AddonAnswer {
  const changes = judged.filter(({ result }, at) => result !== now.judged[at]?.result).map(({ paragraph, result }) => ({ paragraph, result }));
  return { answer, verdict, likely, tenderRequired, changes };
}

/** A fact matters when an answer changes the verdict, or a test that comes before the one that decides. */
function isSame(now: Decision, then: Decision): boolean {
  return then.verdict === now.verdict && then.likely === now.likely && testsOf(then) === testsOf(now);
}

function testsOf({ judged, branch }: Decision): string {
  const until = branch === null ? judged.length : BRANCHES.indexOf(branch) + 1;
  return judged.slice(0, until).map(({ result }) => result).join(' ');
}

function openIn(question: Question, { verdict }: Decision): Open[] {
  return [
    ...(question.tendered === null ? [yesOrNo('contract.tendered', (tendered) => ({ ...question, tendered }))] : []),
    ...ANSWERS.filter((name) => question.answers[name] === null).map((name) => yesOrNo(`purchase.${name}`, (value) => withAnswer(question, name, value))),
    ...maximumOpen(question), ...calledOffOpen(question), ...endOpen(question),
    ...(verdict === 'new-purchase' ? sameKindOpen(question) : []),
  ];
}

function yesOrNo(fact: keyof typeof QUESTIONS, fill: (value: boolean) => Question): Open {
  return { fact, question: QUESTIONS[fact], tries: [[true, fill(true)], [false, fill(false)]] };
}

function withAnswer(question: Question, name: keyof Answers, value: boolean): Question {
  return { ...question, answers: { ...question.answers, [name]: value } };
}

function maximumOpen(question: Question): Open[] {
  const { maximumValue, calledOff, value } = question;
  if (maximumValue !== null) return [];
  const enough = (calledOff ?? 0n) + value;
  return [amountOpen('contract.maximumValue', [0n, enough], (amount) => ({ ...question, maximumValue: amount }))];
}

// Without a maximum no sum says anything: whether it matters is seen with one that is just large enough.
function calledOffOpen(question: Question): Open[] {
  const { maximumValue, calledOff, value } = question;
  if (calledOff !== null) return [];
  const most = maximumValue === null ? 0n : maximumValue - value;
  const fill = (amount: Oere): Question => ({ ...question, calledOff: amount });
  const open = amountOpen('contract.calledOff', maximumValue === null ? [0n] : [0n, most + 1n], fill);
  return [maximumValue === null ? { ...open, compare: [{ ...fill(1n), maximumValue: value }] } : open];
}

function amountOpen(fact: keyof typeof QUESTIONS, amounts: readonly Oere[], fill: (amount: Oere) => Question): Open {
  return { fact, question: QUESTIONS[fact], tries: [...new Set(amounts)].map((amount) => [kroner(amount), fill(amount)] as const) };
}

function endOpen(question: Question): Open[] {
  if (question.end !== null) return [];
  const before = Temporal.PlainDate.from(question.on).subtract({ days: 1 }).toString();
  return [{ fact: 'contract.end', question: QUESTIONS['contract.end'], tries: [before, question.on].map((end) => [end, { ...question, end }] as const) }];
}

/** What was bought of the same kind counts only once the purchase is a new one, and only while it keeps below the threshold by itself. */
function sameKindOpen(question: Question): Open[] {
  if (question.sameKind !== null) return [];
  const { bounds } = thresholdOn(tableOf(question.buyer, question.kind), question.on);
  const whole = wholeOf(question);
  if (bounds === null || whole >= bounds.high) return [];
  return [{ ...amountOpen('sameKindLast12Months', [0n, bounds.high - whole], (sameKind) => ({ ...question, sameKind })), compare: null }];
}
