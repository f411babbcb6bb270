import { judgeAll } from '../conditions.ts';
import type { Finding } from '../finding.ts';
import { isWithinShare, saying, type Oere } from '../kroner.ts';
import { limit } from '../parameters/limits.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';
import type { Truth } from '../truth.ts';

export const P183 = {
  id: 'udbudsloven-183',
  paragraph: 'Udbudsloven § 183',
  title: said('Uforudsete omstændigheder', 'Unforeseen circumstances'),
  sentence: said(
    'En ændring kræver ikke nyt udbud, når den skyldes omstændigheder, som en påpasselig ordregiver ikke kunne forudse, kontraktens karakter er den samme, og hver ændring højst er 50 % af kontraktens værdi. Reglen må ikke bruges til at omgå loven, og ændringen skal bekendtgøres.',
    'A change needs no new tender when it is caused by circumstances that a diligent buyer could not foresee, the overall character of the contract is kept, and each change is at most 50 % of the value of the contract. The rule may not be used to circumvent the law, and a notice of the change is published.'),
  grade: 'P',
  source: 'Directive 2014/24/EU, article 72(1)(c); GWB § 132(2) no. 3; danskelove.dk, Udbudsloven § 184, for the notice and, by inference, the number',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('At det er § 183, der handler om det uforudsete; det er sluttet af § 184.', 'That it is § 183 that is about the unforeseen; it was inferred from § 184.'),
} as const satisfies Rule;

export interface UnforeseeableFacts {
  /** This change alone: the cap is on each. */
  readonly value: Oere;
  /** Value of the contract, the indexed one where there is an index clause (§ 184). */
  readonly contractValue: Oere;
  readonly unforeseeable: Truth;
  readonly characterKept: Truth;
}

export function judgeUnforeseeable({ value, contractValue, unforeseeable, characterKept }: UnforeseeableFacts): Finding {
  const share = limit('unforeseeable-share').value;
  return judgeAll(P183, [
    { holds: isWithinShare(value, contractValue, share), that: saying('at {value} højst er {share} % af {contractValue}', 'that {value} is at most {share} % of {contractValue}', { value, share, contractValue }) },
    { holds: unforeseeable, that: said('at en påpasselig ordregiver ikke kunne forudse behovet', 'that a diligent buyer could not foresee the need') },
    { holds: characterKept, that: said('at kontraktens karakter er den samme', 'that the overall character of the contract is kept') },
  ]);
}
