import { met, notMet, review, unknown, type Finding } from '../finding.ts';
import { saying, type Oere } from '../kroner.ts';
import { limit } from '../parameters/limits.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const C023_20 = {
  id: 'directive-c-23-20',
  paragraph: 'EU-Domstolen, C-23/20',
  title: said('Rammeaftalens maksimum', 'The maximum of a framework'),
  sentence: said(
    'Bekendtgørelsen angiver både den anslåede og den højeste værdi eller mængde, og køb ud over maksimum er ikke omfattet af rammeaftalen.',
    'The notice states both the estimated and the maximum value or quantity, and purchases beyond the maximum are not covered by the framework.'),
  grade: 'V',
  source: 'eur-lex.europa.eu, 62020CJ0023 (Simonsen & Weel, 17.06.2021); jurainfo.dk, 05.07.2021',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('At en rammeaftale, hvis maksimum er brugt, ikke længere har virkning (C-216/17 og C-23/20).', 'That a framework whose maximum is used up has no more effect (C-216/17 and C-23/20).'),
} as const satisfies Rule;

export const C023_20_MISSING = {
  id: 'directive-c-23-20-missing',
  paragraph: 'EU-Domstolen, C-23/20',
  title: said('Et manglende maksimum', 'A missing maximum'),
  sentence: said(
    'At bekendtgørelsen ikke angav et maksimum, gør ikke kontrakten uden virkning, når der var en bekendtgørelse.',
    'That the notice stated no maximum does not make the contract ineffective where a notice was published.'),
  grade: 'V',
  source: 'eur-lex.europa.eu, 62020CJ0023, headnote',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

export interface MaximumFacts {
  /** The maximum that the notice states, and what is called off so far by everybody; null: not known. */
  readonly maximum: Oere | null;
  readonly calledOff: Oere | null;
  /** What is bought now; purchases made earlier are in calledOff. */
  readonly value: Oere | null;
}

/** Whether the maximum of the framework holds this purchase too. */
export function judgeMaximum({ maximum, calledOff, value }: MaximumFacts): Finding {
  if (maximum === null || calledOff === null || value === null) {
    return unknown(C023_20, said('Maksimum, trækket indtil nu eller købets værdi er ikke oplyst.', 'The maximum, what is called off so far, or the value of the purchase is not given.'));
  }
  const values = { sum: calledOff + value, maximum };
  return calledOff + value <= maximum
    ? met(C023_20, saying('{sum} med dette køb er inden for maksimum på {maximum}.', '{sum} with this purchase is within the maximum of {maximum}.', values))
    : notMet(C023_20, saying('{sum} med dette køb er mere end maksimum på {maximum}.', '{sum} with this purchase is more than the maximum of {maximum}.', values));
}

/** A warning when the maximum is nearly used, which decides nothing; null: it is not. */
export function warnOfMaximum({ maximum, calledOff, value }: MaximumFacts): Finding | null {
  if (maximum === null || calledOff === null || value === null || calledOff + value > maximum) return null;
  const share = limit('framework-warning-share').value;
  if ((calledOff + value) * 100n < maximum * BigInt(share)) return null;
  return review(C023_20, saying('Mindst {share} % af maksimum er brugt med dette køb: {sum} af {maximum}.', 'At least {share} % of the maximum is used with this purchase: {sum} of {maximum}.', { share, sum: calledOff + value, maximum }));
}
