/**
 * Reads what a real file should hold but may not: a number written as text, one object where a list belongs, an empty
 * text for "unknown". What cannot be read is null or empty; nothing here throws.
 */
import { exactNumber, isObject, type Json, type JsonObject } from '#base';
import type { AmountView } from './views.ts';

type Value = Json | undefined;

const NOTHING: JsonObject = {};

/** The object, or an empty one. */
export function object(value: Value): JsonObject {
  return isObject(value) ? value : NOTHING;
}

/** The objects of a list; a single object counts as a list of one. */
export function objects(value: Value): readonly JsonObject[] {
  if (isObject(value)) return [value];
  return Array.isArray(value) ? value.filter((entry: unknown): entry is JsonObject => isObject(entry)) : [];
}

/** Text, or a number as text; null when empty. */
export function text(value: Value): string | null {
  const found = typeof value === 'string' ? readable(value) : exactNumber(value);
  return found === null || found === '' ? null : found;
}

/**
 * The text of a field. Where it stands only in translation (`title_fr`, the standard's way), Danish is taken before
 * English before any other.
 */
export function wording(part: JsonObject, field: string): string | null {
  const others = Object.keys(part).filter((key) => key.startsWith(`${field}_`));
  for (const key of [field, `${field}_da`, `${field}_en`, ...others]) {
    const found = text(part[key]);
    if (found !== null) return found;
  }
  return null;
}

/** The texts of a list; a single text counts as a list of one. */
export function textList(value: Value): readonly string[] {
  const values = Array.isArray(value) ? value : [value as Json];
  return values.flatMap((entry: Json) => text(entry) ?? []);
}

const DECIMAL = /^[+-]?\d{1,60}(?:\.\d{1,60})?$/;

/** An exact decimal from a number or from text that is plainly one ("1.234,50" is not: its point may be either). */
export function decimal(value: Value): string | null {
  const found = typeof value === 'string' ? value.trim() : exactNumber(value);
  return found !== null && DECIMAL.test(found) ? found.replace(/^\+/, '') : null;
}

/** A whole number from 0, exact. */
export function count(value: Value): string | null {
  const found = decimal(value)?.replace(/\.0+$/, '') ?? null;
  return found !== null && /^\d+$/.test(found) ? found : null;
}

export function amount(value: Value): AmountView | null {
  const { amount: figure, currency } = object(value);
  const exact = decimal(figure);
  return exact === null ? null : { amount: exact, currency: text(currency) };
}

export function isTrue(value: Value): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}

/** The ids of the lots that a part names. Some publishers write `relatedLot`, some an object with `lotId` where an id belongs. */
export function lotsOf(part: JsonObject): readonly string[] {
  const related = part['relatedLots'] ?? part['relatedLot'];
  const ids = objects(related).flatMap((lot) => text(lot['lotId']) ?? text(lot['id']) ?? []);
  return [...new Set(ids.length > 0 ? ids : textList(related))];
}

/** An address that a browser may open: http and https only, without name and password. */
export function webAddress(value: Value): string | null {
  if (typeof value !== 'string' || !URL.canParse(value.trim())) return null;
  const url = new URL(value.trim());
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.username === '' && url.password === '' ? url.href : null;
}

const BLOCK_TAG = /<\/?(?:p|br|div|ul|ol|li|tr|table|h[1-6])\b[^<>]{0,200}>/gi;
const INLINE_TAG = /<\/?(?:b|i|u|em|strong|span|font|a|td|th|sup|sub)\b[^<>]{0,200}>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'",
};

/** Some publishers paste HTML into a text. The page escapes everything; this only spares the reader the tags. */
function readable(value: string): string {
  const trimmed = value.trim();
  if (!/<[a-z/]/i.test(trimmed)) return trimmed;
  return trimmed
    .replace(BLOCK_TAG, '\n')
    .replace(INLINE_TAG, '')
    .replace(/&(?:nbsp|amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
