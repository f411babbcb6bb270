import { Damage } from './damage.ts';

/** Takes a stream of bytes in portions of a wanted size. One that ends too early is damaged: an archive says how long it is. */
export class ByteReader {
  private held: Buffer = Buffer.alloc(0);
  private readonly chunks: AsyncIterator<Buffer>;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  /** Some bytes, as they come; null at the end of the stream. */
  async someOrEnd(most = Infinity): Promise<Buffer | null> {
    while (this.held.length === 0) {
      const { done, value } = await this.chunks.next();
      if (done === true) return null;
      this.held = value;
    }
    const part = this.held.subarray(0, most);
    this.held = this.held.subarray(part.length);
    return part;
  }

  async some(most: number): Promise<Buffer> {
    const part = await this.someOrEnd(most);
    if (part === null) throw new Damage('The archive is cut short.');
    return part;
  }

  async take(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = count; left > 0;) {
      const part = await this.some(left);
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  }

  async skip(count: number): Promise<void> {
    for (let left = count; left > 0;) left -= (await this.some(left)).length;
  }

  async close(): Promise<void> {
    await this.chunks.return?.();
  }
}
