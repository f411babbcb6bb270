/** Every rule of the law that Torvet knows, in the order of the laws: what the page of the rules shows and the cases try. */
import type { Rule } from './rule.ts';
import { COMPLAINT_SUSPENDS, P3, STANDSTILL_NOT_ASKED } from './klagenaevnsloven/p3-standstill.ts';
import { P4 } from './klagenaevnsloven/p4-ex-ante.ts';
import { P6_TELLING } from './klagenaevnsloven/p6-telling-the-buyer.ts';
import { P7 } from './klagenaevnsloven/p7-complaint.ts';
import { P17, P18, P18_SANCTION } from './klagenaevnsloven/p17-ineffective.ts';
import { CLOSED_DAYS, COUNTING } from './regulation1182/p3-counting.ts';
import { DIS_APPLICATIONS, DIS_CHANGE, DIS_DECISION, DIS_ESPD, DIS_TENDERS } from './udbudsloven/p101-dis.ts';
import { P102 } from './udbudsloven/p102-dis-notice.ts';
import { P129, P129_CALL_OFF, P129_QUARTERLY, P129_WITHHELD } from './udbudsloven/p129-award-notice.ts';
import { P57 } from './udbudsloven/p57-open.ts';
import { P59 } from './udbudsloven/p59-applications.ts';
import { P60_AGREED } from './udbudsloven/p60-agreed.ts';
import { P60_PRIOR_INFORMATION } from './udbudsloven/p60-prior-information.ts';
import { P60 } from './udbudsloven/p60-tenders.ts';
import { P61 } from './udbudsloven/p61-negotiated.ts';
import { P93, P93_BASIC, P93_VISIT, P93_WHERE } from './udbudsloven/p93-appropriate.ts';
import { P93_EXTENSION, P93_EXTENSION_URGENT } from './udbudsloven/p93-extension.ts';
import { P180 } from './udbudsloven/p180-small-change.ts';

export const RULES: readonly Rule[] = [
  P57, P59, P60, P60_PRIOR_INFORMATION, P60_AGREED, P61,
  P93, P93_VISIT, P93_WHERE, P93_EXTENSION, P93_EXTENSION_URGENT, P93_BASIC,
  DIS_APPLICATIONS, DIS_DECISION, DIS_TENDERS, DIS_ESPD, DIS_CHANGE, P102,
  P129, P129_CALL_OFF, P129_QUARTERLY, P129_WITHHELD,
  P180,
  P3, STANDSTILL_NOT_ASKED, COMPLAINT_SUSPENDS, P4, P6_TELLING, P7, P17, P18, P18_SANCTION,
  COUNTING, CLOSED_DAYS,
];
