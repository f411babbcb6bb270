import { weakest, type Grade } from '../grade.ts';
import { limitOn, type Limit } from '../parameters/limits.ts';
import { said, type Said } from '../rule.ts';

/** A length of time that the law sets. */
export interface Period {
  readonly length: number;
  readonly unit: 'days' | 'working days' | 'months';
  readonly grade: Grade;
  /** What made it this long, to stand in brackets; null: nothing but the rule. */
  readonly why: Said | null;
}

/** The period of that name on a day. null: the law of that day is not known here. @param on ISO date @throws Error for a name that no limit has */
export function periodOn(id: string, on: string, why: Said | null = null): Period | null {
  const limit = limitOn(id, on);
  return limit === null ? null : { length: limit.value, unit: unitOf(limit), grade: limit.grade, why };
}

function unitOf({ id, unit }: Limit): Period['unit'] {
  if (unit === 'days' || unit === 'working days' || unit === 'months') return unit;
  throw new Error(`The limit "${id}" is no length of time.`);
}

/** What may shorten the time for tenders. */
export interface TenderFacts {
  /** ISO date of the dispatch. */
  readonly from: string;
  readonly electronic: boolean;
  readonly urgent: boolean;
  /** Whether a prior information notice was sent in time. */
  readonly priorInformation: boolean;
}

/** The names of the limits of one kind of procedure. */
interface TenderLimits {
  readonly normal: string;
  readonly priorInformation: string;
  readonly urgent: string;
  readonly electronicReduction: string;
}

const NORMAL = said('udgangspunktet', 'the normal period');
const PRIOR_INFORMATION = said('forhåndsmeddelelse i rette tid', 'a prior information notice in time');
const URGENT = said('hastende', 'urgency');
const ELECTRONIC = said('udgangspunktet, kortere fordi tilbud afgives elektronisk', 'the normal period, shorter because tenders are submitted electronically');

/** A prior information notice or urgency takes the place of the normal period; the reduction for electronic tenders is taken from the normal one alone. */
export function tenderPeriod(limits: TenderLimits, { from, electronic, urgent, priorInformation }: TenderFacts): Period | null {
  const short = [
    ...(priorInformation ? [periodOn(limits.priorInformation, from, PRIOR_INFORMATION)] : []),
    ...(urgent ? [periodOn(limits.urgent, from, URGENT)] : []),
  ].filter((period) => period !== null).toSorted((one, other) => one.length - other.length);
  const normal = periodOn(limits.normal, from, NORMAL);
  if (short[0] !== undefined || normal === null || !electronic) return short[0] ?? normal;
  const reduction = periodOn(limits.electronicReduction, from);
  return reduction === null ? normal : { ...normal, length: normal.length - reduction.length, grade: weakest([normal.grade, reduction.grade]), why: ELECTRONIC };
}
