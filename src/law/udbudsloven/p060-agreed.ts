import { periodOn, type Period } from '../dates/period.ts';
import { tell } from '../dates/telling.ts';
import { met, notMet, type Finding } from '../finding.ts';
import { limit } from '../parameters/limits.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P060_AGREED = {
  id: 'udbudsloven-60-5',
  paragraph: 'Udbudsloven § 60, stk. 5',
  title: said('Aftalt frist for tilbud', 'Agreed time for tenders'),
  sentence: said(
    'Andre ordregivere end staten kan aftale en frist for tilbud med alle, der er opfordret til at byde. Den er den samme for alle og aldrig under 10 dage.',
    'Buyers other than the state may agree on a time for tenders with all who were invited. It is the same for all and never less than 10 days.'),
  grade: 'V',
  source: 'elov.dk, Udbudsloven § 60(5)',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

interface AgreedFacts {
  readonly agreedDays: number;
}

/** The agreed period, or the least that may be agreed where it is shorter. null: before Udbudsloven. @param from ISO date */
export function agreedTenders({ agreedDays }: AgreedFacts, from: string): Period | null {
  const least = periodOn('restricted-tenders-agreed-least', from, said('aftalt med alle', 'agreed with all'));
  return least === null ? null : { ...least, length: Math.max(least.length, agreedDays) };
}

export function judgeAgreedTenders({ agreedDays }: AgreedFacts): Finding {
  const values = { agreedDays, least: limit('restricted-tenders-agreed-least').value };
  return agreedDays >= values.least
    ? met(P060_AGREED, tell('Aftalt er {agreedDays} dage; mindst {least} må aftales.', '{agreedDays} days were agreed; at least {least} may be.', values))
    : notMet(P060_AGREED, tell('Aftalt er {agreedDays} dage, men under {least} må ikke aftales. Der regnes med {least}.', '{agreedDays} days were agreed, but less than {least} may not be. {least} are reckoned with.', values));
}
