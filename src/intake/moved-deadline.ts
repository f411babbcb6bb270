/** A deadline that was moved, as the installation signs it when it moves: who has the file can show which deadline there was before. */
import { fail, ok, refuse, type Result } from '#base';
import { ensureKey, keyInUse, publicKeyOf } from './key.store.ts';
import { instantText } from './instant.ts';
import { checkSigned, isCount, isInstant, isText, readSigned, signed, type Fields, type SignedFile } from './signed.ts';
import type { IntakeDatabase } from './tables.ts';

export interface MovedDeadline {
  readonly version: 1;
  readonly kind: 'deadline';
  /** Public address of the installation. */
  readonly installation: string;
  readonly purchase: string;
  /** The first move is 1. */
  readonly number: number;
  /** ISO instants, to the millisecond. */
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly reason: string;
  /** Name of the signing key. */
  readonly key: string;
}

export interface DeadlineSignature {
  readonly installation: string;
  readonly key: string;
  /** Base64. */
  readonly signature: string;
}

/** What is signed, but for the installation and the key. Instants in any ISO form. */
export type DeadlineFacts = Omit<MovedDeadline, 'version' | 'kind' | 'installation' | 'key'>;

/** Signs moves of deadlines by the key in use. It reads the key; what it gives back asks nothing more. */
export async function deadlineSigner(db: IntakeDatabase, installation: string, now: Temporal.Instant): Promise<(facts: DeadlineFacts) => DeadlineSignature> {
  await ensureKey(db, now);
  const key = await keyInUse(db);
  return (facts) => ({ installation, key: key.name, signature: signed(statementOf(facts, installation, key.name), key).signature });
}

/** The file of a move that was signed. */
export async function movedDeadlineFile(db: IntakeDatabase, facts: DeadlineFacts, { installation, key, signature }: DeadlineSignature): Promise<SignedFile<MovedDeadline>> {
  return { receipt: statementOf(facts, installation, key), signature, publicKey: await publicKeyOf(db, key) };
}

function statementOf({ purchase, number, from, to, at, reason }: DeadlineFacts, installation: string, key: string): MovedDeadline {
  return { version: 1, kind: 'deadline', installation, purchase, number, from: instantText(from), to: instantText(to), at: instantText(at), reason, key };
}

const FIELDS: Fields<MovedDeadline> = {
  version: (value) => value === 1, kind: (value) => value === 'deadline', installation: isText, purchase: isText, number: isCount, from: isInstant, to: isInstant, at: isInstant, reason: isText, key: isText,
};

/** The move in a parsed file, its signature not looked at yet. Failure `invalid`: it is none. */
export function readMovedDeadline(file: unknown): Result<SignedFile<MovedDeadline>> {
  return readSigned(file, FIELDS);
}

/** The same, when the key signed it and the deadline became later. @see checkSigned for parameter and failures */
export function verifyMovedDeadline(file: unknown, publicKey: string): Result<MovedDeadline> {
  const read = readMovedDeadline(file);
  const checked = read.ok ? checkSigned(read.value, publicKey) : read;
  if (!checked.ok || Temporal.Instant.compare(checked.value.to, checked.value.from) > 0) return checked.ok ? ok(checked.value) : checked;
  return fail(refuse('conflict', { da: ['Filen siger, at fristen blev flyttet til et tidligere tidspunkt.', 'Gå til dem, der driver installationen.'], en: ['The file says that the deadline was moved to an earlier instant.', 'Take it to whoever runs the installation.'] }));
}
