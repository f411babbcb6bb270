/** Every rule of the law that Torvet knows, in the order of the laws: what the page of the rules shows and the cases try. */
import type { Rule } from './rule.ts';
import { P002_1, P002_2 } from './udbudsloven/p002-principles.ts';
import { P004 } from './udbudsloven/p004-conflicts.ts';
import { P005 } from './udbudsloven/p005-confidentiality.ts';
import { P005A } from './udbudsloven/p005a-access.ts';
import { P006, P006_PERIOD } from './udbudsloven/p006-threshold.ts';
import { P008 } from './udbudsloven/p008-small-lots.ts';
import { VALUE_DAY, VALUE_FRAMEWORK, VALUE_INNOVATION, VALUE_LOTS, VALUE_MONTHLY, VALUE_NO_SPLIT, VALUE_RECURRENT, VALUE_TOTAL } from './udbudsloven/p029-value.ts';
import { P031 } from './udbudsloven/p031-separate-units.ts';
import { P039 } from './udbudsloven/p039-market-dialogue.ts';
import { P040 } from './udbudsloven/p040-specifications.ts';
import { P049, P049_2022 } from './udbudsloven/p049-divide-or-explain.ts';
import { P056 } from './udbudsloven/p056-open.ts';
import { P057 } from './udbudsloven/p057-open-time.ts';
import { P058 } from './udbudsloven/p058-restricted.ts';
import { P059 } from './udbudsloven/p059-applications.ts';
import { P060_AGREED } from './udbudsloven/p060-agreed.ts';
import { P060_PRIOR_INFORMATION } from './udbudsloven/p060-prior-information.ts';
import { P060 } from './udbudsloven/p060-tenders.ts';
import { P061_TIME } from './udbudsloven/p061-negotiated-time.ts';
import { NEGOTIATED_INVITED, NEGOTIATION_AFTER_FAILURE, P061 } from './udbudsloven/p061-negotiation.ts';
import { P067 } from './udbudsloven/p067-competitive-dialogue.ts';
import { P073 } from './udbudsloven/p073-innovation-partnership.ts';
import { ADDITIONAL_GOODS, CLOSING_DOWN, COMMODITY_MARKET, DESIGN_CONTEST, EXTREME_URGENCY, NO_TENDERS, ONE_SUPPLIER, P080, REPETITION, RESEARCH_GOODS } from './udbudsloven/p080-without-notice.ts';
import { P093, P093_BASIC, P093_VISIT, P093_WHERE } from './udbudsloven/p093-appropriate.ts';
import { P093_EXTENSION, P093_EXTENSION_URGENT } from './udbudsloven/p093-extension.ts';
import { P095_2, P095_3 } from './udbudsloven/p095-framework-term.ts';
import { P095_CALL_OFF } from './udbudsloven/p095-call-off.ts';
import { P096 } from './udbudsloven/p096-parties.ts';
import { P097, P097_ONE, P100 } from './udbudsloven/p097-terms.ts';
import { P098, P099 } from './udbudsloven/p098-award-model.ts';
import { DIS_ADMISSION, DIS_APPLICATIONS, DIS_CHANGES, DIS_DECISION, DIS_DOCUMENTS, DIS_ESPD, DIS_FEES, DIS_INFORM, DIS_INVITED, DIS_LIFE, DIS_TENDERS, P101 } from './udbudsloven/p101-dynamic-purchasing.ts';
import { P102_1, P102_2 } from './udbudsloven/p102-dis-notice.ts';
import { P120 } from './udbudsloven/p120-central-purchasing.ts';
import { P128 } from './udbudsloven/p128-contract-notice.ts';
import { P129_1, P129_3, P129_4, P129_5 } from './udbudsloven/p129-award-notice.ts';
import { P132 } from './udbudsloven/p132-documents.ts';
import { P134A } from './udbudsloven/p134a-tax-havens.ts';
import { P135_1, P135_3 } from './udbudsloven/p135-mandatory-exclusion.ts';
import { P136 } from './udbudsloven/p136-misconduct.ts';
import { P137 } from './udbudsloven/p137-voluntary-exclusion.ts';
import { P138 } from './udbudsloven/p138-self-cleaning.ts';
import { P148 } from './udbudsloven/p148-espd.ts';
import { P160, P160_SLOPE } from './udbudsloven/p160-evaluation-method.ts';
import { P161, P165 } from './udbudsloven/p161-award-criteria.ts';
import { P169 } from './udbudsloven/p169-low-tenders.ts';
import { P171 } from './udbudsloven/p171-notification.ts';
import { P176 } from './udbudsloven/p176-trainees.ts';
import { P177 } from './udbudsloven/p177-subcontractors.ts';
import { P178 } from './udbudsloven/p178-basic-elements.ts';
import { P179 } from './udbudsloven/p179-option.ts';
import { P180 } from './udbudsloven/p180-small-change.ts';
import { P181 } from './udbudsloven/p181-additional-delivery.ts';
import { P182 } from './udbudsloven/p182-replacement.ts';
import { P183 } from './udbudsloven/p183-unforeseeable.ts';
import { P184 } from './udbudsloven/p184-index-and-notice.ts';
import { P185_ENDING, P185_KEEPING } from './udbudsloven/p185-ending.ts';
import { P186, P186_NOTICE } from './udbudsloven/p186-light-regime.ts';
import { P191, P191_NOTICE, P191_TIME } from './udbudsloven/p191-cross-border.ts';
import { P192 } from './udbudsloven/p192-light-cross-border.ts';
import { P193, SMALL_PURCHASE } from './udbudsloven/p193-market-terms.ts';
import { P194 } from './udbudsloven/p194-communication.ts';
import { TILBUDSLOVEN_ADVERTISING } from './tilbudsloven/advertising.ts';
import { TILBUDSLOVEN_7A, TILBUDSLOVEN_WORKS } from './tilbudsloven/works.ts';
import { KN001 } from './klagenaevnsloven/p001-jurisdiction.ts';
import { KN003 } from './klagenaevnsloven/p003-standstill.ts';
import { KN003_SUSPENSION, KN003_WITHOUT } from './klagenaevnsloven/p003-without-standstill.ts';
import { KN004 } from './klagenaevnsloven/p004-ex-ante.ts';
import { KN006 } from './klagenaevnsloven/p006-notice-of-complaint.ts';
import { KN007 } from './klagenaevnsloven/p007-complaint.ts';
import { KN017, KN018 } from './klagenaevnsloven/p016-ineffectiveness.ts';
import { TOOLS } from './directive/a022-tools.ts';
import { VARIANTS } from './directive/a045-variants.ts';
import { D072, D072_NEW } from './directive/a072-tendered-contract.ts';
import { CONTRACT_COPIES, DOCUMENTATION } from './directive/a083-documentation.ts';
import { C023_20, C023_20_MISSING } from './directive/c023-20-maximum.ts';
import { OLD_RULES } from './directive/old-rules.ts';
import { CLOSED_DAYS, COUNTING } from './regulation1182/a003-counting.ts';

export const RULES: readonly Rule[] = [
  P002_1, P002_2,
  P004,
  P005,
  P005A,
  P006, P006_PERIOD,
  P008,
  VALUE_TOTAL, VALUE_NO_SPLIT, VALUE_DAY, VALUE_FRAMEWORK, VALUE_INNOVATION, VALUE_LOTS, VALUE_RECURRENT, VALUE_MONTHLY,
  P031,
  P039,
  P040,
  P049, P049_2022,
  P056,
  P057,
  P058,
  P059,
  P060, P060_PRIOR_INFORMATION, P060_AGREED,
  P061, NEGOTIATION_AFTER_FAILURE, NEGOTIATED_INVITED, P061_TIME,
  P067,
  P073,
  P080, NO_TENDERS, ONE_SUPPLIER, EXTREME_URGENCY, RESEARCH_GOODS, ADDITIONAL_GOODS, COMMODITY_MARKET, CLOSING_DOWN, DESIGN_CONTEST, REPETITION,
  P093, P093_VISIT, P093_WHERE, P093_EXTENSION, P093_EXTENSION_URGENT, P093_BASIC,
  P095_2, P095_3, P095_CALL_OFF,
  P096,
  P097, P097_ONE, P100,
  P098, P099,
  P101, DIS_ADMISSION, DIS_APPLICATIONS, DIS_DECISION, DIS_INFORM, DIS_INVITED, DIS_TENDERS, DIS_ESPD, DIS_FEES, DIS_DOCUMENTS, DIS_CHANGES, DIS_LIFE,
  P102_1, P102_2,
  P120,
  P128,
  P129_1, P129_3, P129_4, P129_5,
  P132,
  P134A,
  P135_1, P135_3,
  P136,
  P137,
  P138,
  P148,
  P160, P160_SLOPE,
  P161, P165,
  P169,
  P171,
  P176,
  P177,
  P178, P179, P180, P181, P182, P183, P184, P185_ENDING, P185_KEEPING,
  P186, P186_NOTICE,
  P191, P191_NOTICE, P191_TIME,
  P192,
  P193, SMALL_PURCHASE,
  P194,
  TILBUDSLOVEN_ADVERTISING,
  TILBUDSLOVEN_WORKS, TILBUDSLOVEN_7A,
  KN001,
  KN003, KN003_WITHOUT, KN003_SUSPENSION,
  KN004,
  KN006,
  KN007,
  KN017, KN018,
  TOOLS,
  VARIANTS,
  D072, D072_NEW,
  DOCUMENTATION, CONTRACT_COPIES,
  C023_20, C023_20_MISSING,
  OLD_RULES,
  COUNTING, CLOSED_DAYS,
];
