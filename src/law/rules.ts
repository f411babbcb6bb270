/** Every rule of the law that Torvet knows, in the order of the laws: what the page of the rules shows and the cases try. */
import type { Rule } from './rule.ts';
import { P180 } from './udbudsloven/p180-small-change.ts';

export const RULES: readonly Rule[] = [P180];
