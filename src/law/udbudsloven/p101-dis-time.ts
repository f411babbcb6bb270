/** The time limits of a dynamic purchasing system, whose rules stand in p101-dynamic-purchasing.ts. */
import { dayOf, isoOf } from '../dates/days.ts';
import { judgeProposed, type Proposal } from '../dates/judging.ts';
import { periodOn, type Period } from '../dates/period.ts';
import { tell } from '../dates/telling.ts';
import { met, review, type Finding } from '../finding.ts';
import { limit } from '../parameters/limits.ts';
import { endsOf } from '../regulation1182/a003-counting.ts';
import { said } from '../rule.ts';
import { DIS_APPLICATIONS, DIS_DECISION, DIS_ESPD, DIS_TENDERS } from './p101-dynamic-purchasing.ts';

export interface DisFacts {
  readonly step: 'applications' | 'decision' | 'tenders' | 'renewal';
  /** ISO date of the dispatch (of the request, for a renewal), or of the receipt of the application. */
  readonly from: string;
  readonly extended: boolean;
  readonly agreedDays: number | null;
}

/** null: before Udbudsloven. */
export function disPeriod({ step, from, extended, agreedDays }: DisFacts): Period | null {
  if (step === 'applications') return periodOn('dis-first-applications', from);
  if (step === 'decision') return extended ? periodOn('dis-decision-extended', from, said('begrundet enkelttilfælde', 'a justified individual case')) : periodOn('dis-decision', from);
  if (step === 'renewal') return periodOn('dis-renewed-espd', from);
  const least = periodOn('dis-tenders', from);
  return least === null || agreedDays === null ? least : { ...least, length: Math.max(least.length, agreedDays), why: said('aftalt med alle optagne', 'agreed with all who are admitted') };
}

const RULE_OF = { applications: DIS_APPLICATIONS, decision: DIS_DECISION, tenders: DIS_TENDERS, renewal: DIS_ESPD } as const;

export function judgeDis(facts: DisFacts & Proposal): Finding {
  return judgeProposed(RULE_OF[facts.step], facts.step === 'decision' || facts.step === 'renewal' ? 'most' : 'least', disPeriod(facts), facts);
}

/** The last day on which a renewed ESPD can be handed in; null: before Udbudsloven. @param from ISO date of the request */
export function disRenewalEnds(from: string): { readonly last: string; readonly lastIfClosed: string } | null {
  const period = periodOn('dis-renewed-espd', from);
  if (period === null) return null;
  const { last, lastIfClosed } = endsOf(period, dayOf(from));
  return { last: isoOf(last), lastIfClosed: isoOf(lastIfClosed) };
}

/** Whether fewer days than the minimum may be agreed was not read in the Danish text, which is stricter than the directive in § 60. */
export function judgeDisAgreed({ agreedDays }: { readonly agreedDays: number }): Finding {
  const values = { agreedDays, least: limit('dis-tenders').value };
  return agreedDays >= values.least
    ? met(DIS_TENDERS, tell('Aftalt med alle optagne er {agreedDays} dage.', '{agreedDays} days were agreed with all who are admitted.', values))
    : review(DIS_TENDERS, tell('Aftalt er {agreedDays} dage. Om under {least} må aftales i et DIS, har vi ikke læst; der regnes med {least}.', '{agreedDays} days were agreed. Whether less than {least} may be agreed in a DIS we have not read; {least} are reckoned with.', values));
}
