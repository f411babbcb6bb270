import { exactNumber } from '#base';

/**
 * One text for each JSON value, whatever the order of keys and the spelling of numbers: two values are equal when
 * their canonical texts are.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (JSON.isRawJSON(value)) return numberText(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).sort().join()}}`;
}

/** True when two JSON values are equal: key order does not count, text and number differ. */
export function isEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    return Array.isArray(left) && Array.isArray(right) && left.length === right.length && left.every((item, at) => isEqual(item, right[at]));
  }
  if (JSON.isRawJSON(left) || JSON.isRawJSON(right)) return canonical(left) === canonical(right);
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length
    && keys.every((key) => Object.hasOwn(right, key) && isEqual((left as Fields)[key], (right as Fields)[key]));
}

type Fields = Readonly<Record<string, unknown>>;

/** A number that a double cannot hold, without the zeros that do not change it. */
function numberText(raw: { readonly rawJSON: string }): string {
  const plain = exactNumber(raw) ?? raw.rawJSON;
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}

/** The places of the first two equal items of a list, or null. */
export function firstRepeat(items: readonly unknown[]): { readonly first: number; readonly second: number } | null {
  if (items.length < 2 || haveOwnIds(items)) return null;
  const seen = new Map<string, number>();
  for (const [second, item] of items.entries()) {
    const key = canonical(item);
    const first = seen.get(key);
    if (first !== undefined) return { first, second };
    seen.set(key, second);
  }
  return null;
}

/** The usual case, and much faster: objects whose ids all differ cannot be equal. */
function haveOwnIds(items: readonly unknown[]): boolean {
  const ids = new Set<unknown>();
  for (const item of items) {
    if (typeof item !== 'object' || item === null) return false;
    const { id } = item as { readonly id?: unknown };
    if (typeof id !== 'string' && typeof id !== 'number') return false;
    ids.add(id);
  }
  return ids.size === items.length;
}
