/** Takes bytes off a stream of pieces of any size, in the sizes that are wanted. */
export class ByteReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #piece: Uint8Array = new Uint8Array();
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#pieces = source[Symbol.asyncIterator]();
  }

  /**
   * The next bytes, as many as asked for, or fewer when the stream ends.
   * @param room at least as large, for whoever is done with the bytes before asking again; left out: new memory
   */
  async take(wanted: number, room: Uint8Array = new Uint8Array(wanted)): Promise<Uint8Array> {
    let have = 0;
    while (have < wanted && await this.#more()) {
      const some = this.#piece.subarray(0, wanted - have);
      room.set(some, have);
      this.#piece = this.#piece.subarray(some.length);
      have += some.length;
    }
    return room.subarray(0, have);
  }

  /** The bytes before the next end of a line, which is passed over; null: it does not come, or not within so many bytes. */
  async line(most: number): Promise<Uint8Array | null> {
    const parts: number[] = [];
    while (await this.#more()) {
      const end = this.#piece.indexOf(LINE_END);
      const some = end < 0 ? this.#piece : this.#piece.subarray(0, end);
      if (parts.length + some.length > most) return null;
      for (const byte of some) parts.push(byte);
      this.#piece = this.#piece.subarray(end < 0 ? some.length : end + 1);
      if (end >= 0) return Uint8Array.from(parts);
    }
    return null;
  }

  async isAtEnd(): Promise<boolean> {
    return !(await this.#more());
  }

  /** Lets the source go, for whoever stops before its end. */
  async close(): Promise<void> {
    this.#ended = true;
    this.#piece = new Uint8Array();
    await this.#pieces.return?.();
  }

  async #more(): Promise<boolean> {
    while (this.#piece.length === 0 && !this.#ended) {
      const next = await this.#pieces.next();
      if (next.done === true) this.#ended = true;
      else this.#piece = next.value;
    }
    return this.#piece.length > 0;
  }
}

const LINE_END = 0x0a;
