import { asked } from '../asked.ts';
import { met, unknown, type Finding } from '../finding.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';
import type { Truth } from '../truth.ts';

export const P098 = {
  id: 'udbudsloven-98',
  paragraph: 'Udbudsloven § 98',
  title: said('Direkte tildeling eller miniudbud', 'Direct award or mini-competition'),
  sentence: said(
    'Med flere leverandører tildeles direkte, ved miniudbud eller på begge måder; valget mellem dem følger objektive kriterier i udbudsmaterialet.',
    'With several suppliers the award is direct, by mini-competition, or both; the choice between them follows objective criteria in the documents.'),
  grade: 'V',
  source: 'elov.dk, Udbudsloven § 98, stk. 1-2',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

export const P099 = {
  id: 'udbudsloven-99',
  paragraph: 'Udbudsloven §§ 98-99',
  title: said('Objektive kriterier', 'Objective criteria'),
  sentence: said(
    'Direkte tildeling følger rammeaftalens vilkår og objektive kriterier, der stod i udbudsmaterialet (mængde, værdi, egenskaber).',
    'A direct award follows the terms of the framework and objective criteria that stood in the documents (quantity, value, characteristics).'),
  grade: 'V',
  source: 'elov.dk, Udbudsloven §§ 98-99',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

export type AwardModel = 'direct' | 'mini-competition' | 'both';

/** Whether it is known how the framework awards its contracts, on which the other conditions depend. */
export function judgeAwardModel({ awardModel }: { readonly awardModel: AwardModel | null }): Finding {
  if (awardModel === null) return unknown(P098, said('Det er ikke oplyst, om aftalen tildeler direkte eller ved miniudbud.', 'It is not said whether the agreement awards directly or by mini-competition.'));
  return met(P098, MODELS[awardModel]);
}

const MODELS = {
  direct: said('Aftalen tildeler direkte.', 'The agreement awards directly.'),
  'mini-competition': said('Aftalen tildeler ved miniudbud.', 'The agreement awards by mini-competition.'),
  both: said('Aftalen tildeler direkte eller ved miniudbud.', 'The agreement awards directly or by mini-competition.'),
} as const;

/** Whether the criteria of the framework point to the supplier, which a direct award needs. */
export function judgeObjectiveCriteria({ objectiveCriteriaMet }: { readonly objectiveCriteriaMet: Truth }): Finding {
  return asked(P099, objectiveCriteriaMet, {
    yes: said('Rammeaftalens objektive kriterier peger på leverandøren.', 'The objective criteria of the framework point to the supplier.'),
    no: said('Rammeaftalens objektive kriterier peger ikke på leverandøren.', 'The objective criteria of the framework do not point to the supplier.'),
    open: said('Det er ikke oplyst, om rammeaftalens objektive kriterier peger på leverandøren.', 'It is not said whether the objective criteria of the framework point to the supplier.'),
  });
}
