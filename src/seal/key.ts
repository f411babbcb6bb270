/** What is made of a bid's key and of nothing else: docs/design/sealed-bids.md, "The envelope". */
import { ok, type Result } from '#base';
import { concat, ownMemory, sha256, sha256Hex, utf8, type Bytes } from './bytes.ts';
import { canonicalJson } from './canonical.ts';
import { refuse, type SealFailure } from './failure.ts';
import type { BidContext, BidHeader } from './header.ts';

export const KEY_BYTES = 32;

/** What every byte of an envelope is bound to, as bytes. Takes headers too, of which it leaves the rest out. */
export function contextBytes({ version, purchase, keySet, lot, supplier, bidVersion }: BidContext): Bytes {
  return utf8(canonicalJson({ version, purchase, keySet, lot, supplier, bidVersion }));
}

async function derived(key: Uint8Array, context: BidContext, info: string): Promise<Bytes> {
  const base = await crypto.subtle.importKey('raw', ownMemory(key), 'HKDF', false, ['deriveBits']);
  const salt = await sha256(contextBytes(context));
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info: utf8(info) }, base, KEY_BYTES * 8));
}

/** AES-GCM does not bind to one key; this does. */
export async function keyCommitment(key: Uint8Array, context: BidContext): Promise<string> {
  return (await derived(key, context, 'torvet bid 1 commitment')).toHex();
}

/** The holder who reveals another share than it was given is caught by this. */
export async function shareCommitment(context: BidContext, holder: string, share: Uint8Array): Promise<string> {
  return sha256Hex(concat(utf8('torvet bid 1 share'), contextBytes(context), utf8(holder), share));
}

export async function partKey(key: Uint8Array, context: BidContext, part: number): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', await derived(key, context, `torvet bid 1 part ${part}`), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

export async function headerMac(key: Uint8Array, header: Omit<BidHeader, 'mac'>): Promise<string> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', await macKey(key, header), macInput(header))).toHex();
}

/** Whether the key is the one that the header was made with, and the header is whole as the bidder made it. */
export async function checkKey(header: BidHeader, key: Uint8Array): Promise<Result<Uint8Array, SealFailure>> {
  if (key.length !== KEY_BYTES || await keyCommitment(key, header) !== header.keyCommitment) {
    return refuse({ step: 'key', place: '/keyCommitment', message: 'The key is not the one that the bidder committed to.', help: 'The shares of another bid give another key; and a bidder can send shares that fit nothing. This bid cannot be opened with this key.' });
  }
  const { mac, ...rest } = header;
  if (await crypto.subtle.verify('HMAC', await macKey(key, rest), Uint8Array.fromHex(mac), macInput(rest))) return ok(key);
  return refuse({ step: 'seal-of-header', place: '/mac', message: 'The header was changed after the bidder sealed the bid, or the bidder made it wrong.', help: 'Compare its SHA-256 with the one on the receipt, which says what was received.' });
}

async function macKey(key: Uint8Array, context: BidContext): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', await derived(key, context, 'torvet bid 1 header'), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}

function macInput(header: Omit<BidHeader, 'mac'>): Bytes {
  return utf8(canonicalJson(header));
}
