/** The shapes of docs/design/sealed-bids.md, version 1. Hashes and commitments are hexadecimal, shares base64. */

export interface Holder {
  readonly id: string;
  readonly name: string;
  /** age X25519 recipient, `age1…`. */
  readonly recipient: string;
}

export interface KeySet {
  readonly version: 1;
  readonly purchase: string;
  /** How many holders open together. */
  readonly threshold: number;
  readonly holders: readonly Holder[];
}

/** What every byte of an envelope is bound to. */
export interface BidContext {
  readonly version: 1;
  readonly purchase: string;
  /** Id of the key set: SHA-256 of its canonical JSON. */
  readonly keySet: string;
  readonly lot: string;
  readonly supplier: string;
  readonly bidVersion: number;
}

export interface SealedShare {
  /** Id of the holder in the key set. */
  readonly holder: string;
  readonly share: string;
  readonly commitment: string;
}

export interface SealedPart {
  /** Bytes before sealing. */
  readonly length: number;
  /** Bytes after sealing. */
  readonly ciphertext: number;
  /** Of the hashes of its sealed chunks, 32 bytes each, one after the other: so that it can be reckoned chunk by chunk. */
  readonly sha256: string;
}

export interface BidHeader extends BidContext {
  readonly keyCommitment: string;
  readonly shares: readonly SealedShare[];
  /** The bid itself first, then its files. */
  readonly parts: readonly SealedPart[];
  /** Made with the key of the bid over everything else in the header. */
  readonly mac: string;
}
