/** Receipts. Shape: docs/design/sealed-bids.md, "Receipt". */
import { fail, refuse, type Result } from '#base';
import { instantText } from './instant.ts';
import type { SigningKey } from './key.store.ts';
import { checkSigned, isCount, isInstant, isText, readSigned, signed, type Fields, type SignedFile } from './signed.ts';
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
export type ReceiptFile = SignedFile<Receipt>;

export function receiptOfRow(row: SubmissionRow): Receipt {
  return {
    version: 1, kind: 'bid', installation: row.installation, id: row.id, purchase: row.purchase, lot: row.lot, supplier: row.supplier,
    bidVersion: row.bid_version, envelope: row.envelope, bytes: row.bytes, receivedAt: instantText(row.received_at), deadline: instantText(row.deadline),
    verdict: row.verdict, key: row.key,
  };
}

/** Signs a receipt. */
export function signReceipt(receipt: Receipt, key: Pick<SigningKey, 'privateKey' | 'publicKey'>): ReceiptFile {
  return signed(receipt, key);
}

const FIELDS: Fields<Receipt> = {
  version: (value) => value === 1, kind: (value) => value === 'bid', installation: isText, id: isText, purchase: isText, lot: isText, supplier: isText,
  bidVersion: isCount, envelope: isText, bytes: isCount, receivedAt: isInstant, deadline: isInstant,
  verdict: (value) => value === 'submitted' || value === 'late' || value === 'withdrawn', key: isText,
};

/** The receipt in a parsed file, its signature not looked at yet. Failure `invalid`: it is none. */
export function readReceipt(file: unknown): Result<ReceiptFile> {
  return readSigned(file, FIELDS);
}

/**
 * The receipt of a file, when the key signed it and its verdict agrees with its instants.
 * @param publicKey PEM (SPKI) of the installation, which the verifier has from elsewhere than the file
 * @returns failure `invalid` when the file is no receipt or the key none, `conflict` when the receipt is not what was signed
 */
export function verifyReceipt(file: unknown, publicKey: string): Result<Receipt> {
  const read = readReceipt(file);
  const checked = read.ok ? checkSigned(read.value, publicKey) : read;
  if (!checked.ok) return checked;
  const { receivedAt, deadline, verdict } = checked.value;
  const late = Temporal.Instant.compare(receivedAt, deadline) > 0;
  if (late !== (verdict === 'late')) return fail(refuse('conflict', { da: [`Kvitteringen siger "${verdict}", men dens egne tidspunkter siger noget andet.`, 'Gå til dem, der driver installationen.'], en: [`The receipt says "${verdict}", which its own instants deny.`, 'Take it to whoever runs the installation.'] }));
  return checked;
}
