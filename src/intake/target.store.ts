/** What bids are taken for. The market place writes it, in the transaction of its own step. */
import { sql, type Transaction } from 'kysely';
import { fail, ok, refuse, type Result } from '#base';
import { keySetId, type KeySet } from '#seal';
import { intakeIn, type IntakeDatabase } from './tables.ts';

export interface Target {
  readonly purchase: string;
  readonly lot: string;
  /** Whose keys open the bids. */
  readonly keySet: KeySet;
  readonly deadline: Temporal.Instant;
  /** Keys of the organisations that may bid. */
  readonly invited: readonly string[];
}

/** Begins to take bids for a lot, or changes who may bid. A key set that bids were sealed for cannot be changed: `conflict`. */
export async function setTarget<Tables>(trx: Transaction<Tables>, target: Target): Promise<Result<void>> {
  const { purchase, lot, keySet, invited } = target;
  if (keySet.purchase !== purchase) return fail(refuse('invalid', { da: ['Nøglesættet hører til et andet køb.', 'Lav et nøglesæt til dette.'], en: ['The key set is of another purchase.', 'Make a key set for this one.'] }));
  const [id, holders] = [await keySetId(keySet), keySet.holders.map((holder) => holder.id)];
  const deadline = wholeMilliseconds(target.deadline);
  const changed = await sql`insert into intake_target (purchase, lot, key_set, holders, deadline, invited) values (${purchase}, ${lot}, ${id}, ${holders}, ${deadline}, ${[...invited]})
    on conflict (purchase, lot) do update set key_set = excluded.key_set, holders = excluded.holders, deadline = excluded.deadline, invited = excluded.invited
    where intake_target.opening_at is null and intake_target.cancelled_at is null
      and (intake_target.key_set = excluded.key_set or not exists (select from intake_submission s where s.purchase = excluded.purchase and s.lot = excluded.lot))`.execute(trx);
  if (changed.numAffectedRows === 1n) return ok(undefined);
  return fail(refuse('conflict', { da: ['Det, der gives tilbud på, kan ikke ændres mere: der er forseglet tilbud til disse åbnere, åbningen er begyndt, eller købet er annulleret.', 'Annullér købet, og offentliggør det på ny.'], en: ['What bids are taken for cannot be changed any more: bids were sealed for these holders, or the opening has begun, or it was cancelled.', 'Cancel the purchase and announce it anew.'] }));
}

/**
 * Another deadline for all lots of a purchase. Waits for submissions that are being written, and those that come meanwhile wait for it,
 * so that each was judged by the one or by the other.
 */
export async function moveDeadline<Tables>(trx: Transaction<Tables>, purchase: string, deadline: Temporal.Instant): Promise<Result<void>> {
  const rows = await lockTargets(intakeIn(trx), purchase);
  if (rows.length === 0) return fail(refuse('not-found', { da: ['Der tages ikke imod tilbud til dette køb.', 'Offentliggør det først.'], en: ['No bids are taken for this purchase.', 'Announce it first.'] }));
  if (rows.some((row) => row.opening_at !== null || row.cancelled_at !== null)) {
    return fail(refuse('conflict', { da: ['Fristen ligger fast: åbningen er begyndt, eller købet er annulleret.', 'Annullér købet, og offentliggør det på ny.'], en: ['The deadline stays: the opening has begun, or the purchase was cancelled.', 'Cancel the purchase and announce it anew.'] }));
  }
  await intakeIn(trx).updateTable('intake_target').set({ deadline: wholeMilliseconds(deadline) }).where('purchase', '=', purchase).execute();
  return ok(undefined);
}

/** No more bids: the purchase was cancelled. What came in stays sealed. */
export async function cancelTarget<Tables>(trx: Transaction<Tables>, purchase: string, now: Temporal.Instant): Promise<void> {
  await intakeIn(trx).updateTable('intake_target').set({ cancelled_at: now.toString() }).where('purchase', '=', purchase).where('cancelled_at', 'is', null).execute();
}

/** The lots of a purchase, held until the end of the transaction: no bid comes in meanwhile. */
export async function lockTargets(trx: IntakeDatabase, purchase: string) {
  return trx.selectFrom('intake_target').select(['lot', 'deadline', 'opening_at', 'cancelled_at']).where('purchase', '=', purchase).orderBy('lot').forUpdate().execute();
}

// Instants of receipt are whole milliseconds; a deadline between two of them would read as one and count as the other.
function wholeMilliseconds(instant: Temporal.Instant): string {
  if (instant.epochNanoseconds % 1_000_000n !== 0n) throw new RangeError(`A deadline is a whole millisecond, not ${instant.toString()}.`);
  return instant.toString();
}
