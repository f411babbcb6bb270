import type { Oere } from '../kroner.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P184 = {
  id: 'udbudsloven-184',
  paragraph: 'Udbudsloven § 184',
  title: said('Indeksering og bekendtgørelse', 'Indexing and notice'),
  sentence: said(
    'Har kontrakten en indekseringsklausul, regnes grænserne i §§ 180, 181 og 183 af den opdaterede pris på ændringens tid. Ændringer efter §§ 181 og 183 bekendtgøres i EU-Tidende med oplysningerne i direktivets bilag V, del G, og sendes som § 129, stk. 6, siger.',
    'Where the contract has an index clause, the caps in §§ 180, 181 and 183 are worked out from the updated price at the time of the change. A notice of changes under §§ 181 and 183 is published in the Official Journal with the information of Annex V, part G, of the directive, and sent as § 129(6) says.'),
  grade: 'V',
  source: 'danskelove.dk, Udbudsloven § 184',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

/** The value that the caps are a share of. */
export function cappedValue(original: Oere, indexed: Oere | null): Oere {
  return indexed ?? original;
}
