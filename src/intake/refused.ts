/** Why a submission was not taken, as a failure. None of them leaves a receipt: the bid is not submitted. */
import { refuse, type Failure } from '#base';
import type { Refused } from './submit.store.ts';

export type Reason = Refused | 'other-request' | 'bad-key' | 'not-yours';

export interface IntakeFailure extends Failure {
  readonly reason: Reason;
}

const REASONS: Readonly<Record<Reason, Omit<Failure, 'place'>>> = {
  'no-target': refuse('not-found', { da: ['Her tages ingen tilbud imod.', 'Se på købets side: adressen, delaftalerne, og om I er inviteret.'], en: ['No bids are taken here.', 'Look at the purchase: its address, its lots, and whether you are invited.'] }),
  'not-invited': refuse('not-found', { da: ['Her tages ingen tilbud imod.', 'Se på købets side: adressen, delaftalerne, og om I er inviteret.'], en: ['No bids are taken here.', 'Look at the purchase: its address, its lots, and whether you are invited.'] }),
  cancelled: refuse('conflict', { da: ['Købet er annulleret, så der tages ikke imod tilbud.', 'Læs hvorfor på købets side.'], en: ['The purchase was cancelled, so no bids are taken.', 'Read the reason at the purchase.'] }),
  opening: refuse('conflict', { da: ['Åbningen er begyndt, så der kan ikke komme flere tilbud ind.', 'Skriv straks til indkøberen, hvis I sendte tilbuddet inden fristen.'], en: ['The opening has begun, so no bid can come in any more.', 'Write to the buyer at once if you sent the bid before the deadline.'] }),
  'other-holders': refuse('conflict', { da: ['Tilbuddet er forseglet til andre åbnere end dem, dette køb har.', 'Hent købets nøglesæt igen, og forsegl tilbuddet på ny.'], en: ['The bid was sealed for other holders than those of this purchase.', 'Fetch the key set of the purchase again and seal the bid anew.'] }),
  'old-version': refuse('conflict', { da: ['I har allerede indsendt et tilbud med denne version eller en senere.', 'Forsegl tilbuddet på ny med en højere version.'], en: ['You have submitted a bid with this version or a later one.', 'Seal the bid anew with a higher version.'] }),
  incomplete: refuse('conflict', { da: ['Tilbuddet er ikke kommet helt frem, eller der er kommet noget andet, end dets hoved nævner.', 'Spørg, hvilke stykker der mangler, send dem, og indsend igen.'], en: ['Not all of the bid is here, or something else than its header names.', 'Ask which chunks are missing, send them, and submit again.'] }),
  'no-bid': refuse('conflict', { da: ['I har intet indsendt tilbud at trække tilbage.', 'Se, hvad der er sket med jeres tilbud.'], en: ['There is no submitted bid of yours to withdraw.', 'Look at the state of your bid.'] }),
  'too-late': refuse('conflict', { da: ['Fristen er gået, så tilbuddet kan ikke trækkes tilbage: det står ved magt.', 'Skriv til indkøberen.'], en: ['The deadline has passed, so the bid cannot be withdrawn: it stands.', 'Write to the buyer.'] }),
  'other-request': refuse('conflict', { da: ['Denne Idempotency-Key er brugt til en anden forespørgsel.', 'Brug en ny nøgle til hver ny forespørgsel, og den samme kun til at gentage den.'], en: ['This Idempotency-Key was used for another request.', 'Use a new key for each new request, and the same one only to repeat it.'] }),
  'bad-key': refuse('invalid', { da: ['Forespørgslen skal have en Idempotency-Key på 1 til 200 synlige tegn.', 'Lav en tilfældig til hver forespørgsel, og brug den kun igen til at gentage den.'], en: ['The request needs an Idempotency-Key of 1 to 200 visible characters.', 'Draw a random one for each request, and use it again only to repeat that request.'] }),
  'not-yours': refuse('invalid', { da: ['Tilbuddet er forseglet til et andet køb, en anden delaftale eller en anden leverandør, end det sendes til.', 'Forsegl det på ny til det, det sendes til; et forseglet tilbud kan ikke flyttes.'], en: ['The bid was sealed for another purchase, lot or supplier than it is sent for.', 'Seal it anew for what it is sent to; a sealed bid cannot be moved.'] }),
};

export function refusedFor(reason: Reason): { readonly ok: false; readonly failure: IntakeFailure } {
  return { ok: false, failure: { ...REASONS[reason], reason } };
}

/** Null: it was refused elsewhere, for example by the seal. */
export function reasonOf(failure: Failure): Reason | null {
  return 'reason' in failure && typeof failure.reason === 'string' && failure.reason in REASONS ? (failure.reason as Reason) : null;
}
