import { asked } from '../asked.ts';
import type { Finding } from '../finding.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';
import type { Truth } from '../truth.ts';

export const P095_2 = {
  id: 'udbudsloven-95-2',
  paragraph: 'Udbudsloven § 95, stk. 2',
  title: said('Rammeaftalens længde', 'Length of a framework agreement'),
  sentence: said(
    'En rammeaftale løber højst fire år; længere kun i ganske særlige tilfælde.',
    'A framework agreement runs four years at most; longer only in extraordinary cases.'),
  grade: 'V',
  source: 'elov.dk, Udbudsloven, chapter 8, § 95, stk. 2',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

export const P095_3 = {
  id: 'udbudsloven-95-3',
  paragraph: 'Udbudsloven § 95, stk. 3',
  title: said('Køb i rammeaftalens løbetid', 'Purchases within the term'),
  sentence: said(
    'Kontrakten under rammeaftalen eller indkøbssystemet indgås, mens aftalen løber; den må løbe videre bagefter.',
    'The contract under the framework or system is concluded while the agreement runs; it may run on after it.'),
  grade: 'V',
  source: 'elov.dk, Udbudsloven § 95, stk. 3',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

/** Whether the contract is concluded while the framework or system runs. */
export function judgeTerm({ inTerm }: { readonly inTerm: Truth }): Finding {
  return asked(P095_3, inTerm, {
    yes: said('Købet sker, mens aftalen løber.', 'The purchase is made while the agreement runs.'),
    no: said('Aftalen løber ikke på købets dag.', 'The agreement does not run on the day of the purchase.'),
    open: said('Det er ikke oplyst, om aftalen løber på købets dag.', 'It is not said whether the agreement runs on the day of the purchase.'),
  });
}
