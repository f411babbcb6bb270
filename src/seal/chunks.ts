/** Parts cut into chunks, each sealed by itself: the STREAM construction. Whatever takes a chunk's size takes it so that tests can use small ones. */
import { concat, ownMemory, sha256Hex, type Bytes } from './bytes.ts';
import { contextBytes } from './key.ts';
import type { BidContext } from './header.ts';

const MIB = 1024 * 1024;
/** Plain bytes of a chunk in version 1. */
export const CHUNK_BYTES = 4 * MIB;
export const TAG_BYTES = 16;
export const MOST_PARTS = 200;
export const MOST_PART_BYTES = 512 * MIB;
export const MOST_BID_BYTES = 2048 * MIB;
export const MOST_HEADER_BYTES = MIB;

const NONCE_BYTES = 12;

/** How many chunks a part of that many plain bytes has. An empty part has one too. */
export function chunksOf(length: number, chunkBytes: number): number {
  return Math.max(1, Math.ceil(length / chunkBytes));
}

/** How many bytes it has when it is sealed. */
export function sealedLength(length: number, chunkBytes: number): number {
  return length + chunksOf(length, chunkBytes) * TAG_BYTES;
}

/** How many sealed bytes the chunk has that begins a rest of so many. */
export function sealedChunkLength(rest: number, chunkBytes: number): number {
  return Math.min(rest, chunkBytes + TAG_BYTES);
}

/**
 * The hash of a part: SHA-256 of the hashes of its sealed chunks, 32 bytes each, in order, one after the other.
 * @param chunkHashes in hexadecimal digits, as the hash itself
 */
export async function partHash(chunkHashes: readonly string[]): Promise<string> {
  return sha256Hex(concat(...chunkHashes.map((hash) => Uint8Array.fromHex(hash))));
}

export interface Place {
  readonly part: number;
  readonly chunk: number;
  readonly last: boolean;
}

export class ChunkCipher {
  readonly #key: CryptoKey;
  readonly #bound: Bytes;

  /** @param key of the part (`partKey`) */
  constructor(key: CryptoKey, context: BidContext, part: number) {
    this.#key = key;
    const number = new Uint8Array(4);
    new DataView(number.buffer).setUint32(0, part);
    this.#bound = concat(contextBytes(context), number);
  }

  async seal(place: Place, plain: Uint8Array): Promise<Bytes> {
    return new Uint8Array(await crypto.subtle.encrypt(this.#algorithm(place), this.#key, ownMemory(plain)));
  }

  /** Null: it is not what was sealed at this place. */
  async open(place: Place, sealed: Uint8Array): Promise<Bytes | null> {
    try {
      return new Uint8Array(await crypto.subtle.decrypt(this.#algorithm(place), this.#key, ownMemory(sealed)));
    } catch {
      return null;
    }
  }

  #algorithm({ chunk, last }: Place): AesGcmParams {
    const iv = new Uint8Array(NONCE_BYTES);
    // The number has 11 bytes, of which a part of 512 MiB needs one.
    new DataView(iv.buffer).setUint32(NONCE_BYTES - 5, chunk);
    iv[NONCE_BYTES - 1] = last ? 1 : 0;
    return { name: 'AES-GCM', iv, additionalData: this.#bound, tagLength: TAG_BYTES * 8 };
  }
}
