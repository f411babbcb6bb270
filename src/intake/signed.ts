/** What the installation signs: canonical JSON under an Ed25519 signature, in a file that is checked with no network. */
import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { fail, isObject, ok, refuse, type Result } from '#base';
import { canonicalJson } from '#seal';
import type { SigningKey } from './key.store.ts';

/** As it is handed out and saved. */
export interface SignedFile<Statement> {
  readonly receipt: Statement;
  /** Ed25519 over the canonical JSON of the receipt, base64. */
  readonly signature: string;
  /** PEM, SPKI. That it is the installation's tells only the installation, at `/.well-known/torvet-keys.json`. */
  readonly publicKey: string;
}

/** Ed25519 draws no lots: the same statement and key give the same signature. */
export function signed<Statement extends object>(receipt: Statement, { privateKey, publicKey }: Pick<SigningKey, 'privateKey' | 'publicKey'>): SignedFile<Statement> {
  return { receipt, signature: sign(null, Buffer.from(canonicalJson(receipt)), privateKey).toString('base64'), publicKey };
}

const NO_RECEIPT = refuse('invalid', { da: ['Det er ikke en kvittering fra Torvet.', 'Giv filen, som den blev hentet: {"receipt": …, "signature": …, "publicKey": …}.'], en: ['This is no receipt of Torvet.', 'Give the file as it was downloaded: {"receipt": …, "signature": …, "publicKey": …}.'] });

/** What each field of a statement must be, and that there is no other. */
export type Fields<Statement> = Readonly<Record<keyof Statement, (value: unknown) => boolean>>;

/** The statement in a parsed file, its signature not looked at yet. Failure `invalid`: it is none of this shape. */
export function readSigned<Statement>(file: unknown, fields: Fields<Statement>): Result<SignedFile<Statement>> {
  if (!isObject(file) || !isObject(file['receipt']) || typeof file['signature'] !== 'string' || typeof file['publicKey'] !== 'string') return fail(NO_RECEIPT);
  const { receipt } = file;
  const isWhole = Object.entries<(value: unknown) => boolean>(fields).every(([name, holds]) => holds(receipt[name])) && Object.keys(receipt).every((name) => name in fields);
  return isWhole ? ok(file as unknown as SignedFile<Statement>) : fail(NO_RECEIPT);
}

/**
 * The statement, when the key signed it.
 * @param publicKey PEM (SPKI) of the installation, which the verifier has from elsewhere than the file
 * @returns failure `invalid` when the key is none, `conflict` when the statement is not what was signed
 */
export function checkSigned<Statement extends object>({ receipt, signature }: SignedFile<Statement>, publicKey: string): Result<Statement> {
  const key = ed25519Key(publicKey);
  if (key === null) return fail(refuse('invalid', { da: ['Den offentlige nøgle kan ikke læses.', 'Giv en Ed25519-nøgle i PEM, som i /.well-known/torvet-keys.json.'], en: ['The public key cannot be read.', 'Give an Ed25519 key in PEM, as /.well-known/torvet-keys.json has it.'] }));
  if (verify(null, Buffer.from(canonicalJson(receipt)), key, Buffer.from(signature, 'base64'))) return ok(receipt);
  return fail(refuse('conflict', { da: ['Kvitteringen er ændret, eller en anden nøgle har underskrevet den.', 'Hent kvitteringen igen; den er den samme hver gang.'], en: ['The receipt was changed, or another key signed it.', 'Ask the installation for the receipt again; it is the same each time.'] }));
}

function ed25519Key(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

export function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.isWellFormed();
}

export function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

export function isInstant(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && Number.isFinite(Date.parse(value));
}
