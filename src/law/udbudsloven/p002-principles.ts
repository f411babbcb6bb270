import { asked } from '../asked.ts';
import type { Finding } from '../finding.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';
import { not, type Truth } from '../truth.ts';

export const P002_1 = {
  id: 'udbudsloven-2-1',
  paragraph: 'Udbudsloven § 2, stk. 1',
  title: said('Principperne', 'The principles'),
  sentence: said('Alle behandles lige, indkøbet er gennemsigtigt, og kravene står i forhold til opgaven.', 'All are treated equally, the purchase is transparent, and the requirements are in proportion to the task.'),
  grade: 'V',
  source: 'Udbudsloven § 2, stk. 1',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

export const P002_2 = {
  id: 'udbudsloven-2-2',
  paragraph: 'Udbudsloven § 2, stk. 2',
  title: said('Ingen kunstig begrænsning af konkurrencen', 'No artificial narrowing of competition'),
  sentence: said(
    'Et indkøb udformes ikke for at undgå loven eller kunstigt begrænse konkurrencen; behov, der er gjort så snævre, at kun én kan opfylde dem, bærer ikke en tildeling.',
    'A purchase is not designed to escape the law or to narrow competition artificially; needs made so narrow that one supplier alone can meet them carry no award.'),
  grade: 'V',
  source: 'Udbudsloven § 2, stk. 2; Klagenævnet for Udbud, 12.03.2021 (Sorø), by way of horten.dk and jurainfo.dk',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

/** Whether the needs leave room for more than one supplier. The ruling of 2021 set an award aside where 156 requirements fitted one alone. */
export function judgeNarrowing({ needsNarrowedToOne }: { readonly needsNarrowedToOne: Truth }): Finding {
  return asked(P002_2, not(needsNarrowedToOne), {
    yes: said('Behovene kan opfyldes af mere end én leverandør.', 'More than one supplier can meet the needs.'),
    no: said('Behovene er beskrevet, så kun én leverandør kan opfylde dem.', 'The needs are described so that one supplier alone can meet them.'),
    open: said('Det er ikke oplyst, om behovene er beskrevet, så kun én kan opfylde dem.', 'It is not said whether the needs are described so that one supplier alone can meet them.'),
  });
}
