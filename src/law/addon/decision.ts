import { D072_NEW, judgeTenderedContract } from '../directive/a072-tendered-contract.ts';
import { met, review, type Finding } from '../finding.ts';
import { said, told, UDBUDSLOVEN_FROM } from '../rule.ts';
import type { AddonVerdict } from './addon.result.ts';
import type { Question } from './question.ts';
import { BRANCHES, type Branch } from './steps.ts';

export interface Decision {
  readonly verdict: AddonVerdict;
  readonly likely: AddonVerdict | null;
  /** The branch that carries the verdict; null: none does. */
  readonly branch: Branch | null;
  /** What is shown, in the order of the tests. */
  readonly steps: readonly Finding[];
  /** What each test said of the facts by the rules of today, the contract's own first. */
  readonly judged: readonly Finding[];
}

/** The tests in their order. A contract that was not tendered ends them; the first that is met decides, also when one before it is not known. */
export function decide(question: Question): Decision {
  const base = judgeTenderedContract(question);
  if (question.tendered === false) {
    const last = met(D072_NEW, said('Alt af samme slags regnes sammen som ét indkøb.', 'All of the same kind is reckoned together as one purchase.'));
    return { verdict: 'new-purchase', likely: null, branch: null, steps: [base, last], judged: [base] };
  }
  const tests = BRANCHES.map((branch) => ({ branch, finding: branch.judge(question) }));
  const judged = [base, ...tests.map(({ finding }) => finding)];
  const { verdict, likely, branch } = question.tendered === null ? OPEN : verdictOf(tests);
  if (question.on < UDBUDSLOVEN_FROM) {
    return { verdict: 'review', likely: verdict === 'review' ? likely : verdict, branch: null, steps: [base, ...tests.map(beforeItsTime)], judged };
  }
  return { verdict, likely, branch, steps: verdict === 'new-purchase' ? [...judged, NOTHING_CARRIES] : judged, judged };
}

interface Tested {
  readonly branch: Branch;
  readonly finding: Finding;
}
type Verdict = Pick<Decision, 'verdict' | 'likely' | 'branch'>;

const OPEN: Verdict = { verdict: 'review', likely: null, branch: null };

const NOTHING_CARRIES = met(D072_NEW, said('Ingen af reglerne bærer: det er et nyt indkøb.', 'None of the rules carries it: it is a new purchase.'));

function verdictOf(tests: readonly Tested[]): Verdict {
  const carried = tests.find(({ finding }) => finding.result === 'met');
  if (carried !== undefined) return { verdict: carried.branch.verdict, likely: null, branch: carried.branch };
  if (tests.every(({ finding }) => finding.result === 'not-met')) return { verdict: 'new-purchase', likely: null, branch: null };
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
