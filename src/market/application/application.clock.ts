/** Until when an application must be decided, and whether it is late. Reckoned from what is known; nothing is decided by itself. */
import { copenhagenDate } from '#base';
import type { MarketRecord } from '../core/record.ts';
import { decisionLimit, type DecisionLimit } from '../dis/dis.rules.ts';
import type { DisBody } from '../dis/dis.schema.ts';
import type { PurchaseBody } from '../purchase/purchase.schema.ts';
import type { ApplicationBody } from './application.schema.ts';

export function dayAt(instant: string): string {
  return copenhagenDate(Temporal.Instant.from(instant)).toString();
}

/** Day of the first invitation to tender in a system; null: none went out yet. @param records what is below the system */
export function firstInvitationOn(records: readonly MarketRecord[]): string | null {
  const days = records.filter(({ kind }) => kind === 'purchase').flatMap(({ body }) => (body as PurchaseBody).announcedAt ?? []).map(dayAt);
  return days.toSorted()[0] ?? null;
}

/** Null: it was not sent yet. @param records what is below the system */
export function clockOf(body: ApplicationBody, system: Pick<DisBody, 'prolongedTo'>, records: readonly MarketRecord[], now: Temporal.Instant): DecisionLimit | null {
  const received = body.completedAt ?? body.receivedAt;
  if (received === undefined) return null;
  return decisionLimit({
    receivedOn: dayAt(received), extendedBecause: body.extendedBecause ?? null, prolongedTo: system.prolongedTo ?? null, firstInvitationOn: firstInvitationOn(records),
    decidedOn: body.decision === undefined ? null : dayAt(body.decision.at),
  }, copenhagenDate(now).toString());
}
