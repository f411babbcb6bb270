/** The key of a bid among its holders. */
import { combine, split } from 'shamir-secret-sharing';
import { ok, type Result } from '#base';
import { decryptWith, encryptTo } from './age.ts';
import { fromBase64, sha256Hex, utf8 } from './bytes.ts';
import { canonicalJson } from './canonical.ts';
import { refuse, type SealFailure } from './failure.ts';
import type { BidContext, BidHeader, KeySet, SealedShare } from './header.ts';
import { checkBelongs } from './belongs.ts';
import { checkKey, keyCommitment, KEY_BYTES, shareCommitment } from './key.ts';

/** The library writes the value of the polynomial for each byte, and the place where it was taken in one byte more. */
const SHARE_BYTES = KEY_BYTES + 1;

/** A share as its holder reveals it. */
export interface RevealedShare {
  /** Id of the holder. */
  readonly holder: string;
  /** Base64. */
  readonly share: string;
}

/** What a holder has of all bids of a purchase. */
export interface HoldersShares {
  readonly purchase: string;
  readonly holder: string;
  /** Key of the submission and its share in base64; null: what was sealed for this holder holds no share. */
  readonly shares: readonly (readonly [submission: string, share: string | null])[];
}

export interface CombinedKey {
  readonly key: Uint8Array;
  /** Holders whose share was wrong; the others were enough. */
  readonly wrong: readonly string[];
}

/** Splits the key and gives each holder of the key set its share. */
export async function sealShares(key: Uint8Array, context: BidContext, keySet: KeySet): Promise<Result<readonly SealedShare[], SealFailure>> {
  const shares = await split(key, keySet.holders.length, keySet.threshold);
  const sealed: SealedShare[] = [];
  for (const [at, { id, recipient }] of keySet.holders.entries()) {
    const share = shares[at] ?? new Uint8Array();
    const encrypted = await encryptTo([recipient], share);
    if (!encrypted.ok) return encrypted;
    sealed.push({ holder: id, share: encrypted.value.toBase64(), commitment: await shareCommitment(context, id, share) });
  }
  return ok(sealed);
}

/** The holder's share of the key in base64, held against what the bidder committed to. */
export async function openShare(header: BidHeader, holder: string, identity: string): Promise<Result<string, SealFailure>> {
  const sealed = header.shares.find((one) => one.holder === holder);
  if (sealed === undefined) return wrongShare(holder, 'The bid holds no share for this holder.');
  const share = await decryptWith(identity, fromBase64(sealed.share) ?? new Uint8Array());
  if (!share.ok) return wrongShare(holder, `The share of the holder ${holder} cannot be decrypted: it was made for another key, or was changed.`);
  const encoded = share.value.toBase64();
  return await isShareOf(header, { holder, share: encoded }) ? ok(encoded) : wrongShare(holder, `What the bidder sealed for the holder ${holder} is not the share that the bidder committed to.`);
}

/**
 * The key of a bid from the shares that were revealed. Shares that are not what the bidder committed to are named and left out; the
 * others open the bid if they are enough. When the bidder made shares that do not all fit, any that fit are enough.
 */
export async function combineShares(header: BidHeader, keySet: KeySet, revealed: readonly RevealedShare[]): Promise<Result<CombinedKey, SealFailure>> {
  const belongs = await checkBelongs(header, { keySet });
  if (!belongs.ok) return belongs;
  const right = new Map<string, Uint8Array>();
  for (const one of revealed) {
    const bytes = await isShareOf(header, one) ? fromBase64(one.share) : null;
    if (bytes !== null) right.set(one.holder, bytes);
  }
  const wrong = [...new Set(revealed.map(({ holder }) => holder))].filter((holder) => !right.has(holder));
  if (right.size < keySet.threshold) {
    const named = wrong.length === 0 ? '' : ` Wrong: ${wrong.join(', ')}.`;
    return refuse({ step: 'share', holders: wrong, message: `${keySet.threshold} right shares open the bid; there are ${right.size}.${named}`, help: wrong.length === 0 ? 'Wait for more holders.' : 'Ask those holders for the shares they were given, or other holders for theirs.' });
  }
  for (const some of subsets([...right.values()], keySet.threshold)) {
    const key = await keyFrom(some);
    if (key === null || await keyCommitment(key, header) !== header.keyCommitment) continue;
    const checked = await checkKey(header, key);
    return checked.ok ? ok({ key, wrong }) : checked;
  }
  return refuse({ step: 'key', place: '/keyCommitment', message: 'The shares are those that the bidder sealed, but they do not give the key that the bidder committed to.', help: 'The bidder made the envelope wrong: with these holders it cannot be opened.' });
}

/** What a holder commits to before anybody reveals: SHA-256 in hexadecimal digits. */
export async function sharesCommitment({ purchase, holder, shares }: HoldersShares): Promise<string> {
  return sha256Hex(utf8(canonicalJson({ purchase, holder, shares })));
}

async function isShareOf(header: BidHeader, { holder, share }: RevealedShare): Promise<boolean> {
  const sealed = header.shares.find((one) => one.holder === holder);
  const bytes = fromBase64(share);
  return sealed !== undefined && bytes?.length === SHARE_BYTES && await shareCommitment(header, holder, bytes) === sealed.commitment;
}

/** Null: two of them were taken at the same place, which no honest bidder does. */
async function keyFrom(shares: readonly Uint8Array[]): Promise<Uint8Array | null> {
  try {
    return await combine([...shares]);
  } catch {
    return null;
  }
}

function* subsets<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  if (size === 0) yield [];
  for (const [at, first] of size === 0 ? [] : all.entries()) for (const rest of subsets(all.slice(at + 1), size - 1)) yield [first, ...rest];
}

function wrongShare(holder: string, message: string): { readonly ok: false; readonly failure: SealFailure } {
  return refuse({ step: 'share', holders: [holder], message, help: 'Try the key that this holder proved to have before publication. If it is that one, the bidder made the share wrong; other holders can open the bid.' });
}
