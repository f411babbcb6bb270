/** What the commands of a purchase ask of it again and again. */
import type { MarketRecord } from '../core/record.ts';
import { fail, ok, refuse, type Result } from '#base';
import { comingBefore } from '../deadline.ts';
import type { Due } from '../core/command.ts';
import type { Purchase, PurchaseInternal, Revealed } from './purchase.schema.ts';

/** A direct award takes no bids: its life is another. */
export function isCompetitive({ body }: Pick<MarketRecord, 'body'>): boolean {
  return (body as { readonly way?: string }).way !== 'direct';
}

/** The deadline of an announced purchase. @throws when it has none: it was announced without */
export function deadlineOf({ body }: Pick<Purchase, 'body'>): Temporal.Instant {
  if (body.deadline === undefined) throw new Error('An announced purchase has a deadline.');
  return Temporal.Instant.from(body.deadline);
}

export function internalOf({ internal }: Purchase): PurchaseInternal {
  if (internal === null) throw new Error('A purchase has something internal from its beginning, and is decided by who sees it.');
  return internal;
}

/** The shares that holders have revealed, of a purchase that the server read. */
export function revealedOf({ withheld }: Pick<Purchase, 'withheld'>): Revealed['revealed'] {
  return (withheld as Revealed | null)?.revealed ?? [];
}

/** Whether the deadline lies ahead. At the deadline itself a bid is still in time. */
export function beforeDeadline(purchase: Pick<Purchase, 'body'>, now: Temporal.Instant): Result<Temporal.Instant> {
  const deadline = deadlineOf(purchase);
  return Temporal.Instant.compare(now, deadline) <= 0 ? ok(deadline) : fail(refuse('conflict', { da: ['Fristen er gået.', 'Derefter kan intet spørges, besvares eller ændres.'], en: ['The deadline has passed.', 'Nothing is asked, answered or changed after it.'] }));
}

/** What time does: reminders, questions after keys, and the closing, which opens nothing. */
export function dueOf(purchase: Purchase): readonly Due[] {
  if (purchase.state !== 'announced') return [];
  const { told } = internalOf(purchase);
  const since = (at: string | null): Temporal.Instant => Temporal.Instant.from(at ?? purchase.body.announcedAt ?? purchase.changedAt);
  const deadline = deadlineOf(purchase);
  const due = (command: string, what: string, after: Temporal.Instant): readonly Due[] => comingBefore(deadline, after).filter((one) => one.what === what).map(({ at }) => ({ command, at }));
  return [...due('purchase.remind', 'reminder', since(told.reminder)), ...due('purchase.ask-keys', 'possession-check', since(told.keys)), { command: 'purchase.close', at: deadline.add({ milliseconds: 1 }) }];
}
