import { kroner, type Oere } from '../kroner.ts';
import type { RouteResult } from '../route/route.result.ts';
import { judgeRoute } from '../route/route.ts';
import { P006 } from '../udbudsloven/p006-threshold.ts';
import type { Question } from './question.ts';

/**
 * What a new purchase is worth before what was bought of the same kind. Beside a tendered contract it stands for itself; where
 * nothing was tendered, it is one purchase with the contract and all that was changed in it.
 */
export function wholeOf({ tendered, originalValue, changesBefore, value }: Question): Oere {
  return tendered === false ? originalValue + changesBefore + value : value;
}

/** The route of a new purchase. */
export function judgeWhole(question: Question): RouteResult {
  const { on, buyer, kind, sameKind } = question;
  return judgeRoute({ on, buyer, kind, value: { amount: kroner(wholeOf(question)) }, sameKindLast12Months: sameKind === null ? null : { amount: kroner(sameKind) } });
}

const TENDERED_ROUTES: ReadonlySet<string> = new Set(['eu-tender', 'light-regime']);

/**
 * What a new purchase asks for: a tender, a notice; null: that must be settled first. Below the threshold no tender is asked for,
 * unless what was bought of the same kind is not known and could lift it; whether it is advertised hangs on more.
 */
export function dutiesOf({ verdict, findings, missing }: RouteResult): { readonly tenderRequired: boolean | null; readonly noticeRequired: boolean | null } {
  if (verdict !== 'review') {
    const tenderRequired = TENDERED_ROUTES.has(verdict);
    return { tenderRequired, noticeRequired: tenderRequired || verdict === 'below-threshold-cross-border' };
  }
  const isBelow = findings.some(({ paragraph, result }) => paragraph === P006.paragraph && result === 'not-met');
  const mayBeLifted = missing.some(({ fact, answers }) => fact === 'sameKindLast12Months' && answers.some((answer) => TENDERED_ROUTES.has(answer.verdict)));
  return { tenderRequired: isBelow && !mayBeLifted ? false : null, noticeRequired: null };
}
