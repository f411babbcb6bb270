/** A draft of a system held against the law before it is published, and who may buy in it afterwards. */
import { copenhagenDate, copenhagenInstant } from '#base';
import type { EspdRequest } from '../espd/answers.ts';
import { SELECTION_CRITERIA } from '../espd/criteria.ts';
import type { MarketFinding } from '../findings.ts';
import { checkPublication, type PublicationCheck } from '../publication-check.ts';
import type { DisBody } from './dis.schema.ts';

/** @param local day and time on the clocks of Copenhagen, `2026-12-01T12:00` */
export function instantOf(local: string): Temporal.Instant {
  const moment = Temporal.PlainDateTime.from(local);
  return copenhagenInstant(moment.toPlainDate(), moment.toPlainTime());
}

/** A finding that is a proposal only. */
export const ADVICE = 'nearest-better-date';

/** What stands in the way of publishing it today. */
export function checkDis(body: DisBody, now: Temporal.Instant): PublicationCheck {
  return checkPublication({
    kind: 'dis', announcedOn: copenhagenDate(now).toString(), deadline: body.firstDeadline === undefined ? null : instantOf(body.firstDeadline), background: body.description,
    lots: body.categories.length, whyNotDivided: body.undivided ?? '', endsOn: body.endsOn ?? null, estimatedQuantity: body.quantity ?? '', awardCriteria: body.awardCriteria ?? '', suitability: '',
    categories: body.categories.map(({ id, categoryDescription, suitability }) => ({ id, description: categoryDescription ?? '', suitability: suitability ?? '' })),
  });
}

/** What needs a reason, each once by its code; a better day is offered, and needs none to be left. */
export function warningsOf(body: DisBody, now: Temporal.Instant): readonly MarketFinding[] {
  return [...new Map(checkDis(body, now).findings.filter(({ severity, code }) => severity === 'warns' && code !== ADVICE).map((one) => [one.code, one])).values()];
}

/** What an applicant is asked in its self-declaration. */
export function espdRequest({ voluntary, selection }: Pick<DisBody, 'voluntary' | 'selection'>): EspdRequest {
  return { voluntary, selection: selection.map(({ code, requirement, minimum }) => ({ code, text: requirement, minimum: espdNumber(code, minimum) })) };
}

/** Money as whole øre, as the self-declaration reckons it; null: nothing was written, or the criterion is a statement. */
export function espdNumber(code: string, value: string | undefined): number | null {
  const kind = SELECTION_CRITERIA.find((one) => one.code === code)?.answer;
  if (value === undefined || kind === undefined || kind === 'statement') return null;
  return kind === 'money' ? Math.round(Number(value) * 100) : Number(value);
}
