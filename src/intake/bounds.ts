/** How large a bid may be, and how it is cut. Source: docs/design/sealed-bids.md, "Parts" and "Bounds". */

const MEBIBYTE = 1024 * 1024;
/** Bytes of AES-GCM's tag at the end of each chunk. */
const TAG = 16;
/** Sealed bytes of every chunk of a part but the last, which may be shorter. */
export const FULL_CHUNK = 4 * MEBIBYTE + TAG;
export const MOST_PARTS = 200;
/** Chunks of a part of 512 MiB. */
export const MOST_CHUNKS = 128;
/** Sealed bytes of a bid: 2 GiB, and the tags of its chunks. */
export const MOST_BYTES = 2048 * MEBIBYTE + TAG * (2048 / 4 + MOST_PARTS);
export const LONGEST_HEADER = MEBIBYTE;
/** What an upload may not have for long without being submitted; the oldest of more are dropped. */
export const MOST_UNFINISHED = 5;

/** How many chunks a part has. @param ciphertext sealed bytes of the part, at least one tag */
export function chunkCount(ciphertext: number): number {
  return Math.ceil(ciphertext / FULL_CHUNK);
}

/** Sealed bytes of a chunk of a part. */
export function chunkLength(ciphertext: number, number: number): number {
  return Math.min(FULL_CHUNK, ciphertext - number * FULL_CHUNK);
}
