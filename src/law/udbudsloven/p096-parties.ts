import { asked } from '../asked.ts';
import type { Finding } from '../finding.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';
import type { Truth } from '../truth.ts';

export const P096 = {
  id: 'udbudsloven-96',
  paragraph: 'Udbudsloven § 96',
  title: said('Hvem der kan bruge aftalen', 'Who may use the agreement'),
  sentence: said(
    'Kun de ordregivere, som bekendtgørelsen nævner, og de oprindelige parter kan bruge rammeaftalen.',
    'Only the contracting authorities that the notice names, and the original parties, may use the framework agreement.'),
  grade: 'V',
  source: 'elov.dk, Udbudsloven § 96',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

/** Whether the notice lets this buyer use the agreement. */
export function judgeParties({ namedInNotice }: { readonly namedInNotice: Truth }): Finding {
  return asked(P096, namedInNotice, {
    yes: said('Bekendtgørelsen nævner ordregiveren.', 'The notice names the buyer.'),
    no: said('Bekendtgørelsen nævner ikke ordregiveren, så aftalen kan ikke bruges.', 'The notice does not name the buyer, so the agreement cannot be used.'),
    open: said('Det er ikke oplyst, om bekendtgørelsen nævner ordregiveren.', 'It is not said whether the notice names the buyer.'),
  });
}
