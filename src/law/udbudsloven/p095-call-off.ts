import { judgeAll } from '../conditions.ts';
import type { Finding } from '../finding.ts';
import { saying, type Oere } from '../kroner.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';
import { all, type Truth } from '../truth.ts';

export const P095_CALL_OFF = {
  id: 'udbudsloven-95-call-off',
  paragraph: 'Udbudsloven § 95, stk. 3, og C-23/20',
  title: said('Køb på en udbudt aftale', 'A call-off under a tendered agreement'),
  sentence: said(
    'Et køb, der ligger inden for det udbudte, sker, mens aftalen løber, og ikke bringer det samlede køb over aftalens maksimale værdi, er et træk på aftalen og ingen ændring. Det må løbe videre efter aftalens udløb.',
    'A purchase that lies within what was tendered, is made while the agreement runs and does not bring the total above the maximum value of the agreement, is a call-off and no change. It may run on after the end of the agreement.'),
  grade: 'V',
  source: 'elov.dk, Udbudsloven, chapter 8, §§ 95(3) and 96; EU Court, C-23/20, 17.06.2021 (EUR-Lex 62020CJ0023); jurainfo.dk, 05.07.2021',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said(
    'Dommen kræver, at den maksimale værdi står i bekendtgørelsen. At aftalen er udtømt, når den er nået, er ikke læst i dommen selv.',
    'The ruling asks that the maximum value stands in the notice. That the agreement is used up when it is reached was not read in the ruling itself.'),
} as const satisfies Rule;

export interface CallOffFacts {
  /** ISO date of the purchase. */
  readonly on: string;
  readonly value: Oere;
  readonly withinScope: Truth;
  readonly maximumValue: Oere | null;
  readonly calledOff: Oere | null;
  /** Last day of the agreement, inclusive ISO date; null: not known. */
  readonly end: string | null;
}

/** Whether the agreement already covers the purchase; what it covers is no addition to it (§ 181). */
export function isCovered(facts: CallOffFacts): Truth {
  return all(facts.withinScope, isWithinMaximum(facts), isInTerm(facts));
}

export function judgeCallOff(facts: CallOffFacts): Finding {
  const { value, calledOff, maximumValue } = facts;
  return judgeAll(P095_CALL_OFF, [
    { holds: facts.withinScope, that: said('at købet ligger inden for det udbudte', 'that the purchase lies within what was tendered') },
    { holds: isInTerm(facts), that: said('at købet sker, mens aftalen løber', 'that the purchase is made while the agreement runs') },
    { holds: isWithinMaximum(facts), that: calledOff === null || maximumValue === null
      ? said('at det samlede køb holder sig under aftalens maksimale værdi', 'that the total bought keeps within the maximum value of the agreement')
      : saying('at {total} i alt holder sig inden for aftalens maksimale værdi på {maximumValue}', 'that {total} in all keeps within the maximum value of the agreement, {maximumValue}', { total: calledOff + value, maximumValue }) },
  ]);
}

// What is worth more than the maximum is above it, whatever was bought before.
function isWithinMaximum({ value, calledOff, maximumValue }: CallOffFacts): Truth {
  if (maximumValue !== null && value > maximumValue) return false;
  return calledOff === null || maximumValue === null ? null : calledOff + value <= maximumValue;
}

function isInTerm({ on, end }: CallOffFacts): Truth {
  return end === null ? null : on <= end;
}
