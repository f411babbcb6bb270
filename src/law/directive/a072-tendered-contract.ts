import { met, notMet, unknown, type Finding } from '../finding.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';
import type { Truth } from '../truth.ts';

export const D072 = {
  id: 'directive-72-tendered-contract',
  paragraph: 'Direktiv 2014/24/EU artikel 72',
  title: said('En lovligt udbudt kontrakt at ændre', 'A lawfully tendered contract to change'),
  sentence: said(
    'Reglerne om ændringer gør et nyt udbud unødvendigt. De forudsætter, at kontrakten selv er udbudt efter reglerne; ellers er tilkøbet et nyt indkøb sammen med alt, der allerede er købt.',
    'The rules on changes make a new tender unnecessary. They presuppose that the contract itself was tendered by the rules; otherwise the add-on is a new purchase together with all that has been bought already.'),
  grade: 'P',
  source: 'Directive 2014/24/EU, article 72(1): "without a new procurement procedure"; GWB § 132',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('At §§ 178-184 ikke kan bruges på en kontrakt, der skulle have været udbudt og ikke blev det.', 'That §§ 178-184 cannot be used on a contract that should have been tendered and was not.'),
} as const satisfies Rule;

export const D072_NEW = {
  id: 'directive-72-new-purchase',
  paragraph: 'Direktiv 2014/24/EU artikel 72, stk. 5',
  title: said('Hvad reglerne om ændringer ikke dækker', 'What the rules on changes do not cover'),
  sentence: said(
    'Andre ændringer end dem, som reglerne tillader, kræver et nyt udbud efter de regler, der gælder for et køb af den slags og værdi.',
    'Changes other than those that the rules permit need a new procedure, by the rules that a purchase of that kind and value has.'),
  grade: 'P',
  source: 'Directive 2014/24/EU, article 72(5); GWB § 132(1)',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Hvor reglen står i udbudsloven.', 'Where the rule stands in Udbudsloven.'),
} as const satisfies Rule;

export interface TenderedContractFacts {
  readonly tendered: Truth;
}

export function judgeTenderedContract({ tendered }: TenderedContractFacts): Finding {
  if (tendered === true) return met(D072, said('Kontrakten er udbudt.', 'The base contract was tendered.'));
  if (tendered === false) return notMet(D072, said('Ingen udbudt kontrakt at bygge på: ingen regel om ændringer kan bruges.', 'No tendered base contract: no rule on changes can be used.'));
  return unknown(D072, said('Det er ikke oplyst, om kontrakten er udbudt.', 'It is not said whether the base contract was tendered.'));
}
