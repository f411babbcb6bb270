/** Reads of one line of JSON what a shape wants, and checks all of it. */
import { CLOSE_ARRAY, CLOSE_OBJECT, NEWLINE, OPEN_ARRAY, OPEN_OBJECT, QUOTE, Scanner, beginsNumber } from './scan.ts';
import type { ArrayShape, ObjectShape, Read, Shape, ShapeKey, Shapes } from './shape.ts';
import { NO_WORD, Words } from './words.ts';

export class ShapeReader<Of extends Shape> extends Scanner {
  readonly #shape: Of;
  readonly #words: Words;

  constructor(shape: Of, words = new Words()) {
    super();
    this.#shape = shape;
    this.#words = words;
  }

  /**
   * Reads the value that the line at `at` holds; `this.at` is then behind its newline. Of a key that stands twice the last counts.
   * @throws MalformedLine
   */
  line(): Read<Of> {
    const value = this.#value(this.#shape, 0) as Read<Of>;
    if (this.next() !== NEWLINE) throw this.unexpected('the end of the line', this.at);
    this.at += 1;
    return value;
  }

  #value(shape: Shape, depth: number): unknown {
    const byte = this.next();
    if (shape === 'word') {
      if (byte === QUOTE) return this.#word();
      this.skip(depth);
      return NO_WORD;
    }
    if (shape === 'text') {
      if (byte === QUOTE) return this.#text();
    } else if (shape === 'number' || shape === 'whole') {
      if (beginsNumber(byte)) return this.#number(shape);
    } else if (shape.kind === 'object') {
      if (byte === OPEN_OBJECT) return this.#object(shape, this.deeper(depth));
    } else if (byte === OPEN_ARRAY) return this.#array(shape, this.deeper(depth));
    this.skip(depth);
    return null;
  }

  #word(): number {
    const from = this.at;
    this.at = this.afterText(this.bytes, from);
    return this.hasEscape ? this.#words.numberOfText(this.#textFrom(from)) : this.#words.numberOf(this.bytes, from + 1, this.at - 1);
  }

  #text(): string {
    const from = this.at;
    this.at = this.afterText(this.bytes, from);
    return this.#textFrom(from);
  }

  /** The string that was just passed. */
  #textFrom(quote: number): string {
    if (this.hasEscape) return JSON.parse(this.bytes.toString('utf8', quote, this.at)) as string;
    return this.bytes.toString('utf8', quote + 1, this.at - 1);
  }

  #number(shape: 'number' | 'whole'): number | null {
    const from = this.at;
    this.at = this.afterNumber(this.bytes, from);
    if (shape === 'whole' && !this.isWhole) return null;
    // Nought has one sign, so that equal amounts are the same.
    return Number(this.bytes.toString('latin1', from, this.at)) + 0;
  }

  #object(shape: ObjectShape<Shapes>, depth: number): unknown {
    const result: Record<string, unknown> = { ...shape.empty };
    this.at += 1;
    if (this.next() === CLOSE_OBJECT) {
      this.at += 1;
      return result;
    }
    do {
      const key = this.#key(shape);
      this.expectColon();
      if (key === undefined) this.skip(depth);
      else result[key.name] = this.#value(key.shape, depth);
    } while (this.goesOn(CLOSE_OBJECT));
    return result;
  }

  #key(shape: ObjectShape<Shapes>): ShapeKey | undefined {
    if (this.next() !== QUOTE) throw this.unexpected('a key in quotes', this.at);
    const from = this.at;
    this.at = this.afterText(this.bytes, from);
    if (this.hasEscape) return shape.byName.get(this.#textFrom(from));
    const candidates = shape.byLength[this.at - from - 2];
    if (candidates === undefined) return undefined;
    for (const candidate of candidates) if (this.standsAt(candidate.bytes, from + 1)) return candidate;
    return undefined;
  }

  #array(shape: ArrayShape<Shape>, depth: number): unknown[] {
    const result: unknown[] = [];
    this.at += 1;
    if (this.next() === CLOSE_ARRAY) {
      this.at += 1;
      return result;
    }
    do result.push(this.#value(shape.of, depth)); while (this.goesOn(CLOSE_ARRAY));
    return result;
  }
}
