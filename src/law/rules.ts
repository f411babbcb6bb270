/** Every rule of the law that Torvet knows, in the order of the laws: what the page of the rules shows and the cases try. */
import { D072, D072_NEW } from './directive/p072-tendered-contract.ts';
import { K017, K018 } from './klagenaevnsloven/p017-ineffective.ts';
import type { Rule } from './rule.ts';
import { P095_CALL_OFF } from './udbudsloven/p095-call-off.ts';
import { P178 } from './udbudsloven/p178-basic-elements.ts';
import { P179 } from './udbudsloven/p179-option.ts';
import { P180 } from './udbudsloven/p180-small-change.ts';
import { P181 } from './udbudsloven/p181-additional-delivery.ts';
import { P182 } from './udbudsloven/p182-replacement.ts';
import { P183 } from './udbudsloven/p183-unforeseeable.ts';
import { P184 } from './udbudsloven/p184-index-and-notice.ts';
import { P185_ENDING, P185_KEEPING } from './udbudsloven/p185-ending.ts';

export const RULES: readonly Rule[] = [
  P095_CALL_OFF, P178, P179, P180, P181, P182, P183, P184, P185_ENDING, P185_KEEPING,
  K017, K018,
  D072, D072_NEW,
];
