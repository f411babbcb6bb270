import { asked } from '../asked.ts';
import type { Finding } from '../finding.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';
import type { Truth } from '../truth.ts';

export const P102_1 = {
  id: 'udbudsloven-102-1',
  paragraph: 'Udbudsloven § 102, stk. 1',
  title: said('Bekendtgørelsen om indkøbssystemet', 'The notice of the system'),
  sentence: said(
    'Bekendtgørelsen angiver systemets løbetid, mindstekrav til egnethed og tildelingskriterier (jf. § 105, stk. 3).',
    'The notice states duration, minimum suitability requirements and award criteria (see § 105(3)).'),
  grade: 'V',
  source: 'Udbudsloven § 102, stk. 1',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

export const P102_2 = {
  id: 'udbudsloven-102-2',
  paragraph: 'Udbudsloven § 102, stk. 2-3',
  title: said('Kategorier', 'Categories'),
  sentence: said(
    'Systemet kan deles i kategorier, der er beskrevet objektivt; kravene til egnethed står for hver kategori i bekendtgørelsen.',
    'The system may be divided in categories that are described objectively; the suitability requirements of each stand in the notice.'),
  grade: 'V',
  source: 'Udbudsloven § 102, stk. 2-3',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

/** Whether the purchase is one that the categories of the system cover. */
export function judgeDisScope({ inScope }: { readonly inScope: Truth }): Finding {
  return asked(P102_2, inScope, {
    yes: said('Købet ligger i en af systemets kategorier.', 'The purchase lies in a category of the system.'),
    no: said('Købet ligger uden for systemets kategorier.', 'The purchase lies outside the categories of the system.'),
    open: said('Det er ikke oplyst, om købet ligger i en af systemets kategorier.', 'It is not said whether the purchase lies in a category of the system.'),
  });
}

/** Whether the system runs, whose duration the notice states. */
export function judgeDisTerm({ inTerm }: { readonly inTerm: Truth }): Finding {
  return asked(P102_1, inTerm, {
    yes: said('Købet sker, mens indkøbssystemet løber.', 'The purchase is made while the system runs.'),
    no: said('Indkøbssystemet løber ikke på købets dag.', 'The system does not run on the day of the purchase.'),
    open: said('Det er ikke oplyst, om indkøbssystemet løber på købets dag.', 'It is not said whether the system runs on the day of the purchase.'),
  });
}
