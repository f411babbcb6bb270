import { isObject, ok, type Result } from '#base';
import { isRecipient } from './age.ts';
import { sha256Hex, utf8 } from './bytes.ts';
import { canonicalJson } from './canonical.ts';
import { refuse, type SealFailure } from './failure.ts';
import type { KeySet } from './header.ts';
import { isName, unknownKey } from './shape.ts';

export const MOST_HOLDERS = 9;
const LONGEST_NAME = 200;

/** The key set, if it is one: 2 to 9 holders with different ids and keys, of whom at least 2 open together. Nothing is added or left out. */
export function checkKeySet(value: unknown): Result<KeySet, SealFailure> {
  const fault = keySetFault(value);
  return fault === null ? ok(value as KeySet)
    : refuse({ step: 'key-set', message: `The key set cannot be used: ${fault}`, help: `It names its purchase, 2 to ${MOST_HOLDERS} holders, each with a public key of age, and how many of them open together: at least 2.` });
}

/** 64 hexadecimal digits that stand for this key set and no other. */
export async function keySetId(keySet: KeySet): Promise<string> {
  return sha256Hex(utf8(canonicalJson(keySet)));
}

function keySetFault(value: unknown): string | null {
  if (!isObject(value)) return 'it is no object.';
  const { version, purchase, threshold, holders } = value;
  const unknown = unknownKey(value, ['version', 'purchase', 'threshold', 'holders']);
  if (unknown !== null) return unknown;
  if (version !== 1) return 'its version is not 1.';
  if (!isName(purchase)) return 'it names no purchase.';
  if (!Array.isArray(holders) || holders.length < 2 || holders.length > MOST_HOLDERS) return `it needs 2 to ${MOST_HOLDERS} holders.`;
  if (typeof threshold !== 'number' || !Number.isInteger(threshold) || threshold < 2) return 'fewer than two holders would open it.';
  if (threshold > holders.length) return `${threshold} holders are to open, but there are ${holders.length}.`;
  const wrong = holders.map((holder: unknown) => holderFault(holder)).find((fault) => fault !== null);
  if (wrong !== undefined) return wrong;
  const { holders: all } = value as unknown as KeySet;
  if (new Set(all.map(({ id }) => id)).size < all.length) return 'two holders have the same id.';
  if (new Set(all.map(({ recipient }) => recipient)).size < all.length) return 'two holders have the same public key, so one person would hold two shares.';
  return null;
}

function holderFault(holder: unknown): string | null {
  if (!isObject(holder)) return 'a holder is no object.';
  const { id, name, recipient } = holder;
  const unknown = unknownKey(holder, ['id', 'name', 'recipient']);
  if (unknown !== null) return unknown;
  if (!isName(id)) return 'a holder has no id.';
  if (typeof name !== 'string' || name.trim() === '' || name.length > LONGEST_NAME || !name.isWellFormed()) return `the holder ${id} has no name, or one of more than ${LONGEST_NAME} characters.`;
  if (typeof recipient !== 'string' || !isRecipient(recipient)) return `the holder ${id} has no public key of age (age1…), or one with a mistake.`;
  return null;
}
