/** A draft of a system held against the law before it is published, and who may buy in it afterwards. */
import { copenhagenDate, copenhagenInstant } from '#base';
import type { OrganisationFacts } from '../core/command.ts';
import { checkPublication, type PublicationCheck } from '../publication-check.ts';
import type { Dis, DisBody } from './dis.schema.ts';

/** @param local day and time on the clocks of Copenhagen, `2026-12-01T12:00` */
export function instantOf(local: string): Temporal.Instant {
  const moment = Temporal.PlainDateTime.from(local);
  return copenhagenInstant(moment.toPlainDate(), moment.toPlainTime());
}

/** What stands in the way of publishing it today. */
export function checkDis(body: DisBody, now: Temporal.Instant): PublicationCheck {
  return checkPublication({
    kind: 'dis', announcedOn: copenhagenDate(now).toString(), deadline: body.firstDeadline === undefined ? null : instantOf(body.firstDeadline), background: body.description,
    lots: body.categories.length, whyNotDivided: body.undivided ?? '', endsOn: body.endsOn ?? null, estimatedQuantity: body.quantity ?? '', awardCriteria: body.awardCriteria ?? '', suitability: '',
    categories: body.categories.map(({ id, categoryDescription, suitability }) => ({ id, description: categoryDescription ?? '', suitability: suitability ?? '' })),
  });
}

/** Grounds of exclusion that an applicant is asked about, by their rules of `law`. */
export function groundsAsked({ voluntaryGrounds }: Pick<DisBody, 'voluntaryGrounds'>): readonly string[] {
  return ['udbudsloven-134a', 'udbudsloven-135-1', 'udbudsloven-135-3', 'udbudsloven-136', ...(voluntaryGrounds ? ['udbudsloven-137'] : [])];
}

/** Whether an organisation is among those that the notice lets buy in the system. */
export function mayUse({ owner, body }: Pick<Dis, 'owner' | 'body'>, organisation: OrganisationFacts): boolean {
  return organisation.id === owner || body.users.some((user) => user.organisation === organisation.id)
    || (organisation.cvr !== null && body.named.some(({ cvr }) => cvr === organisation.cvr))
    || (body.allMunicipalities && organisation.kind === 'municipality');
}
