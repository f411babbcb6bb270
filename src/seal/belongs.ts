import { ok, type Result } from '#base';
import { refuse, type SealFailure } from './failure.ts';
import type { BidContext, BidHeader, KeySet } from './header.ts';
import { keySetId } from './key-set.ts';

const FIELDS = ['version', 'purchase', 'keySet', 'lot', 'supplier', 'bidVersion'] as const satisfies readonly (keyof BidContext)[];

export interface Belonging {
  readonly keySet: KeySet;
  /** What it was sealed for, by those who know: the purchase and lot asked for, the supplier of the login. Left out: whatever the header says. */
  readonly context?: BidContext;
}

/** Whether an envelope is for this key set, with a share for each of its holders in their order, and, when it is given, for this context. */
export async function checkBelongs(header: BidHeader, { keySet, context }: Belonging): Promise<Result<BidHeader, SealFailure>> {
  const other = context === undefined ? undefined : FIELDS.find((field) => header[field] !== context[field]);
  if (other !== undefined) {
    return refuse({ step: 'belongs', place: `/${other}`, message: `The bid was sealed for another ${WORDS[other]} (${header[other]}, not ${context?.[other]}).`, help: 'Seal it anew for what it is sent to; a sealed bid cannot be moved.' });
  }
  if (header.keySet !== await keySetId(keySet) || header.purchase !== keySet.purchase) {
    return refuse({ step: 'belongs', place: '/keySet', message: 'The bid was sealed for other holders than those of this purchase.', help: 'Fetch the key set of the purchase again and seal the bid anew.' });
  }
  if (header.shares.length !== keySet.holders.length || keySet.holders.some(({ id }, at) => header.shares[at]?.holder !== id)) {
    return refuse({ step: 'belongs', place: '/shares', message: 'The bid does not hold one share for each holder, in the order of the key set.', help: 'Seal it anew.' });
  }
  return ok(header);
}

const WORDS: Readonly<Record<(typeof FIELDS)[number], string>> = {
  version: 'version of the format', purchase: 'purchase', keySet: 'key set', lot: 'lot', supplier: 'supplier', bidVersion: 'version of the bid',
};
