import { met, notMet, unknown, type Finding } from './finding.ts';
import { told, type FirmRule, type Said } from './rule.ts';
import type { Truth } from './truth.ts';

/** One of the things that a rule asks for, as a clause to be read after "Not met": "that the delivery is necessary". */
export interface Condition {
  readonly holds: Truth;
  readonly that: Said;
}

/** A rule all of whose conditions must hold: broken by one that does not, not known as long as one is not said. */
export function judgeAll(rule: FirmRule, conditions: readonly Condition[]): Finding {
  const broken = conditions.filter(({ holds }) => holds === false);
  if (broken.length > 0) return notMet(rule, listing({ da: 'Ikke opfyldt', en: 'Not met' }, broken));
  const open = conditions.filter(({ holds }) => holds === null);
  if (open.length > 0) return unknown(rule, listing({ da: 'Ikke oplyst', en: 'Not said' }, open));
  return met(rule, listing({ da: 'Opfyldt', en: 'Met' }, conditions));
}

function listing(head: Said, conditions: readonly Condition[]): Said {
  return told((lang) => `${head[lang]}: ${conditions.map(({ that }) => that[lang]).join('; ')}.`.replace('kr..', 'kr.'));
}
