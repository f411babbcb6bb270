import { judgeAll } from '../conditions.ts';
import type { Finding } from '../finding.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';
import { not, type Truth } from '../truth.ts';

export const P178 = {
  id: 'udbudsloven-178',
  paragraph: 'Udbudsloven § 178',
  title: said('Ændring af grundlæggende elementer', 'A change of basic elements'),
  sentence: said(
    'Ændres grundlæggende elementer, kræver det et nyt udbud: når andre ville have budt eller budt anderledes, når balancen flyttes til leverandørens fordel, når kontrakten udvides betydeligt, eller når leverandøren skiftes ud uden for § 182. Er intet af det tilfældet, er ændringen ikke grundlæggende.',
    'A change of basic elements needs a new tender: when others would have bid or bid differently, when the balance moves to the advantage of the supplier, when the contract is considerably extended, or when the supplier is replaced outside § 182. When none of this is so, the change is not basic.'),
  grade: 'P',
  source: 'GWB § 132(1); Directive 2014/24/EU, article 72(4); elov.dk, Udbudsloven § 180, for the title',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens danske ordlyd, og hvornår en udvidelse er betydelig.', 'The Danish wording of the paragraph, and when an extension is considerable.'),
} as const satisfies Rule;

export interface BasicElementsFacts {
  readonly wouldHaveAttractedOthers: Truth;
  readonly shiftsBalance: Truth;
  readonly characterKept: Truth;
  /** What can be used by itself extends the contract considerably. */
  readonly standaloneUsable: Truth;
}

// Met means: not basic. That the supplier is the same is what makes it an add-on, so the fourth test does not arise.
export function judgeBasicElements({ wouldHaveAttractedOthers, shiftsBalance, characterKept, standaloneUsable }: BasicElementsFacts): Finding {
  return judgeAll(P178, [
    { holds: not(wouldHaveAttractedOthers), that: said('at ændringen ikke ville have trukket andre til eller givet andre tilbud', 'that the change would not have drawn others or led to other tenders') },
    { holds: not(shiftsBalance), that: said('at balancen ikke flyttes til leverandørens fordel', 'that the balance does not move to the advantage of the supplier') },
    { holds: characterKept, that: said('at kontraktens karakter er den samme', 'that the overall character of the contract is kept') },
    { holds: not(standaloneUsable), that: said('at det købte ikke kan bruges for sig selv', 'that what is bought cannot be used by itself') },
  ]);
}
