import { exactNumber, type Json } from '#base';

/** As many digits as the pages and the search read of an amount; more mean nothing, and one could hold up a page. */
const READABLE = /^-?\d{1,60}(?:\.\d{1,60})?$/;
const MAY_BE_HUGE = /\d{61}|\d[eE][+-]?\d{2}/;

/**
 * The numbers that are kept as received and yet not shown, because nobody can mean them (`1e400`), as JSON Pointers.
 * @param text the same value as text.
 */
export function hugeNumbers(text: string, value: Json): string[] {
  return MAY_BE_HUGE.test(text) ? walk(value, '') : [];
}

function walk(value: Json, path: string): string[] {
  if (typeof value === 'number' || JSON.isRawJSON(value)) return READABLE.test(exactNumber(value) ?? '') ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]: [string, Json | undefined]) =>
    (child === undefined ? [] : walk(child, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)));
}
