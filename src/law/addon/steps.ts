import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { isCovered, judgeCallOff, P095_CALL_OFF } from '../udbudsloven/p095-call-off.ts';
import { judgeBasicElements, P178 } from '../udbudsloven/p178-basic-elements.ts';
import { judgeOption, P179 } from '../udbudsloven/p179-option.ts';
import { judgeSmallChange, P180 } from '../udbudsloven/p180-small-change.ts';
import { judgeAdditionalDelivery, P181 } from '../udbudsloven/p181-additional-delivery.ts';
import { judgeUnforeseeable, P183 } from '../udbudsloven/p183-unforeseeable.ts';
import type { Question } from './question.ts';

/** A way in which a purchase beside a tendered contract may be made without a new tender. */
export interface Branch {
  readonly verdict: 'call-off' | 'option' | 'small-change' | 'additional-delivery' | 'unforeseeable' | 'not-basic';
  /** As the answer names it; null: no change at all. */
  readonly ground: string | null;
  readonly noticeRequired: boolean;
  readonly rule: Rule;
  readonly judge: (question: Question) => Finding;
}

/** In the order in which they are tested: the first that is met decides. */
export const BRANCHES: readonly Branch[] = [
  { verdict: 'call-off', ground: null, noticeRequired: false, rule: P095_CALL_OFF, judge: (question) => judgeCallOff(callOffFacts(question)) },
  { verdict: 'option', ground: '§ 179', noticeRequired: false, rule: P179, judge: ({ answers }) => judgeOption(answers) },
  {
    verdict: 'small-change', ground: '§ 180', noticeRequired: false, rule: P180,
    judge: ({ on, buyer, kind, contractKind, contractValue, changesBefore, value, answers: { characterKept } }) =>
      judgeSmallChange({ on, buyer, kind, contractKind, value: contractValue, sum: changesBefore + value, characterKept }),
  },
  {
    verdict: 'additional-delivery', ground: '§ 181', noticeRequired: true, rule: P181,
    judge: (question) => {
      const { value, contractValue, answers: { necessary, supplierChangeImpossible, supplierChangeCostly } } = question;
      return judgeAdditionalDelivery({ value, contractValue, necessary, covered: isCovered(callOffFacts(question)), supplierChangeImpossible, supplierChangeCostly });
    },
  },
  {
    verdict: 'unforeseeable', ground: '§ 183', noticeRequired: true, rule: P183,
    judge: ({ value, contractValue, answers: { unforeseeable, characterKept } }) => judgeUnforeseeable({ value, contractValue, unforeseeable, characterKept }),
  },
  { verdict: 'not-basic', ground: '§ 178', noticeRequired: false, rule: P178, judge: ({ answers }) => judgeBasicElements(answers) },
];

function callOffFacts({ on, value, answers: { withinScope }, maximumValue, calledOff, end }: Question) {
  return { on, value, withinScope, maximumValue, calledOff, end };
}
