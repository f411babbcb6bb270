const PRIME = 0x100000001b3n;
const START = 0xcbf29ce484222325n;

/** Sixteen hexadecimal digits that follow from the text (FNV-1a, 64 bits): to tell contents apart, not to protect them. */
export function fingerprint(text: string): string {
  let hash = START;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(16, '0');
}
