import { readFile } from 'node:fs/promises';
import { FailureError, isObject, ok, unwrap, type Json, type Result } from '#base';
import { readMovedDeadline, readReceipt, verifyMovedDeadline, verifyReceipt } from '#intake';
import { readInput } from './input.ts';
import type { ExitCode, Streams } from './wiring.ts';

export interface ReceiptFlags {
  /** PEM. */
  readonly key?: string;
  /** What stands at /.well-known/torvet-keys.json. */
  readonly installationKeys?: string;
}

/**
 * Checks a receipt with no network. Without a key from elsewhere it is held against the one that it brings along, which proves only that
 * nobody changed it since. @throws FailureError for what cannot be read
 */
export async function verifyReceiptCommand(file: string, flags: ReceiptFlags, { stdin, stdout, stderr }: Streams): Promise<ExitCode> {
  if (flags.key !== undefined && flags.installationKeys !== undefined) throw new FailureError({ kind: 'invalid', message: 'Two keys were given.', help: 'Give either --key or --installation-keys.' });
  const content = await document(file, stdin);
  const moved = readMovedDeadline(content);
  const { receipt: claimed, publicKey: own } = moved.ok ? moved.value : unwrap(readReceipt(content));
  const given = await givenKey(flags, claimed.key, stdin);
  if (given === undefined) {
    stderr.write(`torvet: The installation has no key ${claimed.key}, with which the receipt says it is signed.\n`);
    return 1;
  }
  const verified = (moved.ok ? toldDeadline : toldBid)(content, given ?? own);
  if (!verified.ok) {
    // A receipt that does not hold is an answer of the check; what cannot be read is wrong use.
    if (verified.failure.kind !== 'conflict') throw new FailureError(verified.failure);
    stderr.write(`torvet: ${verified.failure.message}\n        ${verified.failure.help ?? ''}\n`);
    return 1;
  }
  stdout.write(verified.value);
  if (given === null) stderr.write('torvet: Held against the key in the file itself: nobody changed the receipt since it was signed. Whose key it is, is not shown by that; give --installation-keys.\n');
  return 0;
}

function toldBid(content: Json, publicKey: string): Result<string> {
  const verified = verifyReceipt(content, publicKey);
  if (!verified.ok) return verified;
  const { verdict, supplier, purchase, lot, bidVersion, receivedAt, deadline, envelope } = verified.value;
  return ok(`${verdict}: bid ${bidVersion} of ${supplier} for lot ${lot} of ${purchase}\nreceived ${receivedAt}, deadline ${deadline}\nenvelope ${envelope}\n`);
}

function toldDeadline(content: Json, publicKey: string): Result<string> {
  const verified = verifyMovedDeadline(content, publicKey);
  if (!verified.ok) return verified;
  const { purchase, number, from, to, at, reason } = verified.value;
  return ok(`move ${number} of the deadline of ${purchase}\nfrom ${from} to ${to}, decided ${at}\nreason: ${reason.replaceAll(/\s+/g, ' ')}\n`);
}

/** The key to hold it against; null: none was given, undefined: the installation has none of that name. */
async function givenKey({ key, installationKeys }: ReceiptFlags, name: string, stdin: Streams['stdin']): Promise<string | null | undefined> {
  if (key !== undefined) {
    return readFile(key, 'utf8').catch((error: Error) => { throw new FailureError({ kind: 'invalid', message: `${key} cannot be read: ${error.message}.`, help: 'Give a file with the public key in PEM.', place: '--key' }); });
  }
  if (installationKeys === undefined) return null;
  const content = await document(installationKeys, stdin);
  const keys = isObject(content) && Array.isArray(content['keys']) ? content['keys'] : null;
  if (keys === null) throw new FailureError({ kind: 'invalid', message: `${installationKeys} holds no keys of an installation.`, help: 'Save what stands at /.well-known/torvet-keys.json.', place: '--installation-keys' });
  const found = keys.find((one): one is { readonly publicKey: string } => isObject(one) && one['name'] === name && typeof one['publicKey'] === 'string');
  return found?.publicKey;
}

async function document(file: string, stdin: Streams['stdin']): Promise<Json> {
  const input = unwrap(await readInput(file, stdin));
  if (input.kind === 'document') return input.value;
  throw new FailureError({ kind: 'invalid', message: `${file} holds several lines of JSON, not one document.`, help: 'Give the file as it was downloaded.', place: file });
}
