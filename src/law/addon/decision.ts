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
  const findings = BRANCHES.map(({ judge }) => judge(question));
  const judged = [base, ...findings];
  const { verdict, likely } = question.tendered === null ? OPEN : verdictOf(findings);
  if (question.on < UDBUDSLOVEN_FROM) {
    return { verdict: 'review', likely: verdict === 'review' ? likely : verdict, branch: null, steps: [base, ...findings.map(beforeItsTime)], judged };
  }
  const branch = BRANCHES.find((one) => one.verdict === verdict) ?? null;
  return { verdict, likely, branch, steps: verdict === 'new-purchase' ? [...judged, NOTHING_CARRIES] : judged, judged };
}

const OPEN = { verdict: 'review', likely: null } as const;

const NOTHING_CARRIES = met(D072_NEW, said('Ingen af reglerne bærer: det er et nyt indkøb.', 'None of the rules carries it: it is a new purchase.'));

function verdictOf(findings: readonly Finding[]): Pick<Decision, 'verdict' | 'likely'> {
  const first = BRANCHES[findings.findIndex(({ result }) => result === 'met')];
  if (first !== undefined) return { verdict: first.verdict, likely: null };
  if (findings.every(({ result }) => result === 'not-met')) return { verdict: 'new-purchase', likely: null };
  // Where a fact is missing nobody can say where it points; where only the law is in doubt, and once, it points there.
  const doubtful = BRANCHES.filter((_, at) => findings[at]?.result === 'review');
  const [only = null] = doubtful;
  const isFactMissing = findings.some(({ result }) => result === 'unknown');
  return { verdict: 'review', likely: !isFactMissing && doubtful.length === 1 && only !== null ? only.verdict : null };
}

function beforeItsTime(finding: Finding, at: number): Finding {
  const rule = BRANCHES[at]?.rule;
  if (rule === undefined) return finding;
  const because = told((lang) => (lang === 'da'
    ? `Reglen gjaldt ikke endnu. Efter dagens regel: ${finding.because.da}`
    : `The rule was not yet in force. By the rule of today: ${finding.because.en}`));
  return review(rule, because);
}
