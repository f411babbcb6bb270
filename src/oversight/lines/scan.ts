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

/** A newline ends the line, so every text of bytes has one at its end. */
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
    const { bytes } = this;
    let byte = bytes[this.at] as number;
    while (byte === 0x20 || byte === 0x09 || byte === 0x0d) {
      this.at += 1;
      byte = bytes[this.at] as number;
    }
    return byte;
  }

  /** Passes over a value. @throws MalformedLine */
  skip(depth: number): void {
    const byte = this.next();
    if (byte === QUOTE) this.skipText();
    else if (byte === OPEN_OBJECT) this.skipObject(this.deeper(depth));
    else if (byte === OPEN_ARRAY) this.skipArray(this.deeper(depth));
    else if (byte === MINUS || isDigit(byte)) this.skipNumber();
    else this.skipLiteral(byte);
  }

  protected deeper(depth: number): number {
    if (depth >= DEEPEST_LINE) throw new MalformedLine(`it nests deeper than ${DEEPEST_LINE} arrays and objects`);
    return depth + 1;
  }

  private skipObject(depth: number): void {
    this.at += 1;
    if (this.next() === CLOSE_OBJECT) {
      this.at += 1;
      return;
    }
    do {
      this.expectText();
      this.expectColon();
      this.skip(depth);
    } while (this.goesOn(CLOSE_OBJECT));
  }

  private skipArray(depth: number): void {
    this.at += 1;
    if (this.next() === CLOSE_ARRAY) {
      this.at += 1;
      return;
    }
    do this.skip(depth); while (this.goesOn(CLOSE_ARRAY));
  }

  /** True after a comma, false after the closing byte. */
  protected goesOn(closing: number): boolean {
    const byte = this.next();
    if (byte !== COMMA && byte !== closing) throw this.unexpected(`a comma or ${String.fromCharCode(closing)}`);
    this.at += 1;
    return byte === COMMA;
  }

  protected expectText(): void {
    if (this.next() !== QUOTE) throw this.unexpected('a key in quotes');
    this.skipText();
  }

  protected expectColon(): void {
    if (this.next() !== COLON) throw this.unexpected('a colon');
    this.at += 1;
  }

  protected skipText(): void {
    const { bytes } = this;
    let at = this.at + 1;
    this.hasEscape = false;
    for (;;) {
      while (PLAIN[bytes[at] as number] === 1) at += 1;
      const byte = bytes[at];
      if (byte === QUOTE) break;
      this.at = at;
      if (byte !== BACKSLASH) throw this.unexpected('the end of a string');
      this.hasEscape = true;
      at = this.afterEscape(at);
    }
    this.at = at + 1;
  }

  private afterEscape(at: number): number {
    const byte = this.bytes[at + 1] as number;
    if (SHORT_ESCAPES.has(byte)) return at + 2;
    if (byte !== LOWER_U) throw this.unexpected('an escape that JSON has');
    const unit = this.unitAt(at + 2);
    if (unit < 0xd800 || unit > 0xdfff) return at + 6;
    const low = unit < 0xdc00 && this.bytes[at + 6] === BACKSLASH && this.bytes[at + 7] === LOWER_U ? this.unitAt(at + 8) : 0;
    if (low < 0xdc00 || low > 0xdfff) throw new MalformedLine('an escape is half of a character');
    return at + 12;
  }

  private unitAt(at: number): number {
    const digits = this.bytes.toString('latin1', at, at + 4);
    if (!/^[\dA-Fa-f]{4}$/.test(digits)) throw this.unexpected('four hexadecimal digits');
    return Number.parseInt(digits, 16);
  }

  protected skipNumber(): void {
    const { bytes } = this;
    const from = this.at;
    this.isWhole = true;
    if (bytes[this.at] === MINUS) this.at += 1;
    if (bytes[this.at] === ZERO) this.at += 1;
    else this.digits();
    if (bytes[this.at] === POINT) {
      this.isWhole = false;
      this.at += 1;
      this.digits();
    }
    const byte = bytes[this.at];
    const hasExponent = byte === LOWER_E || byte === UPPER_E;
    if (hasExponent) {
      this.isWhole = false;
      this.at += 1;
      if (bytes[this.at] === MINUS || bytes[this.at] === PLUS) this.at += 1;
      this.digits();
    }
    if ((hasExponent || this.at - from > SURELY_FINITE) && !Number.isFinite(Number(bytes.toString('latin1', from, this.at)))) throw new MalformedLine('a number is too large');
  }

  private digits(): void {
    const from = this.at;
    while (isDigit(this.bytes[this.at] as number)) this.at += 1;
    if (this.at === from) throw this.unexpected('a digit');
  }

  private skipLiteral(byte: number): void {
    const word = LITERALS.get(byte);
    if (word === undefined || !this.standsAt(word, this.at)) throw this.unexpected('a value');
    this.at += word.length;
  }

  /** Compared byte by byte, which for few bytes is faster than asking the buffer. */
  protected standsAt(word: Buffer, at: number): boolean {
    for (let index = 0; index < word.length; index++) if (word[index] !== this.bytes[at + index]) return false;
    return true;
  }

  unexpected(wanted: string): MalformedLine {
    const byte = this.bytes[this.at];
    return new MalformedLine(byte === NEWLINE || byte === undefined ? `it ends where ${wanted} should stand` : `${wanted} should stand at its byte`);
  }
}

export function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= 0x39;
}

export function beginsNumber(byte: number): boolean {
  return byte === MINUS || isDigit(byte);
}
