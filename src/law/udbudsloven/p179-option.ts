import { judgeAll } from '../conditions.ts';
import type { Finding } from '../finding.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';
import type { Truth } from '../truth.ts';

export const P179 = {
  id: 'udbudsloven-179',
  paragraph: 'Udbudsloven § 179',
  title: said('Option eller ændringsklausul', 'An option or a review clause'),
  sentence: said(
    'En ændring kræver ikke nyt udbud, når de oprindelige udbudsdokumenter har en klar, præcis og entydig klausul om den med omfang, art og betingelser, og kontraktens karakter er den samme. Der er ingen grænse for værdien.',
    'A change needs no new tender when the original documents have a clear, precise and unequivocal clause on it with its extent, nature and conditions, and the overall character of the contract is kept. There is no cap on the value.'),
  grade: 'P',
  source: 'GWB § 132(2) no. 1; Directive 2014/24/EU, article 72(1)(a)',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens danske ordlyd.', 'The Danish wording of the paragraph.'),
} as const satisfies Rule;

export interface OptionFacts {
  readonly optionClause: Truth;
  readonly characterKept: Truth;
}

export function judgeOption({ optionClause, characterKept }: OptionFacts): Finding {
  return judgeAll(P179, [
    { holds: optionClause, that: said('at udbudsdokumenterne har en klar klausul om netop dette', 'that the tender documents have a clear clause on just this') },
    { holds: characterKept, that: said('at kontraktens karakter er den samme', 'that the overall character of the contract is kept') },
  ]);
}
