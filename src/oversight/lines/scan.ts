/** JSON as bytes, read once from left to right. What is passed over is checked as strictly as what is kept. */

/** The line is no JSON; the message says why. */
export class MalformedLine extends Error {}

/** A deeper line is refused: whoever writes one means to hurt a reader that recurses. */
export const DEEPEST_LINE = 127;

export const NEWLINE = 0x0a;
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_ARRAY = 0x5b;
export const CLOSE_ARRAY = 0x5d;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const PLUS = 0x2b;
const POINT = 0x2e;
const ZERO = 0x30;
const LOWER_E = 0x65;
const UPPER_E = 0x45;
const LOWER_U = 0x75;
const SHORT_ESCAPES = new Set(Buffer.from('"\\/bfnrt'));
const LITERALS = new Map(['true', 'false', 'null'].map((word) => [word.charCodeAt(0), Buffer.from(word)]));
/** 1 for each byte that stands for itself inside a string. */
const PLAIN = Uint8Array.from({ length: 256 }, (_none, byte) => (byte < 0x20 || byte === QUOTE || byte === BACKSLASH ? 0 : 1));
/** So few characters, without an exponent, never exceed a double. */
const SURELY_FINITE = 300;

/** The place of the next byte from `at` on that is no white space. */
function solid(bytes: Buffer, at: number): number {
  let place = at;
  for (;;) {
    const byte = bytes[place] as number;
    if (byte > 0x20 || (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d)) return place;
    place += 1;
  }
}

/**
 * A newline ends the line, so every text of bytes has one at its end. What passes over a value takes a place and gives the place behind,
 * so that nothing need be kept in between.
 */
export class Scanner {
  protected bytes: Buffer = Buffer.from('\n');
  at = 0;
  /** Of the string or number that was passed last. */
  protected hasEscape = false;
  protected isWhole = false;

  open(bytes: Buffer, at: number): void {
    this.bytes = bytes;
    this.at = at;
  }

  /** Goes to the next byte that is no white space, and tells it. */
  next(): number {
    this.at = solid(this.bytes, this.at);
    return this.bytes[this.at] as number;
  }

  /** Passes over a value. @throws MalformedLine */
  skip(depth: number): void {
    this.at = this.afterValue(this.bytes, this.at, depth);
  }

  protected deeper(depth: number): number {
    if (depth >= DEEPEST_LINE) throw new MalformedLine(`it nests deeper than ${DEEPEST_LINE} arrays and objects`);
    return depth + 1;
  }

  private afterValue(bytes: Buffer, from: number, depth: number): number {
    const at = solid(bytes, from);
    const byte = bytes[at] as number;
    if (byte === QUOTE) return this.afterText(bytes, at);
    if (byte === OPEN_OBJECT) return this.afterObject(bytes, at, this.deeper(depth));
    if (byte === OPEN_ARRAY) return this.afterArray(bytes, at, this.deeper(depth));
    if (byte === MINUS || isDigit(byte)) return this.afterNumber(bytes, at);
    return this.afterLiteral(bytes, at);
  }

  private afterObject(bytes: Buffer, from: number, depth: number): number {
    let at = solid(bytes, from + 1);
    if (bytes[at] === CLOSE_OBJECT) return at + 1;
    for (;;) {
      at = solid(bytes, at);
      if (bytes[at] !== QUOTE) throw this.unexpected('a key in quotes', at);
      at = solid(bytes, this.afterText(bytes, at));
      if (bytes[at] !== COLON) throw this.unexpected('a colon', at);
      at = solid(bytes, this.afterValue(bytes, at + 1, depth));
      if (bytes[at] === CLOSE_OBJECT) return at + 1;
      if (bytes[at] !== COMMA) throw this.unexpected('a comma or }', at);
      at += 1;
    }
  }

  private afterArray(bytes: Buffer, from: number, depth: number): number {
    let at = solid(bytes, from + 1);
    if (bytes[at] === CLOSE_ARRAY) return at + 1;
    for (;;) {
      at = solid(bytes, this.afterValue(bytes, at, depth));
      if (bytes[at] === CLOSE_ARRAY) return at + 1;
      if (bytes[at] !== COMMA) throw this.unexpected('a comma or ]', at);
      at += 1;
    }
  }

  /** True after a comma, false after the closing byte. */
  protected goesOn(closing: number): boolean {
    const byte = this.next();
    if (byte !== COMMA && byte !== closing) throw this.unexpected(`a comma or ${String.fromCharCode(closing)}`, this.at);
    this.at += 1;
    return byte === COMMA;
  }

  protected expectColon(): void {
    if (this.next() !== COLON) throw this.unexpected('a colon', this.at);
    this.at += 1;
  }

  /** @param from the place of its quote */
  protected afterText(bytes: Buffer, from: number): number {
    this.hasEscape = false;
    let at = from + 1;
    for (;;) {
      while (PLAIN[bytes[at] as number] === 1) at += 1;
      const byte = bytes[at];
      if (byte === QUOTE) return at + 1;
      if (byte !== BACKSLASH) throw this.unexpected('the end of a string', at);
      this.hasEscape = true;
      at = this.afterEscape(bytes, at);
    }
  }

  private afterEscape(bytes: Buffer, at: number): number {
    const byte = bytes[at + 1] as number;
    if (SHORT_ESCAPES.has(byte)) return at + 2;
    if (byte !== LOWER_U) throw this.unexpected('an escape that JSON has', at);
    const unit = this.unitAt(at + 2);
    if (unit < 0xd800 || unit > 0xdfff) return at + 6;
    const low = unit < 0xdc00 && bytes[at + 6] === BACKSLASH && bytes[at + 7] === LOWER_U ? this.unitAt(at + 8) : 0;
    if (low < 0xdc00 || low > 0xdfff) throw new MalformedLine('an escape is half of a character');
    return at + 12;
  }

  private unitAt(at: number): number {
    const digits = this.bytes.toString('latin1', at, at + 4);
    if (!/^[\dA-Fa-f]{4}$/.test(digits)) throw this.unexpected('four hexadecimal digits', at);
    return Number.parseInt(digits, 16);
  }

  /** @param from the place of its sign or first digit */
  protected afterNumber(bytes: Buffer, from: number): number {
    let at = bytes[from] === MINUS ? from + 1 : from;
    this.isWhole = true;
    at = bytes[at] === ZERO ? at + 1 : this.afterDigits(bytes, at);
    if (bytes[at] === POINT) {
      this.isWhole = false;
      at = this.afterDigits(bytes, at + 1);
    }
    const byte = bytes[at];
    const hasExponent = byte === LOWER_E || byte === UPPER_E;
    if (hasExponent) {
      this.isWhole = false;
      at = this.afterDigits(bytes, bytes[at + 1] === MINUS || bytes[at + 1] === PLUS ? at + 2 : at + 1);
    }
    if ((hasExponent || at - from > SURELY_FINITE) && !Number.isFinite(Number(bytes.toString('latin1', from, at)))) throw new MalformedLine('a number is too large');
    return at;
  }

  private afterDigits(bytes: Buffer, from: number): number {
    let at = from;
    while (isDigit(bytes[at] as number)) at += 1;
    if (at === from) throw this.unexpected('a digit', at);
    return at;
  }

  private afterLiteral(bytes: Buffer, at: number): number {
    const word = LITERALS.get(bytes[at] as number);
    if (word === undefined || !this.standsAt(word, at)) throw this.unexpected('a value', at);
    return at + word.length;
  }

  /** Compared byte by byte, which for few bytes is faster than asking the buffer. */
  protected standsAt(word: Buffer, at: number): boolean {
    for (let index = 0; index < word.length; index++) if (word[index] !== this.bytes[at + index]) return false;
    return true;
  }

  unexpected(wanted: string, at: number): MalformedLine {
    const byte = this.bytes[at];
    return new MalformedLine(byte === NEWLINE || byte === undefined ? `it ends where ${wanted} should stand` : `${wanted} should stand at its byte`);
  }
}

export function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= 0x39;
}

export function beginsNumber(byte: number): boolean {
  return byte === MINUS || isDigit(byte);
}
