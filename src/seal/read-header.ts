import { isObject, ok, parseJson, type Json, type JsonObject, type Result } from '#base';
import { fromBase64, sha256Hex, utf8, type Bytes } from './bytes.ts';
import { canonicalJson } from './canonical.ts';
import { MOST_BID_BYTES, MOST_HEADER_BYTES, MOST_PART_BYTES, MOST_PARTS, sealedLength } from './chunks.ts';
import { refuse, type SealFailure } from './failure.ts';
import type { BidHeader, SealedPart } from './header.ts';
import { MOST_HOLDERS } from './key-set.ts';
import { isHash, isName, unknownKey } from './shape.ts';

/** Characters of a share in base64. Sealed for one holder it has some 320. */
const LONGEST_SHARE = 2048;

interface Fault {
  readonly place: string;
  readonly what: string;
}

export function headerBytes(header: BidHeader): Bytes {
  return utf8(canonicalJson(header));
}

/** The name of an envelope on its receipt: SHA-256 of its header, which names the hash of each part. */
export async function envelopeHash(header: BidHeader): Promise<string> {
  return sha256Hex(headerBytes(header));
}

/** The header, if it is one to the letter: canonical, nothing unknown in it, and within the bounds. */
export function readHeaderWith(chunkBytes: number, bytes: Uint8Array): Result<BidHeader, SealFailure> {
  if (bytes.length > MOST_HEADER_BYTES) return refused({ place: '', what: `it has more than ${MOST_HEADER_BYTES} bytes.` });
  let text: string;
  let value: Json;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = parseJson(text);
  } catch {
    return refused({ place: '', what: 'it is no JSON in UTF-8.' });
  }
  const fault = headerFault(value, chunkBytes);
  if (fault !== null) return refused(fault);
  const header = value as unknown as BidHeader;
  return canonicalJson(header) === text ? ok(header) : refused({ place: '', what: 'it is not spelt as canonical JSON (RFC 8785).' });
}

function refused({ place, what }: Fault): { readonly ok: false; readonly failure: SealFailure } {
  return refuse({ step: 'header', place, message: `The header of the bid cannot be used${place === '' ? '' : ` at ${place}`}: ${what}`, help: 'Seal the bid anew with the page of the purchase or with "torvet seal".' });
}

function headerFault(value: Json, chunkBytes: number): Fault | null {
  if (!isObject(value)) return { place: '', what: 'it is no object.' };
  const { version, bidVersion, shares, parts } = value;
  const unknown = unknownKey(value, ['version', 'purchase', 'keySet', 'lot', 'supplier', 'bidVersion', 'keyCommitment', 'shares', 'parts', 'mac']);
  if (unknown !== null) return { place: '', what: unknown };
  if (version !== 1) return { place: '/version', what: 'only version 1 is known.' };
  if (!isCount(bidVersion, Number.MAX_SAFE_INTEGER) || bidVersion === 0) return { place: '/bidVersion', what: 'it is no whole number from 1.' };
  return namesFault(value) ?? listFault('/shares', shares, [2, MOST_HOLDERS], shareFault) ?? sameHolder(shares)
    ?? listFault('/parts', parts, [1, MOST_PARTS], (part) => partFault(part, chunkBytes)) ?? totalFault(parts);
}

function namesFault(header: JsonObject): Fault | null {
  for (const key of ['purchase', 'lot', 'supplier']) {
    if (!isName(header[key])) return { place: `/${key}`, what: 'it is no id of 1 to 100 letters, digits and . : _ -' };
  }
  for (const key of ['keySet', 'keyCommitment', 'mac']) {
    if (!isHash(header[key])) return { place: `/${key}`, what: 'it is not 64 hexadecimal digits.' };
  }
  return null;
}

function listFault(place: string, list: Json | undefined, [least, most]: readonly [number, number], faultOf: (one: JsonObject) => Fault | null): Fault | null {
  if (!Array.isArray(list) || list.length < least || list.length > most) return { place, what: `it is no list of ${least} to ${most}.` };
  for (const [at, one] of list.entries()) {
    const fault = isObject(one) ? faultOf(one) : { place: '', what: 'it is no object.' };
    if (fault !== null) return { ...fault, place: `${place}/${at}${fault.place}` };
  }
  return null;
}

function shareFault(one: JsonObject): Fault | null {
  const { holder, share, commitment } = one;
  const unknown = unknownKey(one, ['holder', 'share', 'commitment']);
  if (unknown !== null) return { place: '', what: unknown };
  if (!isName(holder)) return { place: '/holder', what: 'it is no id.' };
  if (typeof share !== 'string' || share === '' || share.length > LONGEST_SHARE || fromBase64(share) === null) return { place: '/share', what: `it is no base64 of at most ${LONGEST_SHARE} characters.` };
  return isHash(commitment) ? null : { place: '/commitment', what: 'it is not 64 hexadecimal digits.' };
}

/** Of shares that were checked one by one. */
function sameHolder(shares: Json | undefined): Fault | null {
  const holders = (shares as unknown as readonly { readonly holder: string }[]).map(({ holder }) => holder);
  return new Set(holders).size < holders.length ? { place: '/shares', what: 'a holder stands there twice.' } : null;
}

function partFault(one: JsonObject, chunkBytes: number): Fault | null {
  const { length, ciphertext, sha256 } = one;
  const unknown = unknownKey(one, ['length', 'ciphertext', 'sha256']);
  if (unknown !== null) return { place: '', what: unknown };
  if (!isCount(length, MOST_PART_BYTES)) return { place: '/length', what: `it is no whole number from 0 to ${MOST_PART_BYTES}.` };
  if (ciphertext !== sealedLength(length, chunkBytes)) return { place: '/ciphertext', what: `a part of ${length} bytes has ${sealedLength(length, chunkBytes)} when it is sealed.` };
  return isHash(sha256) ? null : { place: '/sha256', what: 'it is not 64 hexadecimal digits.' };
}

/** Of parts that were checked one by one. */
function totalFault(parts: Json | undefined): Fault | null {
  const total = (parts as unknown as readonly SealedPart[]).reduce((sum, { length }) => sum + length, 0);
  return total > MOST_BID_BYTES ? { place: '/parts', what: `together they have more than ${MOST_BID_BYTES} bytes.` } : null;
}

function isCount(value: Json | undefined, most: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most;
}
