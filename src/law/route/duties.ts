import { isInForce, type Rule } from '../rule.ts';
import { CONTRACT_COPIES, DOCUMENTATION } from '../directive/a083-documentation.ts';
import { TOOLS } from '../directive/a022-tools.ts';
import { C023_20 } from '../directive/c023-20-maximum.ts';
import { KN003 } from '../klagenaevnsloven/p003-standstill.ts';
import { P002_1, P002_2 } from '../udbudsloven/p002-principles.ts';
import { P004 } from '../udbudsloven/p004-conflicts.ts';
import { P005 } from '../udbudsloven/p005-confidentiality.ts';
import { P005A } from '../udbudsloven/p005a-access.ts';
import { VALUE_NO_SPLIT, VALUE_TOTAL } from '../udbudsloven/p029-value.ts';
import { P040 } from '../udbudsloven/p040-specifications.ts';
import { P049 } from '../udbudsloven/p049-divide-or-explain.ts';
import { P093 } from '../udbudsloven/p093-appropriate.ts';
import { P095_3 } from '../udbudsloven/p095-framework-term.ts';
import { P096 } from '../udbudsloven/p096-parties.ts';
import { P097, P100 } from '../udbudsloven/p097-terms.ts';
import { P099 } from '../udbudsloven/p098-award-model.ts';
import { DIS_DOCUMENTS, DIS_FEES, DIS_INVITED, DIS_TENDERS } from '../udbudsloven/p101-dynamic-purchasing.ts';
import { P128 } from '../udbudsloven/p128-contract-notice.ts';
import { P129_1, P129_4 } from '../udbudsloven/p129-award-notice.ts';
import { P132 } from '../udbudsloven/p132-documents.ts';
import { P134A } from '../udbudsloven/p134a-tax-havens.ts';
import { P135_1, P135_3 } from '../udbudsloven/p135-mandatory-exclusion.ts';
import { P136 } from '../udbudsloven/p136-misconduct.ts';
import { P137 } from '../udbudsloven/p137-voluntary-exclusion.ts';
import { P138 } from '../udbudsloven/p138-self-cleaning.ts';
import { P148 } from '../udbudsloven/p148-espd.ts';
import { P160 } from '../udbudsloven/p160-evaluation-method.ts';
import { P161, P165 } from '../udbudsloven/p161-award-criteria.ts';
import { P169 } from '../udbudsloven/p169-low-tenders.ts';
import { P171 } from '../udbudsloven/p171-notification.ts';
import { P176 } from '../udbudsloven/p176-trainees.ts';
import { P177 } from '../udbudsloven/p177-subcontractors.ts';
import { P186 } from '../udbudsloven/p186-light-regime.ts';
import { P191, P191_NOTICE, P191_TIME } from '../udbudsloven/p191-cross-border.ts';
import { P192 } from '../udbudsloven/p192-light-cross-border.ts';
import { P193 } from '../udbudsloven/p193-market-terms.ts';
import { P194 } from '../udbudsloven/p194-communication.ts';
import type { Purchase } from './purchase.ts';
import type { Duty, RouteVerdict } from './route.result.ts';

const PRINCIPLES = [P004, P002_1, P002_2] as const;
const VALUING = [VALUE_TOTAL, VALUE_NO_SPLIT] as const;
const PUBLISHING = [P194, TOOLS, P128, P132, P093] as const;
const EXCLUDING = [P134A, P135_1, P135_3, P136, P138, P148] as const;
const AWARDING = [P005, P169, P171, KN003, P129_1, DOCUMENTATION, CONTRACT_COPIES, P005A] as const;
const CLAUSES = [P176, P177] as const;

/** What the verdict asks of the buyer, in the order in which it is met: before the notice, in it, with the tenders, and afterwards. */
export function dutiesOf(verdict: RouteVerdict, purchase: Purchase): readonly Duty[] {
  return rulesOf(verdict, purchase).filter((rule) => isInForce(rule, purchase.on))
    .map(({ paragraph, sentence, source, grade }) => ({ paragraph, duty: sentence, source, grade }));
}

function rulesOf(verdict: RouteVerdict, { kind, via }: Purchase): readonly Rule[] {
  switch (verdict) {
    case 'eu-tender': return [...PRINCIPLES, ...VALUING, P040, P049, P160, P161, P165, P137, ...(kind === 'goods' ? [] : CLAUSES), ...PUBLISHING, ...EXCLUDING, ...AWARDING];
    case 'light-regime': return [P002_1, P002_2, ...VALUING, P186, KN003];
    case 'below-threshold-cross-border': return [P002_1, P002_2, ...VALUING, kind === 'light-services' ? P192 : P191, P191_NOTICE, P191_TIME];
    case 'below-threshold-market-terms': return [...VALUING, P193];
    case 'call-off': return via?.kind === 'dis' ? [P002_1, P002_2, DIS_DOCUMENTS, DIS_FEES, DIS_INVITED, DIS_TENDERS, P129_4] : underFramework(via?.awardModel ?? 'both');
    case 'no-duty': case 'review': return [];
  }
}

function underFramework(model: 'direct' | 'mini-competition' | 'both'): readonly Rule[] {
  return [P096, P097, P095_3, C023_20, P002_1, P002_2, ...(model === 'mini-competition' ? [] : [P099]), ...(model === 'direct' ? [] : [P100])];
}
