/** Why a submission was not taken, as a failure. None of them leaves a receipt: the bid is not submitted. */
import type { Failure } from '#base';
import type { Refused } from './submit.store.ts';

export type Reason = Refused | 'other-request' | 'bad-key' | 'not-yours';

export interface IntakeFailure extends Failure {
  readonly reason: Reason;
}

const REASONS: Readonly<Record<Reason, Omit<Failure, 'place'>>> = {
  'no-target': { kind: 'not-found', message: 'No bids are taken here.', help: 'Look at the purchase: its address, its lots, and whether you are invited.' },
  'not-invited': { kind: 'not-found', message: 'No bids are taken here.', help: 'Look at the purchase: its address, its lots, and whether you are invited.' },
  cancelled: { kind: 'conflict', message: 'The purchase was cancelled, so no bids are taken.', help: 'Read the reason at the purchase.' },
  opening: { kind: 'conflict', message: 'The opening has begun, so no bid can come in any more.', help: 'Write to the buyer at once if you sent the bid before the deadline.' },
  'other-holders': { kind: 'conflict', message: 'The bid was sealed for other holders than those of this purchase.', help: 'Fetch the key set of the purchase again and seal the bid anew.' },
  'old-version': { kind: 'conflict', message: 'You have submitted a bid with this version or a later one.', help: 'Seal the bid anew with a higher version.' },
  incomplete: { kind: 'conflict', message: 'Not all of the bid is here, or something else than its header names.', help: 'Ask which chunks are missing, send them, and submit again.' },
  'no-bid': { kind: 'conflict', message: 'There is no submitted bid of yours to withdraw.', help: 'Look at the state of your bid.' },
  'too-late': { kind: 'conflict', message: 'The deadline has passed, so the bid cannot be withdrawn: it stands.', help: 'Write to the buyer.' },
  'other-request': { kind: 'conflict', message: 'This Idempotency-Key was used for another request.', help: 'Use a new key for each new request, and the same one only to repeat it.' },
  'bad-key': { kind: 'invalid', message: 'The request needs an Idempotency-Key of 1 to 200 visible characters.', help: 'Draw a random one for each request, and use it again only to repeat that request.' },
  'not-yours': { kind: 'invalid', message: 'The bid was sealed for another purchase, lot or supplier than it is sent for.', help: 'Seal it anew for what it is sent to; a sealed bid cannot be moved.' },
};

export function refusedFor(reason: Reason): { readonly ok: false; readonly failure: IntakeFailure } {
  return { ok: false, failure: { ...REASONS[reason], reason } };
}

/** Null: it was refused elsewhere, for example by the seal. */
export function reasonOf(failure: Failure): Reason | null {
  return 'reason' in failure && typeof failure.reason === 'string' && failure.reason in REASONS ? (failure.reason as Reason) : null;
}
