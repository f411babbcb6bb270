import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, in letters that an address and a cookie can hold. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret. It is random and long, so that one round of SHA-256 is enough: there is nothing to guess from. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
