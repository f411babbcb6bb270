/** What addresses of this room name. */
import type { FastifyRequest } from 'fastify';
import { FailureError, parseId, refuse, unwrap } from '#base';
import { receiptOf } from './read.store.ts';
import type { ReceiptFile } from './receipt.ts';
import { senderOf, type IntakeServing } from './serving.ts';

export interface LotParams {
  readonly purchase: string;
  readonly lot: string;
}

export function lotOf({ purchase, lot }: LotParams): { readonly purchase: string; readonly lot: string } {
  return { purchase: keyOf(purchase), lot };
}

/** @throws FailureError `not-found`: what is no key leads nowhere */
export function keyOf(text: string): string {
  const key = parseId(text);
  if (key.ok) return key.value;
  throw new FailureError(refuse('not-found', { da: ['Der er intet på denne adresse.', 'Se efter, om adressen er rigtig.'], en: ['Nothing stands at this address.', 'Check the address.'] }));
}

/** The receipt, when it is the asker's own. @throws FailureError otherwise */
export async function ownReceipt(serving: IntakeServing, request: FastifyRequest, submission: string): Promise<ReceiptFile> {
  const actor = await serving.actor(request);
  const file = unwrap(await receiptOf(serving.intake(request), actor?.organisation ?? '00000000-0000-7000-8000-000000000000', keyOf(submission)));
  await senderOf(serving, request, 'bid.read', file.receipt.purchase);
  return file;
}
