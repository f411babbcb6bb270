/** Receipts: canonical JSON under an Ed25519 signature. Shape: docs/design/sealed-bids.md, "Receipt". */
import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { fail, isObject, ok, refuse, type Result } from '#base';
import { canonicalJson } from '#seal';
import { instantText } from './instant.ts';
import type { SigningKey } from './key.store.ts';
import type { SubmissionRow } from './tables.ts';

/** What a supplier has in hand of what it sent. */
export interface Receipt {
  readonly version: 1;
  readonly kind: 'bid';
  /** Public address of the installation. */
  readonly installation: string;
  /** Key of the submission. */
  readonly id: string;
  readonly purchase: string;
  readonly lot: string;
  readonly supplier: string;
  readonly bidVersion: number;
  /** SHA-256 of the canonical header. */
  readonly envelope: string;
  /** Sealed bytes of all parts. */
  readonly bytes: number;
  /** ISO instant, to the millisecond. */
  readonly receivedAt: string;
  readonly deadline: string;
  readonly verdict: 'submitted' | 'late' | 'withdrawn';
  /** Name of the signing key. */
  readonly key: string;
}

/** A receipt as it is handed out and saved. */
export interface ReceiptFile {
  readonly receipt: Receipt;
  /** Ed25519 over the canonical JSON of the receipt, base64. */
  readonly signature: string;
  /** PEM, SPKI. That it is the installation's tells only the installation, at `/.well-known/torvet-keys.json`. */
  readonly publicKey: string;
}

export function receiptOfRow(row: SubmissionRow): Receipt {
  return {
    version: 1, kind: 'bid', installation: row.installation, id: row.id, purchase: row.purchase, lot: row.lot, supplier: row.supplier,
    bidVersion: row.bid_version, envelope: row.envelope, bytes: row.bytes, receivedAt: instantText(row.received_at), deadline: instantText(row.deadline),
    verdict: row.verdict, key: row.key,
  };
}

/** Signs a receipt. Ed25519 draws no lots: the same receipt and key give the same signature. */
export function signReceipt(receipt: Receipt, { privateKey, publicKey }: Pick<SigningKey, 'privateKey' | 'publicKey'>): ReceiptFile {
  return { receipt, signature: sign(null, Buffer.from(canonicalJson(receipt)), privateKey).toString('base64'), publicKey };
}

const NO_RECEIPT = refuse('invalid', { da: ['Det er ikke en kvittering fra Torvet.', 'Giv filen, som den blev hentet: {"receipt": …, "signature": …, "publicKey": …}.'], en: ['This is no receipt of Torvet.', 'Give the file as it was downloaded: {"receipt": …, "signature": …, "publicKey": …}.'] });
const FIELDS: Readonly<Record<keyof Receipt, (value: unknown) => boolean>> = {
  version: (value) => value === 1, kind: (value) => value === 'bid', installation: isText, id: isText, purchase: isText, lot: isText, supplier: isText,
  bidVersion: isCount, envelope: isText, bytes: isCount, receivedAt: isInstant, deadline: isInstant,
  verdict: (value) => value === 'submitted' || value === 'late' || value === 'withdrawn', key: isText,
};

/** The receipt in a parsed file, its signature not looked at yet. Failure `invalid`: it is none. */
export function readReceipt(file: unknown): Result<ReceiptFile> {
  if (!isObject(file) || !isObject(file['receipt']) || typeof file['signature'] !== 'string' || typeof file['publicKey'] !== 'string') return fail(NO_RECEIPT);
  const { receipt } = file;
  const isWhole = Object.entries(FIELDS).every(([name, holds]) => holds(receipt[name])) && Object.keys(receipt).every((name) => name in FIELDS);
  return isWhole ? ok(file as unknown as ReceiptFile) : fail(NO_RECEIPT);
}

/**
 * The receipt of a file, when the key signed it and its verdict agrees with its instants.
 * @param publicKey PEM (SPKI) of the installation, which the verifier has from elsewhere than the file
 * @returns failure `invalid` when the file is no receipt or the key none, `conflict` when the receipt is not what was signed
 */
export function verifyReceipt(file: unknown, publicKey: string): Result<Receipt> {
  const read = readReceipt(file);
  if (!read.ok) return read;
  const key = ed25519Key(publicKey);
  if (key === null) return fail(refuse('invalid', { da: ['Den offentlige nøgle kan ikke læses.', 'Giv en Ed25519-nøgle i PEM, som i /.well-known/torvet-keys.json.'], en: ['The public key cannot be read.', 'Give an Ed25519 key in PEM, as /.well-known/torvet-keys.json has it.'] }));
  const { receipt, signature } = read.value;
  if (!verify(null, Buffer.from(canonicalJson(receipt)), key, Buffer.from(signature, 'base64'))) {
    return fail(refuse('conflict', { da: ['Kvitteringen er ændret, eller en anden nøgle har underskrevet den.', 'Hent kvitteringen igen; den er den samme hver gang.'], en: ['The receipt was changed, or another key signed it.', 'Ask the installation for the receipt again; it is the same each time.'] }));
  }
  const late = Temporal.Instant.compare(receipt.receivedAt, receipt.deadline) > 0;
  if (late !== (receipt.verdict === 'late')) return fail(refuse('conflict', { da: [`Kvitteringen siger "${receipt.verdict}", men dens egne tidspunkter siger noget andet.`, 'Gå til dem, der driver installationen.'], en: [`The receipt says "${receipt.verdict}", which its own instants deny.`, 'Take it to whoever runs the installation.'] }));
  return ok(receipt);
}

function ed25519Key(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.isWellFormed();
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && Number.isFinite(Date.parse(value));
}
