/** Keys of people, and what is meant for one of them, in the format of age (age-encryption.org/v1) with X25519. */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ok, type Result } from '#base';
import { refuse, type SealFailure } from './failure.ts';

export interface Identity {
  /** `AGE-SECRET-KEY-1…`: never leaves the machine of its owner. */
  readonly identity: string;
  /** `age1…`: may be known by everybody. */
  readonly recipient: string;
}

const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;
const IDENTITY = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/;

export async function newIdentity(): Promise<Identity> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The public half of a key. */
export async function recipientOf(identity: string): Promise<Result<string, SealFailure>> {
  try {
    if (IDENTITY.test(identity)) return ok(await identityToRecipient(identity));
  } catch { /* The check digits are wrong: told below. */ }
  return refuse({ step: 'identity', message: 'This is no secret key of age.', help: 'A secret key begins with AGE-SECRET-KEY-1 and has 74 characters; copy it whole.' });
}

/** True for an X25519 recipient of age whose check digits are right. */
export function isRecipient(text: string): boolean {
  try {
    if (!RECIPIENT.test(text)) return false;
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/** The file that a person keeps, as age-keygen writes it. */
export function identityFile({ identity, recipient }: Identity): string {
  return `# public key: ${recipient}\n${identity}\n`;
}

/** The one secret key of such a file, or of a text that is nothing else. */
export async function readIdentity(text: string): Promise<Result<Identity, SealFailure>> {
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const [identity = ''] = lines;
  if (lines.length > 1) return refuse({ step: 'identity', message: 'The file holds more than one key.', help: 'Keep each key in a file of its own.' });
  const recipient = await recipientOf(identity);
  return recipient.ok ? ok({ identity, recipient: recipient.value }) : recipient;
}

/** Encrypts for whoever has one of the keys. For small things: all is held in memory. */
export async function encryptTo(recipients: readonly string[], bytes: Uint8Array): Promise<Result<Uint8Array, SealFailure>> {
  const wrong = recipients.find((one) => !isRecipient(one));
  if (wrong !== undefined || recipients.length === 0) {
    return refuse({ step: 'key-set', message: wrong === undefined ? 'There is nobody to encrypt for.' : `"${wrong}" is no public key of age.`, help: 'A public key begins with age1 and has 62 characters; copy it whole.' });
  }
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  try {
    return ok(await encrypter.encrypt(bytes));
  } catch {
    return refuse({ step: 'key-set', message: 'One of the public keys is of a kind that gives no secret.', help: 'Have its owner make another one.' });
  }
}

/** What `encryptTo` encrypted for this key among others. */
export async function decryptWith(identity: string, bytes: Uint8Array): Promise<Result<Uint8Array, SealFailure>> {
  const recipient = await recipientOf(identity);
  if (!recipient.ok) return recipient;
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return ok(await decrypter.decrypt(bytes));
  } catch {
    return refuse({ step: 'identity', message: 'This key does not open it: it was encrypted for another key, or has been changed.', help: 'Try with the key that belongs to the public key it was made for.' });
  }
}
