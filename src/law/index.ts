export { isFirm, type Grade } from './grade.ts';
export type { Finding, Missing } from './finding.ts';
export type { Rule, Said } from './rule.ts';
export { RULES } from './rules.ts';
