import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { isCovered, judgeCallOff, P095_CALL_OFF } from '../udbudsloven/p095-call-off.ts';
import { judgeBasicElements, P178 } from '../udbudsloven/p178-basic-elements.ts';
import { judgeOption, P179 } from '../udbudsloven/p179-option.ts';
import { judgeSmallChange, P180 } from '../udbudsloven/p180-small-change.ts';
import { judgeAdditionalDelivery, P181 } from '../udbudsloven/p181-additional-delivery.ts';
import { judgeUnforeseeable, P183 } from '../udbudsloven/p183-unforeseeable.ts';
import type { Answers, Question } from './question.ts';

/** A way in which a purchase beside a tendered contract may be made without a new tender. */
export interface Branch {
  readonly verdict: 'call-off' | 'option' | 'small-change' | 'additional-delivery' | 'unforeseeable' | 'not-basic';
  /** As the answer names it; null: no change at all. */
  readonly ground: string | null;
  readonly noticeRequired: boolean;
  readonly rule: Rule;
  /** The facts that the test hangs on, of those that may be open: while they are the same, it says the same. */
  readonly asks: ReadonlySet<OpenFact>;
  readonly judge: (question: Question) => Finding;
}

/** What of a question may be open. */
export type OpenFact = keyof Answers | 'tendered' | 'maximumValue' | 'calledOff' | 'end' | 'sameKind';
type Asking<Asks extends OpenFact> = Omit<Question, OpenFact> & Pick<Question, Asks>;

/** The compiler sees to it that the test looks at no open fact that it does not name. */
function branch<Asks extends OpenFact>(one: Omit<Branch, 'asks' | 'judge'> & { readonly asks: readonly Asks[]; readonly judge: (question: Asking<Asks>) => Finding }): Branch {
  return { ...one, asks: new Set<OpenFact>(one.asks) };
}

const OF_CALL_OFF = ['withinScope', 'maximumValue', 'calledOff', 'end'] as const;

/** In the order in which they are tested: the first that is met decides. */
export const BRANCHES: readonly Branch[] = [
  branch({ verdict: 'call-off', ground: null, noticeRequired: false, rule: P095_CALL_OFF, asks: OF_CALL_OFF, judge: judgeCallOff }),
  branch({ verdict: 'option', ground: '§ 179', noticeRequired: false, rule: P179, asks: ['optionClause', 'characterKept'], judge: judgeOption }),
  branch({
    verdict: 'small-change', ground: '§ 180', noticeRequired: false, rule: P180, asks: ['characterKept'],
    judge: ({ on, buyer, kind, contractKind, contractValue, changesBefore, value, characterKept }) =>
      judgeSmallChange({ on, buyer, kind, contractKind, value: contractValue, sum: changesBefore + value, characterKept }),
  }),
  branch({
    verdict: 'additional-delivery', ground: '§ 181', noticeRequired: true, rule: P181,
    asks: [...OF_CALL_OFF, 'necessary', 'supplierChangeImpossible', 'supplierChangeCostly'],
    judge: (question) => judgeAdditionalDelivery({ ...question, covered: isCovered(question) }),
  }),
  branch({ verdict: 'unforeseeable', ground: '§ 183', noticeRequired: true, rule: P183, asks: ['unforeseeable', 'characterKept'], judge: judgeUnforeseeable }),
  branch({
    verdict: 'not-basic', ground: '§ 178', noticeRequired: false, rule: P178,
    asks: ['wouldHaveAttractedOthers', 'shiftsBalance', 'characterKept', 'standaloneUsable'], judge: judgeBasicElements,
  }),
];
