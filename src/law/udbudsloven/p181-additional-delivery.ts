import { judgeAll } from '../conditions.ts';
import type { Finding } from '../finding.ts';
import { isWithinShare, saying, type Oere } from '../kroner.ts';
import { limit } from '../parameters/limits.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';
import { not, type Truth } from '../truth.ts';

export const P181 = {
  id: 'udbudsloven-181',
  paragraph: 'Udbudsloven § 181',
  title: said('Nødvendige supplerende leverancer', 'Necessary additional deliveries'),
  sentence: said(
    'En supplerende leverance kræver ikke nyt udbud, når den er nødvendig og ikke var med i kontrakten, et skifte af leverandør både er umuligt af økonomiske eller tekniske grunde og ville give betydelig ulempe eller dobbelte udgifter, og hver ændring højst er 50 % af kontraktens værdi. Reglen må ikke bruges til at omgå loven, og ændringen skal bekendtgøres.',
    'An additional delivery needs no new tender when it is necessary and was not in the contract, a change of supplier is both impossible for economic or technical reasons and would cause significant inconvenience or duplication of cost, and each change is at most 50 % of the value of the contract. The rule may not be used to circumvent the law, and a notice of the change is published.'),
  grade: 'P',
  source: 'Directive 2014/24/EU, article 72(1)(b); GWB § 132(2) no. 2; danskelove.dk, Udbudsloven § 184, for the notice; howtocrackanut.com, 2015/06, for "and"',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens danske ordlyd: at begge betingelser om skifte af leverandør skal være opfyldt.', 'The Danish wording of the paragraph: that both conditions on a change of supplier must be met.'),
} as const satisfies Rule;

export interface AdditionalDeliveryFacts {
  /** This change alone: the cap is on each. */
  readonly value: Oere;
  /** Value of the contract, the indexed one where there is an index clause (§ 184). */
  readonly contractValue: Oere;
  readonly necessary: Truth;
  /** Whether the contract covers it already, so that it is no addition. */
  readonly covered: Truth;
  readonly supplierChangeImpossible: Truth;
  readonly supplierChangeCostly: Truth;
}

export function judgeAdditionalDelivery(facts: AdditionalDeliveryFacts): Finding {
  const { value, contractValue } = facts;
  const share = limit('additional-delivery-share').value;
  return judgeAll(P181, [
    { holds: isWithinShare(value, contractValue, share), that: saying('at {value} højst er {share} % af {contractValue}', 'that {value} is at most {share} % of {contractValue}', { value, share, contractValue }) },
    { holds: facts.necessary, that: said('at leverancen er nødvendig', 'that the delivery is necessary') },
    { holds: not(facts.covered), that: said('at leverancen ikke allerede er dækket af kontrakten', 'that the delivery is not covered by the contract already') },
    { holds: facts.supplierChangeImpossible, that: said('at et skifte af leverandør er umuligt af økonomiske eller tekniske grunde', 'that a change of supplier is impossible for economic or technical reasons') },
    { holds: facts.supplierChangeCostly, that: said('at et skifte ville give betydelig ulempe eller dobbelte udgifter', 'that a change would cause significant inconvenience or duplication of cost') },
  ]);
}
