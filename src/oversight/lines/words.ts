/** Each word once: texts that come again and again are numbers, without a string being made of their bytes. */

/** What is no word. */
export const NO_WORD = 0;

const FIRST_WORDS = 1 << 12;
const FIRST_BYTES = 1 << 16;

export class Words {
  /** By number: where the word ends in the bytes. Number 0 ends at 0. */
  #ends = new Int32Array(FIRST_WORDS);
  #hashes = new Int32Array(FIRST_WORDS);
  #bytes = Buffer.alloc(FIRST_BYTES);
  /** Numbers by hash, next to each other where hashes meet; twice as many places as words, so that some are always free. */
  #places = new Int32Array(FIRST_WORDS * 2);
  #count = 0;

  /** How many words there are. Their numbers begin with 1. */
  get count(): number {
    return this.#count;
  }

  /** The number of the word between the two places. @param to the place behind its last byte */
  numberOf(bytes: Uint8Array, from: number, to: number): number {
    let hash = to - from;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#places.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const number = this.#places[place] as number;
      if (number === NO_WORD) return this.#add(bytes, from, to, hash, place);
      if (this.#hashes[number] === hash && this.#is(number, bytes, from, to)) return number;
    }
  }

  numberOfText(text: string): number {
    const bytes = Buffer.from(text);
    return this.numberOf(bytes, 0, bytes.length);
  }

  /** @param number from 1 to `count` */
  textOf(number: number): string {
    return this.#bytes.toString('utf8', this.#ends[number - 1], this.#ends[number]);
  }

  #is(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    let own = this.#ends[number - 1] as number;
    if ((this.#ends[number] as number) - own !== to - from) return false;
    for (let at = from; at < to; at++, own++) if (this.#bytes[own] !== bytes[at]) return false;
    return true;
  }

  #add(bytes: Uint8Array, from: number, to: number, hash: number, place: number): number {
    const end = this.#ends[this.#count] as number;
    if (end + to - from > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], (end + to - from) * 2);
    this.#bytes.set(bytes.subarray(from, to), end);
    this.#count += 1;
    const number = this.#count;
    this.#ends[number] = end + to - from;
    this.#hashes[number] = hash;
    this.#places[place] = number;
    if (number === this.#ends.length - 1) this.#grow();
    return number;
  }

  #grow(): void {
    this.#ends = longer(this.#ends);
    this.#hashes = longer(this.#hashes);
    this.#places = new Int32Array(this.#ends.length * 2);
    const mask = this.#places.length - 1;
    for (let number = 1; number <= this.#count; number++) {
      let place = (this.#hashes[number] as number) & mask;
      while (this.#places[place] !== NO_WORD) place = (place + 1) & mask;
      this.#places[place] = number;
    }
  }
}

function longer(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(numbers.length * 2);
  grown.set(numbers);
  return grown;
}
