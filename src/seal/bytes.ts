/** Bytes that Web Crypto takes: not those of memory shared between threads. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export async function sha256(bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', ownMemory(bytes)));
}

export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  return (await sha256(bytes)).toHex();
}

/** The same bytes, copied only when they stand in memory shared between threads, which Web Crypto refuses. */
export function ownMemory(bytes: Uint8Array): Bytes {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Bytes) : new Uint8Array(bytes);
}

/**
 * Gives the memory of a chunk back at once: the collector of garbage lets some 60 MB of them gather before it looks. For whoever has sent or written a chunk
 * and keeps no view of it; the bytes are gone afterwards.
 */
export function letGo(bytes: Bytes): void {
  bytes.buffer.transfer(0);
}

/** Base64 with padding, as RFC 4648 section 4 writes it; null for any other spelling of the same bytes too. */
export function fromBase64(text: string): Bytes | null {
  try {
    const bytes = Uint8Array.fromBase64(text, { lastChunkHandling: 'strict' });
    return bytes.toBase64() === text ? bytes : null;
  } catch {
    return null;
  }
}
