/** JSON as it came from outside: nothing is known about its shape yet. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !JSON.isRawJSON(value);
}

// More significant digits than a double holds, or an exponent: only then is the slower, exact reading needed. Numbers stand
// behind these marks only, so the digits of a hash or a long id inside a string do not count.
const NUMBER_AT_RISK = /(?:^|[:[,])\s*-?\d(?:(?:\.?\d){15}|[\d.]*[eE])/;

/**
 * RFC 8259 lets a parser limit the nesting. Everything that walks the value afterwards (writing it, checking it, merging it)
 * recurses, and a file made to nest would end the process; no real release comes near the limit.
 */
export const DEEPEST_JSON = 500;

/**
 * Parses JSON without changing a number. A number that a double cannot hold (`0.12345678901234567890`, `1e400`)
 * becomes a raw JSON value (`JSON.rawJSON`) that `JSON.stringify` writes back as it was; `exactNumber` reads it.
 * Of a key that stands twice in an object the last one counts, as everywhere in JavaScript.
 * @throws SyntaxError when the text is not JSON, or nests deeper than DEEPEST_JSON arrays and objects.
 */
export function parseJson(text: string): Json {
  if (nestsDeeper(text, DEEPEST_JSON)) {
    throw new SyntaxError(`The JSON nests deeper than ${DEEPEST_JSON} arrays and objects, so it is not read.`);
  }
  if (!NUMBER_AT_RISK.test(text)) return JSON.parse(text) as Json;
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) => {
    const source = context?.source;
    if (typeof value !== 'number' || source === undefined || sameNumber(value, source)) return value;
    return JSON.rawJSON(source);
  }) as Json;
}

/** The number as exact decimal text (`"1234.50"`), or null when the value is no number. */
export function exactNumber(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? plainDecimal(String(value)) : null;
  if (typeof value === 'object' && value !== null && JSON.isRawJSON(value)) return plainDecimal(value.rawJSON);
  return null;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Counts first: a text with few brackets cannot nest deep, and nearly every release is such a text. */
function nestsDeeper(text: string, limit: number): boolean {
  let brackets = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0 && brackets <= limit; at = text.indexOf(bracket, at + 1)) brackets += 1;
  }
  if (brackets <= limit) return false;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === QUOTE) i = endOfString(text, i);
    else if (char === OPEN_OBJECT || char === OPEN_ARRAY) depth += 1;
    else if (char === CLOSE_OBJECT || char === CLOSE_ARRAY) depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}

/** Where the string that begins at `start` ends; the end of the text when it does not. */
function endOfString(text: string, start: number): number {
  let at = start;
  for (;;) {
    at = text.indexOf('"', at + 1);
    if (at < 0) return text.length;
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return at;
  }
}

function sameNumber(value: number, source: string): boolean {
  return Number.isFinite(value) && normal(String(value)) === normal(source);
}

/** Longer than any amount that means something; written out it would only cost memory. */
const LONGEST_EXPONENT = 400;

function plainDecimal(source: string): string | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(source);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (/^0+$/.test(whole + fraction)) return `${sign}0`;
  const shift = Number(exponent);
  if (Math.abs(shift) > LONGEST_EXPONENT) return null;
  if (shift === 0) return sign + whole + (fraction === '' ? '' : `.${fraction}`);
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const head = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const tail = padded.slice(at);
  return sign + head + (tail === '' ? '' : `.${tail}`);
}

/** One spelling for each number, so that `1.50`, `15e-1` and `1.5` compare equal. */
function normal(source: string): string {
  const plain = plainDecimal(source) ?? source;
  const trimmed = plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
  return trimmed === '-0' ? '0' : trimmed;
}
