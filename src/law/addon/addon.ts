import { colophon } from '../version.ts';
import type { RouteResult } from '../route/route.result.ts';
import type { AddonFacts } from './addon.facts.ts';
import type { AddonResult } from './addon.result.ts';
import { circumstancesOf } from './circumstances.ts';
import { decide, stepsOf, type Decision } from './decision.ts';
import { memoOf } from './memo.ts';
import { missingOf } from './missing.ts';
import { questionOf, type Question } from './question.ts';
import { sumsOf } from './sums.ts';
import { dutiesOf, judgeWhole } from './whole.ts';

/** Whether a purchase beside a contract is an add-on or a purchase of its own. Pure: the day is one of the facts. */
export function judgeAddon(facts: AddonFacts): AddonResult {
  const question = questionOf(facts);
  const decision = decide(question);
  const sums = sumsOf(question);
  const steps = stepsOf(question, decision);
  const routes = routesOnce();
  const route = decision.verdict === 'new-purchase' ? routes(question) : null;
  const findings = circumstancesOf(question, sums, decision);
  const duties = dutiesAfter(decision, route);
  const parts = {
    verdict: decision.verdict, likely: decision.likely, ground: decision.branch?.ground ?? null, ...duties,
    sums, steps, findings,
    missing: missingOf(question, decision, (tried, then) => dutiesAfter(then, then.verdict === 'new-purchase' ? routes(tried) : null).tenderRequired),
    route,
    ...colophon([...steps, ...findings, ...(route?.findings ?? [])]),
  };
  return { ...parts, memo: memoOf(question, parts) };
}

function dutiesAfter({ branch }: Decision, route: RouteResult | null): Pick<AddonResult, 'tenderRequired' | 'noticeRequired'> {
  if (route !== null) return dutiesOf(route);
  return branch === null ? { tenderRequired: null, noticeRequired: null } : { tenderRequired: false, noticeRequired: branch.noticeRequired };
}

/** Most answers to what is missing lead to the same new purchase: its route is judged once. */
function routesOnce(): (question: Question) => RouteResult {
  const known = new Map<string, RouteResult>();
  return (question) => {
    const key = `${String(question.tendered === false)} ${String(question.sameKind)}`;
    const route = known.get(key) ?? judgeWhole(question);
    known.set(key, route);
    return route;
  };
}
