import { D072_NEW, judgeTenderedContract } from '../directive/a072-tendered-contract.ts';
import { met, review, type Finding } from '../finding.ts';
import { said, told, UDBUDSLOVEN_FROM } from '../rule.ts';
import type { AddonVerdict } from './addon.result.ts';
import type { Question } from './question.ts';
import { BRANCHES, type Branch, type OpenFact } from './steps.ts';

export interface Decision {
  readonly verdict: AddonVerdict;
  readonly likely: AddonVerdict | null;
  /** The branch that carries the verdict; null: none does. */
  readonly branch: Branch | null;
  /** Whether there is a contract to change. */
  readonly base: Finding;
  /** What each test said of the facts by the rules of today; none where there is no contract to change. */
  readonly tests: readonly Tested[];
}

interface Tested {
  readonly branch: Branch;
  readonly finding: Finding;
}

/** The tests in their order. A contract that was not tendered ends them; the first that is met decides, also when one before it is not known. */
export function decide(question: Question): Decision {
  return concluded(question, question.tendered === false ? [] : BRANCHES.map((branch) => ({ branch, finding: branch.judge(question) })));
}

/** The same for a question that differs in one fact alone: a test that does not ask for it says what it said before. */
export function decideAgain(before: Decision, question: Question, changed: OpenFact): Decision {
  return concluded(question, question.tendered === false ? []
    : before.tests.map((test) => (test.branch.asks.has(changed) ? { branch: test.branch, finding: test.branch.judge(question) } : test)));
}

function concluded(question: Question, tests: readonly Tested[]): Decision {
  return { ...verdictOn(question, tests), base: judgeTenderedContract(question), tests };
}

type Verdict = Pick<Decision, 'verdict' | 'likely' | 'branch'>;

function verdictOn({ on, tendered }: Question, tests: readonly Tested[]): Verdict {
  if (tendered === false) return NEW_PURCHASE;
  const now = tendered === null ? OPEN : verdictOf(tests);
  if (on >= UDBUDSLOVEN_FROM) return now;
  return { ...OPEN, likely: now.verdict === 'review' ? now.likely : now.verdict };
}

/** What is shown, in the order of the tests. */
export function stepsOf({ on, tendered }: Question, { verdict, base, tests }: Decision): readonly Finding[] {
  if (tendered === false) return [base, met(D072_NEW, said('Alt af samme slags regnes sammen som ét indkøb.', 'All of the same kind is reckoned together as one purchase.'))];
  if (on < UDBUDSLOVEN_FROM) return [base, ...tests.map(beforeItsTime)];
  const judged = [base, ...tests.map(({ finding }) => finding)];
  return verdict === 'new-purchase' ? [...judged, NOTHING_CARRIES] : judged;
}

const OPEN: Verdict = { verdict: 'review', likely: null, branch: null };
const NEW_PURCHASE: Verdict = { verdict: 'new-purchase', likely: null, branch: null };

const NOTHING_CARRIES = met(D072_NEW, said('Ingen af reglerne bærer: det er et nyt indkøb.', 'None of the rules carries it: it is a new purchase.'));

function verdictOf(tests: readonly Tested[]): Verdict {
  const carried = tests.find(({ finding }) => finding.result === 'met');
  if (carried !== undefined) return { verdict: carried.branch.verdict, likely: null, branch: carried.branch };
  if (tests.every(({ finding }) => finding.result === 'not-met')) return NEW_PURCHASE;
  // Where a fact is missing nobody can say where it points; where only the law is in doubt, and once, it points there.
  const [doubt, ...more] = tests.filter(({ finding }) => finding.result !== 'not-met');
  return { ...OPEN, likely: doubt?.finding.result === 'review' && more.length === 0 ? doubt.branch.verdict : null };
}

function beforeItsTime({ branch: { rule }, finding }: Tested): Finding {
  const because = told((lang) => (lang === 'da'
    ? `Reglen gjaldt ikke endnu. Efter dagens regel: ${finding.because.da}`
    : `The rule was not yet in force. By the rule of today: ${finding.because.en}`));
  return review(rule, because);
}
