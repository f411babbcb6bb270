/** What a supplier has in hand of what it sent; canonical JSON under an Ed25519 signature. Shape: docs/design/sealed-bids.md. */
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
